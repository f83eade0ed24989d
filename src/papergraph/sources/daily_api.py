"""The Daily Papers API's JSON: an array of items with a `paper`, or with `title` and `abstract`."""

from collections.abc import Iterator

from papergraph.errors import SourceError
from papergraph.model import Record
from papergraph.sources.decode import parse_json
from papergraph.sources.json_lines import as_object, plain_record
from papergraph.sources.record import Found, convert, make_record


def read_daily_api(text: str, source: str) -> Found:
    """Papers of one answer of the API. Places are the items' numbers, from 1."""
    try:
        value = parse_json(text)
    except ValueError as error:
        yield SourceError(source, f"{error}: download or save it again")
        return
    yield from convert(source, numbered(value if isinstance(value, list) else [value]), api_record)


def numbered(items: list[object]) -> Iterator[tuple[str, object]]:
    """Items with their places."""
    return ((f"item {number}", item) for number, item in enumerate(items, 1))


def api_record(value: object) -> Record:
    """A paper from an item of the API, or from a plain object.

    Raises:
        UnusableError: It holds no paper.
    """
    item = as_object(value)
    paper = as_object(item.get("paper", item))
    if "summary" not in paper and "abstract" in paper:
        return plain_record(paper)
    return make_record(
        paper.get("title", item.get("title")),
        paper.get("summary", item.get("summary")),
        paper.get("publishedAt"),
        paper.get("id"),
    )
