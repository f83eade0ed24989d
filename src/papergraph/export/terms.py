"""Values of the network as RDF terms, each valid whatever the input was."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

import pyoxigraph

# What may stand both in a Turtle local name (PN_CHARS) and in an IRI (ucschar of RFC 3987).
_LETTERS = (
    "A-Za-z0-9_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd"
)
_ESCAPED = re.compile(rf"^[^{_LETTERS}]|[^{_LETTERS}.-]|\.$")
_URL = re.compile(r"https?://[^/?#]+", re.IGNORECASE)
_DOTS = re.compile(r"(?<=/)\.\.?(?=[/?#]|$)")  # steps that some readers of RDF take ("a/../b" is "b") and others keep
_YEAR = re.compile(r"\d{4}", re.ASCII)


@lru_cache(maxsize=1 << 16)  # a paper's key stands in the IRIs of all its mentions
def local(key: str) -> str:
    """A key as the last part of an IRI and of a prefixed name; letters of any script stay as they are.

    >>> local("grokking.phenomenon"), local("café-λ"), local("a/b <c>.")
    ('grokking.phenomenon', 'café-λ', 'a%2Fb%20%3Cc%3E%2E')
    """
    return _ESCAPED.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), key)


def url(text: str | None) -> str | None:
    """A web address as an IRI that every reader leaves as it is; None where it is not a valid one of http or https.

    >>> url("https://github.com/a/b"), url("https://github.com/a/../b"), url("javascript:alert(1)"), url("http://a b")
    ('https://github.com/a/b', 'https://github.com/a/%2E%2E/b', None, None)
    """
    if not text or not text.isprintable() or not _URL.match(text):
        return None
    try:
        return pyoxigraph.NamedNode(_DOTS.sub(lambda match: "%2E" * len(match[0]), text)).value
    except ValueError:
        return None


def issued(text: str | None) -> dict[str, str] | None:
    """An ISO date or a year as a JSON-LD value; None where it is neither.

    >>> issued("2024-02-08"), issued("2024"), issued("soon")
    ({'@type': 'xsd:date', '@value': '2024-02-08'}, {'@type': 'xsd:gYear', '@value': '2024'}, None)
    """
    if not text:
        return None
    if _YEAR.fullmatch(text):
        return {"@type": "xsd:gYear", "@value": text}
    try:
        return {"@type": "xsd:date", "@value": date.fromisoformat(text).isoformat()}
    except ValueError:
        return None


def decimal(value: str | float) -> str | None:
    """A number in the lexical form of xsd:decimal; None where there is none.

    >>> decimal("18.90"), decimal("1e3"), decimal("40"), decimal("NaN")
    ('18.90', '1000', '40', None)
    """
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return f"{number:f}" if number.is_finite() else None


@lru_cache(maxsize=1 << 16)
def probability(value: float) -> str:
    """A confidence to three decimal places.

    >>> probability(0.87654), probability(1.0)
    ('0.877', '1.0')
    """
    return f"{round(value, 3)}" if value >= 0.001 else "0.0"
