"""The model card: what was trained, on what, and how good it is on papers that it has not seen."""

import platform
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any

import settings
from gold import GoldPaper
from papergraph.evaluation.score import match, score

_HEAD = """# Model card: papergraph's extractor

| part | what it is | file |
|---|---|---|
| network | hash-embedded convolutions over forms, document evidence and subword vectors; BILUO tags of tokens, roles of entities and relations of pairs by pooled vectors | `network.bin` |
| subword vectors | input vectors of all-MiniLM-L6-v2 (Apache 2.0), 128 principal components | `subwords.npz` |
| known terms | names that at least four papers use, with the number of these | `terms.tsv` |
| spans, coreference, confidence, roles, relations, results | logistic regression over hashed features, of which the network's view of roles and relations is one | `*.npz` |

Made by `training/train.py` from {annotated:,} annotated papers (`training/gold/`, without their abstracts): {gold:,} of the
annotators whose agreement the project's targets come from, and {further:,} that a large language model annotated, which read
each abstract with the same guidelines (`{further_name}.jsonl`). The network learned from these and from {variants} variants
of each, with other words and names in the same sentences (`training/variants.py`). Teachers labelled both: all-mpnet-base-v2
fine-tuned on the annotated papers of all folds but one; of an annotated paper's tags the network was to think {share:.0%}
what the teacher thinks, the rest as annotated. `training/settings.py` says how: the tags first, in {cycles} cycles, then
roles and relations beside them (what tags are read from at a rate of {rate_together}); in batches of {batch}, dropout
{dropout}, AdamW at {rate}, seed {seed}.
Python {python}, spaCy {spacy}, PyTorch {torch}, scikit-learn {sklearn}.

## Scores

{folds}-fold cross-validation{of_which}: each paper was extracted by a network and classifiers that had not seen it;
the network's teacher had not either. The rows are those of `papergraph evaluate`; `typed core` is methods, benchmarks and phenomena. The shipped
network is then trained on all papers, so scores of it on these papers would say nothing.
"""
_FOOT = """
## What it is not

English abstracts on machine learning, as of 2024 and 2025, are what it knows. Metrics and phenomena are found least
well, and most of the relations that annotators see are missed.
"""


def _table(rows: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield "| | precision | recall | F1 | gold |\n|---|---|---|---|---|"
    for name, row in rows.items():
        if "f1" in row:
            figures = " | ".join(f"{row[key]:.3f}" for key in ("precision", "recall", "f1"))
            yield f"| {name} | {figures} | {row['gold']:,.0f} |"
    roles, forms = rows["role accuracy"], rows["alias merging"]
    yield f"| role accuracy of matched entities | | | {roles['of matched entities']:.3f} | {roles['matched']:,.0f} |"
    yield f"| all forms in one entity | | | {forms['all forms in one entity']:.3f} | {forms['with several forms']:,.0f} |"


def _ablation(gold: Mapping[str, list[dict[str, Any]]], stages: Mapping[str, list[dict[str, Any]]]) -> Iterator[str]:
    yield "| after | " + " | ".join(f"{o}: core | {o}: all | {o}: forms" for o in gold) + " |"
    yield "|---|" + "---|---|---|" * len(gold)
    for stage, predicted in list(stages.items())[:-1]:
        tables = [score(papers, predicted).table for papers in gold.values()]
        cells = (
            f"{t['typed core']['f1']:.3f} | {t['typed all']['f1']:.3f} | {t['alias merging']['all forms in one entity']:.3f}"
            for t in tables
        )
        yield f"| {stage} | " + " | ".join(cells) + " |"


def _relations(gold: Mapping[str, list[dict[str, Any]]], predicted: Sequence[dict[str, Any]]) -> Iterator[str]:
    """What is right of the relations that are at least so sure, and how many of the annotators' these are."""
    yield "| at least | " + " | ".join(f"{o}: precision | {o}: recall | {o}: F1" for o in gold) + " |"
    yield "|---|" + "---|---|---|" * len(gold)
    for least in (0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.7):
        kept = [{**p, "relations": [r for r in p["relations"] if r["confidence"] >= least]} for p in predicted]
        rows = [score(papers, kept).table["relations"] for papers in gold.values()]
        cells = (f"{row['precision']:.3f} | {row['recall']:.3f} | {row['f1']:.3f}" for row in rows)
        yield f"| {least:.0%} | " + " | ".join(cells) + " |"


def _reliability(papers: Sequence[GoldPaper], predicted: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Of the entities at each confidence, how many are right; and the expected calibration error."""
    gold = {paper.gold["title"]: paper.gold["entities"] for paper in papers}
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for paper in predicted:
        found = paper["entities"]
        right = set(match(gold[paper["title"]], found, typed=True).values())
        for number, entity in enumerate(found):
            bins[min(9, int(entity["confidence"] * 10))].append((entity["confidence"], number in right))
    yield "| confidence | entities | their mean confidence | right |\n|---|---|---|---|"
    error, total = 0.0, sum(map(len, bins))
    for number, rows in enumerate(bins):
        if rows:
            mean, share = (sum(row[i] for row in rows) / len(rows) for i in (0, 1))
            error += abs(mean - share) * len(rows) / total
            yield f"| {number / 10:.1f} to {(number + 1) / 10:.1f} | {len(rows):,} | {mean:.3f} | {share:.3f} |"
    yield f"\nExpected calibration error: {error:.3f}."


def model_card(
    papers: Sequence[GoldPaper],
    seen: Sequence[GoldPaper],
    stages: Mapping[str, list[dict[str, Any]]],
    *,
    folds: int,
    measured: int,
) -> str:
    """The card in Markdown.

    Args:
        papers: All annotated papers.
        seen: Those that were measured.
        stages: After each stage of the pipeline what was extracted from these, the last "all".
        folds: How many parts the papers were cut into.
        measured: How many of these parts were measured.
    """
    gold = {o: [p.gold for p in seen if p.origin == o] for o in sorted({p.origin for p in seen})}
    further = sum(paper.origin == settings.FURTHER for paper in papers)
    parts = [
        _HEAD.format(
            annotated=len(papers),
            gold=len(papers) - further,
            further=further,
            further_name=settings.FURTHER,
            seed=settings.SEED,
            folds=folds,
            of_which="" if measured == folds else f", {measured} folds of them measured",
            variants=settings.VARIANTS,
            share=settings.TEACHER_SHARE,
            batch=settings.BATCH,
            dropout=settings.NETWORK_DROPOUT,
            rate=settings.NETWORK_RATE,
            cycles=settings.NETWORK_CYCLES,
            rate_together=settings.NETWORK_RATE_TOGETHER,
            python=platform.python_version(),
            spacy=version("spacy"),
            torch=version("torch"),
            sklearn=version("scikit-learn"),
        )
    ]
    for origin, own in gold.items():
        parts.append(f"\n### `{origin}.jsonl`: {len(own):,} papers\n")
        parts += _table(score(own, stages["all"]).table)
    parts.append("\n## What each part gives\n\nF1 of entities, and the share of entities whose forms are all found.\n")
    parts += _ablation(gold, stages)
    parts.append("\n## What a confidence means\n\nOf entities:\n")
    parts += _reliability(seen, stages["all"])
    parts.append("\nOf relations (the explorer shows at first what is at least 55 % sure):\n")
    parts += _relations(gold, stages["all"])
    return "\n".join(parts) + "\n" + _FOOT
