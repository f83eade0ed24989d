"""The SPARQL 1.1 Protocol's query operation (https://www.w3.org/TR/sparql11-protocol/#query-operation)."""

from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from papergraph.server.media import accepted
from papergraph.server.question import LONGEST, Question, Reply, from_parameters, refusal


async def sparql(request: Request) -> Response:
    """Answer a query from a GET's URL, a POST's form, or a POST's body as it is."""
    question = await _question(request)
    reply = question if isinstance(question, Reply) else await request.app.state.pool.ask(question)
    return Response(reply.body, reply.status, media_type=reply.media, headers={"Vary": "Accept"})


async def _question(request: Request) -> Question | Reply:
    accept = accepted(request.headers.get("accept", ""))
    url = parse_qs(request.url.query, keep_blank_values=True)
    if request.method != "POST":
        return from_parameters(url, accept)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == "application/sparql-update":
        return refusal(403, "the graph is read-only: no updates")
    if media not in {"application/x-www-form-urlencoded", "application/sparql-query"}:
        return refusal(415, "post a form with a parameter 'query', or application/sparql-query")
    body = await _body(request)
    if body is None:
        return refusal(413, f"a query has at most {LONGEST} bytes")
    if media == "application/sparql-query":
        return from_parameters({**url, "query": [body]}, accept)
    return from_parameters(parse_qs(body, keep_blank_values=True), accept)


async def _body(request: Request) -> str | None:
    """The request's body, None where it is too long."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST:
            return None
    return body.decode("utf-8", errors="replace")
