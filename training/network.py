"""Train the network that is shipped: on annotated papers and variants of them, as a teacher labels both."""

import random
import time
from collections.abc import Callable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import fix_random_seed
from torch import Tensor
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_

from layers import batches
from papergraph.extract.network.tagger import Tagger
from papergraph.extract.pipeline import blank
from settings import (
    BATCH,
    NETWORK_CYCLES,
    NETWORK_DECAY,
    NETWORK_DROPOUT,
    NETWORK_EPOCHS,
    NETWORK_EPOCHS_TOGETHER,
    NETWORK_RATE,
    NETWORK_RATE_TOGETHER,
    NETWORK_WEIGHT,
)
from student import Student, collate, seen
from targets import Target, side_by_side


def preparing() -> Language:
    """The components ahead of the tagger."""
    nlp = blank()
    nlp.add_pipe("papergraph_sentences")
    nlp.add_pipe("papergraph_abbreviations")
    return nlp


def train_network(targets: Sequence[Target], seed: int) -> Tagger:
    """Train on prepared documents: on their tags, and then on roles and relations, too."""
    fix_random_seed(seed)
    torch.manual_seed(seed)
    tagger = blank().add_pipe("papergraph_tagger")
    assert isinstance(tagger, Tagger)
    tagger.model.initialize()
    student = Student(tagger.model)
    Course(student, targets, tagger.model.attrs["rows"], seed).run()
    student.write()
    _compare(student, tagger, targets[0])
    return tagger


def _compare(student: Student, tagger: Tagger, target: Target) -> None:
    """Make sure that the shipped network reads as the student does."""
    (vectors,), _ = tagger.model.predict([target.doc])
    with torch.no_grad():
        theirs, _ = student(collate([seen(target.doc, tagger.model.attrs["rows"])]))
    np.testing.assert_allclose(vectors, theirs.numpy(), atol=0.01)


class Course:
    """What a student goes through.

    Args:
        student: What learns.
        targets: What it learns from.
        rows: Rows of each hashed feature's table.
        seed: Of the order of the documents.
    """

    def __init__(self, student: Student, targets: Sequence[Target], rows: Sequence[int], seed: int) -> None:
        self.student = student
        self.targets = targets
        self.papers = [seen(target.doc, rows) for target in targets]
        self.seed = seed

    def run(self) -> None:
        """Both parts, one after the other; the first with warm restarts (Loshchilov & Hutter, "SGDR", ICLR 2017)."""
        for _ in range(NETWORK_CYCLES):
            self._descend(NETWORK_EPOCHS, self._read, NETWORK_RATE)
        self._descend(NETWORK_EPOCHS_TOGETHER, self._read_all, NETWORK_RATE_TOGETHER)

    def _read(self, numbers: Sequence[int]) -> list[Tensor]:
        """The cross-entropy of these documents' tags."""
        _, scores = self.student(collate([self.papers[i] for i in numbers]), NETWORK_DROPOUT)
        return [_missed(scores, [self.targets[i].odds.tags for i in numbers])]

    def _read_all(self, numbers: Sequence[int]) -> list[Tensor]:
        """Those of tags, roles and relations, as they count."""
        vectors, scores = self.student(collate([self.papers[i] for i in numbers]), NETWORK_DROPOUT)
        targets = [self.targets[i] for i in numbers]
        sizes = [len(target.doc) for target in targets]
        roles = side_by_side([target.entities for target in targets], sizes)
        pairs = side_by_side([target.pairs for target in targets], sizes)
        of_roles = self.student.score("roles", vectors.float(), roles, NETWORK_DROPOUT)
        of_pairs = self.student.score("relations", vectors.float(), pairs, NETWORK_DROPOUT)
        return [
            _missed(scores, [target.odds.tags for target in targets]),
            NETWORK_WEIGHT * _missed(of_roles, [target.odds.roles for target in targets]),
            NETWORK_WEIGHT * _missed(of_pairs, [target.odds.relations for target in targets]),
        ]

    def _descend(self, epochs: int, losses_of: Callable[[Sequence[int]], list[Tensor]], rate: float) -> None:
        """Go through the documents so often by AdamW, a step a batch; the rate is warmed up and then falls to nothing.

        `rate`: of all but the heads, which learn at theirs.
        Products are made in bfloat16, which on many processors is several times faster.
        """
        weights, heads = list(self.student.parameters()), set(self.student.heads.parameters())
        order = random.Random(self.seed)
        steps = epochs * -(-len(self.targets) // BATCH)
        groups = [{"params": [w], "lr": NETWORK_RATE if w in heads else rate} for w in weights]
        optimizer = torch.optim.AdamW(groups, weight_decay=NETWORK_DECAY)
        schedule = torch.optim.lr_scheduler.LambdaLR(
            optimizer, lambda step: min(1.0, (step + 1) / (0.05 * steps)) * (1 - step / steps)
        )
        for epoch in range(epochs):
            started, losses = time.perf_counter(), []
            for numbers in batches([len(target.doc) for target in self.targets], order):
                with torch.autocast("cpu", dtype=torch.bfloat16):
                    parts = losses_of(numbers)
                optimizer.zero_grad()
                torch.stack(parts).sum().backward()
                clip_grad_norm_(weights, 1.0)
                optimizer.step()
                schedule.step()
                losses.append([loss.item() for loss in parts])
            seconds, mean = time.perf_counter() - started, np.mean(losses, axis=0).round(4)
            print(f"network: epoch {epoch + 1}/{epochs}, losses {mean}, {seconds:.0f} s", flush=True)


def _missed(scores: Tensor, answers: Sequence[NDArray[np.floating]]) -> Tensor:
    """The cross-entropy of scores and the probabilities that they should give."""
    if not len(scores):  # the papers of a batch may all be variants
        return scores.sum()
    return functional.cross_entropy(scores.float(), torch.from_numpy(np.concatenate(answers).astype(np.float32)))
