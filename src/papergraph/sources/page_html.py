"""Daily Papers pages saved as HTML, as the server sends them or as a browser saves them.

The page embeds the API's items as JSON, which is taken where it is there. Else a paper is an `article` whose
heading links to /papers/<arXiv identifier>, with its abstract in `p` elements.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from selectolax.lexbor import LexborHTMLParser, LexborNode

from papergraph.model import Record
from papergraph.sources.daily_api import api_record, numbered
from papergraph.sources.dates import Stamp, iso_date, page_year, read_stamp
from papergraph.sources.decode import parse_json
from papergraph.sources.furniture import is_furniture
from papergraph.sources.identifier import arxiv_identifier
from papergraph.sources.record import Found, convert, make_record

_PAPER_LINK = re.compile(r"/papers/([^/?#\s]+)")


@dataclass(frozen=True, slots=True)
class _Article:
    """What an article element says of a paper."""

    title: str
    abstract: str
    identifier: str
    stated: str | None
    stamp: Stamp | None


def read_page_html(text: str, source: str, page_date: date | None = None) -> Found:
    """Papers of a page, each once. Places are the numbers of embedded items, then of articles.

    Args:
        text: The page.
        source: Its name.
        page_date: As for a page saved as text.
    """
    tree = LexborHTMLParser(text)
    embedded = {_identifier(item): item for item in _embedded(tree)}
    yield from convert(source, numbered(list(embedded.values())), api_record)

    articles = {f"article {number}": article for number, article in enumerate(_articles(tree), 1)}
    year = page_year(article.stamp for article in articles.values() if article.stamp)

    def to_record(article: _Article) -> Record:
        day = None
        if article.stamp:
            day = article.stamp.latest(page_date) if page_date else article.stamp.in_year(year)
        shown = article.stated or (day.isoformat() if day else None)
        return make_record(article.title, article.abstract, shown, article.identifier)

    rest = ((place, article) for place, article in articles.items() if article.identifier not in embedded)
    yield from convert(source, rest, to_record)


def _embedded(tree: LexborHTMLParser) -> Iterator[object]:
    """The papers in the page's data: items of lists, or the one paper of a paper's own page."""
    for node in tree.css("[data-props]"):
        try:
            data = parse_json(node.attributes.get("data-props") or "")
        except ValueError:
            continue  # the page's own elements tell the same
        for value in data.values() if isinstance(data, dict) else ():
            yield from filter(_identifier, value if isinstance(value, list) else [value])


def _identifier(item: object) -> str | None:
    """The arXiv identifier of an item that has a title and an abstract."""
    match item:
        case {"paper": {"id": identifier, "title": str(), "summary": str()}}:
            return arxiv_identifier(identifier)
        case {"id": identifier, "title": str(), "summary": str()}:
            return arxiv_identifier(identifier)
    return None


def _articles(tree: LexborHTMLParser) -> Iterator[_Article]:
    """The papers in the page's elements."""
    for element in tree.css("article"):
        for link in element.css("h1 a, h2 a, h3 a, h4 a"):
            target = _PAPER_LINK.search(link.attributes.get("href") or "")
            if target:
                yield _article(element, link.text(), target[1])
                break


def _article(element: LexborNode, title: str, identifier: str) -> _Article:
    """What one element says: paragraphs that are no furniture are the abstract."""
    paragraphs = (node.text().strip() for node in element.css("p"))
    lines = (line.strip() for line in element.text(separator="\n").splitlines())
    time = element.css_first("time[datetime]")
    return _Article(
        title,
        " ".join(text for text in paragraphs if not is_furniture(text)),
        arxiv_identifier(identifier) or identifier,
        iso_date(time.attributes.get("datetime")) if time else None,
        next((stamp for line in lines if (stamp := read_stamp(line))), None),
    )
