"""Train the network that is shipped: on annotated papers, and on others as the teacher labelled them."""

import random
import time
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.util import minibatch
from thinc.api import Adam, Model, fix_random_seed, set_dropout_rate, warmup_linear

from papergraph.extract.network.pooling import Gathered
from papergraph.extract.network.tagger import MentionTagger
from papergraph.extract.pipeline import blank
from settings import BATCH, NETWORK_DROPOUT, NETWORK_EPOCHS, NETWORK_EPOCHS_TOGETHER, NETWORK_RATE, NETWORK_WEIGHT
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
        asked = (
            ("roles", [t.entities for t in batch], [t.odds.roles for t in batch]),
            ("relations", [t.pairs for t in batch], [t.odds.relations for t in batch]),
        )
        for head, places, answers in asked:
            odds, into_head = network.get_ref(head).begin_update(Gathered(flat, side_by_side(places, sizes)))
            loss, of_head = _compared(odds, answers)
            errors += into_head(weight * of_head)
            losses.append(loss)
    into_network((np.split(errors, ends), np.split(of_tags, ends)))
    return losses


def train_network(targets: Sequence[Target], seed: int) -> MentionTagger:
    """Train on prepared documents: on their tags, and then on roles and relations, too."""
    fix_random_seed(seed)
    tagger = blank().add_pipe("papergraph_tagger")
    assert isinstance(tagger, MentionTagger)
    tagger.model.initialize()
    set_dropout_rate(tagger.model, NETWORK_DROPOUT)
    _learn(tagger.model, targets, seed, NETWORK_EPOCHS, 0.0)
    _learn(tagger.model, targets, seed, NETWORK_EPOCHS_TOGETHER, NETWORK_WEIGHT)
    return tagger


def _learn(network: Model[Any, Any], targets: Sequence[Target], seed: int, epochs: int, weight: float) -> None:
    """Go through the documents so often; the weights are averaged over the steps."""
    steps = epochs * -(-len(targets) // BATCH)
    optimizer = Adam(warmup_linear(NETWORK_RATE, steps // 20, steps), L2=0.01, L2_is_weight_decay=True, grad_clip=1.0)
    shuffled, order = list(targets), random.Random(seed)
    for epoch in range(epochs):
        started, losses = time.perf_counter(), []
        order.shuffle(shuffled)
        for batch in minibatch(shuffled, BATCH):
            losses.append(_learn_batch(network, batch, weight))
            network.finish_update(optimizer)
            optimizer.step_schedules()
        seconds, mean = time.perf_counter() - started, np.mean(losses, axis=0).round(3)
        print(f"network: epoch {epoch + 1}/{epochs}, losses {mean}, {seconds:.0f} s", flush=True)
    with network.use_params(optimizer.averages):
        averaged = network.to_bytes()
    network.from_bytes(averaged)
