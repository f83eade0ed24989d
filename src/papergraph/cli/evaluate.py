"""`papergraph evaluate`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from papergraph.cli.console import out
from papergraph.cli.options import JobsOption, SourcesArgument
from papergraph.cli.progress import watching
from papergraph.cli.summary import print_problems
from papergraph.errors import SourceError

if TYPE_CHECKING:
    from papergraph.evaluation.score import Scores


def _print(scores: "Scores", misses: int) -> None:
    table = Table("", "precision", "recall", "F1", "gold", "predicted", box=None, pad_edge=False)
    for name, row in scores.table.items():
        if "f1" in row:
            figures = [f"{row[key]:.3f}" for key in ("precision", "recall", "f1")]
            table.add_row(name, *figures, f"{row['gold']:.0f}", f"{row['predicted']:.0f}")
    out.print(table)
    for name in ("role accuracy", "alias merging", "papers"):
        out.print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in scores.table[name].items()))
    for kind, type_, entity, title in scores.misses[:misses]:
        out.print(Text(f"{kind}\t{type_}\t{entity}\t{title}"))


def evaluate(
    gold: Annotated[Path, typer.Argument(help="JSON Lines of annotated papers.", show_default=False)],
    sources: SourcesArgument = None,
    jobs: JobsOption = 1,
    misses: Annotated[int, typer.Option("--misses", min=0, help="List so many wrong entities.")] = 20,
) -> None:
    """Score the extraction against papers annotated by hand: precision, recall and F1, by type.

    SOURCE holds the papers' abstracts; without any they are taken from the gold file itself.

    Example: papergraph evaluate gold.jsonl pages/
    """
    from papergraph.builder import Builder
    from papergraph.evaluation.gold import read_gold
    from papergraph.evaluation.score import score
    from papergraph.interchange import extraction_to_json, paper_to_json
    from papergraph.store import Store

    papers = read_gold(gold)
    with Store(None) as store, watching() as progress:
        builder = Builder(store, jobs=jobs, progress=progress)
        problems = builder.read(sources or [str(gold)])
        builder.extract()
        found = [{**paper_to_json(p), **extraction_to_json(e)} for p, e in builder.extractions()]
    print_problems(problems)
    scores = score(papers, found)
    if scores.table["papers"]["not predicted"] == scores.table["papers"]["gold"]:
        raise SourceError(str(gold), "no source holds the abstract of any of its papers: name one that does")
    _print(scores, misses)
