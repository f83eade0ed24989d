"""`papergraph serve`: a graph folder as a SPARQL endpoint."""

from typing import Annotated

import typer

from papergraph.cli.console import err
from papergraph.cli.options import GraphOption
from papergraph.errors import MissingExtraError

_HOST = "127.0.0.1"  # this machine only: there is no log-in


def serve(
    graph: GraphOption,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port of 127.0.0.1.")] = 7878,
    seconds: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that a query may take.")] = 30,
    megabytes: Annotated[float, typer.Option("--max-size", min=0.001, help="Megabytes that an answer may have.")] = 50,
) -> None:
    """Answer SPARQL 1.1 over HTTP, read-only, with a query page and the explorer; stop it with Ctrl-C.

    [bold]Example[/bold]: papergraph serve --graph DIR, then open http://127.0.0.1:7878/

    Clients ask http://127.0.0.1:7878/sparql. A parameter ?$name=text binds the query's variable ?name.
    """
    try:
        import uvicorn

        from papergraph.server.app import create_app
    except ImportError as error:
        raise MissingExtraError("papergraph serve", "serve") from error
    app = create_app(graph, seconds=seconds, size=int(megabytes * 1_000_000))
    err.print(f"query page: http://{_HOST}:{port}/   endpoint: http://{_HOST}:{port}/sparql   stop: Ctrl-C")
    uvicorn.run(app, host=_HOST, port=port, log_level="warning")
