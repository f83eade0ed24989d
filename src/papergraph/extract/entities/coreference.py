"""Coreference of names: which differently written forms of one paper are one thing.

"Forgetting" is "catastrophic forgetting" where the paper says so once and then shortens it, but "image
classification" is not "classification" in every paper. A linear classifier decides on pairs of entities of one
type, by how their words overlap, where they stand and what stands between them (the mention-pair model: Soon, Ng
& Lim, "A machine learning approach to coreference resolution of noun phrases", Computational Linguistics 2001).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import networkx as nx
from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.discourse.context import Context
from papergraph.extract.linear import LinearClassifier, Seen
from papergraph.extract.weights import weights_path
from papergraph.model import Entity, Mention
from papergraph.names import is_coined, is_short_form, stems, words

_NUMBER = re.compile(r"v?\d+[a-z]?")
SAME, OTHER = "same", "other"
THRESHOLD = 0.4  # least probability with which two are joined; chosen by cross-validation, as all thresholds are


@dataclass(frozen=True)
class _Half:
    """One entity of a pair, with what the features ask of it."""

    entity: Entity
    form: str
    stems: tuple[str, ...]

    @classmethod
    def of(cls, entity: Entity) -> "_Half":
        form = max(entity.surfaces, key=len)
        return cls(entity, form, stems(form))

    @property
    def coined(self) -> bool:
        return is_coined(self.form)

    def in_title(self, title_end: int) -> bool:
        return self.entity.mentions[0].span.start < title_end


def _overlap(long: Sequence[str], short: Sequence[str]) -> str:
    """How the words of two forms overlap."""
    kinds = {
        "equal": long == short,
        "reordered": set(long) == set(short),
        "suffix": long[-len(short) :] == short,
        "prefix": long[: len(short)] == short,
        "subset": set(short) <= set(long),
        "head": long[-1:] == short[-1:],
        "some": not set(long).isdisjoint(short),
    }
    return next((kind for kind, holds in kinds.items() if holds), "none")


def _initials(short: str, long: str) -> tuple[bool, int]:
    """Whether the letters of one form are the first letters of the other's words, and how far, in quarters."""
    letters = [c for c in short.casefold() if c.isalnum()]
    found = 0
    for word in re.findall(r"[^\W_]+", long.casefold()):
        if found < len(letters) and word[0] == letters[found]:
            found += 1
    return found == len(letters), 4 * found // max(1, len(letters))


def _nearest(one: Entity, other: Entity) -> tuple[Mention, Mention]:
    """The two mentions that stand closest, the first of them first."""
    pairs = ((a, b) for a in one.mentions for b in other.mentions)
    a, b = min(pairs, key=lambda p: abs(p[0].span.start - p[1].span.start))
    return (a, b) if a.span <= b.span else (b, a)


def _place_features(context: Context, long: _Half, short: _Half) -> Iterator[str]:
    """Where the two stand: sentences that name both, the title, which comes first, what is between them."""
    places = [{context.sentence_of(m.span) for m in half.entity.mentions} for half in (long, short)]
    yield f"together={min(len(places[0] & places[1]), 2)}"
    counts = [min(len(half.entity.mentions), 3) for half in (long, short)]
    yield f"mentions={counts}"
    title_end = context.sentences[0].end
    yield f"title={long.in_title(title_end)} {short.in_title(title_end)}"
    yield f"long first={long.entity.mentions[0].span < short.entity.mentions[0].span}"
    low, high = _nearest(long.entity, short.entity)
    yield f"near={min(max(0, high.span.start - low.span.end) // 10, 5)}"
    between = context.text[low.span.end : high.span.start].strip().casefold()
    if len(between) <= 20:
        yield f"between={between}"
    yield f"abbreviates={long.entity.long_form is not None} {short.entity.long_form is not None}"


