"""How alike two names of a paper are: in their words, their letters and their meaning."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from papergraph.extract.text.definitions import long_form_start
from papergraph.extract.text.subwords import SIZE, load_subwords
from papergraph.names import is_short_form, plain_words, stems

_HALF = 2  # quarters of a form's letters that open a term's words, from which it may be short for it
_MOST_SWAPPED = 3  # words in which two names differ, up to which all are looked at together


def overlap(long: Sequence[str], short: Sequence[str]) -> str:
    """How the words of two forms overlap."""
    kinds = {
        "equal": long == short,
        "reordered": set(long) == set(short),
        "suffix": long[-len(short) :] == short,
        "prefix": long[: len(short)] == short,
        "subset": set(short) <= set(long),
        "head": long[-1:] == short[-1:],
        "some": not set(long).isdisjoint(short),
    }
    return next((kind for kind, holds in kinds.items() if holds), "none")


def word_features(long: str, short: str) -> Iterator[str]:
    """Which words two forms share, and how near in meaning those are that they do not."""
    (first, a), (second, b) = ((plain_words(form), set(stems(form))) for form in (long, short))
    yield f"shared={4 * len(a & b) // max(1, len(a | b))}"
    yield from (f"extra={word}" for word in a - b)
    yield from (f"lacks={word}" for word in b - a)
    yield from (f"has={word}" for word in stems(short))
    yield f"heads={first[-1:]}|{second[-1:]}"
    if len(a ^ b) <= _MOST_SWAPPED:
        yield f"swapped={sorted(a - b)}|{sorted(b - a)}"
    own = tuple(word for word in first if word not in second), tuple(word for word in second if word not in first)
    pairs = {"all": (first, second), "own": own, "heads": (first[-1:], second[-1:]), "rest": (first[:-1], second[:-1])}
    yield from (f"alike {part}={_alike(*pair)}" for part, pair in pairs.items())


def _alike(some: tuple[str, ...], others: tuple[str, ...]) -> int | None:
    """The cosine of two groups' mean vectors, in eighths; None where a group is empty."""
    return int(float(_direction(some) @ _direction(others)) * 8) if some and others else None


@lru_cache(maxsize=1 << 14)
def _direction(words: tuple[str, ...]) -> NDArray[np.float32]:
    vectors = load_subwords().matrix(list(words))[:, : SIZE // 2]
    mean: NDArray[np.float32] = _normalized(_normalized(vectors).sum(axis=0))
    return mean


def _normalized(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    found: NDArray[np.float32] = vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)
    return found


def initials(short: str, long: str) -> tuple[bool, int]:
    """Whether the letters of one form are the first letters of the other's words, and how far, in quarters."""
    letters = [c for c in short.casefold() if c.isalnum()]
    found = _in_order(letters, long)
    return found == len(letters), 4 * found // max(1, len(letters))


def may_abbreviate(short: str, long: str) -> bool:
    """Whether a form may be short for another: half of its letters open the other's words, or all stand there in order.

    >>> may_abbreviate("LoRA", "Low-Rank Adaptation"), may_abbreviate("LoRA", "optimizer states")
    (True, False)
    """
    return initials(short, long)[1] >= _HALF or long_form_start(short, long) is not None


def _in_order(letters: Sequence[str], long: str) -> int:
    """How many of these letters open words of a form, one after the other."""
    found = 0
    for word in plain_words(long):
        if found < len(letters) and word[0] == letters[found]:
            found += 1
    return found


def abbreviation_features(short: str, long: str) -> Iterator[str]:
    """Whether one word may be short for some: by its letters, its capitals alone, or as they begin."""
    full, part = initials(short, long)
    yield f"initials={full} {part} short={is_short_form(short)}"
    capitals = [c.casefold() for c in short if c.isupper() or c.isdigit()]
    named = len(capitals) > 1 and _in_order(capitals, long) == len(capitals)
    opened = [word[0] for word in plain_words(long)][: len(capitals)] == capitals
    start = long_form_start(short, long)
    alike = next((n for n in range(6, 0, -1) if long[:n].casefold() == short[:n].casefold()), 0)
    yield from (f"capitals={named} {opened}", f"spelled={start == 0} {start is not None}")
    yield f"spelled={start == 0} capitals={named}"
    yield from (f"alike={alike}", f"alike={alike} capitals={named}")
