"""What the teacher's network and the shipped one have in common, in PyTorch."""

import random
from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import NumpyOps
from torch import Tensor
from torch.nn import functional

from papergraph.extract.network.pooling import Group
from papergraph.extract.text.features import token_features
from settings import BATCH


def hashed_rows(doc: Doc, sizes: Sequence[int]) -> NDArray[np.uint16]:
    """The rows of hash tables of these sizes that the features of each token have, of shape (tokens, tables, 4)."""
    features, ops = token_features(doc), NumpyOps()
    rows = [ops.hash(np.ascontiguousarray(features[:, i]), i) % size for i, size in enumerate(sizes)]
    return np.stack(rows, axis=1).astype(np.uint16)


def batches(sizes: Sequence[int], shuffle: random.Random | None) -> list[list[int]]:
    """Numbers of documents of about the same size."""
    jitter = [shuffle.random() * 60 if shuffle else 0.0 for _ in sizes]
    order = sorted(range(len(sizes)), key=lambda i: sizes[i] + jitter[i])
    found = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    if shuffle:
        shuffle.shuffle(found)
    return found


def shared_dropout(x: Tensor, rate: float) -> Tensor:
    """Leave out the same features at all places of a document: cheap, and all that a small network needs."""
    if not rate:
        return x
    kept = torch.rand(x.shape[0], 1, x.shape[2]) > rate
    return x * kept / (1 - rate)


def beside_neighbours(x: Tensor, step: int) -> Tensor:
    """Each place's vector between those `step` places before and behind it, of shape (documents, places, width)."""
    padded = functional.pad(x, (0, 0, step, step))
    return torch.cat([padded[:, : -2 * step], x, padded[:, 2 * step :]], -1)


def pooled(vectors: Tensor, group: Group, how: str) -> Tensor:
    """The mean or maximum of each item's vectors, or the first of them."""
    rows, lengths, passages = map(torch.from_numpy, group)
    return _pooled_passages(vectors.index_select(0, rows), lengths, how).index_select(0, passages)


def _pooled_passages(values: Tensor, lengths: Tensor, how: str) -> Tensor:
    items, found = torch.arange(len(lengths)).repeat_interleave(lengths), torch.zeros(len(lengths), values.shape[1])
    if how == "mean":
        return found.index_add(0, items, values) / lengths[:, None]
    if how == "max":
        return found.scatter_reduce(0, items[:, None].expand_as(values), values, "amax", include_self=False)
    return values.index_select(0, lengths.cumsum(0) - lengths)
