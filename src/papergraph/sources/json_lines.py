"""JSON Lines: one paper a line, with `title` and `abstract`; `id`, `date` and `url` where there are any."""

import io
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from papergraph.model import Record
from papergraph.sources.decode import marked_encoding, parse_json
from papergraph.sources.record import Found, UnusableError, convert, make_record

_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")  # what "surrogateescape" makes of a byte that is not UTF-8


def plain_record(value: object) -> Record:
    """A paper from a JSON object with plain fields.

    Raises:
        UnusableError: It holds no paper.
    """
    fields = as_object(value)
    return make_record(
        fields.get("title"), fields.get("abstract"), fields.get("date"), fields.get("id"), fields.get("url")
    )


def as_object(value: object) -> dict[str, object]:
    """A JSON value that has to be an object.

    Raises:
        UnusableError: It is none.
    """
    if not isinstance(value, dict):
        raise UnusableError('no JSON object: write a paper as {"title": "…", "abstract": "…"}')
    return cast("dict[str, object]", value)


def read_json_lines(stream: BinaryIO, source: str, to_record: Callable[[object], Record] = plain_record) -> Found:
    """Papers line by line, so that no more than a line is held in memory. Places are line numbers."""
    return convert(source, _numbered(stream), lambda line: to_record(_value(line)))


def _numbered(stream: BinaryIO) -> Iterator[tuple[str, str]]:
    """The lines that are not blank, with their numbers."""
    encoding = marked_encoding(stream.read(4)) or "utf-8"
    stream.seek(0)
    lines = io.TextIOWrapper(
        stream,
        encoding,
        errors="surrogateescape" if encoding.startswith("utf-8") else "replace",
        newline="\n",
    )
    try:
        for number, line in enumerate(lines, 1):
            if not line.isspace():
                yield str(number), line.strip()
    finally:
        lines.detach()


def _value(line: str) -> object:
    """What one line holds."""
    if _ESCAPED_BYTE.search(line):
        raise UnusableError("not UTF-8: save the line in that encoding")
    try:
        return parse_json(line)
    except ValueError as error:
        raise UnusableError(f"{error}: correct or remove the line") from None
