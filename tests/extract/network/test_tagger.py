"""The tagger's own parts: what it learns by is the derivative, and its tags make sense."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from thinc.api import Model

from papergraph.extract import pipeline
from papergraph.extract.network.tagger import TAGS, MentionTagger, best_tags


def windows(found: MentionTagger) -> list[Model]:
    return [layer for layer in found.model.walk() if layer.name.startswith("neighbours") and not layer.layers]


@pytest.mark.parametrize("rows", [0, 1, 3, 8, 40])
def test_each_convolution_hands_errors_back_to_where_it_looked(rows: int) -> None:
    found = pipeline.blank().add_pipe("papergraph_tagger")
    assert isinstance(found, MentionTagger)
    random = np.random.default_rng(0)
    for layer in windows(found):
        x = random.normal(size=(rows, 3))
        y, backprop = layer(x, is_train=True)
        dy = random.normal(size=y.shape)
        # A linear layer and its derivative are adjoint: <A x, dy> = <x, A' dy>.
        assert (y * dy).sum() == pytest.approx((x * backprop(dy)).sum())


def test_a_token_sees_as_far_as_the_model_says() -> None:
    found = pipeline.blank().add_pipe("papergraph_tagger")
    assert isinstance(found, MentionTagger)
    x = np.zeros((101, 1))
    x[50] = 1
    for layer in windows(found):
        x = layer.predict(x).sum(axis=1, keepdims=True)
    assert np.flatnonzero(x).tolist() == list(range(50 - found.model.attrs["sees"], 51 + found.model.attrs["sees"]))


@given(st.lists(st.integers(0, len(TAGS) - 1), max_size=12))
def test_tags_make_sense_whatever_the_network_thinks(likely: list[int]) -> None:
    scores = np.log(np.eye(len(TAGS), dtype=np.float32)[likely] + 1e-3)
    path = [TAGS[number] for number in best_tags(scores.reshape(len(likely), len(TAGS)))]
    assert len(path) == len(likely)
    inside = ""
    for tag in path:
        place, _, kind = tag.partition("-")
        assert (place in "IL") == bool(inside)
        assert not inside or kind == inside
        inside = kind if place in "BI" else ""
    assert not inside
