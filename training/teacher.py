"""Train the teacher on annotated papers, and let it label others (knowledge distillation: Hinton et al., 2015)."""

import random
import time
from collections.abc import Sequence
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
from papergraph.extract.text.subwords import load_subwords
from settings import TEACHER_DROPOUT, TEACHER_RATE, TEACHER_RATE_PRETRAINED
from targets import Target


def encoded(doc: Doc, rows: Sequence[int]) -> dict[str, Any]:
    """A document as the network reads it. `rows`: of each hashed feature's table."""
    return {
        "pieces": [load_subwords().cut(token.text[:100]) for token in doc],
        "rows": hashed_rows(doc, rows),
    }


class Teacher:
    """A network that learns tags from annotated papers, and labels others.

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

    def learn(self, epochs: Sequence[Sequence[Target]]) -> None:
        """Go through the papers of each epoch by AdamW; the rate is warmed up and then falls to nothing."""
        self.network.train()
        course = [[[epoch[i] for i in numbers] for numbers in self._batches(epoch)] for epoch in epochs]
        descent = _Descent(self.network, sum(map(len, course)))
        for number, steps in enumerate(course, 1):
            started = time.perf_counter()
            losses = [descent.step(self._loss(targets)) for targets in steps]
            seconds = time.perf_counter() - started
            print(f"teacher: epoch {number}/{len(epochs)}, loss {np.mean(losses):.3f}, {seconds:.0f} s", flush=True)

    def _batches(self, targets: Sequence[Target]) -> list[list[int]]:
        return batches([len(target.doc) for target in targets], self.shuffle)

    def _loss(self, targets: Sequence[Target]) -> Tensor:
        """The cross-entropy of these papers' tags."""
        batch = collate([encoded(target.doc, self.rows) for target in targets])
        answers = torch.from_numpy(np.concatenate([target.odds.tags for target in targets]))
        return functional.cross_entropy(self.network(batch, TEACHER_DROPOUT)[batch["mask"]], answers)

    @torch.no_grad()
    def label(self, docs: Sequence[Doc]) -> list[NDArray[np.float16]]:
        """What it makes of each document's tokens: probabilities, arrays of shape (tokens, tags)."""
        network, found = self.network.eval(), {}
        for numbers in batches(list(map(len, docs)), None):
            scores = network(collate([encoded(docs[i], self.rows) for i in numbers]))
            for row, number in enumerate(numbers):
                odds = functional.softmax(scores[row, : len(docs[number])], -1)
                found[number] = odds.numpy().astype(np.float16)
        return [found[number] for number in range(len(docs))]

    def write(self, path: Path) -> None:
        """Keep what it has learned."""
        torch.save(self.network.state_dict(), path)

    def read(self, path: Path) -> None:
        """Become what `write` has kept."""
        self.network.load_state_dict(torch.load(path, weights_only=True))


class _Descent:
    """AdamW over an encoder whose pretrained part is held in bfloat16, in which small steps would be lost."""

    def __init__(self, network: Encoder, steps: int) -> None:
        pretrained = network.pretrained.named_parameters()
        self.half = [p for name, p in pretrained if p.requires_grad and not name.startswith("pooler")]
        self.exact = [p.detach().float().clone().requires_grad_() for p in self.half]
        self.new = [p for name, p in network.named_parameters() if not name.startswith("pretrained.")]
        groups = [{"params": self.exact, "lr": TEACHER_RATE_PRETRAINED}, {"params": self.new, "lr": TEACHER_RATE}]
        self.optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda step: min(1.0, (step + 1) / (0.06 * steps)) * max(0.02, 1 - step / steps)
        )

    def step(self, loss: Tensor) -> float:
        """One step down; the loss is handed back."""
        self.optimizer.zero_grad()
        loss.backward()
        for exact, half in zip(self.exact, self.half, strict=True):
            assert half.grad is not None
            exact.grad, half.grad = half.grad.float(), None
        clip_grad_norm_([*self.exact, *self.new], 1.0)
        self.optimizer.step()
        self.schedule.step()
        with torch.no_grad():
            for exact, half in zip(self.exact, self.half, strict=True):
                half.copy_(exact)
        return loss.item()
