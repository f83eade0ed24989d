"""What the network is told of an entity or a pair beside their words: properties that hold or not."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from papergraph.extract.discourse.candidates import Candidate
from papergraph.extract.discourse.context import Context
from papergraph.model import Entity
from papergraph.names import is_coined
from papergraph.vocabulary import ConceptType, Role

_TYPES = {kind: number for number, kind in enumerate(ConceptType)}
_ROLES = {role: number for number, role in enumerate(Role)}
_ORDERS = {"head first": 0, "tail first": 1, "self": 2}
_GAPS = (1, 2, 3, 4, 5, 7, 10, 15, 25)  # words between two mentions, from where they count as farther away
_MANY = 4  # sentences or mentions, from where they count as many
_ENTITY_SIZES = (len(_TYPES), _MANY, _MANY, 1, 1, 1, 1)
_PAIR_SIZES = (len(_TYPES), len(_TYPES), len(_ROLES), len(_ROLES), len(_ORDERS), len(_GAPS) + 1, 1)

ENTITY_MARKS = sum(_ENTITY_SIZES)
"""How many properties an entity may have: its type, its place, how often and how it is named."""

PAIR_MARKS = sum(_PAIR_SIZES)
"""How many a pair may have: its types, roles and order, how far apart the two are, whether it is the title."""


def entity_marks(context: Context, entities: Sequence[Entity]) -> NDArray[np.float32]:
    """Ones and zeros, of shape (entities, marks)."""
    return _filled([_of_entity(context, entity) for entity in entities], _ENTITY_SIZES)


def pair_marks(candidates: Sequence[Candidate], between: Sequence[int]) -> NDArray[np.float32]:
    """Ones and zeros, of shape (pairs, marks). `between`: words from the one to the other."""
    return _filled([_of_pair(*pair) for pair in zip(candidates, between, strict=True)], _PAIR_SIZES)


def _of_entity(context: Context, entity: Entity) -> Iterator[int | None]:
    places = {context.sentence_of(mention.span) for mention in entity.mentions}
    yield _TYPES[entity.type]
    yield min(*places, _MANY - 1)
    yield min(len(entity.mentions), _MANY) - 1
    yield _if(is_coined(entity.name))
    yield _if(entity.long_form is not None)
    yield _if(max(places) >= len(context.sentences) - 2)
    yield _if(len(places) > 1)


def _of_pair(candidate: Candidate, between: int) -> Iterator[int | None]:
    yield from (_TYPES[candidate.head.type], _TYPES[candidate.tail.type])
    yield from (_ROLES[candidate.head.role], _ROLES[candidate.tail.role])
    yield _ORDERS[candidate.order()]
    yield bisect_right(_GAPS, between)
    yield _if(candidate.sentence == 0)


def _if(holds: bool) -> int | None:
    return 0 if holds else None


def _filled(items: Sequence[Iterator[int | None]], sizes: Sequence[int]) -> NDArray[np.float32]:
    """A one in each of an item's groups of columns, at the number that it gives for the group, if any."""
    width, starts = sum(sizes), [0, *accumulate(sizes[:-1])]
    ones = [
        row * width + start + at
        for row, item in enumerate(items)
        for start, at in zip(starts, item, strict=True)
        if at is not None
    ]
    marks = np.zeros(len(items) * width, dtype=np.float32)
    marks[ones] = 1
    return marks.reshape(len(items), width)
