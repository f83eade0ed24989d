"""The common layer is the textbook's, and says so where somebody would train it."""

import numpy as np
import pytest

from papergraph.extract.network.dense import EPSILON, dense, no_way_back


@pytest.mark.parametrize("rows", [1, 2, 50])
def test_rows_are_rectified_and_then_normalized(rows: int) -> None:
    random = np.random.default_rng(0)
    layer = dense(8, 5)
    layer.initialize()
    arrays = {name: random.normal(size=layer.get_param(name).shape).astype(np.float32) for name in layer.param_names}
    for name, array in arrays.items():
        layer.set_param(name, array)
    x = random.normal(size=(rows, 5)).astype(np.float32)
    y = np.maximum(x @ arrays["weight"].T + arrays["bias"], 0)
    y = (y - y.mean(axis=1, keepdims=True)) / np.sqrt(y.var(axis=1, keepdims=True) + EPSILON)
    assert layer.predict(x) == pytest.approx(y * arrays["gain"] + arrays["shift"], abs=1e-4)


def test_a_row_of_nothing_but_zeros_stays_a_number() -> None:
    layer = dense(4, 3)
    layer.initialize()
    assert np.isfinite(layer.predict(np.zeros((2, 3), dtype=np.float32))).all()


def test_errors_cannot_be_handed_back() -> None:
    layer = dense(4, 3)
    layer.initialize()
    _, backprop = layer(np.ones((2, 3), dtype=np.float32), is_train=True)
    assert backprop is no_way_back
    with pytest.raises(NotImplementedError, match=r"training/student\.py"):
        backprop(np.ones((2, 4), dtype=np.float32))
