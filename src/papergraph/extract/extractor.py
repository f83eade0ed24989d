"""Texts to extractions, in one process or several, with memory that stays flat."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from threading import Lock

from spacy.tokens import Doc
from spacy.util import minibatch

from papergraph.extract import pipeline
from papergraph.extract.discourse.context import Context
from papergraph.model import Extraction

_BATCH = 100  # texts that a process is given at a time
_ONE_AT_A_TIME = Lock()  # threads share one pipeline, and a memory zone is the whole pipeline's


def extraction_of(doc: Doc) -> Extraction:
    """What the pipeline's components have set on a document, as one value."""
    sentences = tuple(Context.of(doc).sentences)
    return Extraction(sentences, tuple(doc._.pg_entities), tuple(doc._.pg_relations), tuple(doc._.pg_results))


def read(text: str) -> Extraction:
    """Read one text. What spaCy had to learn of its words is forgotten afterwards."""
    with _ONE_AT_A_TIME:
        nlp = pipeline.load()
        with nlp.memory_zone():
            return extraction_of(nlp(text))


def _read_all(texts: list[str]) -> list[Extraction]:
    return list(map(read, texts))


def extract(texts: Iterable[str], jobs: int = 1) -> Iterator[Extraction]:
    r"""Read texts (`title + "\n" + abstract`) as they come, in their order.

    Args:
        texts: May be endless: only a few batches are held.
        jobs: Processes. More than one pays from some five hundred texts on.

    Returns:
        One extraction for each text.
    """
    if jobs <= 1:
        yield from map(read, texts)
        return
    # "spawn" works everywhere and inherits no locks.
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn")) as pool:
        waiting: deque[Future[list[Extraction]]] = deque()
        for batch in minibatch(texts, _BATCH):  # type: ignore[no-untyped-call]
            waiting.append(pool.submit(_read_all, batch))
            if len(waiting) > jobs + 1:
                yield from waiting.popleft().result()
        for future in waiting:
            yield from future.result()
