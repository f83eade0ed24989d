"""The fields of one paper, as a source gives them -> a record."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from papergraph.errors import SourceError
from papergraph.model import Record
from papergraph.sources.clean import clean
from papergraph.sources.dates import iso_date
from papergraph.sources.identifier import arxiv_identifier, arxiv_page
from papergraph.sources.links import is_url, links

_Item = TypeVar("_Item")

Found = Iterator[Record | SourceError]
"""What reading a source gives: papers, and what could not be read, in their order."""


class UnusableError(ValueError):
    """An item that is no paper; its text says why."""


def make_record(
    title: object, abstract: object, date: object = None, identifier: object = None, url: object = None
) -> Record:
    """A record of cleaned fields.

    An identifier counts where it has arXiv's form, a date where it is an ISO date or a year, a URL where it
    is http or https; else they are left out.

    Raises:
        UnusableError: There is no title or no abstract.
    """
    abstract = _text(abstract, "abstract")
    arxiv = arxiv_identifier(identifier)
    given = url.strip() if isinstance(url, str) and is_url(url.strip()) else None
    return Record(
        title=_text(title, "title"),
        abstract=abstract,
        date=iso_date(date),
        arxiv=arxiv,
        url=given or (arxiv_page(arxiv) if arxiv else None),
        links=links(abstract),
    )


def convert(source: str, items: Iterable[tuple[str, _Item]], to_record: Callable[[_Item], Record]) -> Found:
    """Each item as a record, or what is wrong with it and at which place."""
    for place, item in items:
        try:
            yield to_record(item)
        except UnusableError as problem:
            yield SourceError(source, str(problem), place)


def _text(value: object, field: str) -> str:
    """A field's cleaned text."""
    if value is None:
        raise UnusableError(f"no {field}: add it, or leave the paper out")
    if not isinstance(value, str):
        raise UnusableError(f"the {field} is no text: write it as a string")
    text = clean(value)
    if not text:
        raise UnusableError(f"the {field} is empty: fill it in, or leave the paper out")
    return text
