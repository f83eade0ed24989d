"""The web application: the SPARQL endpoint, the query page and the explorer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from papergraph.server.endpoint import sparql
from papergraph.server.pages import page, stored
from papergraph.server.pool import Pool
from papergraph.sparql.index import open_index


def create_app(folder: Path, *, workers: int = 2, seconds: float = 30, size: int = 50_000_000) -> Starlette:
    """The application for a graph folder.

    Args:
        folder: The graph folder.
        workers: How many queries may run at once.
        seconds: How long a query may take.
        size: How many bytes an answer may have.

    Raises:
        GraphFolderError: The folder holds no graph.
    """
    open_index(folder)  # made once, before the workers open it

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.pool = Pool(folder, workers=workers, seconds=seconds, size=size)
        yield
        app.state.pool.stop()

    def explorer(_: Request) -> Response:
        file = folder / "graph.html"
        return FileResponse(file) if file.is_file() else PlainTextResponse("no graph.html here\n", 404)

    return Starlette(
        routes=[
            Route("/sparql", sparql, methods=["GET", "POST"]),
            Route("/explorer", explorer),
            Route("/stored.json", stored),
            Route("/", page),
            Route("/{name}", page),
        ],
        # Another name would let any page of the web ask this server through its visitor's browser.
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])],
        lifespan=lifespan,
    )
