"""Which words tell of an entity or a pair of entities, and their vectors' means and maxima."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, NoReturn

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, reduce_first, reduce_max, reduce_mean
from thinc.types import Ragged

from papergraph.extract.discourse.candidates import Candidate
from papergraph.extract.discourse.context import Context
from papergraph.extract.network.dense import Floats, no_way_back
from papergraph.extract.network.marks import entity_marks, pair_marks
from papergraph.model import Entity, Mention

_BETWEEN = 24  # words up to the second mention that are looked at

ENTITY_POOLS = ("mean", "max", "first", "mean", "mean")
"""How the groups of `entity_places` are pooled."""

PAIR_POOLS = ("mean", "mean", "max", "mean", "mean", "mean")
"""How the groups of `pair_places` are."""

_REDUCERS = {"mean": reduce_mean, "max": reduce_max, "first": reduce_first}


class Group(NamedTuple):
    """Which of a document's word vectors are pooled for each of several items: passages, each of one word and more.

    Items that stand on the same words, such as the pairs of one sentence, share a passage, which is pooled once.

    Attributes:
        rows: Numbers of words, one passage behind the other.
        lengths: How many of these each passage has.
        passages: For each item the number of its passage.
    """

    rows: NDArray[np.int32]
    lengths: NDArray[np.int32]
    passages: NDArray[np.int32]

    @classmethod
    def of(cls, items: Sequence[Sequence[range]]) -> "Group":
        """The passages of several items, each of them some ranges one behind the other."""
        numbers: dict[tuple[range, ...], int] = {}
        passages = [numbers.setdefault(tuple(item), len(numbers)) for item in items]
        rows = [row for ranges in numbers for some in ranges for row in some]
        lengths = [sum(map(len, ranges)) for ranges in numbers]
        return cls(*(np.array(column, dtype=np.int32) for column in (rows, lengths, passages)))


class Places(NamedTuple):
    """Where a document's entities or pairs stand, and what is known of each.

    Attributes:
        groups: For each way of pooling the passages of all items.
        marks: Array of shape (items, marks), ones and zeros.
    """

    groups: list[Group]
    marks: NDArray[np.float32]


class Gathered(NamedTuple):
    """Vectors of words, of shape (words, width), and which of them are pooled."""

    vectors: NDArray[np.float32]
    places: Places


def entity_places(context: Context, entities: Sequence[Entity]) -> Places:
    """The words of all mentions of each entity, three times over; those of their sentences; those of the title."""
    named = Group.of([_words_of(context, entity.mentions) for entity in entities])
    sentences = [context.rows(sentence) for sentence in context.sentences]
    numbers = [sorted({context.sentence_of(m.span) for m in entity.mentions}) for entity in entities]
    around = Group.of([[sentences[number] for number in some] for some in numbers])
    title = Group.of([sentences[:1] for _ in entities])
    return Places([named, named, named, around, title], entity_marks(context, entities))


def pair_places(context: Context, candidates: Sequence[Candidate]) -> Places:
    """The words of both mentions, those between them, those of all mentions of both entities, and the sentence's."""
    heads = [_words_of(context, [c.head_mention] if c.head_mention else c.head.mentions) for c in candidates]
    tails = [[context.rows(c.tail_mention.span)] for c in candidates]
    between = [_rows_between(context, candidate) for candidate in candidates]
    words = {entity.name: _words_of(context, entity.mentions) for entity in context.entities}
    every = ([words[c.head.name] for c in candidates], [words[c.tail.name] for c in candidates])
    sentences = [[context.rows(context.sentences[c.sentence])] for c in candidates]
    groups = [Group.of(items) for items in (heads, tails, [[rows] for rows in between], *every, sentences)]
    return Places(groups, pair_marks(candidates, list(map(len, between))))


def _words_of(context: Context, mentions: Sequence[Mention]) -> list[range]:
    return [context.rows(mention.span) for mention in mentions]


def _rows_between(context: Context, candidate: Candidate) -> range:
    """From one mention's last word, or the sentence's first, to the other's first."""
    tail, head = context.rows(candidate.tail_mention.span), candidate.head_mention
    if head is None:
        start, end = context.rows(context.sentences[candidate.sentence])[0], tail[0]
    else:
        first, second = sorted((context.rows(head.span), tail), key=lambda rows: rows[0])
        start, end = first[-1], second[0]
    return range(min(start, end), max(start, end) + 1)[-_BETWEEN:]


def pooled(pools: Sequence[str]) -> Model[Gathered, Floats]:
    """A layer that pools each group's vectors in its way, and puts them and the marks side by side."""
    return Model("pooled", _forward, layers=[_REDUCERS[pool]() for pool in pools])


def _forward(
    model: Model[Gathered, Floats], given: Gathered, is_train: bool
) -> tuple[Floats, Callable[[object], NoReturn]]:
    vectors, (groups, marks) = given
    parts = [
        reducer.predict(Ragged(vectors[group.rows], group.lengths))[group.passages]  # type: ignore[arg-type]
        for reducer, group in zip(model.layers, groups, strict=True)
    ]
    return np.hstack([*parts, marks]), no_way_back
