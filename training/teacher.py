"""Train the teacher on annotated papers, and let it label others (knowledge distillation: Hinton et al., 2015)."""

import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.tokens import Doc
from torch import Tensor
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_

from encoder import Encoder, collate
from layers import batches, hashed_rows
from papergraph.extract.discourse.candidates import find_candidates
from papergraph.extract.network.pooling import entity_places, pair_places
from papergraph.extract.text.layout import layout_of
from papergraph.extract.text.subwords import load_subwords
from settings import BATCH, TEACHER_DROPOUT, TEACHER_RATE
from targets import Odds, Target, side_by_side, with_entities, with_roles


def encoded(doc: Doc, rows: Sequence[int]) -> dict[str, Any]:
    """A document as the network reads it. `rows`: of each hashed feature's table."""
    return {
        "pieces": [load_subwords().cut(token.text[:100]) for token in doc],
        "rows": hashed_rows(doc, rows),
    }


class Teacher:
    """A network that learns from annotated papers, and labels others.

    Args:
        encoder: Folder of the pretrained encoder.
        rows: Rows of each hashed feature's table.
        seed: Of its first weights, and of the order of the papers.
    """

    def __init__(self, encoder: Path, rows: list[int], seed: int) -> None:
        torch.manual_seed(seed)
        self.rows = rows
        self.network = Encoder(encoder, rows)
        self.shuffle = random.Random(seed)

    def learn(self, targets: Sequence[Target], epochs: int, rate: float, *, together: bool) -> None:
        """Learn the tags, or all `together`, by AdamW; the rate is warmed up and then falls to nothing."""
        network, papers = self.network.train(), [encoded(target.doc, self.rows) for target in targets]
        half = [p for n, p in network.pretrained.named_parameters() if p.requires_grad and not n.startswith("pooler")]
        exact = [p.detach().float().clone().requires_grad_() for p in half]  # small steps would be lost in bfloat16
        new = [p for n, p in network.named_parameters() if not n.startswith("pretrained.")]
        groups = [{"params": exact, "lr": rate}, {"params": new, "lr": TEACHER_RATE}]
        optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
        steps = epochs * math.ceil(len(papers) / BATCH)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(1.0, (step + 1) / (0.06 * steps)) * max(0.02, 1 - step / steps)
        )
        for epoch in range(epochs):
            started, losses = time.perf_counter(), []
            for numbers in batches([len(target.doc) for target in targets], self.shuffle):
                parts = self._losses([papers[i] for i in numbers], [targets[i] for i in numbers], together=together)
                optimizer.zero_grad()
                torch.stack(parts).sum().backward()
                for master, copy in zip(exact, half, strict=True):
                    assert copy.grad is not None
                    master.grad, copy.grad = copy.grad.float(), None
                clip_grad_norm_([*exact, *new], 1.0)
                optimizer.step()
                schedule.step()
                with torch.no_grad():
                    for master, copy in zip(exact, half, strict=True):
                        copy.copy_(master)
                losses.append([part.item() for part in parts])
            seconds, mean = time.perf_counter() - started, np.mean(losses, axis=0).round(3)
            print(f"teacher: epoch {epoch + 1}/{epochs}, losses {mean}, {seconds:.0f} s", flush=True)

    def _losses(self, papers: Sequence[dict[str, Any]], targets: Sequence[Target], *, together: bool) -> list[Tensor]:
        """Cross-entropies of tags, and of roles and relations."""
        batch = collate(papers)
        scores, vectors = self.network(batch, TEACHER_DROPOUT)
        asked = [scores[batch["mask"]]]
        if together:
            sizes, flat = [batch["mask"].shape[1]] * len(targets), vectors.flatten(0, 1)
            asked.append(self.network.score_entities(flat, side_by_side([t.entities for t in targets], sizes)))
            asked.append(self.network.score_pairs(flat, side_by_side([t.pairs for t in targets], sizes)))
        answers = (np.concatenate(odds) for odds in zip(*(t.odds for t in targets), strict=True))
        each = zip(asked, answers)  # noqa: B905 - of three answers the first alone may be asked
        return [functional.cross_entropy(found, torch.from_numpy(answer)) for found, answer in each]

    def _read(self, docs: Sequence[Doc]) -> Iterator[tuple[int, Tensor, Tensor]]:
        """For each document its number, its tokens' scores and their vectors, in the order of their lengths."""
        papers, network = [encoded(doc, self.rows) for doc in docs], self.network.eval()
        for numbers in batches(list(map(len, docs)), None):
            with torch.no_grad():
                scores, vectors = network(collate([papers[i] for i in numbers]))
            for row, number in enumerate(numbers):
                size = len(docs[number])
                yield number, scores[row, :size], vectors[row, :size]

    def label_tags(self, docs: Sequence[Doc]) -> list[NDArray[np.float16]]:
        """What it makes of each document's tokens, arrays of shape (tokens, tags)."""
        found = {number: _probabilities(scores) for number, scores, _ in self._read(docs)}
        return [found[number] for number in range(len(docs))]

    @torch.no_grad()
    def label(self, docs: Sequence[Doc], tags: Sequence[NDArray[np.float16]]) -> list[Odds]:
        """What it makes of the entities that these tags give each document, and of their pairs."""
        found: dict[int, Odds] = {}
        for number, _, vectors in self._read(docs):
            doc = docs[number]
            discourse, words = with_entities(doc, tags[number]), vectors[torch.from_numpy(layout_of(doc).rows)]
            roles = _probabilities(self.network.score_entities(words, entity_places(discourse, discourse.entities)))
            discourse = with_roles(discourse, roles)
            pairs = pair_places(discourse, list(find_candidates(discourse)))
            found[number] = Odds(tags[number], roles, _probabilities(self.network.score_pairs(words, pairs)))
        return [found[number] for number in range(len(docs))]


def _probabilities(scores: Tensor) -> NDArray[np.float16]:
    odds: NDArray[np.float16] = functional.softmax(scores, -1).numpy().astype(np.float16)
    return odds
