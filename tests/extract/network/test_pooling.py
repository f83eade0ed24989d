"""The network pools the words that an entity or a pair stands on."""

from dataclasses import replace

import numpy as np
import pytest
from tests.extract.annotated import annotated

from papergraph.extract.discourse.candidates import find_candidates
from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.network.marks import ENTITY_MARKS, PAIR_MARKS
from papergraph.extract.network.pooling import (
    ENTITY_POOLS,
    PAIR_POOLS,
    Gathered,
    Group,
    Places,
    entity_places,
    pair_places,
    pooled,
)
from papergraph.vocabulary import ConceptType, Role

M, P = ConceptType.METHOD, ConceptType.PHENOMENON
TEXT = "ZIP: Zonal Priors\nAs we show, ZIP strongly reduces sudden forgetting. Adam suffers, too."
NAMED = (("ZIP", M, 1), ("sudden forgetting", P, 1), ("Adam", M, 1))


def words(discourse: Discourse, group: Group) -> list[str]:
    """The words of each item."""
    passages = np.split(group.rows, np.cumsum(group.lengths)[:-1])
    return [" ".join(discourse.lowered[row] for row in passages[number]) for number in group.passages]


def test_an_entity_is_told_by_its_mentions_their_sentences_and_the_title() -> None:
    discourse = annotated(TEXT, *NAMED)
    places = entity_places(discourse, discourse.entities)
    *named, around, title = [words(discourse, group) for group in places.groups]
    assert named == [["zip zip", "sudden forgetting", "adam"]] * 3
    first, second, third = discourse.words_by_sentence
    assert around == [" ".join(first + second), " ".join(second), " ".join(third)]
    assert title == [" ".join(first)] * 3
    assert len(places.groups) == len(ENTITY_POOLS)
    assert places.marks.shape == (3, ENTITY_MARKS)


def test_a_pair_stands_on_its_mentions_and_what_is_between() -> None:
    discourse = annotated(TEXT, *NAMED)
    (pair,) = (c for c in find_candidates(discourse) if c.head.name == "ZIP" and c.tail.type is P)
    places = pair_places(discourse, [pair])
    assert [words(discourse, group) for group in places.groups] == [
        ["zip"],
        ["sudden forgetting"],
        ["zip strongly reduces sudden"],
        ["zip zip"],
        ["sudden forgetting"],
        [" ".join(discourse.words_by_sentence[1])],
    ]
    assert len(places.groups) == len(PAIR_POOLS)
    assert places.marks.shape == (1, PAIR_MARKS)


def test_where_a_pronoun_stands_for_the_head_its_sentence_is_read_from_the_start() -> None:
    discourse = annotated("ZIP: Zonal Priors\nOur method ends forgetting.", ("ZIP", M, 1), ("forgetting", P, 1))
    discourse.entities[0] = replace(discourse.entities[0], role=Role.PROPOSES)
    (pair,) = find_candidates(discourse)
    assert pair.head_mention is None
    head, _, between, *_ = pair_places(discourse, [pair]).groups
    assert words(discourse, head) == ["zip"]
    assert words(discourse, between) == ["our method ends forgetting"]


def test_nothing_has_no_places() -> None:
    discourse = annotated(TEXT)
    assert entity_places(discourse, []).marks.shape == (0, ENTITY_MARKS)
    assert pair_places(discourse, []).marks.shape == (0, PAIR_MARKS)


def test_each_groups_words_are_pooled_in_its_way() -> None:
    vectors = np.random.default_rng(0).normal(size=(7, 4)).astype(np.float32)
    items = [[range(1), range(2, 5), range(3, 4)], [range(5, 6)], [range(4, 5), range(2)], [range(5, 6)]]
    marks = np.ones((4, 1), dtype=np.float32)
    found = pooled(["mean", "max", "first"]).predict(Gathered(vectors, Places([Group.of(items)] * 3, marks)))
    for row, words in zip(found, items, strict=True):
        chosen = vectors[[row for rows in words for row in rows]]
        assert row == pytest.approx(np.concatenate([chosen.mean(axis=0), chosen.max(axis=0), chosen[0], [1]]))
