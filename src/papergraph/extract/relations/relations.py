"""What the paper says of two of its entities: that it mitigates, builds on or outperforms.

A linear classifier decides on candidates, pairs of entities that one sentence may relate, for which the network's view
is evidence; of most unrelated pairs the network alone is sure.
"""

from functools import partial

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.discourse.candidates import Candidate, find_candidates
from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.linear import LinearClassifier
from papergraph.extract.network.network import NO_RELATION
from papergraph.extract.network.scorer import Odds
from papergraph.extract.relations.features import NEGATION, relation_features
from papergraph.extract.weights import weights_path
from papergraph.model import Relation
from papergraph.vocabulary import SIGNATURES, RelationType

THRESHOLD = 0.15  # least probability with which a relation is kept
_SURELY_NONE = 0.99  # what the network is so sure of is not weighed again: a quarter of the pairs
_SUFFERING = frozenset("suffer suffers suffered suffering prone susceptible vulnerable worsens degrades".split())
_POSITIVE = frozenset({RelationType.MITIGATES, RelationType.IMPROVES, RelationType.OUTPERFORMS})


class RelationClassifier:
    """Find the relations between a document's entities.

    Attributes:
        threshold: Least probability with which a relation is kept, 0 to 1.
    """

    def __init__(self, classifier: LinearClassifier, threshold: float) -> None:
        self.classifier = classifier
        self.threshold = threshold

    def classify(self, discourse: Discourse, candidate: Candidate, view: Odds) -> Relation | None:
        """The likeliest relation of a pair, or None where there is none. `view`: what the network makes of it."""
        if view[NO_RELATION] > _SURELY_NONE:
            return None
        odds = self.classifier.probabilities(relation_features(discourse, candidate, view))
        head, tail = candidate.head, candidate.tail
        allowed = [r for r in RelationType if SIGNATURES[r].allows(head.type, tail.type)]
        if not (NEGATION | _SUFFERING).isdisjoint(candidate.between(discourse)):
            allowed = [r for r in allowed if r not in _POSITIVE]
        best = max(allowed, key=lambda rel: odds.get(rel.value, 0.0), default=None)
        if best is None or odds.get(best.value, 0.0) < self.threshold:
            return None
        evidence = discourse.sentences[candidate.sentence]
        return Relation(head.name, best, tail.name, evidence, odds[best.value])

    def __call__(self, doc: Doc) -> Doc:
        """Set `doc._.pg_relations`, a list of `Relation`."""
        discourse = Discourse.of(doc)
        candidates = list(find_candidates(discourse))
        views = doc._.pg_scorer.relations(discourse, candidates)
        found = map(partial(self.classify, discourse), candidates, views)
        doc._.pg_relations = [relation for relation in found if relation]
        return doc


@Language.factory(
    "papergraph_relations",
    requires=["doc._.pg_entities", "doc.sents"],
    assigns=["doc._.pg_relations"],
    default_config={"threshold": THRESHOLD},
)
def create_relations(nlp: Language, name: str, threshold: float) -> RelationClassifier:
    """The relation classifier with the weights that are shipped."""
    return RelationClassifier(LinearClassifier.read(weights_path("relations.npz")), threshold)


if not Doc.has_extension("pg_relations"):
    Doc.set_extension("pg_relations", default=None)
