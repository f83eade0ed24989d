"""What is seen of a candidate span: how likely it is, how it is written, what stands beside it, what rivals it has."""

from collections.abc import Iterator
from math import floor

from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import Seen
from papergraph.extract.spans.candidates import CandidateSpan
from papergraph.extract.spans.lattice import Lattice
from papergraph.names import is_coined, is_short_form, stems

_NEVER = -9.0  # in place of a logarithm, where there is no such span
_MOST = 4  # steps of a lead, from where on it counts as large
_SHIFT = 3  # tokens between the ends of two spans, from where on they count as far apart


def span_features(lattice: Lattice, number: int, known: KnownTerms) -> Seen:
    """What is seen of a document's span of this number."""
    span = lattice.spans[number]
    found = [*_own(lattice, number, known), *_beside(lattice, span)]
    if lattice.rivals[number]:
        found += _against(lattice, number, lattice.rivals[number][0], known)
    return Seen(found, (span.type.value,))


def _step(log: float | None) -> int:
    """A logarithm as one of some twenty steps."""
    return max(-9, floor((_NEVER if log is None else log) * 2))


def _lead(log: float | None, other: float | None) -> int:
    """By how much one logarithm is larger than another, in steps."""
    difference = (_NEVER if log is None else log) - (_NEVER if other is None else other)
    return _within(_MOST, floor(difference))


def _within(most: int, number: int) -> int:
    return max(-most, min(most, number))


def _own(lattice: Lattice, number: int, known: KnownTerms) -> Iterator[str]:
    span, form = lattice.spans[number], lattice.forms[number]
    words, likely = stems(form), _step(span.log)
    yield from ("bias", f"likely={likely}", f"least={int(span.least * 20)}")
    yield f"rivals={min(len(lattice.rivals[number]), 5)}"
    yield from (f"coined={is_coined(form)} words={min(len(words), 5)}", f"short={is_short_form(form)}")
    yield from (f"first word={words[:1]}", f"last word={words[-1:]}")
    level, elsewhere = known.level(form, span.type), _step(lattice.elsewhere[number]) // 2
    yield from (f"known={level}", f"known={level} words={min(len(words), 4)}", f"known={level} likely={likely // 2}")
    yield from (f"elsewhere={elsewhere}", f"elsewhere={elsewhere} likely={likely // 2}")
    yield f"lead over other types={_lead(span.log, max((s.log for s in lattice.twins[number]), default=None))}"


def _beside(lattice: Lattice, span: CandidateSpan) -> Iterator[str]:
    """The words ahead and behind, and what it is listed with."""
    yield from (f"before={lattice.word(span.start - 1)}", f"after={lattice.word(span.end)}")
    for between, other in lattice.listed(span):
        side = "behind" if other.start < span.start else "ahead of"
        yield from (f"{side} {between} same={other.type is span.type}", f"{side} {between} {other.type}")


def _against(lattice: Lattice, number: int, rival: int, known: KnownTerms) -> Iterator[str]:
    """How it differs from its likeliest rival, and which of the two is likelier here, elsewhere and in the field."""
    span, other = lattice.spans[number], lattice.spans[rival]
    shift = f"{_within(_SHIFT, other.start - span.start)} {_within(_SHIFT, span.end - other.end)}"
    lead = _lead(span.log, other.log)
    yield from (f"lead={lead}", f"lead={lead} likely={_step(span.log)}", f"shift={shift}", f"shift={shift} lead={lead}")
    mine, its = (known.level(lattice.forms[n], lattice.spans[n].type) for n in (number, rival))
    yield from (f"known={mine} {its}", f"known={min(mine, 2)} {min(its, 2)} shift={shift}")
    mine_there, its_there = (lattice.elsewhere[n] for n in (number, rival))
    yield f"lead elsewhere={_lead(mine_there, its_there)}"
    yield f"elsewhere={_step(mine_there) // 2} {_step(its_there) // 2}"
