"""The network looks as far as it says, and learns by the derivative."""

import numpy as np
import pytest
from thinc.api import Model

from papergraph.extract.network.network import build_network

NETWORK = build_network(width=8, steps=[1, 2, 4, 8], table=4, rows=[16] * 6)


def windows(network: Model) -> list[Model]:
    return [layer for layer in network.walk() if layer.name.startswith("neighbours") and not layer.layers]


@pytest.mark.parametrize("rows", [0, 1, 3, 8, 40])
def test_each_convolution_hands_errors_back_to_where_it_looked(rows: int) -> None:
    random = np.random.default_rng(0)
    for layer in windows(NETWORK):
        x = random.normal(size=(rows, 3))
        y, backprop = layer(x, is_train=True)
        dy = random.normal(size=y.shape)
        # A linear layer and its derivative are adjoint: <A x, dy> = <x, A' dy>.
        assert (y * dy).sum() == pytest.approx((x * backprop(dy)).sum())


def test_a_token_sees_as_far_as_the_model_says() -> None:
    x = np.zeros((101, 1))
    x[50] = 1
    for layer in windows(NETWORK):
        x = layer.predict(x).sum(axis=1, keepdims=True)
    assert np.flatnonzero(x).tolist() == list(range(50 - NETWORK.attrs["sees"], 51 + NETWORK.attrs["sees"]))
