"""What a paper does with each of its entities: proposes, studies, addresses, uses or only mentions it."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.context import Context
from papergraph.extract.linear import LinearClassifier
from papergraph.extract.weights import weights_path
from papergraph.model import Entity, Span
from papergraph.names import is_coined
from papergraph.vocabulary import ConceptType, Role

ROLES_OF: dict[ConceptType, frozenset[Role]] = {
    kind: frozenset(Role)
    - ({Role.ADDRESSES} if kind is not ConceptType.TASK else {Role.EVALUATES_ON})
    - ({Role.EVALUATES_ON} if kind not in {ConceptType.BENCHMARK, ConceptType.METRIC} else set())
    for kind in ConceptType
}
"""Only tasks are addressed; only benchmarks and metrics are evaluated on."""


def role_features(context: Context, entity: Entity) -> list[str]:
    """What is seen of an entity's places and of the words around them."""
    kind, found = entity.type.value, ["bias"]
    places = [context.sentence_of(m.span) for m in entity.mentions]
    last = len(context.sentences) - 1
    found += [f"n={min(len(places), 5)}", f"first={min(places[0], 4)}", f"back={min(last - places[-1], 3)}"]
    found += [f"coined={is_coined(entity.name)}", f"long={entity.long_form is not None}"]
    title = context.sentences[0]
    in_title = [m for m in entity.mentions if context.sentence_of(m.span) == 0]
    if in_title:
        rest = title.of(context.text)[in_title[0].span.end - title.start :].lstrip()
        opens = in_title[0].span.start == title.start
        found += ["title", f"title opens={opens} colon={rest.startswith(':')}"]
    for mention, place in zip(entity.mentions, places, strict=True):
        where = "title" if place == 0 else "end" if place >= last - 1 else "body"
        left, right = context.before(mention.span, 6), context.after(mention.span, 3)
        found += [f"{where} left{min(i, 3)}={word}" for i, word in enumerate(left)]
        found += [f"right{i}={word}" for i, word in enumerate(right)]
        found += [f"left pair={left[1]} {left[0]}"] if len(left) > 1 else ["starts sentence"]
        sentence = context.sentences[place]
        words = context.words_in(Span(sentence.start, mention.span.start)) if place else []
        found += [f"ahead={word}" for word in words]
    return [*found, *(f"{kind} {feature}" for feature in found)]


class RoleClassifier:
    """Give every entity of a document its role."""

    def __init__(self, classifier: LinearClassifier) -> None:
        self.classifier = classifier

    def role(self, context: Context, entity: Entity) -> Role:
        """The likeliest role among those that the entity's type can have."""
        odds = self.classifier.probabilities(role_features(context, entity))
        return max(ROLES_OF[entity.type], key=lambda role: (odds.get(role.value, 0.0), role.value))

    def __call__(self, doc: Doc) -> Doc:
        """Set the roles of `doc._.pg_entities`."""
        context = Context.of(doc)
        doc._.pg_entities = [replace(e, role=self.role(context, e)) for e in context.entities]
        return doc


@Language.factory("papergraph_roles", requires=["doc._.pg_entities"], assigns=["doc._.pg_entities"])
def create_roles(nlp: Language, name: str) -> RoleClassifier:
    """The role classifier with the weights that are shipped."""
    return RoleClassifier(LinearClassifier.read(weights_path("roles.npz")))
