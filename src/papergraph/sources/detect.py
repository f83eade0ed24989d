"""Which kind of source it is, told from its first bytes, never from its name."""

import re
from collections.abc import Callable
from enum import StrEnum

from papergraph.sources.decode import marked_encoding
from papergraph.sources.page_text import has_page_marks

HEAD = 1 << 16
"""How many bytes are looked at."""

# PDF, zip, PNG, GIF, JPEG, bzip2, xz, 7z, zstd
_MAGIC = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"BZh",
    b"\xfd7zXZ",
    b"7z\xbc\xaf",
    b"(\xb5/\xfd",
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TOLERATED = 0.01  # share of control characters; a stray one is cleaned away later
_API = re.compile(r'\[\s*[{\]]|\{\s*(?:"paper"\s*:|(?=\n))')  # an array, one item, or one object over several lines
_SNAPSHOT = re.compile(r'\{[^\n]*"(?:versions|update_date|authors_parsed)"\s*:')
_JSON_LINE = re.compile(r'^[ \t]*\{.*"(?:title|abstract)"\s*:', re.MULTILINE)
_FEED = re.compile(r"<(?:\w+:)?feed[\s>]")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|main|div|article)[\s>]", re.IGNORECASE)


class Kind(StrEnum):
    """Kinds of sources."""

    PAGE_TEXT = "a Daily Papers page saved as text"
    PAGE_HTML = "a Daily Papers page saved as HTML"
    DAILY_API = "the Daily Papers API's JSON"
    ARXIV_ATOM = "an Atom feed of the arXiv API"
    ARXIV_SNAPSHOT = "arXiv's metadata snapshot"
    JSON_LINES = "JSON Lines with title and abstract"
    EMPTY = "an empty file"
    BINARY = "a binary file"
    UNKNOWN = "a file of no known kind"


READABLE = (
    Kind.PAGE_TEXT, Kind.PAGE_HTML, Kind.DAILY_API, Kind.ARXIV_ATOM, Kind.ARXIV_SNAPSHOT, Kind.JSON_LINES
)  # fmt: skip
"""The kinds that papers are read from."""


def detect(head: bytes) -> Kind:
    r"""The kind of a source, from its first `HEAD` bytes.

    >>> detect(b'{"title": "T", "abstract": "A"}\n').name, detect(b"%PDF-1.7").name
    ('JSON_LINES', 'BINARY')
    """
    encoding = marked_encoding(head)
    if encoding is None and _is_binary(head):
        return Kind.BINARY
    text = head.decode(encoding or "utf-8", "replace").lstrip()
    return next((kind for kind, matches in _LOOKS if matches(text)), Kind.UNKNOWN)


def _is_binary(head: bytes) -> bool:
    """Whether these are no text's bytes; a text in UTF-16 without a mark counts as such."""
    return head.startswith(_MAGIC) or len(_CONTROLS.findall(head)) > _TOLERATED * len(head)


# Tried in this order; what comes first is surest.
_LOOKS: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    (Kind.EMPTY, lambda text: not text),
    (Kind.DAILY_API, _API.match),
    (Kind.ARXIV_SNAPSHOT, _SNAPSHOT.match),
    (Kind.JSON_LINES, lambda text: text.startswith("{")),
    (Kind.ARXIV_ATOM, lambda text: text.startswith("<") and _FEED.search(text)),
    (Kind.PAGE_HTML, lambda text: text.startswith("<") and _HTML.search(text)),
    (Kind.PAGE_TEXT, has_page_marks),
    (Kind.JSON_LINES, _JSON_LINE.search),
)
