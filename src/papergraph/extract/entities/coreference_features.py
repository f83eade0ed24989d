"""What is seen of two names of a paper when it is asked whether they are one thing's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from papergraph.extract.discourse.context import Context
from papergraph.extract.linear import Seen
from papergraph.extract.text.abbreviations import long_form_start
from papergraph.model import Entity, Mention
from papergraph.names import is_coined, is_short_form, stems


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


def initials(short: str, long: str) -> tuple[bool, int]:
    """Whether the letters of one form are the first letters of the other's words, and how far, in quarters."""
    letters = [c for c in short.casefold() if c.isalnum()]
    found = _in_order(letters, long)
    return found == len(letters), 4 * found // max(1, len(letters))


def _in_order(letters: Sequence[str], long: str) -> int:
    """How many of these letters open words of a form, one after the other."""
    found = 0
    for word in re.findall(r"[^\W_]+", long.casefold()):
        if found < len(letters) and word[0] == letters[found]:
            found += 1
    return found


def _abbreviation_features(short: str, long: str) -> Iterator[str]:
    """Whether one word may be short for some: by its letters, its capitals alone, or as they begin."""
    full, part = initials(short, long)
    yield f"initials={full} {part} short={is_short_form(short)}"
    capitals = [c.casefold() for c in short if c.isupper() or c.isdigit()]
    named = len(capitals) > 1 and _in_order(capitals, long) == len(capitals)
    opened = [word[0] for word in re.findall(r"[^\W_]+", long.casefold())][: len(capitals)] == capitals
    start = long_form_start(short, long)
    alike = next((n for n in range(6, 0, -1) if long[:n].casefold() == short[:n].casefold()), 0)
    yield from (f"capitals={named} {opened}", f"spelled={start == 0} {start is not None}")
    yield f"spelled={start == 0} capitals={named}"
    yield from (f"alike={alike}", f"alike={alike} capitals={named}")


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
        found += _abbreviation_features(short.form, long.form)
    found += [f"extra={word}" for word in a - b] + [f"lacks={word}" for word in b - a]
    found += [f"has={word}" for word in short.stems]
    found.append(f"shared={4 * len(a & b) // max(1, len(a | b))}")
    return Seen(["bias", *found], (overlap,))
