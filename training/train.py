#!/usr/bin/env python3
"""Train everything that the extractor ships, and measure it on papers that it was not trained on.

    python training/train.py training/gold/*.jsonl --texts ABSTRACTS --work FOLDER

For each fold a teacher learns tags from the annotated papers of the others, and labels these papers and variants of
them. The small network of a tagger learns from annotations and labels. The tagger's reading of its own fold, which
neither has seen, trains and measures the classifiers. The tagger that ships learns in the same way from all annotated
papers, which the teachers label in turn.

This takes hours; what FOLDER holds already is not made again, so a run can be stopped. (It is of use to the same
version of papergraph alone.) `--only N` makes one fold's tagger, `--only all` the one that ships, `--measure N` a
fold's figures: these can be made side by side. `--measured N` leaves it at so many folds.
`subwords.npz` must be there already (`training/subwords.py`).
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from card import model_card
from gold import GoldPaper, load_gold
from heads import train_heads
from network import preparing, train_network
from papergraph.extract.network.tagger import Tagger
from papergraph.extract.pipeline import blank
from papergraph.extract.weights import weights_path
from pretrained import unpacked
from readings import Reading
from settings import FURTHER, SEED, TEACHER_EPOCHS, TEACHER_EPOCHS_GOLD, TEACHER_SHARE, VARIANTS
from targets import Target, annotated, doubted, labelled, read_tags, write_tags
from teacher import Teacher
from terms import Census, write_terms
from variants import Rewriter

ALL = "all"


class Training:
    """The stages of one training, each kept in a folder.

    Args:
        papers: Annotated papers.
        work: Where the stages are kept.
        folds: In how many parts the papers are cut.
        measured: For how many of these a network is trained that has not seen them.
    """

    def __init__(self, papers: Sequence[GoldPaper], work: Path, folds: int, measured: int) -> None:
        self.papers = papers
        self.work = work
        self.folds = folds
        self.measured = range(measured)
        self.nlp = preparing()

    def inside(self, fold: int) -> list[GoldPaper]:
        """The papers of a fold."""
        return [paper for paper in self.papers if paper.part(self.folds) == fold]

    def outside(self, fold: int | None) -> list[GoldPaper]:
        """Those of all others; all papers where there is no fold."""
        return [paper for paper in self.papers if paper.part(self.folds) != fold]

    def annotated(self, papers: Sequence[GoldPaper]) -> list[Target]:
        """What is asked of these papers."""
        return [annotated(self.nlp(paper.text), paper) for paper in papers]

    def versions(self, fold: int | None) -> list[list[Doc]]:
        """The papers of all other folds as they are, and then with other words and names, several times over."""
        docs = [self.nlp(paper.text) for paper in self.outside(fold)]
        rewriter = Rewriter(docs, SEED)
        return [docs, *([self.nlp(rewriter.rewritten(doc)) for doc in docs] for _ in range(VARIANTS))]

    def teacher(self, fold: int) -> Teacher:
        """What has learned the tags of all other folds' papers."""
        path, rows = self.work / f"teacher-{fold}.pt", self._tagger().model.attrs["rows"]
        teacher = Teacher(unpacked(self.work), rows, SEED + fold)
        if not path.exists():
            papers = self.outside(fold)
            targets = self.annotated(papers)
            gold = [target for target, paper in zip(targets, papers, strict=True) if paper.origin != FURTHER]
            teacher.learn([*[targets] * TEACHER_EPOCHS, *[gold] * TEACHER_EPOCHS_GOLD])
            teacher.write(path)
        teacher.read(path)
        return teacher

    def labels(self, fold: int | None, version: int, docs: Sequence[Doc]) -> list[NDArray[np.float16]]:
        """What the fold's teacher thinks of this version, or where there is no fold what the teachers do in turn."""
        path = self.work / f"labels-{_name(fold)}-{version}.npz"
        if not path.exists():
            folds = self.measured if fold is None else [fold]
            shares = [self.teacher(each).label(docs[at :: len(folds)]) for at, each in enumerate(folds)]
            write_tags(path, [shares[i % len(folds)][i // len(folds)] for i in range(len(docs))])
        return read_tags(path)

    def targets(self, fold: int | None) -> list[Target]:
        """What a fold's network learns from, or the one that ships."""
        papers, *variants = self.versions(fold)
        gold = zip(self.annotated(self.outside(fold)), self.labels(fold, 0, papers), strict=True)
        silver = (zip(docs, self.labels(fold, n, docs), strict=True) for n, docs in enumerate(variants, 1))
        return [
            *(doubted(target, tags, TEACHER_SHARE) for target, tags in gold),
            *(labelled(doc, tags) for version in silver for doc, tags in version),
        ]

    def tagger(self, fold: int | None) -> Tagger:
        """The tagger of a fold, or the one that ships."""
        path, tagger = self.work / f"tagger-{_name(fold)}.bin", self._tagger()
        if not path.exists():
            path.write_bytes(train_network(self.targets(fold), SEED).model.to_bytes())
        tagger.model.from_bytes(path.read_bytes())
        return tagger

    @staticmethod
    def _tagger() -> Tagger:
        tagger = blank().add_pipe("papergraph_tagger")
        assert isinstance(tagger, Tagger)
        tagger.model.initialize()
        return tagger

    def readings(self, fold: int, census: Census, *, counted: bool) -> list[Reading]:
        """A fold's papers as its tagger reads them. `counted`: whether they are among those that the census counted."""
        tagger, papers = self.tagger(fold), self.inside(fold)
        known = (census.known(paper if counted else None) for paper in papers)
        return [Reading.of(tagger(self.nlp(p.text)), p, k) for p, k in zip(papers, known, strict=True)]


def _name(fold: int | None) -> str:
    return ALL if fold is None else str(fold)


def measured(training: Training, fold: int) -> dict[str, list[dict[str, Any]]]:
    """A fold's papers as parts extract them that did not see them: after each stage, and in the end."""
    path = training.work / f"measured-{fold}.json"
    if not path.exists():
        census = Census(training.outside(fold))
        others = (training.readings(other, census, counted=True) for other in training.measured if other != fold)
        heads = train_heads([reading for readings in others for reading in readings])
        predicted: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for reading in training.readings(fold, census, counted=False):
            for stage, prediction in heads.stages(reading):
                predicted[stage].append(prediction)
        path.write_text(json.dumps(predicted), encoding="utf-8", newline="\n")
    found: dict[str, list[dict[str, Any]]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def ship(training: Training) -> None:
    """Train what ships on all papers, and put it into the package."""
    census = Census(training.papers)
    readings = (training.readings(fold, census, counted=True) for fold in training.measured)
    train_heads([reading for fold in readings for reading in fold]).write()
    write_terms(weights_path("terms.tsv"), training.papers)
    weights_path("network.bin").write_bytes(training.tagger(None).model.to_bytes())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--texts", action="append", default=[], help="sources with the annotated papers' abstracts")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made on the way")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--measured", type=int, help="of how many folds networks are made and figures given (all)")
    parser.add_argument("--measure", type=int, help="train and measure only one fold's classifiers, counted from 0")
    parser.add_argument("--only", help=f"make only one fold's tagger, counted from 0, or the one that ships ({ALL})")
    options = parser.parse_args()
    measured_folds = options.folds if options.measured is None else options.measured
    if not 2 <= measured_folds <= options.folds:
        parser.error("--measured: classifiers learn from what networks of other folds read, so from 2 to --folds")
    options.work.mkdir(parents=True, exist_ok=True)
    papers = load_gold(options.gold, options.texts)
    print(f"{len(papers)} annotated papers", flush=True)
    training = Training(papers, options.work, options.folds, measured_folds)
    if options.only is not None:
        training.tagger(None if options.only == ALL else int(options.only))
        return
    if options.measure is not None:
        measured(training, options.measure)
        return
    stages: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for fold in training.measured:
        for stage, predictions in measured(training, fold).items():
            stages[stage] += predictions
    seen = [paper for fold in training.measured for paper in training.inside(fold)]
    card = model_card(papers, seen, stages, folds=training.folds, measured=len(training.measured))
    weights_path("model-card.md").write_text(card, encoding="utf-8", newline="\n")
    ship(training)


if __name__ == "__main__":
    main()
