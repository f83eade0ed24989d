"""`papergraph forget`."""

from typing import Annotated

import typer
from rich.markup import escape

from papergraph.cli.console import err
from papergraph.cli.options import GraphOption
from papergraph.cli.progress import watching


def forget(
    papers: Annotated[
        list[str], typer.Argument(metavar="PAPER...", help="Titles, arXiv identifiers or keys.", show_default=False)
    ],
    graph: GraphOption,
    undo: Annotated[bool, typer.Option("--undo", help="Take forgotten papers back in.")] = False,
) -> None:
    """Take papers out of a graph: what only they say goes, what others say too stays and is counted without them.

    The graph is then the same as one built from sources without them. The sources and store.sqlite still hold them,
    but they stay out when you build again. --undo takes them back in; report.json names all that are forgotten.

    Exit status 1, and nothing is changed, where there is no such paper.

    Example: papergraph forget 2402.05859 "A Survey of Everything" --graph my-field
    """
    import papergraph
    from papergraph.forgetting import forget_papers

    known = papergraph.load(graph)
    with watching() as progress:
        titles, rest = forget_papers(known, graph, papers, undo=undo, progress=progress)
    for title in titles:
        err.print(escape(f"{'taken back' if undo else 'forgotten'}: {title}"))
    err.print(escape(f"{graph}: {rest!r}"))
