"""`papergraph publish`: a graph folder into a SPARQL server."""

from typing import Annotated

import typer
from rich.progress import Progress

from papergraph.cli.console import err, out
from papergraph.cli.options import GraphOption


def publish(
    url: Annotated[
        str, typer.Argument(metavar="URL", help="The server's address for SPARQL updates.", show_default=False)
    ],
    graph: GraphOption,
    into: Annotated[
        str | None, typer.Option("--into", metavar="IRI", help="Named graph; else the default one.")
    ] = None,
) -> None:
    """Load a graph into a SPARQL 1.1 server; interrupted, the same command goes on where it stopped.

    [bold]Example[/bold]: papergraph publish http://localhost:3030/ds/update --graph DIR

    What the server has already stays there. A user and a password stand in the address: http://user:password@host/
    """
    from papergraph.sparql.endpoint import Endpoint
    from papergraph.sparql.index import open_index
    from papergraph.sparql.publish import publish as send

    endpoint, total = Endpoint(url), len(open_index(graph))
    with Progress(console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("publishing", total=total)
        for done in send(graph, endpoint, into):
            bar.update(task, completed=done)
    out.print(f"{endpoint.name} has the graph's {total} triples")
