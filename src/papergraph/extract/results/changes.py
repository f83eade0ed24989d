"""Changes from one level to another: where one started is not what the paper's own method reached.

Of 48 in the annotated papers whose ends both count, the start is credited to what the end's method is compared with in
22, to nobody in 7 and to another in 7; in 12, where nothing new is behind the change, to the same.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import replace
from itertools import pairwise

from papergraph.model import Result
from papergraph.vocabulary import ResultKind

_FROM = re.compile(r"\bfrom(?:\s+[^\s\d]+){0,3}\s*[~$]?\Z")
_TO = re.compile(r"[^.;\d]{0,40}?\bto\s+(?:[^\s\d]+\s+){0,3}[~$]?")
_AHEAD = 40  # characters ahead of a number in which "from" is looked for


def with_starts(results: Sequence[Result], text: str, own: Container[str]) -> list[Result]:
    """Results of which no change's start is credited to what reached its end, if that is the paper's own.

    Args:
        results: In the order of the text.
        text: The paper's text.
        own: Names of what the paper proposes.
    """
    found = list(results)
    for number, (start, end) in enumerate(pairwise(results)):
        if _is_change(start, end, text):
            found[number] = replace(
                found[number], kind=ResultKind.ABSOLUTE, method=_whose(start, end, own), baseline=""
            )
            found[number + 1] = replace(end, kind=ResultKind.ABSOLUTE)
    return found


def _is_change(start: Result, end: Result, text: str) -> bool:
    ahead = text[max(start.evidence.start, start.span.start - _AHEAD) : start.span.start]
    between = text[start.span.end : end.span.start]
    return start.evidence == end.evidence and bool(_FROM.search(ahead) and _TO.fullmatch(between))


def _whose(start: Result, end: Result, own: Container[str]) -> str:
    if start.method not in own and start.method not in {"", end.method}:
        return start.method
    return end.baseline or ("" if start.method in own else start.method)
