"""The query page's files, and the stored questions that it offers."""

from dataclasses import asdict
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from papergraph.export.context import PREFIXES
from papergraph.sparql.stored import stored_queries

_FOLDER = files("papergraph.server").joinpath("page")
_MEDIA = {"index.html": "text/html", "query.css": "text/css", "query.js": "text/javascript"}
# The page loads nothing from elsewhere, and nothing on it runs but its own script.
_HEADERS = {"Content-Security-Policy": "default-src 'self'; img-src data:", "X-Content-Type-Options": "nosniff"}


def page(request: Request) -> Response:
    """One of the page's files."""
    name = request.path_params.get("name", "index.html")
    if name not in _MEDIA:
        return PlainTextResponse("there is nothing here; the query page is at /\n", 404)
    return Response(_FOLDER.joinpath(name).read_bytes(), media_type=_MEDIA[name], headers=_HEADERS)


def stored(_: Request) -> Response:
    """The stored questions and the known prefixes."""
    return JSONResponse({"queries": [asdict(query) for query in stored_queries()], "prefixes": PREFIXES})
