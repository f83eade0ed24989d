#!/usr/bin/env python3
"""What does each part of the extractor cost, beside spaCy's blank tokenizer and its default NER in the same run?

    python benchmarks/extraction.py ../shared/seeds [--papers 400]

The parts run over the same abstracts one after the other, on one core, interleaved over several rounds so that a busy
machine slows all alike; the medians are compared. The NER has spaCy's default architecture and fresh weights: it
costs what a trained one costs. What each part gives stands in the model card.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract import pipeline
from papergraph.model import Record
from papergraph.sources.find import find_sources
from papergraph.sources.read import read
from papergraph.sources.source import Source

ROUNDS = 5


def texts(sources: Iterable[str], most: int) -> list[str]:
    """Titles and abstracts of the sources' papers."""
    records = (record for source in find_sources(sources) if isinstance(source, Source) for record in read(source))
    found = {f"{r.title}\n{r.abstract}": None for r in records if isinstance(r, Record)}
    return list(found)[:most]


def default_ner() -> Language:
    """The default NER of spaCy in a blank pipeline, with fresh weights and our labels."""
    nlp = spacy.blank("en")
    ner = nlp.add_pipe("ner")
    for label in ("Method", "Benchmark", "Phenomenon", "Task", "Metric"):
        ner.add_label(label)  # type: ignore[attr-defined]
    nlp.initialize()
    return nlp


def timed(run: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def one_round(abstracts: list[str], ner: Language) -> dict[str, float]:
    """Seconds of the floor, of the peer and of each part over all abstracts."""
    nlp = pipeline.load()
    blank, seconds = spacy.blank("en"), {}
    seconds["blank tokenizer (the floor)"] = timed(lambda: list(blank.pipe(abstracts)))
    seconds["default NER with its tokenizer"] = timed(lambda: list(ner.pipe(abstracts)))
    docs: list[Doc] = []
    seconds["tokenizer"] = timed(lambda: docs.extend(map(nlp.make_doc, abstracts)))
    for name, part in nlp.pipeline:
        if hasattr(part, "predict"):
            seconds[name] = timed(lambda part=part: list(part.pipe(docs, batch_size=1)))
        else:
            seconds[name] = timed(lambda part=part: [part(doc) for doc in docs])
    return seconds


def first_result() -> float:
    """Seconds from starting Python to the first abstract's entities."""
    code = "from papergraph.extract import pipeline; pipeline.load()('Zorb: A Method\\nWe propose Zorb.')"
    return timed(lambda: subprocess.run([sys.executable, "-c", code], check=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--papers", type=int, default=400)
    options = parser.parse_args()
    abstracts, ner = texts(options.sources, options.papers), default_ner()
    one_round(abstracts, ner)  # warms vocabularies and caches
    rounds = [one_round(abstracts, ner) for _ in range(ROUNDS)]
    median = {name: statistics.median(r[name] for r in rounds) for name in rounds[0]}
    floor, peer = list(median.values())[:2]
    ours = sum(list(median.values())[2:])
    print(f"{len(abstracts)} abstracts, medians of {ROUNDS} rounds")
    print(f"{'':34}{'abstracts/s':>12}{'× floor':>9}{'× NER':>8}{'share':>8}")
    for name, seconds in [*median.items(), ("all of ours", ours)]:
        share = f"{seconds / ours:8.0%}" if name not in list(median)[:2] else ""
        print(f"{name:34}{len(abstracts) / seconds:12,.0f}{seconds / floor:9.1f}{seconds / peer:8.2f}{share}")
    starts = statistics.median(first_result() for _ in range(3))
    print(f"from start to the first result: {starts:.1f} s")


if __name__ == "__main__":
    main()
