"""The network that reads a paper: a vector for each token, and what the tags, roles and relations may be.

A hash-embedded convolutional network (Miranda et al., "Multi hash embeddings in spaCy", 2022) reads each token's form
and some of the document's own evidence. Each convolution looks twice as far as the one below it, so that a token sees
most of its sentence at the price of its neighbours (Strubell et al., "Fast and accurate entity recognition with
iterated dilated convolutions", EMNLP 2017). Three small heads share its vectors (Caruana, "Multitask learning", 1997):
one scores the tags of tokens, one the roles of entities and one the relations of pairs, for which the vectors of
their own words, of their sentences' and of the title's are pooled.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH
from spacy.tokens import Doc, Span
from thinc.api import (
    HashEmbed,
    Linear,
    Maxout,
    Model,
    Softmax,
    chain,
    concatenate,
    reduce_first,
    reduce_max,
    reduce_mean,
    residual,
    with_array,
)
from thinc.types import Floats2d

from papergraph.extract.network.marks import ENTITY_MARKS, PAIR_MARKS
from papergraph.extract.network.pooling import ENTITY_POOLS, PAIR_POOLS, pooled
from papergraph.extract.text.features import token_features
from papergraph.extract.text.subwords import SIZE, load_subwords
from papergraph.vocabulary import ConceptType, RelationType, Role

TAGS = ("O", *(f"{place}-{kind}" for kind in ConceptType for place in "BILU"))
"""BILUO tags (Ratinov & Roth, CoNLL 2009) of the five types."""

ROLES = tuple(role.value for role in Role)
NO_RELATION = "none"
RELATIONS = (NO_RELATION, *(relation.value for relation in RelationType))

_REDUCERS = {"mean": reduce_mean, "max": reduce_max, "first": reduce_first}


def build_network(
    width: int, steps: Sequence[int], table: int, rows: Sequence[int]
) -> Model[list[Doc], tuple[list[Floats2d], list[Floats2d]]]:
    """Documents to their tokens' vectors and to the probabilities of these tokens' tags.

    The heads for entities and pairs, which take `pooling.Gathered`, are its references "roles" and "relations".

    Args:
        width: Size of a token's vector.
        steps: For each convolution how many tokens apart the three are that it reads.
        table: Size of a hashed feature's vector; the subwords get twice as much.
        rows: Rows of each feature's hash table, as many as `features.COLUMNS`.
    """
    reader = _build_reader(width, steps, table, rows)
    tags: Model[Any, Any] = with_array(Softmax(nO=len(TAGS), nI=width))
    roles = _build_head(ENTITY_POOLS, width, ENTITY_MARKS, len(ROLES))
    relations = _build_head(PAIR_POOLS, width, PAIR_MARKS, len(RELATIONS))
    network: Model[Any, Any] = Model(
        "network",
        _forward,
        init=_initialize,
        layers=[reader, tags, roles, relations],
        refs={"roles": roles, "relations": relations},
        attrs={"width": width, "sees": sum(steps), "rows": list(rows)},
    )
    return network


def _initialize(model: Model[Any, Any], **_: object) -> None:
    for layer in model.layers:  # all sizes are known, so that no examples are needed
        layer.initialize()


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
    reader, tags = model.layers[:2]
    vectors, into_reader = reader(docs, is_train)
    odds, into_tags = tags(vectors, is_train)

    def backprop(errors: tuple[list[Floats2d], list[Floats2d]]) -> list[Doc]:
        of_vectors, of_odds = errors
        found: list[Doc] = into_reader([a + b for a, b in zip(of_vectors, into_tags(of_odds), strict=True)])
        return found

    return (vectors, odds), backprop


def _build_reader(width: int, steps: Sequence[int], table: int, rows: Sequence[int]) -> Model[Any, Any]:
    """Hashed features and subword vectors of each token, and convolutions over three tokens each."""
    features: Model[Any, Any] = concatenate(
        *(HashEmbed(table, n, column=i, seed=i, dropout=0.0) for i, n in enumerate(rows))
    )
    hashed: Model[Any, Any] = chain(_input("token_features", token_features), with_array(features))
    subwords: Model[Any, Any] = chain(_input("token_subwords", _subwords), with_array(Linear(nO=2 * table, nI=SIZE)))
    mix = Maxout(nO=width, nI=table * (len(rows) + 2), nP=3, dropout=0.0, normalize=True)
    windows = [
        residual(chain(_neighbours(step), Maxout(nO=width, nI=width * 3, nP=3, dropout=0.0, normalize=True)))
        for step in steps
    ]
    return chain(concatenate(hashed, subwords), with_array(chain(mix, *windows), pad=sum(steps)))


def _build_head(pools: Sequence[str], width: int, marks: int, labels: int) -> Model[Any, Any]:
    reducers = [_REDUCERS[pool]() for pool in pools]
    hidden = Maxout(nO=width, nI=len(reducers) * width + marks, nP=3, dropout=0.0, normalize=True)
    return chain(pooled(reducers), hidden, Softmax(nO=labels, nI=width))


def _neighbours(step: int) -> Model[Floats2d, Floats2d]:
    """A layer that puts each row between the rows `step` above and `step` below it, zeros beyond the ends."""

    def forward(model: Model[Any, Any], x: NDArray[Any], is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
        width = x.shape[1]
        above, below = slice(0, width), slice(2 * width, None)
        y = np.zeros((len(x), 3 * width), dtype=x.dtype)
        y[step:, above] = x[:-step]
        y[:, width : 2 * width] = x
        y[:-step, below] = x[step:]

        def backprop(dy: NDArray[Any]) -> NDArray[Any]:
            dx = dy[:, width : 2 * width].copy()
            dx[:-step] += dy[step:, above]
            dx[step:] += dy[:-step, below]
            return dx

        return y, backprop

    return Model(f"neighbours {step}", forward)


def _subwords(tokens: Doc | Span) -> NDArray[np.float32]:
    doc, part = (tokens.doc, slice(tokens.start, tokens.end)) if isinstance(tokens, Span) else (tokens, slice(None))
    return load_subwords().matrix([doc.vocab.strings[word] for word in doc.to_array(ORTH)[part].tolist()])


def _input(name: str, read: Callable[[Any], NDArray[Any]]) -> Model[list[Doc], list[Any]]:
    """A layer without weights that turns documents into arrays of shape (tokens, features)."""

    def forward(_: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], list[Any]]]:
        return [read(doc) for doc in docs], lambda _: []

    return Model(name, forward)
