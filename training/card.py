"""The model card: what was trained, on what, and how good it is on papers that it has not seen."""

import platform
from collections.abc import Mapping
from importlib.metadata import version

from tagging import BATCH, DROPOUT, EPOCHS, RATE

_HEAD = """# Model card: papergraph's extractor

| part | what it is | file |
|---|---|---|
| mention tagger | hash-embedded convolutional network over forms, document evidence and subword vectors; BILUO tags | `tagger.bin` |
| subword vectors | input vectors of all-MiniLM-L6-v2 (Apache 2.0), 128 principal components | `subwords.npz` |
| roles, relations, results | multinomial logistic regression over hashed features | `roles.npz`, `relations.npz`, `results.npz` |

Made by `training/train.py` from {papers} papers annotated by hand (`training/gold/`, without their abstracts), seed
{seed}: {epochs} epochs in batches of {batch}, dropout {dropout}, Adam at {rate}, averaged weights. Python {python},
spaCy {spacy}, thinc {thinc}, scikit-learn {sklearn}.

## Scores

{folds}-fold cross-validation: each paper was extracted by parts that had not seen it (nor its annotations). The rows are
those of `papergraph evaluate`; `typed core` is methods, benchmarks and phenomena. The shipped weights are then
trained on all papers, so scores of theirs on these papers would say nothing.
"""
_FOOT = """
## What it is not

English abstracts on machine learning, as of 2024 and 2025, are what it knows. Confidences are the network's own
probabilities (the lowest of a mention's tokens): higher is surer, but they are not calibrated. Metrics and
phenomena are found least well, and relations are stated for about a quarter of the pairs that annotators relate.
"""


def _table(rows: Mapping[str, Mapping[str, float]]) -> str:
    lines = ["| | precision | recall | F1 | gold |", "|---|---|---|---|---|"]
    for name, row in rows.items():
        if "f1" in row:
            figures = " | ".join(f"{row[key]:.3f}" for key in ("precision", "recall", "f1"))
            lines.append(f"| {name} | {figures} | {row['gold']:,.0f} |")
    roles, forms = rows["role accuracy"], rows["alias merging"]
    lines.append(
        f"| role accuracy of matched entities | | | {roles['of matched entities']:.3f} | {roles['matched']:,.0f} |"
    )
    lines.append(
        f"| all forms in one entity | | | {forms['all forms in one entity']:.3f} | {forms['with several forms']:,.0f} |"
    )
    return "\n".join(lines) + "\n"


def model_card(scores: Mapping[str, Mapping[str, Mapping[str, float]]], folds: int, seed: int) -> str:
    """The card in Markdown.

    Args:
        scores: For each origin of gold papers its table of scores.
        folds: How many parts the papers were cut into.
        seed: The seed of the order and of the weights.
    """
    head = _HEAD.format(
        papers=f"{sum(int(rows['papers']['gold']) for rows in scores.values()):,}",
        seed=seed,
        folds=folds,
        epochs=EPOCHS,
        batch=BATCH,
        dropout=DROPOUT,
        rate=RATE,
        python=platform.python_version(),
        spacy=version("spacy"),
        thinc=version("thinc"),
        sklearn=version("scikit-learn"),
    )
    tables = (
        f"\n### `{name}.jsonl`: {rows['papers']['gold']:,} papers\n\n{_table(rows)}" for name, rows in scores.items()
    )
    return head + "".join(tables) + _FOOT
