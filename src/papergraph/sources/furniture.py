"""Lines of a Daily Papers page that belong to the page, not to a paper."""

import re

from papergraph.sources.dates import read_stamp

HEADER = "Get trending papers in your email inbox"
BYLINE = re.compile(r"by\s?AK and the research community")
_AUTHORS = re.compile(r"•?\s*\d+ authors?")
_COUNT = re.compile(r"\d{1,6}|-")  # of upvotes or comments
_WORDS = frozenset({
    "new", "subscribe", "daily papers", "papers", "trending papers", "trending", "daily", "weekly", "monthly",
    "sort", "search", "previous", "next", "·", "upvote", "submitted by", "view all activity",
    "log in", "sign up", "hugging face", "models", "datasets", "spaces", "community", "docs", "enterprise", "pricing",
    "system theme", "company", "tos", "privacy", "about", "careers", "jobs", "website",
})  # fmt: skip


def is_author_count(line: str) -> bool:
    """Whether a line is of the kind "• 4 authors"."""
    return _AUTHORS.fullmatch(line) is not None


def is_furniture(line: str) -> bool:
    """Whether a line is a heading, a button, a count, a date or a footer.

    >>> [is_furniture(line) for line in ("Subscribe", "Dec 10", "  • 8 authors".strip(), "Mixed Papers")]
    [True, True, True, False]
    """
    return (
        line.casefold() in _WORDS
        or line.startswith(HEADER)
        or is_author_count(line)
        or _COUNT.fullmatch(line) is not None
        or BYLINE.fullmatch(line) is not None
        or read_stamp(line) is not None
    )
