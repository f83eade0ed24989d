"""A source -> the records of its papers, and what could not be read of it."""

import zlib
from datetime import date
from typing import BinaryIO

from papergraph.errors import SourceError
from papergraph.sources.arxiv_atom import read_atom
from papergraph.sources.arxiv_snapshot import read_snapshot
from papergraph.sources.daily_api import read_daily_api
from papergraph.sources.decode import decode
from papergraph.sources.detect import HEAD, READABLE, Kind, detect
from papergraph.sources.json_lines import read_json_lines
from papergraph.sources.page_html import read_page_html
from papergraph.sources.page_text import read_page_text
from papergraph.sources.record import Found
from papergraph.sources.source import Source

_NO_PAPERS = f"no papers found: expected one of {', '.join(READABLE)}"


def read(source: Source, page_date: date | None = None) -> Found:
    """Every paper of a source as it comes, and each problem where it was met. Bad input never raises.

    JSON Lines and Atom are read without holding more than one paper in memory.

    Args:
        source: Where to read.
        page_date: When a saved page was saved; it gives the year of the dates that have none.
    """
    any_found = False
    try:
        with source.open() as stream:
            for found in _read(stream, source.name, page_date):
                any_found = True
                yield found
    except (OSError, EOFError, zlib.error) as error:
        problem = getattr(error, "strerror", None) or error
        yield SourceError(source.name, f"cannot be read to its end: {problem}")
    except ValueError as error:
        yield SourceError(source.name, str(error))
    else:
        if not any_found:
            yield SourceError(source.name, _NO_PAPERS)


def _read(stream: BinaryIO, name: str, page_date: date | None) -> Found:
    """What a stream holds, read as the kind that it is.

    Raises:
        ValueError: It is of no kind that holds papers, or in an unknown encoding.
    """
    kind = detect(stream.read(HEAD))
    stream.seek(0)
    match kind:
        case Kind.PAGE_TEXT:
            yield from read_page_text(decode(stream.read()), name, page_date)
        case Kind.PAGE_HTML:
            yield from read_page_html(decode(stream.read()), name, page_date)
        case Kind.DAILY_API:
            yield from read_daily_api(decode(stream.read()), name)
        case Kind.ARXIV_ATOM:
            yield from read_atom(stream, name)
        case Kind.ARXIV_SNAPSHOT:
            yield from read_snapshot(stream, name)
        case Kind.JSON_LINES:
            yield from read_json_lines(stream, name)
        case Kind.EMPTY:
            raise ValueError("the file is empty")
        case Kind.BINARY:
            raise ValueError("a binary file, not text: save its text as UTF-8, or unpack it first")
        case Kind.UNKNOWN:
            raise ValueError(_NO_PAPERS)
