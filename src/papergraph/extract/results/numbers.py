"""Numbers as they stand in the text, with their units."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from papergraph.model import Span

_SIGN = r"(?:(?<![\w.,^_/@#$-])[+\-−–]?|(?<=\d[-–]))"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"
_GLUED = r"\s?%|\s?(?:pp|dB|ms|fps|FPS|BLEU|AP|mAP|mIoU)\b|\s?[xX×](?!\w)|-points?\b|-fold\b"
_SPELLED = r"\s(?:percent|times|points?|percentage points?|fold)\b"
_UNIT = rf"{_GLUED}|{_SPELLED}"
_RANGE = rf"{_DIGITS}(?:{_GLUED})?\s?[-–−~]\s?{_DIGITS}(?:{_UNIT})"
_SHARE = rf"{_DIGITS}(?P<of>\s?/\s?\d+|\sout of\s\d+)"
_NUMBER = re.compile(rf"{_SIGN}(?:{_RANGE}|{_SHARE}|{_DIGITS}(?:{_UNIT})?)(?!\w|[.,]?\d|-[A-Za-z])")
_ENDING = re.compile(rf"(?:{_UNIT})$")
_UNITS = {
    "percent": "%",
    "×": "x",
    "X": "x",
    "times": "x",
    "fold": "x",
    "-fold": "x",
    "-point": "points",
    "-points": "points",
    "point": "points",
    "percentage point": "pp",
}


class Number(NamedTuple):
    """A number in the text.

    Attributes:
        span: Where it stands, unit included.
        written: As written, e.g. "18.9%"; a range, "4-7%", and a share, "6 out of 7", are one number.
        unit: "%", "x", "pp", "points" or another unit as written, of a share "out of 7"; "" without one.
    """

    span: Span
    written: str
    unit: str


def find_numbers(text: str) -> Iterator[Number]:
    """Every free-standing number: those inside names (GPT-4, CIFAR-100) or glued to letters (7B) are none.

    >>> [n.written for n in find_numbers("GPT-4 with 7B weights gains 18.9% and runs 3x faster, 0.52pp on CIFAR-10.")]
    ['18.9%', '3x', '0.52pp']
    >>> [(n.written, n.unit) for n in find_numbers("It wins 6 out of 7 games by 4%-7%.")]
    [('6 out of 7', 'out of 7'), ('4%-7%', '%')]
    """
    for match in _NUMBER.finditer(text):
        written = match.group().strip()
        yield Number(Span(match.start(), match.start() + len(match.group())), written, _unit(written, match["of"]))


def _unit(written: str, of: str | None) -> str:
    found = _ENDING.search(written)
    unit = of or (found.group() if found else "")
    unit = unit.strip()
    unit = unit.removesuffix("s") if unit in {"points", "percentage points"} else unit
    return _UNITS.get(unit, unit)
