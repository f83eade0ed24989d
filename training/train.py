#!/usr/bin/env python3
"""Train everything that the extractor ships, and measure it on papers that it was not trained on.

    python training/train.py training/gold/*.jsonl --texts ABSTRACTS --unlabelled MORE_ABSTRACTS --work FOLDER

For each fold a teacher is trained on the papers of the others; it labels the papers that nobody annotated; the
small network of a tagger learns from both. The tagger's reading of its own fold, which neither has seen, trains and
measures the classifiers.
The tagger that ships learns from all annotated papers and from what the teachers think on average.

This takes hours; what FOLDER holds already is not made again, so a run can be stopped. (It is of use to the same
version of papergraph alone: labels count the entities that this version finds.) `--only N` makes one fold's
tagger, `--only all` the one that ships, `--measure N` a fold's figures: these can be made side by side.
`subwords.npz` must be there already (`training/subwords.py`).
"""

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from card import model_card
from gold import GoldPaper, load_gold, texts
from heads import train_heads
from network import preparing, train_network
from papergraph.extract.network.tagger import Tagger
from papergraph.extract.pipeline import blank
from papergraph.extract.weights import weights_path
from papergraph.model import Entity
from papergraph.names import fold as folded
from pretrained import unpacked
from readings import Reading
from settings import (
    SEED,
    TEACHER_EPOCHS,
    TEACHER_EPOCHS_TOGETHER,
    TEACHER_RATE_PRETRAINED,
    TEACHER_RATE_TOGETHER,
    VARIANTS,
)
from targets import (
    Odds,
    Target,
    annotated,
    labelled,
    mean_tags,
    read_odds,
    rewritten,
    tags_alone,
    with_entities,
    write_odds,
)
from teacher import Teacher
from terms import write_terms
from variants import Rewriter


class Training:
    """The stages of one training, each kept in a folder.

    Args:
        papers: Annotated papers, shuffled.
        unlabelled: Texts of others.
        work: Where the stages are kept.
        folds: In how many parts the annotated papers are cut.
    """

    def __init__(self, papers: list[GoldPaper], unlabelled: list[str], work: Path, folds: int) -> None:
        self.papers = papers
        self.work = work
        self.folds = folds
        self.nlp = preparing()
        self.unlabelled = unlabelled
        self.silver_docs = [self.nlp(text) for text in unlabelled]
        rewriter = Rewriter(self.silver_docs, SEED)
        self.variants = [self.nlp(rewriter.rewritten(doc)) for _ in range(VARIANTS) for doc in self.silver_docs]

    def annotated(self, numbers: Iterable[int]) -> list[Target]:
        """What is asked of these annotated papers."""
        return [annotated(self.nlp(self.papers[number].text), self.papers[number]) for number in numbers]

    def silver(self, fold: int) -> list[Odds]:
        """What the teacher of a fold thinks of the unlabelled papers, and then of their variants."""
        path = self.work / f"silver-{fold}.npz"
        if not path.exists():
            known = self.annotated(i for i in range(len(self.papers)) if i % self.folds != fold)
            teacher = Teacher(unpacked(self.work), self._tagger().model.attrs["rows"], SEED + fold)
            teacher.learn(known, TEACHER_EPOCHS, TEACHER_RATE_PRETRAINED, together=False)
            tags, others = teacher.label_tags(self.silver_docs), teacher.label_tags(self.variants)
            teacher.learn(known, TEACHER_EPOCHS_TOGETHER, TEACHER_RATE_TOGETHER, together=True)
            write_odds(path, [*teacher.label(self.silver_docs, tags), *map(tags_alone, others)])
        return read_odds(path)

    def tagger(self, fold: int | None) -> Tagger:
        """The tagger of a fold, or the one that ships."""
        name = "all" if fold is None else str(fold)
        path, tagger = self.work / f"tagger-{name}.bin", self._tagger()
        if not path.exists():
            gold = self.annotated(i for i in range(len(self.papers)) if fold is None or i % self.folds != fold)
            views = self._views(range(self.folds) if fold is None else [fold])
            of_papers, of_variants = views[: len(self.silver_docs)], views[len(self.silver_docs) :]
            silver = [*map(labelled, self.silver_docs, of_papers), *map(rewritten, self.variants, of_variants)]
            path.write_bytes(train_network([*gold, *silver], SEED).model.to_bytes())
        tagger.model.from_bytes(path.read_bytes())
        return tagger

    @staticmethod
    def _tagger() -> Tagger:
        tagger = blank().add_pipe("papergraph_tagger")
        assert isinstance(tagger, Tagger)
        tagger.model.initialize()
        return tagger

    def readings(self, fold: int) -> list[Reading]:
        """A fold's papers as its tagger reads them."""
        tagger = self.tagger(fold)
        return [Reading.of(tagger(self.nlp(paper.text)), paper) for paper in self.papers[fold :: self.folds]]

    def _views(self, folds: Sequence[int]) -> list[tuple[Odds, ...]]:
        """What the teachers of these folds think of each unlabelled paper, and then of each variant."""
        return list(zip(*map(self.silver, folds), strict=True))

    def term_lists(self, folds: Sequence[int]) -> list[list[Entity]]:
        """The entities of the unlabelled papers as the teachers of these folds see them on average."""
        of_papers = self._views(folds)[: len(self.silver_docs)]
        return [with_entities(*pair).entities for pair in zip(self.silver_docs, map(mean_tags, of_papers), strict=True)]


