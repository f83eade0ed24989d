"""Links that stand in a text."""

import re
from urllib.parse import urlsplit

_URL = re.compile(r"https?://[\w\-.~:/?#\[\]@!$&'()*+,;=%]+", re.ASCII)
_PAIRS = {")": "(", "]": "["}
_TRAILING = ".,;:!?'*"


def links(text: str) -> tuple[str, ...]:
    """The clean URLs in a cleaned text, each once, in their order.

    >>> links("Code (https://github.com/some/code). See also [page](https://example.org/a_(b)).")
    ('https://github.com/some/code', 'https://example.org/a_(b)')
    """
    found = (_trimmed(url) for url in _URL.findall(text))
    return tuple(dict.fromkeys(url for url in found if is_url(url)))


def is_url(text: str) -> bool:
    """Whether a text is an http or https URL with a host that has a dot."""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in host.strip(".") and not re.search(r"\s", text)


def _trimmed(url: str) -> str:
    """A URL up to the first bracket that it closes but did not open, without the sentence's punctuation."""
    depth = dict.fromkeys(_PAIRS.values(), 0)
    for place, character in enumerate(url):
        if character in depth:
            depth[character] += 1
        elif opening := _PAIRS.get(character):
            depth[opening] -= 1
            if depth[opening] < 0:
                url = url[:place]
                break
    return url.rstrip(_TRAILING)
