"""`papergraph results`."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from papergraph.cli.console import err, out, print_table
from papergraph.cli.options import GraphOption
from papergraph.cli.show import quote_line
from papergraph.graph.nodes import Node
from papergraph.sparql.table import plain_table
from papergraph.vocabulary import ResultKind, ResultLink

if TYPE_CHECKING:
    from papergraph.graph.knowledge import KnowledgeGraph

_COLUMNS = ("value", "metric", "benchmark", "method", "over", "date", "paper")


def _row(graph: "KnowledgeGraph", result: Node) -> list[Text]:
    ends = {s.relation: s.tail for s in graph.statements(result)}
    paper = ends[ResultLink.REPORTED_IN]
    links = (ResultLink.BY_METRIC, ResultLink.ON_BENCHMARK, ResultLink.OF_METHOD, ResultLink.OVER_BASELINE)
    named = [str(ends[link]) if link in ends else "" for link in links]
    gain = " gain" if result.data["kind"] == ResultKind.GAIN else ""
    return [Text(cell) for cell in (result.data["written"] + gain, *named, paper.data["date"] or "", str(paper))]


def results(
    graph: GraphOption,
    name: Annotated[
        str | None, typer.Argument(help="A benchmark, method, metric or paper; without it all.", show_default=False)
    ] = None,
    quotes: Annotated[
        bool, typer.Option("--quotes/--table", help="Each result with its sentence, or a table.")
    ] = False,
) -> None:
    """Show what papers report, newest first: claims as the papers make them, not a ranking.

    Numbers of different papers are seldom comparable: settings differ. Exit status 1 where there is none.

    Example: papergraph results OSWorld --graph my-field
    """
    import papergraph

    known = papergraph.load(graph)
    found = known.results(name)
    if not found:
        err.print(Text(f"no paper reports a result for {name!r}" if name else "no paper reports a result"))
        raise typer.Exit(1)
    if quotes:
        for result in found:
            out.print(Text(result.label, style="bold"))
            out.print(quote_line(next(s for s in known.statements(result)).quotes[0]))
        return
    table = plain_table(list(_COLUMNS))
    table.columns[-2].no_wrap = True
    for result in found:
        table.add_row(*_row(known, result))
    print_table(table)