def measured(training: Training, fold: int) -> dict[str, list[dict[str, Any]]]:
    """A fold's papers as parts extract them that did not see them: after each stage, and in the end."""
    path = training.work / f"measured-{fold}.json"
    if not path.exists():
        known = write_terms(training.work / f"terms-{fold}.tsv", training.term_lists([fold]))
        others = [reading for other in range(training.folds) if other != fold for reading in training.readings(other)]
        heads = train_heads(others, known)
        predicted: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for reading in training.readings(fold):
            for stage, prediction in heads.stages(reading):
                predicted[stage].append(prediction)
        path.write_text(json.dumps(predicted), encoding="utf-8", newline="\n")
    found: dict[str, list[dict[str, Any]]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def ship(training: Training) -> None:
    """Train what ships on all papers, and put it into the package."""
    known = write_terms(weights_path("terms.tsv"), training.term_lists(range(training.folds)))
    heads = train_heads([reading for fold in range(training.folds) for reading in training.readings(fold)], known)
    heads.write()
    weights_path("network.bin").write_bytes(training.tagger(None).model.to_bytes())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--texts", action="append", default=[], help="sources with the annotated papers' abstracts")
    parser.add_argument("--unlabelled", action="append", default=[], help="sources with other papers' abstracts")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is made on the way")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--measure", type=int, help="train and measure only one fold's classifiers, counted from 0")
    parser.add_argument("--only", help="make only one fold's tagger, counted from 0, or the one that ships (all)")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    papers = load_gold(options.gold, options.texts)
    titles = {folded(paper.title) for paper in papers}
    random.Random(SEED).shuffle(papers)
    others = [f"{r.title}\n{r.abstract}" for t, r in sorted(texts(options.unlabelled).items()) if t not in titles]
    print(f"{len(papers)} annotated papers, {len(others)} others", flush=True)
    training = Training(papers, others, options.work, options.folds)
    if options.only is not None:
        training.tagger(None if options.only == "all" else int(options.only))
        return
    if options.measure is not None:
        measured(training, options.measure)
        return
    stages: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for fold in range(training.folds):
        for stage, predictions in measured(training, fold).items():
            stages[stage] += predictions
    seen = [paper for fold in range(training.folds) for paper in papers[fold :: options.folds]]
    card = model_card(seen, stages, annotated=len(papers), others=len(others), folds=options.folds)
    weights_path("model-card.md").write_text(card, encoding="utf-8", newline="\n")
    ship(training)


if __name__ == "__main__":
    main()
