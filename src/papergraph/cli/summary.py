"""What a build ends with: what could not be read, what was made, and where it lies."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from papergraph.cli.console import err
from papergraph.errors import SourceError
from papergraph.vocabulary import PLURALS, ConceptType

if TYPE_CHECKING:
    from papergraph.report import Report

_SHOWN = 20  # problems; report.json has them all


def print_problems(problems: Sequence[SourceError], *, reported: bool = False) -> None:
    """A line for each problem, the first twenty of them. `reported`: whether a report tells them all."""
    for problem in problems[:_SHOWN]:
        err.print(f"skipped: {escape(str(problem))}", style="yellow")
    if len(problems) > _SHOWN:
        rest = ", all of which are in report.json" if reported else ""
        err.print(f"skipped: … and {len(problems) - _SHOWN} more{rest}", style="yellow")


def _several(number: int, noun: str, plural: str | None = None) -> str:
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _speed(report: "Report") -> str:
    seconds = report.seconds.get("extract", 0.0)
    return f", {report.extracted / seconds:,.0f} papers/s" if report.extracted and seconds else ""


def print_summary(report: "Report", files: Sequence[Path]) -> None:
    """What was built, in a small table."""
    counts = report.counts
    papers, concepts = counts["papers"], counts["concepts"]
    records = sum(number for _, number in report.sources)
    origin = f"from {_several(records, 'record')} in {_several(len(report.sources), 'source')}"
    said = f"{sum(counts['roles'].values()):,} from papers to concepts"
    stages = ", ".join(f"{stage} {seconds:.1f}" for stage, seconds in report.seconds.items())
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_row("papers", f"{papers:,} {origin}, {counts['dated']:,} dated")
    table.add_row("extracted", f"{report.extracted:,} now, {papers - report.extracted:,} known{_speed(report)}")
    kinds = ", ".join(_several(n, kind.lower(), PLURALS[ConceptType(kind)]) for kind, n in concepts.items())
    table.add_row("concepts", f"{sum(concepts.values()):,}: {kinds}")
    table.add_row("relations", f"{sum(counts['relations'].values()):,} between concepts, {said}")
    table.add_row("results", f"{counts['results']:,}")
    table.add_row("skipped", f"{len(report.problems):,}")
    if report.forgotten:
        table.add_row("forgotten", f"{len(report.forgotten):,}, named in report.json")
    table.add_row("seconds", f"{sum(report.seconds.values()):.1f} ({stages})")
    table.add_row("files", escape(", ".join(str(path) for path in files)))
    err.print(table)
