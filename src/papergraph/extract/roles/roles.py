"""What a paper does with each of its entities: one of the roles of `papergraph.vocabulary`, the strongest."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import LinearClassifier
from papergraph.extract.network.scorer import Odds
from papergraph.extract.roles.features import role_features
from papergraph.extract.roles.rivals import beside_rivals
from papergraph.extract.weights import weights_path
from papergraph.model import Entity
from papergraph.vocabulary import ConceptType, Role

ROLES_OF: dict[ConceptType, frozenset[Role]] = {
    kind: frozenset(Role)
    - ({Role.ADDRESSES} if kind is not ConceptType.TASK else {Role.EVALUATES_ON})
    - ({Role.EVALUATES_ON} if kind not in {ConceptType.BENCHMARK, ConceptType.METRIC} else set())
    for kind in ConceptType
}
"""Only tasks are addressed; only benchmarks and metrics are evaluated on."""


def likeliest(kind: ConceptType, odds: Odds) -> Role:
    """The likeliest role among those that a type can have."""
    return max(ROLES_OF[kind], key=lambda role: (odds.get(role.value, 0.0), role.value))


class RoleClassifier:
    """Give every entity of a document its role.

    Args:
        alone: Decides on each entity by itself.
        again: Decides once more, knowing what `alone` makes of all.
        known: How well known names are.
    """

    def __init__(self, alone: LinearClassifier, again: LinearClassifier, known: KnownTerms) -> None:
        self.alone = alone
        self.again = again
        self.known = known

    def classify(self, discourse: Discourse, views: Sequence[Odds]) -> list[Entity]:
        """A paper's entities, each with the likeliest role. `views`: what the network makes of each."""
        each = zip(discourse.entities, views, strict=True)
        seen = [role_features(discourse, entity, view, self.known) for entity, view in each]
        odds = self.again.probabilities(beside_rivals(discourse, seen, self.alone.probabilities(seen)))
        return [replace(e, role=likeliest(e.type, o)) for e, o in zip(discourse.entities, odds, strict=True)]

    def __call__(self, doc: Doc) -> Doc:
        """Set the roles of `doc._.pg_entities`."""
        discourse = Discourse.of(doc)
        doc._.pg_entities = self.classify(discourse, doc._.pg_scorer.roles(discourse))
        return doc


@Language.factory("papergraph_roles", requires=["doc._.pg_entities"], assigns=["doc._.pg_entities"])
def create_roles(nlp: Language, name: str) -> RoleClassifier:
    """The role classifier with the weights that are shipped."""
    alone, again = (LinearClassifier.read(weights_path(file)) for file in ("roles.npz", "roles_again.npz"))
    return RoleClassifier(alone, again, KnownTerms.load())
