"""A linear classifier over named features: what spans, roles and relations are decided by.

Multinomial logistic regression with hashed features (Weinberger et al., "Feature hashing for large scale
multitask learning", ICML 2009). It is trained by `training/`; here it only predicts.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.util import minibatch

_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # odd, so that rows stay as distinct as they were
_AT_ONCE = 256  # examples that are rated together, which costs half as much as one by one

RIGHT, WRONG = "right", "wrong"
"""Labels where the question is whether something is so."""


class Seen(NamedTuple):
    """What is seen of an example: each feature counts alone and once more together with each of `joined_with`."""

    features: list[str]
    joined_with: tuple[str, ...] = ()


def feature_rows(examples: Sequence[Seen], size: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The distinct rows of a table that each example's features fall into.

    Args:
        examples: At least one, all joined with as many others and none without features.
        size: Rows of the table, a power of two.

    Returns:
        The rows of all examples, one example behind the other, and where each one's start.
    """
    counts = [len(seen.features) for seen in examples]
    alone = _hashed(chain.from_iterable(seen.features for seen in examples))
    others = (_hashed(names).repeat(counts) for names in zip(*(seen.joined_with for seen in examples), strict=True))
    hashes = np.stack([alone, *((alone ^ other) * _SPREAD for other in others)])
    owner = np.arange(len(examples), dtype=np.uint64) * np.uint64(size)
    keys = np.sort(((hashes & np.uint64(size - 1)) + owner.repeat(counts)).ravel())
    keys = keys[np.concatenate([[True], keys[1:] != keys[:-1]])]  # as np.unique, which takes ten times as long
    return (keys & np.uint64(size - 1)).astype(np.int64), np.searchsorted(keys, owner)


def _hashed(names: Iterable[str]) -> NDArray[np.uint64]:
    return np.fromiter(map(hash_string, names), dtype=np.uint64)


class LinearClassifier:
    """Labels with a column of weights each.

    Attributes:
        labels: Names of the classes.
        weights: Array of shape (rows, labels).
        bias: Array of shape (labels,).
    """

    def __init__(self, labels: Iterable[str], weights: NDArray[np.floating], bias: NDArray[np.floating]) -> None:
        self.labels = tuple(labels)
        self.weights = weights.astype(np.float32)
        self.bias = bias.astype(np.float32)

    @classmethod
    def read(cls, path: Path) -> "LinearClassifier":
        """Open a classifier that `write` has written."""
        with np.load(path, allow_pickle=False) as data:
            return cls([str(label) for label in data["labels"]], data["weights"], data["bias"])

    def write(self, path: Path) -> None:
        """Write it as a compressed NumPy archive, the weights in half precision."""
        np.savez_compressed(path, labels=np.array(self.labels), weights=self.weights.astype(np.float16), bias=self.bias)

    def probabilities(self, examples: Iterable[Seen]) -> list[dict[str, float]]:
        """Probability of each label for each example."""
        batches = minibatch(examples, _AT_ONCE)  # type: ignore[no-untyped-call]
        return [odds for batch in batches for odds in self._rated(batch)]

    def _rated(self, examples: Sequence[Seen]) -> Iterator[dict[str, float]]:
        rows, starts = feature_rows(examples, len(self.weights))
        scores = np.add.reduceat(self.weights.take(rows, axis=0), starts, axis=0) + self.bias
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        yield from (dict(zip(self.labels, row, strict=True)) for row in odds.tolist())
