"""A linear classifier says the same of an example, whatever it is asked together with."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.extract import linear
from papergraph.extract.linear import LinearClassifier, Seen

LABELS = ("right", "wrong", "neither")
features = st.lists(st.text(max_size=4), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def classifier() -> LinearClassifier:
    weights = np.random.default_rng(0).normal(size=(64, len(LABELS)))
    return LinearClassifier(LABELS, weights, np.array([0.5, 0.0, -0.5]))


@given(st.lists(features, max_size=8))
def test_examples_are_rated_apart(classifier: LinearClassifier, examples: list[list[str]]) -> None:
    seen = [Seen(found, ("Method",)) for found in examples]
    together = classifier.probabilities(iter(seen))
    assert together == [classifier.probabilities([one])[0] for one in seen]
    for odds in together:
        assert tuple(odds) == LABELS
        assert sum(odds.values()) == pytest.approx(1, abs=1e-5)


def test_many_examples_are_rated_in_order(classifier: LinearClassifier, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = [Seen([f"word={number}"]) for number in range(30)]
    whole = classifier.probabilities(seen)
    monkeypatch.setattr(linear, "_AT_ONCE", 7)
    assert classifier.probabilities(seen) == whole


def test_a_feature_counts_once_and_again_with_what_it_is_joined_with(classifier: LinearClassifier) -> None:
    once, twice = Seen(["first word=zip"]), Seen(["first word=zip"] * 2)
    assert classifier.probabilities([once]) == classifier.probabilities([twice])
    method, task = (Seen(["first word=zip"], (kind,)) for kind in ("Method", "Task"))
    assert classifier.probabilities([method]) != classifier.probabilities([task])


def test_what_is_written_reads_the_same(classifier: LinearClassifier, tmp_path: Path) -> None:
    classifier.write(tmp_path / "some.npz")
    again = LinearClassifier.read(tmp_path / "some.npz")
    found = again.probabilities([Seen(["bias"])])[0]
    assert found == pytest.approx(classifier.probabilities([Seen(["bias"])])[0], abs=1e-2)
