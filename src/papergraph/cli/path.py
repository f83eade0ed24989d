"""`papergraph path`."""

from itertools import pairwise
from typing import Annotated

import typer
from rich.markup import escape

from papergraph.cli.console import err, out
from papergraph.cli.options import GraphOption
from papergraph.cli.show import quote_line


def path(
    start: Annotated[str, typer.Argument(metavar="A", help="A concept or paper, by any of its names.")],
    end: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    graph: GraphOption,
    count: Annotated[int, typer.Option("--count", "-n", min=1, help="How many ways to show.")] = 3,
) -> None:
    """Show how two concepts hang together: the shortest ways between them, each step with its evidence.

    Exit status 1 where no way leads from one to the other.

    Example: papergraph path grokking LoRA --graph my-field
    """
    import papergraph

    known = papergraph.load(graph)
    found = known.path(start, end, count)
    if not found:
        err.print(escape(f"no way leads from {start!r} to {end!r}"))
        raise typer.Exit(1)
    for number, nodes in enumerate(found, start=1):
        out.print(f"[bold]{number}. {escape(' – '.join(map(str, nodes)))}[/bold]")
        for one, other in pairwise(nodes):
            for statement in known.between(one, other):
                words = statement.relation.replace("_", " ")
                out.print(f"   {escape(str(statement.head))} [bold]{words}[/bold] {escape(str(statement.tail))}")
                out.print(quote_line(statement.quotes[0]))
