"""A token is read beside its neighbours, however short its document is."""

import numpy as np
import pytest
from thinc.api import fix_random_seed

from papergraph.extract import pipeline
from papergraph.extract.network.reader import beside_neighbours, build_reader


@pytest.mark.parametrize("step", [1, 2, 8])
@pytest.mark.parametrize("rows", [0, 1, 3, 8, 40])
def test_each_row_stands_between_those_a_step_away(rows: int, step: int) -> None:
    x = np.random.default_rng(0).normal(size=(rows, 3))
    beyond = np.zeros((step, 3))
    padded = np.vstack([beyond, x, beyond])
    expected = np.hstack([padded[:rows], x, padded[2 * step :]])
    assert (beside_neighbours(x, step) == expected).all()


def test_a_token_sees_as_far_as_the_steps_reach_together() -> None:
    fix_random_seed(0)
    reader = build_reader(width=8, steps=[1, 2, 4], table=4, rows=[16] * 6)
    reader.initialize()
    nlp = pipeline.blank()
    nlp.add_pipe("papergraph_sentences")
    doc = nlp(" ".join(f"w{number}" for number in range(40)))
    whole, near, far = (reader.predict(part)[-1] for part in (doc[:], doc[32:40], doc[33:40]))
    assert near == pytest.approx(whole, abs=1e-5)
    assert np.abs(far - whole).max() > 1e-3
