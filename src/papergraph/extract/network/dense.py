"""The network's common layer. It only predicts, in place where it can: most of a reader's time is its memory's."""

from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model, glorot_uniform_init

Floats = NDArray[np.float32]

EPSILON = 1e-8
"""What is added to a variance before it divides."""


def dense(outputs: int, inputs: int) -> Model[Floats, Floats]:
    """A rectified linear layer; each row is normalized (Ba et al., "Layer normalization", 2016)."""
    return Model(
        "dense",
        _forward,
        init=_initialize,
        dims={"nO": outputs, "nI": inputs},
        params={"weight": None, "bias": None, "gain": None, "shift": None},
    )


def _initialize(model: Model[Floats, Floats], **_: object) -> None:
    outputs, inputs = model.get_dim("nO"), model.get_dim("nI")
    model.set_param("weight", glorot_uniform_init(model.ops, (outputs, inputs)))
    for name, value in (("bias", 0), ("gain", 1), ("shift", 0)):
        model.set_param(name, np.full(outputs, value, dtype=np.float32))  # type: ignore[arg-type]


def _forward(model: Model[Floats, Floats], x: Floats, is_train: bool) -> tuple[Floats, Callable[[Any], NoReturn]]:
    # NumPy's product is faster on new processors, but on as many threads as there are cores, which changes its sums.
    y: Any = model.ops.gemm(x, model.get_param("weight"), trans2=True)  # type: ignore[arg-type]
    y += model.get_param("bias")
    np.maximum(y, 0, out=y)
    y -= y.mean(axis=1, keepdims=True)
    y /= np.sqrt(np.einsum("ij,ij->i", y, y) / y.shape[1] + EPSILON)[:, None]
    y *= model.get_param("gain")
    y += model.get_param("shift")
    return y, no_way_back


def initialize(model: Model[Any, Any], **_: object) -> None:
    """Set up the arrays of all layers below; their sizes are known, so that no examples are needed."""
    for layer in model.layers:
        layer.initialize()


def no_way_back(_: object) -> NoReturn:
    """What thinc would have hand back errors."""
    raise NotImplementedError("this network only predicts; training/student.py trains its arrays in PyTorch")
