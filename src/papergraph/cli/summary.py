"""What a build ends with: what could not be read, what was made, and where it lies."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape
from rich.table import Table

from papergraph.cli.console import err
from papergraph.errors import SourceError

if TYPE_CHECKING:
    from papergraph.report import Report

_SHOWN = 20  # problems; report.json has them all


def print_problems(problems: Sequence[SourceError]) -> None:
    """A line for each problem, the first twenty of them."""
    for problem in problems[:_SHOWN]:
        err.print(f"skipped: {escape(str(problem))}", style="yellow")
    if len(problems) > _SHOWN:
        err.print(f"skipped: … and {len(problems) - _SHOWN} more, all of which are in report.json", style="yellow")


def print_summary(report: "Report", files: Sequence[Path]) -> None:
    """What was built, in a small table."""
    counts = report.counts
    records = sum(number for _, number in report.sources)
    seconds = sum(report.seconds.values())
    reading = report.seconds.get("extract", 0.0)
    speed = f", {report.extracted / reading:,.0f} papers/s" if report.extracted and reading else ""
    concepts = ", ".join(f"{n:,} {kind.lower()}{'s' * (n != 1)}" for kind, n in counts["concepts"].items())
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_row("papers", f"{counts['papers']:,} from {records:,} records in {len(report.sources):,} sources, {counts['dated']:,} dated")
    table.add_row("extracted", f"{report.extracted:,} now, {counts['papers'] - report.extracted:,} known before{speed}")
    table.add_row("concepts", f"{sum(counts['concepts'].values()):,}: {concepts}")
    table.add_row("relations", f"{sum(counts['relations'].values()):,} between concepts, {sum(counts['roles'].values()):,} from papers to concepts")
    table.add_row("results", f"{counts['results']:,}")
    table.add_row("skipped", f"{len(report.problems):,}")
    table.add_row("seconds", f"{seconds:.1f} ({', '.join(f'{stage} {s:.1f}' for stage, s in report.seconds.items())})")
    table.add_row("files", escape(", ".join(str(path) for path in files)))
    err.print(table)
