"""What the network makes of one document's entities and of pairs of them: evidence for the linear classifiers."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import exp
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.util import minibatch
from thinc.api import Model

from papergraph.extract.discourse.candidates import Candidate
from papergraph.extract.discourse.context import Context
from papergraph.extract.network.network import RELATIONS, ROLES
from papergraph.extract.network.pooling import Gathered, Places, entity_places, pair_places
from papergraph.model import Entity

Odds = Mapping[str, float]
"""Probability of each role or relation, by its name."""

_AT_ONCE = 1000  # pairs: a sentence that lists hundreds of names has tens of thousands
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
        self._roles: dict[object, Odds] = {}

    def roles(self, context: Context) -> list[Odds]:
        """Of each entity of the document the probability of each role; what was asked before is not read again."""
        new = [entity for entity in context.entities if _key(entity) not in self._roles]
        self._roles.update(zip(map(_key, new), self._odds("roles", ROLES, entity_places(context, new)), strict=True))
        return [self._roles[_key(entity)] for entity in context.entities]

    def relations(self, context: Context, candidates: Sequence[Candidate]) -> list[Odds]:
        """Of each pair the probability of each relation, and of none."""
        parts = minibatch(candidates, _AT_ONCE)  # type: ignore[no-untyped-call]
        return [odds for part in parts for odds in self._odds("relations", RELATIONS, pair_places(context, part))]

    def _odds(self, head: str, labels: Sequence[str], places: Places) -> list[Odds]:
        if not len(places.marks):
            return []
        found = self.network.get_ref(head).predict(Gathered(self.vectors, places))
        return [dict(zip(labels, row, strict=True)) for row in found.tolist()]


def _key(entity: Entity) -> object:
    """What the network sees of an entity."""
    return entity.name, entity.type, entity.long_form, entity.mentions


def odds_features(odds: Odds, whose: str = "network") -> Iterator[str]:
    """Somebody's view as features: for each label how sure it is, in steps of the log-odds; and the two best."""
    for label, odd in odds.items():
        yield _steps_of(whose, label)[bisect_right(_STEPS, odd)]
    best = sorted(odds, key=odds.__getitem__, reverse=True)[:2]
    yield from (f"{whose}={best[0]}", f"{whose}={best[0]} {best[1]} {int(odds[best[0]] * 5)}")


@cache
def _steps_of(whose: str, label: str) -> tuple[str, ...]:
    return tuple(f"{whose} {label}={step - _SUREST}" for step in range(len(_STEPS) + 1))
