"""What a paper does with each of its entities: proposes, studies, addresses, uses or only mentions it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.context import Context
from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import LinearClassifier, Seen
from papergraph.extract.weights import weights_path
from papergraph.model import Entity, Span
from papergraph.names import is_coined
from papergraph.vocabulary import ConceptType, Role

_AUTHORS = frozenset({"we", "our"})
_POINTING = frozenset({"this", "it", "these", "the"})
_OPENING = 25  # characters ahead of a sentence's subject
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


def _lead(context: Context) -> str | None:
    """The entity that a title of the form "X: what it is" opens with."""
    title = context.sentences[0]
    opening = (e.name for e in context.entities if e.mentions[0].span.start == title.start)
    return next(opening, None) if ":" in title.of(context.text) else None


def _subject(context: Context, sentence: int, lead: str | None) -> str:
    """Whom a sentence speaks of: the authors, what the title opens with, another name, "this"."""
    opening = context.words_in(context.sentences[sentence])[:6]
    first, mention = context.mentions_by_sentence[sentence][0]
    if not _AUTHORS.isdisjoint(opening):
        return "authors"
    if mention.span.start - context.sentences[sentence].start < _OPENING:
        return "lead" if first.name == lead else "coined" if is_coined(first.name) else "other"
    return "this" if opening[:1] and opening[0] in _POINTING else "other"


def _turn(context: Context) -> int:
    """The first sentence behind the title in which the authors speak of their own work: what precedes is background."""
    for number, sentence in enumerate(context.sentences[1:], start=1):
        opening = context.words_in(sentence)
        if not _AUTHORS.isdisjoint(opening) or ("this", "paper") in pairwise(opening):
            return number
    return len(context.sentences)


def _place_features(context: Context, entity: Entity, places: Sequence[int]) -> Iterator[str]:
    """Where it stands: how often, how early, before or behind the turn from background to the paper's own work."""
    coined, last, turn = is_coined(entity.name), len(context.sentences) - 1, _turn(context)
    yield from (f"n={min(len(places), 5)}", f"first={min(places[0], 4)}", f"back={min(last - places[-1], 3)}")
    yield f"coined={coined} n={min(len(places), 5)}"
    sides = ["title" if p == 0 else "before" if p < turn else "at" if p == turn else "behind" for p in places]
    yield from (f"turn={side}" for side in set(sides))
    yield from (f"turns={sorted(set(sides))}", f"turn first={sides[0]} n={min(len(places), 3)}")
    yield f"turn first={sides[0]} coined={coined}"
    if places[0] == 0:
        title = context.sentences[0]
        span = entity.mentions[0].span
        rest = title.of(context.text)[span.end - title.start :].lstrip()
        yield from ("title", f"title opens={span.start == title.start} colon={rest.startswith(':')}")


def _paper_features(context: Context, entity: Entity, lead: str | None) -> Iterator[str]:
    """What kind of paper it is, by its title's words, and what else could be what it proposes."""
    coined, title = is_coined(entity.name), entity.mentions[0].span.start < context.sentences[0].end
    yield from (f"paper={word}" for word in context.words_in(context.sentences[0]))
    yield from (f"paper={word} title={title}" for word in context.words_in(context.sentences[0])[:12])
    rivals = sum(e.type is entity.type and is_coined(e.name) for e in context.entities)
    yield f"rivals={min(rivals, 4)} coined={coined} title={title}"
    yield from (
        f"lead={lead == entity.name} {lead is not None}",
        f"lead={lead is not None} coined={coined} title={title}",
    )
    most = max(len(e.mentions) for e in context.entities)
    yield f"most={len(entity.mentions) == most} coined={coined}"


def _mention_features(context: Context, entity: Entity, places: Sequence[int], lead: str | None) -> Iterator[str]:
    """The words around each of its places, and who is spoken of there."""
    coined, last = is_coined(entity.name), len(context.sentences) - 1
    for mention, place in zip(entity.mentions, places, strict=True):
        where = "title" if place == 0 else "end" if place >= last - 1 else "body"
        left, right = context.before(mention.span, 14), context.after(mention.span, 3)
        yield from (f"{where} left{min(i, 3)}={word}" for i, word in enumerate(left[:6]))
        yield from (f"right{i}={word}" for i, word in enumerate(right))
        yield f"left pair={left[1]} {left[0]}" if len(left) > 1 else "starts sentence"
        yield from _cues(left, right, coined=coined, where=where)
        if place:
            sentence = context.sentences[place]
            yield from (f"ahead={word}" for word in context.words_in(Span(sentence.start, mention.span.start)))
            subject = _subject(context, place, lead)
            itself = context.mentions_by_sentence[place][0][0] is entity
            yield from (f"subject={subject} {itself}", f"subject={subject} left={left[:1]} {itself}")
            yield f"subject={subject} coined={coined}"


def role_features(context: Context, entity: Entity, known: KnownTerms) -> Seen:
    """What is seen of an entity's places, of the words around them, and of the paper."""
    places = [context.sentence_of(m.span) for m in entity.mentions]
    coined, lead = is_coined(entity.name), _lead(context)
    level, words = known.level(entity.name, entity.type), entity.name.casefold().split()
    found = ["bias", f"coined={coined}", f"long={entity.long_form is not None}"]
    found += [f"known={level}", f"known={level} coined={coined}", f"known={level} first={min(places[0], 4)}"]
    found += [f"first word={words[0]}", f"last word={words[-1]}"]
    found += _place_features(context, entity, places)
    found += _paper_features(context, entity, lead)
    found += _mention_features(context, entity, places, lead)
    return Seen(found, (entity.type.value,))


class RoleClassifier:
    """Give every entity of a document its role."""

    def __init__(self, classifier: LinearClassifier, known: KnownTerms) -> None:
        self.classifier = classifier
        self.known = known

    def role(self, context: Context, entity: Entity) -> Role:
        """The likeliest role among those that the entity's type can have."""
        odds = self.classifier.probabilities(role_features(context, entity, self.known))
        return max(ROLES_OF[entity.type], key=lambda role: (odds.get(role.value, 0.0), role.value))

    def __call__(self, doc: Doc) -> Doc:
        """Set the roles of `doc._.pg_entities`."""
        context = Context.of(doc)
        doc._.pg_entities = [replace(e, role=self.role(context, e)) for e in context.entities]
        return doc


@Language.factory("papergraph_roles", requires=["doc._.pg_entities"], assigns=["doc._.pg_entities"])
def create_roles(nlp: Language, name: str) -> RoleClassifier:
    """The role classifier with the weights that are shipped."""
    return RoleClassifier(LinearClassifier.read(weights_path("roles.npz")), KnownTerms.load())
