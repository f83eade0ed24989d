#!/usr/bin/env python3
"""What does a build cost, beside the floor: spaCy's blank tokenizer over the same texts in the same run?

    python benchmarks/build.py ../shared/seeds ../shared/corpora [--jobs 2]

Each source is built in a process of its own, for its peak memory; then once more with nothing new to read, and once
with fifty papers more. Times are of a machine that may be doing other things: the ratios travel, they don't.
"""

import argparse
import json
import tempfile
import time
from pathlib import Path

import spacy

import papergraph
from apart import apart, peak
from papergraph.model import Record
from papergraph.sources.find import find_sources
from papergraph.sources.read import read
from papergraph.sources.source import Source

FIFTY = [
    {"title": f"Zorb {n}: A Method", "abstract": f"We propose Zorb-{n}, which mitigates overfitting on ImageNet. " * 8}
    for n in range(50)
]


def texts(source: str) -> list[str]:
    found = (record for s in find_sources([source]) if isinstance(s, Source) for record in read(s))
    records = {r.title: f"{r.title}\n{r.abstract}" for r in found if isinstance(r, Record)}
    return list(records.values())


def tokenize(batch: list[str]) -> float:
    """Seconds of the blank tokenizer."""
    nlp = spacy.blank("en")
    started = time.perf_counter()
    for text in batch:
        nlp.make_doc(text)
    return time.perf_counter() - started


def build(sources: list[str], out: str, jobs: int) -> tuple[float, float]:
    """Seconds and peak megabytes of a build in this process."""
    started = time.perf_counter()
    papergraph.build(*sources, out=out, jobs=jobs)
    return time.perf_counter() - started, peak()


def run(sources: list[str], out: str, jobs: int) -> tuple[float, float, dict[str, float]]:
    seconds, most = apart(build, sources, out, jobs)
    report = json.loads((Path(out) / "report.json").read_text(encoding="utf-8"))
    return seconds, most, report["seconds"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    print("source         papers  step        seconds  papers/s  x floor  peak MB  stages")
    for source in options.sources:
        batch = texts(source)
        floor = tokenize(batch)
        with tempfile.TemporaryDirectory() as folder:
            more = Path(folder) / "fifty.jsonl"
            more.write_text("\n".join(map(json.dumps, FIFTY)), encoding="utf-8")
            for step, sources in (("first", [source]), ("again", [source]), ("fifty more", [source, str(more)])):
                seconds, most, stages = run(sources, f"{folder}/out", options.jobs)
                spent = " ".join(f"{name} {value:.1f}" for name, value in stages.items())
                print(
                    f"{Path(source).name:14s} {len(batch):6,d}  {step:10s} {seconds:8.1f}  {len(batch) / seconds:8,.0f}"
                    f"  {seconds / floor:7.1f}  {most:7,.0f}  {spent}",
                    flush=True,
                )
        print(f"{'':14s} floor: {floor:.2f} s, {len(batch) / floor:,.0f} papers/s")


if __name__ == "__main__":
    main()
