"""Many texts to extractions: in batches, in one process or several, with memory that stays flat."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from spacy.util import minibatch

from papergraph.extract import pipeline
from papergraph.extract.component import extraction_of
from papergraph.model import Extraction

_BATCH = 100  # texts after which spaCy forgets their words, and that a process is given at a time
AT_ONCE = 4
"""Texts that the network reads at once: what it computes of so few stays in a processor's cache."""


def _extract_in_turn(texts: Iterable[str]) -> Iterator[Extraction]:
    nlp = pipeline.load()
    for batch in minibatch(texts, _BATCH):  # type: ignore[no-untyped-call]
        with nlp.memory_zone():
            yield from (extraction_of(doc) for doc in nlp.pipe(batch, batch_size=AT_ONCE))


def _extract_batch(texts: list[str]) -> list[Extraction]:
    return list(_extract_in_turn(texts))


def extract(texts: Iterable[str], jobs: int = 1) -> Iterator[Extraction]:
    r"""Read texts (`title + "\n" + abstract`) as they come, in their order.

    Args:
        texts: May be endless: only a few batches are held.
        jobs: Processes. More than one pays from some five hundred texts on.

    Returns:
        One extraction for each text.
    """
    if jobs <= 1:
        yield from _extract_in_turn(texts)
        return
    # "spawn" works everywhere and inherits no locks.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting: deque[Future[list[Extraction]]] = deque()
        for batch in minibatch(texts, _BATCH):  # type: ignore[no-untyped-call]
            waiting.append(pool.submit(_extract_batch, batch))
            if len(waiting) > jobs + 1:
                yield from waiting.popleft().result()
        for future in waiting:
            yield from future.result()
