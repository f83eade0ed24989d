"""The tags make sense, whatever the network thinks."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from papergraph.extract.network.network import TAGS
from papergraph.extract.network.tagger import best_tags


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
