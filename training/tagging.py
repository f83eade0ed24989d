"""Train the mention tagger that is shipped: on annotated papers, and on others as the teacher labelled them."""

import random
import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import minibatch
from thinc.api import Adam, fix_random_seed, set_dropout_rate, warmup_linear

from papergraph.extract.network.tagger import TAGS, MentionTagger
from papergraph.extract.pipeline import blank
from settings import BATCH, TAGGER_DROPOUT, TAGGER_EPOCHS, TAGGER_RATE

Target = NDArray[np.float32]
"""Probabilities that the tags of a document's tokens should have, of shape (tokens, tags)."""


def preparing() -> Language:
    """The components ahead of the tagger."""
    nlp = blank()
    nlp.add_pipe("papergraph_sentences")
    nlp.add_pipe("papergraph_abbreviations")
    return nlp


def certain(tags: NDArray[np.int8]) -> Target:
    """The target of an annotated document."""
    return np.eye(len(TAGS), dtype=np.float32)[tags]


def train_tagger(examples: Sequence[tuple[Doc, NDArray[np.floating]]], seed: int) -> MentionTagger:
    """Train on prepared documents with their targets; the weights are averaged over the steps."""
    fix_random_seed(seed)
    tagger = blank().add_pipe("papergraph_tagger")
    assert isinstance(tagger, MentionTagger)
    model = tagger.model
    model.initialize()
    set_dropout_rate(model, TAGGER_DROPOUT)
    steps = TAGGER_EPOCHS * -(-len(examples) // BATCH)
    optimizer = Adam(warmup_linear(TAGGER_RATE, steps // 20, steps), L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    shuffled, order = list(examples), random.Random(seed)
    for epoch in range(TAGGER_EPOCHS):
        started, loss, tokens = time.perf_counter(), 0.0, 0
        order.shuffle(shuffled)
        for batch in minibatch(shuffled, BATCH):
            scores, backprop = model.begin_update([doc for doc, _ in batch])
            targets = [target.astype(np.float32) for _, target in batch]
            loss -= sum(float((t * np.log(s + 1e-9)).sum()) for t, s in zip(targets, scores, strict=True))
            size = sum(map(len, targets))
            tokens += size
            backprop([(s - t) / size for s, t in zip(scores, targets, strict=True)])
            model.finish_update(optimizer)
            optimizer.step_schedules()
        seconds = time.perf_counter() - started
        print(f"tagger: epoch {epoch + 1}/{TAGGER_EPOCHS}, loss {loss / tokens:.3f}, {seconds:.0f} s", flush=True)
    with model.use_params(optimizer.averages):
        averaged = model.to_bytes()
    model.from_bytes(averaged)
    return tagger
