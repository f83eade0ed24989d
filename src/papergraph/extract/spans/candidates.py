"""Candidate spans: all that the network's tags may spell out, likely or not, of each type.

Spans are decided on rather than tags, as in span-based recognition (Eberts & Ulges, "Span-based joint entity and
relation extraction with transformer pre-training", ECAI 2020); the tags say which of them are worth a look.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from math import log, prod
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from papergraph.extract.network.network import TAGS
from papergraph.vocabulary import ConceptType

_LEAST = 0.03  # probability of a span's first and of its last tag
_LONGEST = 11  # tokens
_FAINTEST = 0.0005  # of all its tags


class CandidateSpan(NamedTuple):
    """A span that may be a mention.

    Attributes:
        start: Number of its first token.
        end: Number of the token behind its last.
        type: What it would name.
        log: Logarithm of the product of its tags' probabilities.
        least: The lowest of these.
    """

    start: int
    end: int
    type: ConceptType
    log: float
    least: float


def candidate_spans(tags: NDArray[np.floating]) -> list[CandidateSpan]:
    """The candidates in the order of the text. `tags`: probabilities of shape (tokens, tags)."""
    return sorted(span for kind in ConceptType for span in _of_type(kind, tags))


def _of_type(kind: ConceptType, tags: NDArray[np.floating]) -> Iterator[CandidateSpan]:
    begin, inside, last, unit = (tags[:, TAGS.index(f"{place}-{kind}")] for place in "BILU")
    for at in np.flatnonzero(unit >= _LEAST).tolist():
        yield CandidateSpan(at, at + 1, kind, log(unit[at]), float(unit[at]))
    ends = np.flatnonzero(last >= _LEAST).tolist()
    for start in np.flatnonzero(begin >= _LEAST).tolist():
        for end in ends[bisect_right(ends, start) : bisect_left(ends, start + _LONGEST)]:
            odds = [float(begin[start]), *inside[start + 1 : end].tolist(), float(last[end])]
            if (product := prod(odds)) >= _FAINTEST:
                yield CandidateSpan(start, end + 1, kind, log(product), min(odds))


def apart(spans: Sequence[CandidateSpan], odds: Sequence[float], threshold: float) -> list[int]:
    """Numbers of the likeliest spans that do not overlap, in the order of the text.

    Args:
        spans: What is chosen from.
        odds: Probability of each.
        threshold: Least probability of a chosen one.
    """
    taken: set[int] = set()
    chosen = []
    for number in sorted(range(len(spans)), key=lambda number: -odds[number]):
        tokens = range(spans[number].start, spans[number].end)
        if odds[number] >= threshold and taken.isdisjoint(tokens):
            taken.update(tokens)
            chosen.append(number)
    return sorted(chosen)
