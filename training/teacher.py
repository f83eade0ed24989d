"""Train the teacher on annotated papers, and let it label others (knowledge distillation: Hinton et al., 2015)."""

import math
import random
import time
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from spacy.language import Language
from thinc.api import NumpyOps
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_

from encoder import Encoder, collate
from gold import GoldPaper, gold_tags
from papergraph.extract.text.features import token_features
from papergraph.extract.text.subwords import load_subwords
from settings import BATCH, TEACHER_DROPOUT, TEACHER_EPOCHS, TEACHER_RATE, TEACHER_RATE_PRETRAINED


def encoded(nlp: Language, text: str, rows: Sequence[int], paper: GoldPaper | None = None) -> dict[str, Any]:
    """A text as the network reads it, with its tags where it is annotated."""
    doc, ops = nlp(text), NumpyOps()
    features = token_features(doc)
    hashed = [ops.hash(np.ascontiguousarray(features[:, i]), i) % n for i, n in enumerate(rows)]
    return {
        "pieces": [load_subwords().cut(token.text[:100]) for token in doc],
        "rows": np.stack(hashed, axis=1).astype(np.uint16),
        "tags": gold_tags(doc, paper) if paper else None,
    }


def _batches(papers: Sequence[dict[str, Any]], shuffle: random.Random | None) -> Iterator[list[int]]:
    """Numbers of papers of about the same length."""
    jitter = [shuffle.random() * 60 if shuffle else 0.0 for _ in papers]
    order = sorted(range(len(papers)), key=lambda i: len(papers[i]["pieces"]) + jitter[i])
    batches = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
    if shuffle:
        shuffle.shuffle(batches)
    yield from batches


def train_teacher(papers: Sequence[dict[str, Any]], rows: list[int], seed: int) -> Encoder:
    """Train on encoded, annotated papers: AdamW, the rate warmed up and then falling to nothing."""
    torch.manual_seed(seed)
    network = Encoder(rows)
    half = [p for n, p in network.pretrained.named_parameters() if p.requires_grad and not n.startswith("pooler")]
    exact = [p.detach().float().clone().requires_grad_() for p in half]  # small steps would be lost in bfloat16
    new = [p for n, p in network.named_parameters() if not n.startswith("pretrained.")]
    groups = [{"params": exact, "lr": TEACHER_RATE_PRETRAINED}, {"params": new, "lr": TEACHER_RATE}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01)
    steps = TEACHER_EPOCHS * math.ceil(len(papers) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.06 * steps)) * max(0.02, 1 - step / steps)
    )
    shuffle = random.Random(seed)
    network.train()
    for epoch in range(TEACHER_EPOCHS):
        started, losses = time.perf_counter(), []
        for numbers in _batches(papers, shuffle):
            batch = collate([papers[i] for i in numbers])
            loss = functional.cross_entropy(network(batch, TEACHER_DROPOUT).flatten(0, 1), batch["tags"].flatten())
            optimizer.zero_grad()
            loss.backward()
            for master, copy in zip(exact, half, strict=True):
                assert copy.grad is not None
                master.grad, copy.grad = copy.grad.float(), None
            clip_grad_norm_([*exact, *new], 1.0)
            optimizer.step()
            schedule.step()
            with torch.no_grad():
                for master, copy in zip(exact, half, strict=True):
                    copy.copy_(master)
            losses.append(loss.item())
        seconds = time.perf_counter() - started
        print(f"teacher: epoch {epoch + 1}/{TEACHER_EPOCHS}, loss {np.mean(losses):.3f}, {seconds:.0f} s", flush=True)
    return network.eval()


@torch.no_grad()
def label(network: Encoder, papers: Sequence[dict[str, Any]]) -> list[NDArray[np.float16]]:
    """Probabilities of the tags for each paper's tokens, arrays of shape (tokens, tags)."""
    found: dict[int, NDArray[np.float16]] = {}
    for numbers in _batches(papers, None):
        odds = functional.softmax(network(collate([papers[i] for i in numbers])), -1).numpy()
        for row, number in enumerate(numbers):
            found[number] = odds[row, : len(papers[number]["pieces"])].astype(np.float16)
    return [found[i] for i in range(len(papers))]
