"""The network that is shipped, in PyTorch, where it is trained: the same layers over the same arrays."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model
from torch import Tensor, nn
from torch.nn import functional

from layers import beside_neighbours, hashed_rows, pooled, shared_dropout
from papergraph.extract.network.dense import EPSILON
from papergraph.extract.network.pooling import ENTITY_POOLS, PAIR_POOLS, Places
from papergraph.extract.text.subwords import load_subwords


class _Layer(nn.Module):
    """The arrays of one of the network's layers, to be trained."""

    def __init__(self, layer: Model[Any, Any]) -> None:
        super().__init__()
        self.layer = layer
        for name in layer.param_names:
            self.register_parameter(name, nn.Parameter(torch.from_numpy(np.array(layer.get_param(name)))))

    def write(self) -> None:
        """Hand them back."""
        for name, array in self.named_parameters():
            self.layer.set_param(name, array.detach().numpy())


def _dense(x: Tensor, layer: _Layer) -> Tensor:
    y = functional.linear(x, layer.weight, layer.bias).relu().float()
    return functional.layer_norm(y, y.shape[-1:], layer.gain, layer.shift, EPSILON)


def _summed(table: Tensor, rows: Tensor) -> Tensor:
    """The sum of each token's rows of a hash table."""
    return functional.embedding_bag(rows.flatten(0, 1), table, mode="sum").view(*rows.shape[:2], -1)


class Student(nn.Module):
    """Documents to their tokens' vectors and to scores of the tags; entities and pairs to scores of their own.

    Args:
        network: As `build_network` makes it, initialized; `write` changes its arrays.
    """

    def __init__(self, network: Model[Any, Any]) -> None:
        super().__init__()
        reader, tags, roles, relations = network.layers
        self.steps: list[int] = reader.attrs["steps"]
        *tables, subwords, mix = map(_Layer, reader.layers[: -len(self.steps)])
        self.tables, self.subwords, self.mix = nn.ModuleList(tables), subwords, mix
        self.convolutions = nn.ModuleList(map(_Layer, reader.layers[-len(self.steps) :]))
        self.tags = _Layer(tags)
        heads = {"roles": roles, "relations": relations}
        self.heads = nn.ModuleDict({name: nn.ModuleList(map(_Layer, head.layers[1:])) for name, head in heads.items()})

    def forward(self, batch: dict[str, Tensor], dropout: float = 0.0) -> tuple[Tensor, Tensor]:
        """Vectors and scores of all tokens, one document's behind the other's, for what `collate` gives.

        `dropout`: share of features left out, the same ones at all places of a document.
        """
        mask = batch["mask"]
        hashed = torch.cat([_summed(table.E, batch["rows"][:, :, i]) for i, table in enumerate(self.tables)], -1)
        words = functional.linear(batch["words"], self.subwords.W, self.subwords.b)
        x = torch.cat([shared_dropout(hashed, dropout), words], -1)
        x = shared_dropout(_dense(x, self.mix), dropout) * mask[..., None]
        for step, layer in zip(self.steps, self.convolutions, strict=True):
            x = (x + shared_dropout(_dense(beside_neighbours(x, step), layer), dropout)) * mask[..., None]
        vectors = x[mask]
        return vectors, functional.linear(vectors, self.tags.W, self.tags.b).float()

    def score(self, head: str, vectors: Tensor, places: Places, dropout: float = 0.0) -> Tensor:
        """Scores of the entities' roles or the pairs' relations. `vectors`: of all tokens that `places` counts."""
        hidden, last = self.heads[head]
        pools = ENTITY_POOLS if head == "roles" else PAIR_POOLS
        parts = map(pooled, [vectors] * len(pools), places.groups, pools)
        x = _dense(torch.cat([*parts, torch.from_numpy(places.marks)], -1), hidden)
        scores: Tensor = functional.linear(functional.dropout(x, dropout), last.W, last.b).float()
        return scores

    def write(self) -> None:
        """Hand all arrays back to the network."""
        for layer in self.modules():
            if isinstance(layer, _Layer):
                layer.write()


def seen(doc: Doc, rows: Sequence[int]) -> tuple[NDArray[np.int32], NDArray[np.float16]]:
    """Of each token the rows in the hash tables, and its subwords' vector. `rows`: how many each table has."""
    words = load_subwords().matrix([token.text for token in doc])
    return hashed_rows(doc, rows).astype(np.int32), words.astype(np.float16)


def collate(papers: Sequence[tuple[NDArray[np.int32], NDArray[np.float16]]]) -> dict[str, Tensor]:
    """Papers as arrays of one size: each token's rows in the hash tables, and its subwords' vector."""
    size = max(len(rows) for rows, _ in papers)
    (_, columns, hashes), (_, width) = papers[0][0].shape, papers[0][1].shape
    batch = {
        "mask": torch.zeros(len(papers), size, dtype=torch.bool),
        "rows": torch.zeros(len(papers), size, columns, hashes, dtype=torch.int32),
        "words": torch.zeros(len(papers), size, width),
    }
    for i, (rows, vectors) in enumerate(papers):
        batch["mask"][i, : len(rows)] = True
        batch["rows"][i, : len(rows)] = torch.from_numpy(rows)
        batch["words"][i, : len(rows)] = torch.from_numpy(vectors)
    return batch
