"""How sure we are of each entity: a probability that means what it says, from all that is known of it.

Each mention was chosen for itself. Whether they name a term that a reader would look up also hangs on how it is
written, how often it comes and where, and on whether the paper seems to do anything with it. A linear classifier
weighs these; it is fitted on papers that the network did not see, so that of the entities at 0.9 about nine in ten
are right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import fmean

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import RIGHT, LinearClassifier, Seen
from papergraph.extract.network.scorer import Odds, odds_features
from papergraph.extract.weights import weights_path
from papergraph.model import Entity
from papergraph.names import is_coined, is_short_form, stems
from papergraph.vocabulary import Finder

_LOOKED_AT = 4  # mentions whose neighbours are looked at
THRESHOLD = 0.32  # least confidence with which an entity is kept


def _step(probability: float) -> int:
    """A probability as one of some twenty steps, finer near one."""
    return int(probability * 20) if probability > 0.8 else int(probability * 10) * 2


def _features(discourse: Discourse, entity: Entity, known: KnownTerms) -> Iterator[str]:
    tagged = [m.confidence for m in entity.mentions if m.found_by is Finder.TAGGER] or [entity.confidence]
    best, count = _step(max(tagged)), len(entity.mentions)
    title = entity.mentions[0].span.start < discourse.sentences[0].end
    coined, words = is_coined(entity.name), stems(entity.name)
    yield from ("bias", f"best={best}", f"mean={_step(fmean(tagged))}", f"least={_step(min(tagged))}")
    yield from (f"mentions={min(count, 6)}", f"forms={min(len(entity.surfaces), 4)}", f"title={title}")
    yield f"first={min(discourse.sentence_of(entity.mentions[0].span), 5)}"
    yield from (f"coined={coined}", f"short={is_short_form(entity.name)}", f"words={min(len(words), 6)}")
    yield f"abbreviates={entity.long_form is not None}"
    yield from (f"best={best // 2} mentions={min(count, 3)}", f"best={best // 2} coined={coined}")
    yield from (f"best={best // 2} title={title}", f"coined={coined} words={min(len(words), 4)}")
    yield f"mentions={min(count, 4)} title={title} coined={coined}"
    level = known.level(entity.name, entity.type)
    yield from (f"known={level}", f"known={level} words={min(len(words), 3)}", f"known={level} best={best // 2}")
    yield from (f"first word={list(words[:1])}", f"last word={list(words[-1:])}")


def _rival_features(discourse: Discourse, entity: Entity) -> Iterator[str]:
    """Names that hold this one or that it holds, and what it is listed with."""
    own = set(stems(entity.name))
    others = [set(stems(e.name)) for e in discourse.entities if e is not entity]
    inside, holds = (min(sum(found), 2) for found in ((own < o for o in others), (o < own for o in others)))
    yield from (f"inside={inside}", f"holds={holds}", f"inside={inside} words={min(len(own), 3)}")
    for mention in entity.mentions[:_LOOKED_AT]:
        for neighbour in discourse.neighbours(mention):
            if neighbour and neighbour.is_coordinated:
                same = neighbour.entity.type is entity.type
                yield f"listed same={same} best={_step(neighbour.entity.confidence) // 4}"


def confidence_features(discourse: Discourse, entity: Entity, view: Odds, known: KnownTerms) -> Seen:
    """What is seen of an entity. `view`: the roles that the network would give it."""
    found = [*_features(discourse, entity, known), *_rival_features(discourse, entity), *odds_features(view)]
    return Seen(found, (entity.type.value,))


class ConfidenceClassifier:
    """Give every entity of a document its confidence, and leave out those that are likelier wrong.

    Attributes:
        threshold: Least confidence with which an entity is kept, 0 to 1.
    """

    def __init__(self, classifier: LinearClassifier, known: KnownTerms, threshold: float) -> None:
        self.classifier = classifier
        self.known = known
        self.threshold = threshold

    def rate(self, discourse: Discourse, views: Sequence[Odds]) -> list[Entity]:
        """The entities with their confidences. `views`: what the network makes of each."""
        each = zip(discourse.entities, views, strict=True)
        odds = self.classifier.probabilities(confidence_features(discourse, *pair, self.known) for pair in each)
        return [replace(e, confidence=own[RIGHT]) for e, own in zip(discourse.entities, odds, strict=True)]

    def __call__(self, doc: Doc) -> Doc:
        """Set the confidences of `doc._.pg_entities`."""
        discourse = Discourse.of(doc)
        rated = self.rate(discourse, doc._.pg_scorer.roles(discourse))
        doc._.pg_entities = [entity for entity in rated if entity.confidence >= self.threshold]
        return doc


@Language.factory("papergraph_confidence", requires=["doc._.pg_entities"], default_config={"threshold": THRESHOLD})
def create_confidence(nlp: Language, name: str, threshold: float) -> ConfidenceClassifier:
    """The classifier with the weights that are shipped."""
    return ConfidenceClassifier(LinearClassifier.read(weights_path("confidence.npz")), KnownTerms.load(), threshold)
