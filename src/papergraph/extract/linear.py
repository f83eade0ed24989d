"""A linear classifier over named features: what roles and relations are decided by.

Multinomial logistic regression with hashed features (Weinberger et al., "Feature hashing for large scale
multitask learning", ICML 2009). It is trained by `training/`; here it only predicts.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.strings import hash_string  # type: ignore[attr-defined]

_SPREAD = np.uint64(0x9E3779B97F4A7C15)  # odd, so that rows stay as distinct as they were


class Seen(NamedTuple):
    """What is seen of an example: each feature counts alone and once more together with each of `joined_with`."""

    features: list[str]
    joined_with: tuple[str, ...] = ()


def feature_rows(seen: Seen, size: int) -> NDArray[np.int64]:
    """The distinct rows of a table with `size` rows (a power of two) that an example's features fall into."""
    alone = np.array([hash_string(feature) for feature in seen.features], dtype=np.uint64)
    joined = [(alone ^ np.uint64(hash_string(other))) * _SPREAD for other in seen.joined_with]
    rows = np.sort(np.concatenate([alone, *joined]) & np.uint64(size - 1)).astype(np.int64)
    first = np.ones(len(rows), dtype=np.bool_)
    np.not_equal(rows[1:], rows[:-1], out=first[1:])
    return rows[first]  # as np.unique, at a fifth of its price


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

    def probabilities(self, seen: Seen) -> dict[str, float]:
        """Probability of each label for one example."""
        rows = feature_rows(seen, len(self.weights))
        scores = self.weights.take(rows, axis=0).sum(axis=0) + self.bias
        odds = np.exp(scores - scores.max())
        return dict(zip(self.labels, (odds / odds.sum()).tolist(), strict=True))
