"""Candidates are spans that the tags spell out, and those chosen never overlap."""

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from papergraph.extract.network.network import TAGS
from papergraph.extract.spans.candidates import apart, candidate_spans

weights = st.integers(0, 20).flatmap(
    lambda tokens: arrays(np.float32, (tokens, len(TAGS)), elements=st.floats(0.125, 1, width=32))
)


def odds(*likely: dict[str, float]) -> NDArray[np.float32]:
    """Probabilities of tags: those that are given, and else "O"."""
    table = np.zeros((len(likely), len(TAGS)), dtype=np.float32)
    for row, tags in zip(table, likely, strict=True):
        row[0] = 1 - sum(tags.values())
        for tag, probability in tags.items():
            row[TAGS.index(tag)] = probability
    return table


def test_every_way_to_read_the_tags_is_a_candidate() -> None:
    tags = odds(
        {"B-Method": 0.5},
        {"L-Method": 0.5, "U-Method": 0.25, "U-Task": 0.2},
        {},
        {"U-Metric": 0.9},
    )
    found = [(s.start, s.end, str(s.type), round(exp(s.log), 3), round(s.least, 3)) for s in candidate_spans(tags)]
    assert found == [
        (0, 2, "Method", 0.25, 0.5),
        (1, 2, "Method", 0.25, 0.25),
        (1, 2, "Task", 0.2, 0.2),
        (3, 4, "Metric", 0.9, 0.9),
    ]


def test_what_has_an_unlikely_middle_is_none() -> None:
    assert candidate_spans(odds({"B-Method": 1}, {}, {"L-Method": 1})) == []


@given(weights)
def test_candidates_lie_in_the_text_in_its_order(weights: NDArray[np.float32]) -> None:
    spans = candidate_spans(weights / weights.sum(axis=1, keepdims=True))
    assert spans == sorted(set(spans))
    assert all(0 <= span.start < span.end <= len(weights) for span in spans)
    assert all(exp(span.log) <= span.least + 1e-6 for span in spans)


@given(weights, st.floats(0, 1))
def test_chosen_spans_do_not_overlap_and_leave_no_gap_for_another(
    weights: NDArray[np.float32], threshold: float
) -> None:
    spans = candidate_spans(weights / weights.sum(axis=1, keepdims=True))
    likely = [exp(span.log) for span in spans]
    chosen = apart(spans, likely, threshold)
    taken = [token for number in chosen for token in range(spans[number].start, spans[number].end)]
    assert len(taken) == len(set(taken))
    for number, span in enumerate(spans):
        if likely[number] >= threshold and number not in chosen:
            rivals = [n for n in chosen if spans[n].start < span.end and span.start < spans[n].end]
            assert max(likely[n] for n in rivals) >= likely[number]


@pytest.mark.parametrize(("threshold", "chosen"), [(0.3, [1]), (0.1, [1]), (0.95, [])])
def test_the_likelier_of_two_that_overlap_is_chosen(threshold: float, chosen: list[int]) -> None:
    spans = candidate_spans(odds({"B-Method": 0.5}, {"L-Method": 0.5, "U-Method": 0.4}))
    assert apart(spans, [0.6, 0.9], threshold) == chosen
