"""Which form of an answer a client gets: content negotiation (RFC 9110, section 12.5.1)."""

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from typing import Final

from pyoxigraph import QueryResultsFormat, RdfFormat

ROWS: Final = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""Forms of SELECT's and ASK's answers, the one for clients that don't mind first."""

GRAPHS: Final = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/xml": RdfFormat.RDF_XML,
}
"""Forms of CONSTRUCT's and DESCRIBE's answers."""


def accepted(header: str) -> list[str]:
    """The media ranges of an Accept header, the most wanted first; what is not wanted at all is left out.

    >>> accepted("text/csv;q=0.5, application/json, text/html;q=0, */*;q=0.1")
    ['application/json', 'text/csv', '*/*']
    """
    ranges = [_range(part) for part in header.split(",") if part.strip()]
    return [name for name, quality in sorted(ranges, key=lambda range_: -range_[1]) if quality > 0]


def _range(part: str) -> tuple[str, float]:
    name, *parameters = [piece.strip().lower() for piece in part.split(";")]
    quality = next((value[2:] for value in parameters if value.startswith("q=")), "1")
    try:
        return name, float(quality)
    except ValueError:
        return name, 0.0


def choose(ranges: Sequence[str], offered: Iterable[str]) -> str | None:
    """The first media type that the client accepts; the first of all where it does not say.

    >>> choose(["text/*"], ROWS), choose([], ROWS), choose(["image/png"], ROWS)
    ('text/csv', 'application/sparql-results+json', None)
    """
    offered = list(offered)
    for wanted in ranges or ["*/*"]:
        for media in offered:
            if fnmatchcase(media, wanted):
                return media
    return None
