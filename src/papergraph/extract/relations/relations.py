"""What the paper says of two of its entities: that it mitigates, builds on or outperforms.

Linear classifiers decide on candidates, pairs of entities that one sentence may relate, for which the network's view
is evidence; of many unrelated pairs the network alone is sure.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.discourse.candidates import Candidate, find_candidates
from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.linear import LinearClassifier
from papergraph.extract.network.network import NO_RELATION
from papergraph.extract.network.scorer import Odds
from papergraph.extract.relations.features import NEGATION, relation_features
from papergraph.extract.relations.rivals import beside_rivals
from papergraph.extract.weights import weights_path
from papergraph.model import Relation
from papergraph.vocabulary import SIGNATURES, ConceptType, RelationType

THRESHOLD = 0.2  # least probability with which a relation is kept
_SURELY_NONE = 0.99  # what the network is so sure of is not weighed again: three pairs in ten
_SUFFERING = frozenset("suffer suffers suffered suffering prone susceptible vulnerable worsens degrades".split())
_POSITIVE = frozenset({RelationType.MITIGATES, RelationType.IMPROVES, RelationType.OUTPERFORMS})


def plausible(candidates: Sequence[Candidate], views: Sequence[Odds]) -> Iterator[tuple[Candidate, Odds]]:
    """Pairs that may be related, each with the network's view of it."""
    for candidate, view in zip(candidates, views, strict=True):
        if view[NO_RELATION] <= _SURELY_NONE:
            yield candidate, view


@cache
def _allowed(head: ConceptType, tail: ConceptType) -> tuple[RelationType, ...]:
    """The relations that may hold between things of these types."""
    return tuple(relation for relation in RelationType if SIGNATURES[relation].allows(head, tail))


def _is_denied(between: Sequence[str]) -> bool:
    """Whether the words between two entities deny a positive relation; "not only" denies nothing."""
    denying = NEGATION | _SUFFERING
    return any(word in denying and behind != "only" for word, behind in pairwise([*between, ""]))


def _one_way(relations: Sequence[Relation]) -> list[Relation]:
    """Without the less likely of two that say the same in both directions, since none of them holds both ways."""
    kept: set[tuple[str, RelationType, str]] = set()
    for relation in sorted(relations, key=lambda relation: -relation.confidence):
        if (relation.tail, relation.rel, relation.head) not in kept:
            kept.add((relation.head, relation.rel, relation.tail))
    return [relation for relation in relations if (relation.head, relation.rel, relation.tail) in kept]


class RelationClassifier:
    """Find the relations between a document's entities.

    Attributes:
        alone: Decides on each pair by itself.
        again: Decides once more, knowing what `alone` makes of all.
        threshold: Least probability with which a relation is kept, 0 to 1.
    """

    def __init__(self, alone: LinearClassifier, again: LinearClassifier, threshold: float) -> None:
        self.alone = alone
        self.again = again
        self.threshold = threshold

    def classify(self, discourse: Discourse, pairs: Sequence[tuple[Candidate, Odds]]) -> list[Relation]:
        """The likely relations of these pairs, at most one of each. `pairs`: each with what the network makes of it."""
        odds = self.alone.probabilities(relation_features(discourse, *pair) for pair in pairs)
        again = self.again.probabilities(beside_rivals(discourse, pairs, odds))
        each = zip(pairs, again, strict=True)
        found = (self._likeliest(discourse, candidate, own) for (candidate, _), own in each)
        return _one_way([relation for relation in found if relation])

    def _likeliest(self, discourse: Discourse, candidate: Candidate, odds: Odds) -> Relation | None:
        head, tail = candidate.head, candidate.tail
        likely = [r for r in _allowed(head.type, tail.type) if odds.get(r.value, 0.0) >= self.threshold]
        if likely and _is_denied(candidate.between(discourse)):
            likely = [r for r in likely if r not in _POSITIVE]
        if not likely:
            return None
        best = max(likely, key=lambda relation: odds[relation.value])
        return Relation(head.name, best, tail.name, discourse.sentences[candidate.sentence], odds[best.value])

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.pg_relations`, a list of `Relation`."""
        discourse = Discourse.of(doc)
        candidates = list(find_candidates(discourse))
        pairs = list(plausible(candidates, doc._.pg_scorer.relations(discourse, candidates)))
        doc._.pg_relations = self.classify(discourse, pairs)
        return doc


@Language.factory(
    "papergraph_relations",
    requires=["doc._.pg_entities", "doc.sents"],
    assigns=["doc._.pg_relations"],
    default_config={"threshold": THRESHOLD},
)
def create_relations(nlp: Language, name: str, threshold: float) -> RelationClassifier:
    """The relation classifier with the weights that are shipped."""
    alone, again = (LinearClassifier.read(weights_path(file)) for file in ("relations.npz", "relations_again.npz"))
    return RelationClassifier(alone, again, threshold)


if not Doc.has_extension("pg_relations"):
    Doc.set_extension("pg_relations", default=None)
