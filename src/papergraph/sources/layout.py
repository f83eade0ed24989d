"""Lines of a page in which titles and abstracts follow each other -> which is which."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page that is not blank, stripped, with its number from 1."""

    number: int
    text: str


@dataclass(slots=True)
class Block:
    """A title and the paragraphs of its abstract; none where the page lacks it."""

    title: Line
    abstract: list[Line] = field(default_factory=list)


class _Part(IntEnum):
    TITLE = 0
    ABSTRACT = 1
    MORE = 2


_LONG = 250  # characters: beyond the longest usual title
_SENTENCE_BREAK = re.compile(r"[a-z)\"”][.!?] +[A-Z]")
_NO_ABSTRACT = 2.5
_NEVER = float("inf")


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Titles with their abstracts, in the reading that strains the lines' looks least.

    Neither length nor place tells a title from an abstract for sure: titles run to several lines, abstracts
    may be one word or several paragraphs, and one of the two may be missing. So the cheapest path through
    the page is taken (Viterbi): a title that looks like prose, an abstract that does not, a further
    paragraph and a missing abstract each have their price.
    """
    block: Block | None = None
    for line, part in zip(lines, _parts(lines), strict=True):
        if block is None or part is _Part.TITLE:
            if block:
                yield block
            block = Block(line)
        else:
            block.abstract.append(line)
    if block:
        yield block


def _parts(lines: Sequence[Line]) -> list[_Part]:
    """The cheapest sequence of parts."""
    totals = {_Part.TITLE: 0.0, _Part.ABSTRACT: _NEVER, _Part.MORE: _NEVER}
    back: list[dict[_Part, _Part]] = []
    for index, line in enumerate(lines):
        prose = prose_likeness(line.text)
        own = {_Part.TITLE: 2 * prose, _Part.ABSTRACT: 3 * (1 - prose), _Part.MORE: 3 - 1.5 * prose}
        if index == 0:
            totals[_Part.TITLE] = own[_Part.TITLE]
            continue
        best = {part: min(_Part, key=lambda last: totals[last] + _step(last, part)) for part in _Part}
        totals = {part: totals[best[part]] + _step(best[part], part) + own[part] for part in _Part}
        back.append(best)
    if not lines:
        return []
    totals[_Part.TITLE] += _NO_ABSTRACT
    path = [min(_Part, key=totals.__getitem__)]
    for best in reversed(back):
        path.append(best[path[-1]])
    return path[::-1]


def _step(last: _Part, part: _Part) -> float:
    """What it costs that one part follows another."""
    if last is _Part.TITLE:
        return {_Part.TITLE: _NO_ABSTRACT, _Part.ABSTRACT: 0.0, _Part.MORE: _NEVER}[part]
    if last is _Part.MORE and part is _Part.MORE:
        return -0.8  # further paragraphs seldom come alone
    return _NEVER if part is _Part.ABSTRACT else 0.0


def prose_likeness(text: str) -> float:
    """How much a line looks like an abstract, 0 to 1.

    >>> prose_likeness("Fast Weights for Slow Learners"), prose_likeness("We ask why. It is the data.")
    (0.0, 0.8)
    """
    signs = (
        0.5 * (len(text) > _LONG)
        + 0.5 * (_SENTENCE_BREAK.search(text) is not None)
        + 0.3 * text.endswith(".")
        + 0.3 * ("http" in text)
    )
    return min(signs, 1.0)
