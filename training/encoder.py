"""The teacher's network: a pretrained encoder over word pieces, beside the features that the shipped tagger sees.

The encoder reads the whole paper at once; its tokenizer lowers case, so each word's shape comes in by the tagger's own
hashed features.
"""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModel

from layers import beside_neighbours, shared_dropout
from papergraph.extract.network.network import TAGS
from settings import TEACHER_FROZEN

START, PAD, END, MASK = 0, 1, 2, 30526  # of the encoder's vocabulary, …
SHIFT = 4  # … which has so many signs of its own before the word pieces that the tagger knows, too
LONGEST = 510  # word pieces; what a paper has beyond them gets the last piece's vector


class Maxout(nn.Module):
    """A linear layer of three pieces, the largest of which counts, normalized."""

    def __init__(self, size: int, width: int) -> None:
        super().__init__()
        self.linear = nn.Linear(size, width * 3)
        self.norm = nn.LayerNorm(width)

    def forward(self, x: Tensor) -> Tensor:
        """Vectors to vectors, along the last axis."""
        pieces = self.linear(x)
        return self.norm(pieces.view(*pieces.shape[:-1], -1, 3).amax(-1).float())


class Encoder(nn.Module):
    """Documents to scores of the tags, of shape (documents, tokens, tags).

    The pretrained part is held in bfloat16, without dropout and with its lowest layers frozen: on a CPU this is
    several times faster.

    Args:
        folder: The pretrained encoder's.
        rows: Rows of each hashed feature's table.
        width: Size of a token's vector above the encoder.
    """

    def __init__(self, folder: Path, rows: list[int], width: int = 256) -> None:
        super().__init__()
        self.pretrained = AutoModel.from_pretrained(
            folder, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        ).to(torch.bfloat16)
        layers = self.pretrained.encoder
        for part in (self.pretrained.embeddings, layers.relative_attention_bias, layers.layer[:TEACHER_FROZEN]):
            part.requires_grad_(False)
        self.tables = nn.ModuleList(nn.Embedding(n, 32) for n in rows)
        for table in self.tables:
            nn.init.uniform_(table.weight, -0.1, 0.1)
        self.mix = Maxout(2 * self.pretrained.config.hidden_size + 32 * len(rows), width)
        self.windows = nn.ModuleList(Maxout(3 * width, width) for _ in range(2))
        self.tags = nn.Linear(width, len(TAGS))

    def forward(self, batch: dict[str, Tensor], dropout: float = 0.0) -> Tensor:
        """Scores for what `collate` gives. `dropout`: share of features left out, of pieces masked half."""
        pieces, mask = batch["pieces"], batch["mask"][..., None]
        if dropout:
            hidden = (torch.rand(pieces.shape) < dropout / 2) & (pieces > END)
            pieces = torch.where(hidden, MASK, pieces)
        read = self.pretrained(input_ids=pieces, attention_mask=batch["is_piece"].long()).last_hidden_state
        read = shared_dropout(read.float(), dropout)
        paper = torch.arange(len(pieces))[:, None]
        hashed = torch.cat([table(batch["rows"][:, :, i]).sum(2) for i, table in enumerate(self.tables)], -1)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = self.mix(torch.cat([read[paper, batch["first"]], read[paper, batch["last"]], hashed], -1))
            x = shared_dropout(x, dropout) * mask
            for window in self.windows:
                x = (x + window(beside_neighbours(x, 1))) * mask
            scores: Tensor = self.tags(shared_dropout(x, dropout))
        return scores.float()


def collate(papers: list[dict[str, Any]]) -> dict[str, Tensor]:
    """Papers as arrays of one size: word pieces, each token's first and last piece, its rows in the hash tables."""
    tokens = max(len(p["pieces"]) for p in papers)
    columns = papers[0]["rows"].shape[1]
    batch = {
        "mask": torch.zeros(len(papers), tokens, dtype=torch.bool),
        "first": torch.zeros(len(papers), tokens, dtype=torch.long),
        "last": torch.zeros(len(papers), tokens, dtype=torch.long),
        "rows": torch.zeros(len(papers), tokens, columns, 4, dtype=torch.long),
    }
    sequences = []
    for i, paper in enumerate(papers):
        size = len(paper["pieces"])
        sequence = [START]
        for j, cut in enumerate(paper["pieces"]):
            batch["first"][i, j] = min(len(sequence), LONGEST)
            sequence += [piece + SHIFT for piece in cut] or [END]  # a line's end has none: the title's end separates
            batch["last"][i, j] = min(len(sequence) - 1, LONGEST)
        sequences.append([*sequence[:LONGEST], END])
        batch["mask"][i, :size] = True
        batch["rows"][i, :size] = torch.from_numpy(paper["rows"].astype(np.int64))
    longest = max(map(len, sequences))
    batch["pieces"] = torch.tensor([s + [PAD] * (longest - len(s)) for s in sequences])
    batch["is_piece"] = batch["pieces"] != PAD
    return batch
