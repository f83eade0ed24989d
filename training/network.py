"""Train the network that is shipped: on annotated papers, and on others as the teacher labelled them."""

import random
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.util import minibatch
from thinc.api import Adam, Model, Optimizer, fix_random_seed, set_dropout_rate, warmup_linear

from papergraph.extract.network.pooling import Gathered
from papergraph.extract.network.tagger import Tagger
from papergraph.extract.pipeline import blank
from settings import (
    BATCH,
    NETWORK_DROPOUT,
    NETWORK_EPOCHS,
    NETWORK_EPOCHS_HEADS,
    NETWORK_EPOCHS_TOGETHER,
    NETWORK_RATE,
    NETWORK_WEIGHT,
)
from targets import Target, side_by_side

Floats = NDArray[np.float32]


def preparing() -> Language:
    """The components ahead of the tagger."""
    nlp = blank()
    nlp.add_pipe("papergraph_sentences")
    nlp.add_pipe("papergraph_abbreviations")
    return nlp


def _compared(odds: Floats, answers: Sequence[NDArray[np.floating]]) -> tuple[float, Floats]:
    """The cross-entropy of predicted odds, and its derivative by the scores before the softmax."""
    answer = np.concatenate(answers).astype(np.float32)
    size = max(1, len(answer))
    return -float((answer * np.log(odds + 1e-9)).sum()) / size, (odds - answer) / size


def _learn_batch(network: Model[Any, Any], batch: Sequence[Target], weight: float) -> list[float]:
    """Hand a batch's errors back through the network; returns the cross-entropies of tags, roles and relations.

    `weight`: how much the errors of roles and relations count.
    """
    (vectors, tags), into_network = network.begin_update([target.doc for target in batch])
    sizes = [len(target.doc) for target in batch]
    ends, flat = np.cumsum(sizes)[:-1], np.concatenate(vectors)
    tag_loss, of_tags = _compared(np.concatenate(tags), [t.odds.tags for t in batch])

    losses, errors = [tag_loss], np.zeros_like(flat)
    if weight:
        of_heads, into_reader = _learn_heads_batch(network, batch, flat, weight)
        losses += of_heads
        errors += into_reader
    into_network((np.split(errors, ends), np.split(of_tags, ends)))
    return losses


def _learn_heads_batch(
    network: Model[Any, Any], batch: Sequence[Target], vectors: Floats, weight: float
) -> tuple[list[float], Floats]:
    """Hand a batch's errors of roles and relations back to the tokens' vectors; returns the cross-entropies and these.

    `vectors`: of all tokens of the batch, of shape (tokens, width).
    """
    sizes = [len(target.doc) for target in batch]
    asked = (
        ("roles", [t.entities for t in batch], [t.odds.roles for t in batch]),
        ("relations", [t.pairs for t in batch], [t.odds.relations for t in batch]),
    )
    losses, errors = [], np.zeros_like(vectors)
    for head, places, answers in asked:
        odds, into_head = network.get_ref(head).begin_update(Gathered(vectors, side_by_side(places, sizes)))
        loss, of_head = _compared(odds, answers)
        errors += into_head(weight * of_head)
        losses.append(loss)
    return losses, errors


def train_network(targets: Sequence[Target], seed: int) -> Tagger:
    """Train on prepared documents: on their tags, then on roles and relations, too, and last on these alone.

    Together with the tags the heads learn what vectors they need, and are trained to the end on what they have got.
    """
    fix_random_seed(seed)
    tagger = blank().add_pipe("papergraph_tagger")
    assert isinstance(tagger, Tagger)
    tagger.model.initialize()
    set_dropout_rate(tagger.model, NETWORK_DROPOUT)
    _learn(tagger.model, targets, seed, NETWORK_EPOCHS, 0.0)
    _learn(tagger.model, targets, seed, NETWORK_EPOCHS_TOGETHER, NETWORK_WEIGHT)
    learn_heads(tagger.model, targets, seed)
    return tagger


def _learn(network: Model[Any, Any], targets: Sequence[Target], seed: int, epochs: int, weight: float) -> None:
    """Learn the tags and, where they have a weight, roles and relations."""

    def step(batch: list[Target], optimizer: Optimizer) -> list[float]:
        losses = _learn_batch(network, batch, weight)
        network.finish_update(optimizer)
        return losses

    _descend([network], targets, seed, epochs, step)


def learn_heads(network: Model[Any, Any], targets: Sequence[Target], seed: int) -> None:
    """Learn roles and relations from the tokens' vectors as they are."""
    heads = [network.get_ref("roles"), network.get_ref("relations")]
    vectors = {id(target): network.predict([target.doc])[0][0] for target in targets}

    def step(batch: list[Target], optimizer: Optimizer) -> list[float]:
        losses, _ = _learn_heads_batch(network, batch, np.concatenate([vectors[id(target)] for target in batch]), 1.0)
        for head in heads:
            head.finish_update(optimizer)
        return losses

    _descend(heads, targets, seed, NETWORK_EPOCHS_HEADS, step)


def _descend(
    models: Sequence[Model[Any, Any]],
    targets: Sequence[Target],
    seed: int,
    epochs: int,
    step: Callable[[list[Target], Optimizer], list[float]],
) -> None:
    """Go through the documents so often, a step for each batch; the models' weights are averaged over the steps."""
    steps = epochs * -(-len(targets) // BATCH)
    optimizer = Adam(warmup_linear(NETWORK_RATE, steps // 20, steps), L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    shuffled, order = list(targets), random.Random(seed)
    for epoch in range(epochs):
        started, losses = time.perf_counter(), []
        order.shuffle(shuffled)
        for batch in minibatch(shuffled, BATCH):
            losses.append(step(batch, optimizer))
            optimizer.step_schedules()
        seconds, mean = time.perf_counter() - started, np.mean(losses, axis=0).round(3)
        print(f"network: epoch {epoch + 1}/{epochs}, losses {mean}, {seconds:.0f} s", flush=True)
    for model in models:
        with model.use_params(optimizer.averages):
            averaged = model.to_bytes()
        model.from_bytes(averaged)
