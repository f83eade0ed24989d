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

_OWN = frozenset({"we", "our", "this", "paper", "work"})
_CUES = {
    stem[:6]: cue
    for cue, stems in {
        "propose": "propos introd presen develo design devise offer releas create constr build establ call named",
        "study": "study studie invest analyz analys examin explor charac unders show find prove demons reveal observ",
        "use": "use uses using used leverag employ utiliz adopt via based incorp combin apply applie with through",
        "compare": "outper surpas compar beat exceed than over against baseli unlike such like",
        "evaluate": "evalua experi tested test on across bench achiev report measur",
        "address": "addres tackle solve for solvin task proble improv",
        "mitigate": "mitiga reduce allevi avoid preven suffer",
    }.items()
    for stem in stems.split()
}
"""Verbs and prepositions, by their first six letters, that tell what a paper does with what follows."""

ROLES_OF: dict[ConceptType, frozenset[Role]] = {
    kind: frozenset(Role)
    - ({Role.ADDRESSES} if kind is not ConceptType.TASK else {Role.EVALUATES_ON})
    - ({Role.EVALUATES_ON} if kind not in {ConceptType.BENCHMARK, ConceptType.METRIC} else set())
    for kind in ConceptType
}
"""Only tasks are addressed; only benchmarks and metrics are evaluated on."""


def _cues(left: list[str], right: list[str], *, coined: bool, where: str) -> list[str]:
    """The nearest verb that tells what is done with a mention, how far ahead it stands, and whose it is."""
    found = []
    for distance, word in enumerate(left):
        cue = _CUES.get(word[:6])
        if cue:
            whose = "own" if _OWN & set(left[distance : distance + 4]) else "other"
            near = min(distance // 2, 4)
            found += [f"cue={cue}", f"cue={cue} near={near}", f"cue={cue} {whose} coined={coined} {where}"]
            found += [f"cue={cue} listed={sum(w in {',', 'and'} for w in left[:distance])}"]
            break
    if right and right[0] == "(":
        found.append(f"defined coined={coined}")
    if right[:1] in (["that"], ["which"], ["to"]) or right[:2] == [",", "which"]:
        found.append(f"explained coined={coined}")
    return found


def role_features(context: Context, entity: Entity) -> list[str]:
    """What is seen of an entity's places and of the words around them."""
    kind, found = entity.type.value, ["bias"]
    places = [context.sentence_of(m.span) for m in entity.mentions]
    last = len(context.sentences) - 1
    found += [f"n={min(len(places), 5)}", f"first={min(places[0], 4)}", f"back={min(last - places[-1], 3)}"]
    coined = is_coined(entity.name)
    found += [f"coined={coined}", f"long={entity.long_form is not None}", f"coined={coined} n={min(len(places), 5)}"]
    title = context.sentences[0]
    in_title = [m for m in entity.mentions if context.sentence_of(m.span) == 0]
    if in_title:
        rest = title.of(context.text)[in_title[0].span.end - title.start :].lstrip()
        opens = in_title[0].span.start == title.start
        found += ["title", f"title opens={opens} colon={rest.startswith(':')}"]
    for mention, place in zip(entity.mentions, places, strict=True):
        where = "title" if place == 0 else "end" if place >= last - 1 else "body"
        left, right = context.before(mention.span, 14), context.after(mention.span, 3)
        found += [f"{where} left{min(i, 3)}={word}" for i, word in enumerate(left[:6])]
        found += [f"right{i}={word}" for i, word in enumerate(right)]
        found += [f"left pair={left[1]} {left[0]}"] if len(left) > 1 else ["starts sentence"]
        found += _cues(left, right, coined=coined, where=where)
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
