"""Run one query: SPARQL 1.1 without updates and without SERVICE, the package's prefixes known."""

import re
from collections.abc import Mapping

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    Variable,
)

from papergraph.errors import QueryError
from papergraph.export.context import PREFIXES
from papergraph.sparql.words import words

Answer = QuerySolutions | QueryBoolean | QueryTriples

_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"})
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


def run(store: Store, text: str, bindings: Mapping[str, str] | None = None) -> Answer:
    """Run a query.

    Args:
        store: The graph, from `open_index`.
        text: SPARQL 1.1. Prefixes of `PREFIXES` need no PREFIX line.
        bindings: Strings for variables that the query projects, bound as terms, never pasted into the text.

    Returns:
        Oxigraph's answer, not yet computed to its end.

    Raises:
        QueryError: It is not SPARQL, an update, or reaches outside the graph.
    """
    if "SERVICE" in words(text):
        raise QueryError("SERVICE asks another server, and this one answers from its own graph only")
    terms: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
        Variable(name): Literal(value) for name, value in (bindings or {}).items()
    }
    try:
        return store.query(text, prefixes=PREFIXES, substitutions=terms)
    except (SyntaxError, RuntimeError) as error:
        raise QueryError(_explain(text, str(error))) from error


def _explain(text: str, message: str) -> str:
    found = _POSITION.match(message)
    if not found:
        return f"the query cannot be run: {message}"
    number, column, problem = int(found[1]), int(found[2]), found[3]
    line = (text.splitlines() or [""])[number - 1 :][:1]
    return f"line {number}, column {column} of the query, {''.join(line).strip()[:80]!r}: {_hint(text, problem)}"


def _hint(text: str, problem: str) -> str:
    found = list(words(text))
    if not _FORMS.intersection(found) and _UPDATES.intersection(found):
        return "the graph is read-only, so there are no updates; ask with SELECT, ASK, CONSTRUCT or DESCRIBE"
    undeclared = sorted({word for word in found if word.endswith(":") and word[:-1] not in PREFIXES})
    if undeclared and "PREFIX" not in found:
        return f"no PREFIX line for {', '.join(undeclared)} (known without one: {', '.join(sorted(PREFIXES))})"
    return f"this is not SPARQL 1.1: {' '.join(problem.split())[:120]}"
