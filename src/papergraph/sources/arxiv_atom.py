"""The arXiv API's Atom feeds."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from papergraph.errors import SourceError
from papergraph.model import Record
from papergraph.sources.record import Found, UnusableError, convert, make_record

_ATOM = "{http://www.w3.org/2005/Atom}"
_API_ERRORS = "arxiv.org/api/errors"


def read_atom(stream: BinaryIO, source: str) -> Found:
    """Papers entry by entry, no more than one is held in memory. Places are the entries' numbers."""
    try:
        yield from convert(source, _entries(stream), entry_record)
    except ParseError as error:
        line = error.position[0]
        yield SourceError(source, f"broken XML ({error.msg}): what follows is not read; download it again", str(line))
    except DefusedXmlException:
        yield SourceError(source, "XML that defines entities is refused, as it can be an attack: remove its DOCTYPE")
    except (ValueError, LookupError) as error:
        yield SourceError(source, f"XML that cannot be read ({error}): save it as UTF-8")


def entry_record(entry: Element) -> Record:
    """A paper from an entry.

    Raises:
        UnusableError: It holds no paper.
    """
    identifier = _text(entry, "id")
    summary = _text(entry, "summary")
    if _API_ERRORS in (identifier or ""):
        raise UnusableError(f"arXiv's answer is an error, not papers: {summary}")
    return make_record(_text(entry, "title"), summary, _text(entry, "published"), identifier)


def _entries(stream: BinaryIO) -> Iterator[tuple[str, Element]]:
    """The feed's entries with their places; each is emptied after use."""
    events = iter(iterparse(stream, events=("start", "end")))
    _, root = next(events)
    number = 0
    for event, element in events:
        if event == "end" and element.tag == f"{_ATOM}entry":
            number += 1
            yield f"entry {number}", element
            root.clear()


def _text(entry: Element, tag: str) -> str | None:
    """All text inside a child, None where there is no such child."""
    child = entry.find(f"{_ATOM}{tag}")
    return None if child is None else "".join(child.itertext())