def pair_features(context: Context, one: Entity, other: Entity) -> Seen:
    """What is seen of two entities of one type; the order in which they are given does not matter."""
    halves = sorted((_Half.of(one), _Half.of(other)), key=lambda h: (len(h.form.split()), len(h.form), h.form))
    short, long = halves
    a, b = set(long.stems), set(short.stems)
    overlap = _overlap(long.stems, short.stems)
    found = [f"extra={min(len(long.stems) - len(short.stems), 3)} words={min(len(short.stems), 3)}"]
    found.append(f"coined={long.coined} {short.coined}")
    found += _place_features(context, long, short)
    if " " not in short.form:
        full, part = _initials(short.form, long.form)
        found.append(f"initials={full} {part} short={is_short_form(short.form)}")
    found += [f"extra={word}" for word in a - b] + [f"lacks={word}" for word in b - a]
    found += [f"has={word}" for word in short.stems]
    found.append(f"shared={4 * len(a & b) // max(1, len(a | b))}")
    return Seen(["bias", *found], (overlap,))


def _are_versions(one: str, other: str) -> bool:
    """Whether two forms differ in a number that only one has: "SAM" and "SAM 2", "ImageNet" and "ImageNet-1K"."""
    few, many = sorted((set(words(one)), set(words(other))), key=len)
    return few < many and any(_NUMBER.fullmatch(word) for word in many - few)


def may_corefer(one: Entity, other: Entity) -> bool:
    """Whether a pair is looked at: of one type, and with a word in common, or one coined and the other not.

    Versions of one thing are things of their own, and never looked at.
    """
    if one.type is not other.type or any(_are_versions(a, b) for a in one.surfaces for b in other.surfaces):
        return False
    coined = [any(map(is_coined, e.surfaces)) for e in (one, other)]
    known = [{stem for form in e.surfaces for stem in stems(form)} for e in (one, other)]
    return coined[0] != coined[1] or not known[0].isdisjoint(known[1])


def _telling(entity: Entity) -> tuple[bool, int, int]:
    """How well an entity's name tells what is meant: a coined or short one best, else the fullest."""
    own_name = entity.long_form is not None or (is_coined(entity.name) and " " not in entity.name)
    return own_name, len(stems(entity.name)), len(entity.mentions)


def joined(entities: Sequence[Entity]) -> Entity:
    """Several entities as one, named as the one whose name tells most."""
    lead = max(entities, key=_telling)
    mentions = tuple(sorted((m for e in entities for m in e.mentions), key=lambda m: m.span))
    spelled = (e.name for e in entities if e is not lead and _initials(lead.name, e.name)[0])
    long_form = lead.long_form or next(spelled, None)
    own = {*lead.surfaces, long_form}
    return replace(
        lead,
        mentions=mentions,
        confidence=max(e.confidence for e in entities),
        long_form=long_form,
        shorthand=tuple(form for form in dict.fromkeys(m.text for m in mentions) if form not in own),
    )


class CoreferenceClassifier:
    """Join a document's entities that are one thing.

    Attributes:
        threshold: Least probability with which two are joined, 0 to 1.
    """

    def __init__(self, classifier: LinearClassifier, threshold: float) -> None:
        self.classifier = classifier
        self.threshold = threshold

    def resolve(self, context: Context) -> list[Entity]:
        """The entities, those of one thing as one, in the order of their first mention."""
        same: nx.Graph[int] = nx.Graph()
        same.add_nodes_from(range(len(context.entities)))
        for (i, one), (j, other) in combinations(enumerate(context.entities), 2):
            if may_corefer(one, other):
                odds = self.classifier.probabilities(pair_features(context, one, other))
                if odds[SAME] >= self.threshold:
                    same.add_edge(i, j)
        groups = [[context.entities[i] for i in sorted(group)] for group in nx.connected_components(same)]
        found = (group[0] if len(group) == 1 else joined(group) for group in groups)
        return sorted(found, key=lambda e: e.mentions[0].span)

    def __call__(self, doc: Doc) -> Doc:
        """Join entities of `doc._.pg_entities`."""
        doc._.pg_entities = self.resolve(Context.of(doc))
        return doc


@Language.factory("papergraph_coreference", requires=["doc._.pg_entities"], default_config={"threshold": THRESHOLD})
def create_coreference(nlp: Language, name: str, threshold: float) -> CoreferenceClassifier:
    """The classifier with the weights that are shipped."""
    return CoreferenceClassifier(LinearClassifier.read(weights_path("coreference.npz")), threshold)
