"""arXiv's identifiers."""

import re

# https://info.arxiv.org/help/arxiv_identifier.html: since April 2007 YYMM.number, before archive/YYMMnumber.
_IDENTIFIER = re.compile(
    r"(?:arxiv:|https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/)?"
    r"(\d\d(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d\d(?:0[1-9]|1[0-2])\d{3})"
    r"(?:v\d+)?(?:\.pdf)?",
    re.ASCII | re.IGNORECASE,
)


def arxiv_identifier(text: object) -> str | None:
    """The identifier, without its version, that a text or an arXiv address consists of.

    >>> arxiv_identifier("http://arxiv.org/abs/2402.05859v2"), arxiv_identifier("cs.CL/0001020")
    ('2402.05859', 'cs.CL/0001020')
    >>> arxiv_identifier("paper-17") is None
    True
    """
    match = _IDENTIFIER.fullmatch(text.strip()) if isinstance(text, str) else None
    return match[1] if match else None


def arxiv_page(identifier: str) -> str:
    """Where arXiv shows the paper."""
    return f"https://arxiv.org/abs/{identifier}"
