"""Daily Papers pages saved as text.

They come in two layouts: with a byline (how many authors, or an organisation), a middle dot and a date under
each abstract; and bare, where titles and abstracts take turns, with blank lines between them or without.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from papergraph.model import Record
from papergraph.sources.dates import Stamp, page_year, read_stamp
from papergraph.sources.furniture import BYLINE, HEADER, is_author_count, is_furniture
from papergraph.sources.layout import Block, Line, blocks
from papergraph.sources.record import Found, UnusableError, convert, make_record

_BUTTON = "Subscribe"
_DOT = "·"
_LINE_END = re.compile(r"\r\n|\r|\n")  # not str.splitlines, which also breaks at U+2028 inside abstracts
_LONGEST_BYLINE = 100  # characters


@dataclass(frozen=True, slots=True)
class _Paper:
    """A block of the page with the date under it, if there is one."""

    block: Block
    stamp: Stamp | None = None


def read_page_text(text: str, source: str, page_date: date | None = None) -> Found:
    """Papers of a page. Places are line numbers.

    Args:
        text: The page.
        source: Its name.
        page_date: When the page was saved. A date without a year is then the latest such day until then,
            else of the year after the newest that the page writes.
    """
    papers = list(_papers(_lines(text)))
    year = page_year(paper.stamp for paper in papers if paper.stamp)

    def to_record(paper: _Paper) -> Record:
        if paper.stamp is None:
            return _record(paper.block, None)
        return _record(paper.block, paper.stamp.latest(page_date) if page_date else paper.stamp.in_year(year))

    return convert(source, ((str(paper.block.title.number), paper) for paper in papers), to_record)


def has_page_marks(text: str) -> bool:
    """Whether a text looks like such a page: by its heading, or by a date under an abstract."""
    if HEADER in text or BYLINE.search(text):
        return True
    lines = _lines(text)
    return any(_stamp_at(lines, index) for index in range(len(lines)))


def _record(block: Block, day: date | None) -> Record:
    """The record of a block."""
    if not block.abstract:
        shown = block.title.text[:60]
        raise UnusableError(f"no abstract after {shown!r}: add it in the next line, or remove the title")
    abstract = " ".join(line.text for line in block.abstract)
    return make_record(block.title.text, abstract, day.isoformat() if day else None)


def _lines(text: str) -> list[Line]:
    """The lines that are not blank, the first title freed from the button that sticks to it."""
    lines: list[Line] = []
    for number, raw in enumerate(_LINE_END.split(text), 1):
        line = raw.strip()
        if lines and lines[-1].text.startswith(HEADER):
            line = line.removeprefix(_BUTTON).strip()
        if line:
            lines.append(Line(number, line))
    return lines


def _papers(lines: list[Line]) -> Iterator[_Paper]:
    """The papers. Where a date closes a stretch of lines, the stretch is one paper; else looks decide."""
    stretch: list[Line] = []
    dated = False
    for index, line in enumerate(lines):
        stamp = _stamp_at(lines, index)
        if stamp:
            if stretch and _is_byline(lines[index - 1], line):
                stretch = [above for above in stretch if above is not lines[index - 1]]
            yield from _closed(stretch, stamp, first=not dated)
            stretch, dated = [], True
        elif not is_furniture(line.text):
            stretch.append(line)
    yield from map(_Paper, blocks(stretch))


def _closed(stretch: list[Line], stamp: Stamp, *, first: bool) -> Iterable[_Paper]:
    """The papers of a stretch that a date closes. Above the first, headings may stand that are not known."""
    if not stretch:
        return []
    if first:
        *above, last = blocks(stretch)
        return [*map(_Paper, above), _Paper(last, stamp)]
    return [_Paper(Block(stretch[0], stretch[1:]), stamp)]


def _stamp_at(lines: list[Line], index: int) -> Stamp | None:
    """The date in the next line that a middle dot in this one announces."""
    if lines[index].text != _DOT or index + 1 == len(lines):
        return None
    return read_stamp(lines[index + 1].text)


def _is_byline(line: Line, dot: Line) -> bool:
    """Whether a line names the authors or an organisation: it stands right above the dot."""
    return is_author_count(line.text) or (line.number + 1 == dot.number and len(line.text) <= _LONGEST_BYLINE)
