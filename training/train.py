#!/usr/bin/env python3
"""Train everything that the extractor ships, and measure it on papers that it was not trained on.

    python training/train.py training/gold/*.jsonl --pages FOLDER_WITH_THE_ABSTRACTS [--folds 3]

With `--folds N` it cross-validates first: each fold's papers are extracted by a pipeline trained on the others, and
all are scored together, as `papergraph evaluate` does. Then it trains on all papers and writes the weights
and `model-card.md` beside them. `subwords.npz` must be there already (`training/subwords.py`).
"""

import argparse
import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from card import model_card
from gold import GoldPaper, gold_context, load_gold
from heads import train_relations, train_results, train_roles
from papergraph.evaluation.score import score
from papergraph.extract.component import extraction_of
from papergraph.extract.entities import entities
from papergraph.extract.relations import RelationClassifier
from papergraph.extract.results import ResultClassifier
from papergraph.extract.roles import RoleClassifier
from papergraph.extract.weights import weights_path
from papergraph.interchange import extraction_to_json
from tagging import base, train_tagger

SEED = 0


def train(papers: Sequence[GoldPaper]) -> dict[str, Any]:
    """All trained parts by name."""
    nlp = base()
    nlp.remove_pipe("papergraph_tagger")
    annotated = [(paper, gold_context(nlp, paper)) for paper in papers]
    return {
        "roles": train_roles(annotated),
        "relations": train_relations(annotated),
        "results": train_results(annotated),
        "tagger": train_tagger(papers, SEED),
    }


def predict(parts: dict[str, Any], papers: Sequence[GoldPaper]) -> list[dict[str, Any]]:
    """Extractions of papers by freshly trained parts, as JSON objects with titles."""
    nlp = base()
    nlp.remove_pipe("papergraph_tagger")
    steps = [
        parts["tagger"],
        entities,
        RoleClassifier(parts["roles"]),
        RelationClassifier(parts["relations"], 0.3),
        ResultClassifier(parts["results"], 0.5),
    ]
    found = []
    for paper in papers:
        doc = nlp(paper.text)
        for step in steps:
            doc = step(doc)
        found.append({"title": paper.gold["title"], **extraction_to_json(extraction_of(doc))})
    return found


def cross_validate(papers: Sequence[GoldPaper], folds: int, out: Path) -> dict[str, dict[str, Any]]:
    """Scores by origin of the gold, each paper extracted by parts that did not see it."""
    order = list(papers)
    random.Random(SEED).shuffle(order)
    predicted: list[dict[str, Any]] = []
    for fold in range(folds):
        parts = train([p for i, p in enumerate(order) if i % folds != fold])
        predicted += predict(parts, [p for i, p in enumerate(order) if i % folds == fold])
        print(f"fold {fold + 1} of {folds} done", flush=True)
    out.write_text("".join(json.dumps(p) + "\n" for p in predicted), encoding="utf-8", newline="\n")
    origins = sorted({paper.origin for paper in papers})
    return {o: score([p.gold for p in papers if p.origin == o], predicted).table for o in origins}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--pages", action="append", default=[], help="where the abstracts are, if not in the gold")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--predictions", type=Path, default=Path("cross-validated.jsonl"))
    options = parser.parse_args()
    papers = load_gold(options.gold, options.pages)
    print(f"{len(papers)} annotated papers", flush=True)
    if options.folds:
        scores = cross_validate(papers, options.folds, options.predictions)
        card = model_card(scores, options.folds, SEED)
        weights_path("model-card.md").write_text(card, encoding="utf-8", newline="\n")
    parts = train(papers)
    for name in ("roles", "relations", "results"):
        parts[name].write(weights_path(f"{name}.npz"))
    weights_path("tagger.bin").write_bytes(parts["tagger"].model.to_bytes())


if __name__ == "__main__":
    main()
