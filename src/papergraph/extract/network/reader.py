"""What gives each token its vector: hashed features and subwords, mixed, and convolutions over them."""

from collections.abc import Callable, Sequence
from typing import Any, NoReturn

import numpy as np
from spacy.attrs import ORTH
from spacy.tokens import Doc, Span
from thinc.api import HashEmbed, Linear, Model

from papergraph.extract.network.dense import Floats, dense, initialize, no_way_back
from papergraph.extract.text.features import token_features
from papergraph.extract.text.subwords import SIZE, load_subwords


def build_reader(width: int, steps: Sequence[int], table: int, rows: Sequence[int]) -> Model[Doc | Span, Floats]:
    """A document or a part of one to its tokens' vectors, of shape (tokens, width). `build_network` has the sizes."""
    tables: list[Model[Any, Any]] = [HashEmbed(table, n, seed=i) for i, n in enumerate(rows)]
    mix = dense(width, table * (len(rows) + 2))
    convolutions = [dense(width, 3 * width) for _ in steps]
    return Model(
        "reader",
        _forward,
        init=initialize,
        layers=[*tables, Linear(nO=2 * table, nI=SIZE), mix, *convolutions],
        attrs={"steps": list(steps)},
    )


def _forward(
    model: Model[Doc | Span, Floats], tokens: Doc | Span, is_train: bool
) -> tuple[Floats, Callable[[object], NoReturn]]:
    steps = model.attrs["steps"]
    *tables, subwords, mix = model.layers[: -len(steps)]
    features = token_features(tokens)
    hashed = [table.predict(column) for table, column in zip(tables, features.T, strict=True)]
    x = mix.predict(np.hstack([*hashed, subwords.predict(_subwords(tokens))]))
    for step, convolution in zip(steps, model.layers[-len(steps) :], strict=True):
        x += convolution.predict(beside_neighbours(x, step))
    return x, no_way_back


def _subwords(tokens: Doc | Span) -> Floats:
    doc, part = (tokens.doc, slice(tokens.start, tokens.end)) if isinstance(tokens, Span) else (tokens, slice(None))
    return load_subwords().matrix([doc.vocab.strings[word] for word in doc.to_array(ORTH)[part].tolist()])


def beside_neighbours(x: Floats, step: int) -> Floats:
    """Each row between those `step` above and `step` below it, zeros beyond the ends."""
    width = x.shape[1]
    y = np.zeros((len(x), 3 * width), dtype=x.dtype)
    y[step:, :width] = x[:-step]
    y[:, width : 2 * width] = x
    y[:-step, 2 * width :] = x[step:]
    return y
