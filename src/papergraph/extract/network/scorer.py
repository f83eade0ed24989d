"""What the network makes of one document's entities and of pairs of them: evidence for the linear classifiers."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from math import exp
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

from papergraph.extract.discourse.candidates import Candidate
from papergraph.extract.discourse.context import Context
from papergraph.extract.network.network import RELATIONS, ROLES
from papergraph.extract.network.pooling import Gathered, Places, entity_places, pair_places

Odds = Mapping[str, float]
"""Probability of each role or relation, by its name."""

_SUREST = 5  # odds of more than e to the fifth to one count as these
_STEPS = tuple(1 / (1 + exp(-0.5 - step)) for step in range(-_SUREST, _SUREST))  # where the rounded log-odds change


class Scorer:
    """The network's heads, and the vectors that it gave a document's words.

    Args:
        network: As `build_network` makes it.
        vectors: Array of shape (words, width).
    """

    def __init__(self, network: Model[Any, Any], vectors: NDArray[np.float32]) -> None:
        self.network = network
        self.vectors = vectors

    def roles(self, context: Context) -> list[Odds]:
        """Of each entity of the document the probability of each role."""
        return self._odds("roles", ROLES, entity_places(context, context.entities))

    def relations(self, context: Context, candidates: Sequence[Candidate]) -> list[Odds]:
        """Of each pair the probability of each relation, and of none."""
        return self._odds("relations", RELATIONS, pair_places(context, candidates))

    def _odds(self, head: str, labels: Sequence[str], places: Places) -> list[Odds]:
        if not len(places.marks):
            return []
        found = self.network.get_ref(head).predict(Gathered(self.vectors, places))
        return [dict(zip(labels, row, strict=True)) for row in found.tolist()]


def odds_features(odds: Odds) -> Iterator[str]:
    """The network's view as features: for each label how sure it is, in steps of the log-odds; and the two best."""
    for label, odd in odds.items():
        yield f"network {label}={bisect_right(_STEPS, odd) - _SUREST}"
    best = sorted(odds, key=lambda label: odds[label], reverse=True)[:2]
    yield from (f"network={best[0]}", f"network={best[0]} {best[1]} {int(odds[best[0]] * 5)}")
