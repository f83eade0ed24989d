"""What is seen of two names of a paper when it is asked whether they are one thing's."""

from collections.abc import Iterator
from dataclasses import dataclass

from papergraph.extract.discourse.context import Context
from papergraph.extract.entities.likeness import abbreviation_features, overlap, word_features
from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import Seen
from papergraph.model import Entity, Mention, Span
from papergraph.names import is_coined, stems

_FAR = 10  # words between two mentions, beyond which they are not looked at
_WELL_KNOWN = 7  # level of a name from which it counts as known to all


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


def _nearest(one: Entity, other: Entity) -> tuple[Mention, Mention]:
    """The two mentions that stand closest, the first of them first."""
    pairs = ((a, b) for a in one.mentions for b in other.mentions)
    a, b = min(pairs, key=lambda p: abs(p[0].span.start - p[1].span.start))
    return (a, b) if a.span <= b.span else (b, a)


def _place_features(context: Context, long: _Half, short: _Half) -> Iterator[str]:
    """Where the two stand: sentences that name both, the title, which comes first."""
    places = [{context.sentence_of(m.span) for m in half.entity.mentions} for half in (long, short)]
    yield f"together={min(len(places[0] & places[1]), 2)}"
    counts = [min(len(half.entity.mentions), 3) for half in (long, short)]
    yield f"mentions={counts}"
    title_end = context.sentences[0].end
    yield f"title={long.in_title(title_end)} {short.in_title(title_end)}"
    yield f"long first={long.entity.mentions[0].span < short.entity.mentions[0].span}"
    yield f"abbreviates={long.entity.long_form is not None} {short.entity.long_form is not None}"


def _between_features(context: Context, long: _Half, short: _Half) -> Iterator[str]:
    """What stands between the two where they stand closest."""
    low, high = _nearest(long.entity, short.entity)
    yield f"near={min(max(0, high.span.start - low.span.end) // 10, 5)}"
    between = context.text[low.span.end : high.span.start].strip().casefold()
    if len(between) <= 20:
        yield f"between={between}"
    yield f"nearest long first={low in long.entity.mentions}"
    apart = context.sentence_of(high.span) - context.sentence_of(low.span)
    if apart:
        yield f"sentences between={min(apart, 3)}"
        return
    words = context.words_in(Span(low.span.end, max(low.span.end, high.span.start)))
    yield f"words between={min(len(words), 8)}"
    yield from (f"word between={word}" for word in words if len(words) <= _FAR)


def _known_features(known: KnownTerms, long: _Half, short: _Half) -> Iterator[str]:
    """How well the field knows each of the two."""
    first, second = (min(known.level(half.form, half.entity.type), _WELL_KNOWN) for half in (long, short))
    yield from (f"known long={first}", f"known short={second}", f"known={first // 2} {second // 2}")


def _abbreviation_features(long: _Half, short: _Half) -> Iterator[str]:
    """Whether one is short for the other, or a word in it is for those that they do not share: "video LLM"."""
    if " " not in short.form:
        yield from abbreviation_features(short.form, long.form)
        return
    own = (
        [word for word in one.form.split() if set(stems(word)).isdisjoint(other.stems)]
        for one, other in ((long, short), (short, long))
    )
    less, more = sorted(own, key=lambda words: (len(words), sum(map(len, words))))
    if len(less) == 1 and len(less) + len(more) < len(short.stems) + len(long.stems):
        yield from (f"rest {found}" for found in abbreviation_features(less[0], " ".join(more)))


def pair_features(context: Context, one: Entity, other: Entity, known: KnownTerms) -> Seen:
    """What is seen of two entities of one type; the order in which they are given does not matter."""
    halves = sorted((_Half.of(one), _Half.of(other)), key=lambda h: (len(h.form.split()), len(h.form), h.form))
    short, long = halves
    found = ["bias", f"extra={min(len(long.stems) - len(short.stems), 3)} words={min(len(short.stems), 3)}"]
    found.append(f"coined={long.coined} {short.coined}")
    found += _place_features(context, long, short)
    found += _between_features(context, long, short)
    found += _known_features(known, long, short)
    found += word_features(long.form, short.form)
    found += _abbreviation_features(long, short)
    return Seen(found, (overlap(long.stems, short.stems), one.type.value))
