"""Whether a graph knows a name, told before a question about it finds nothing."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from papergraph.errors import NotFoundError
from papergraph.sparql.answer import rows
from papergraph.sparql.query import run

if TYPE_CHECKING:
    from pyoxigraph import Store

_NAMED = "SELECT ?name ?thing { BIND(LCASE(?name) AS ?key) ?thing pg:anyName ?key } LIMIT 1"
_LABELS = "SELECT DISTINCT ?label { ?thing skos:prefLabel|dcterms:title ?label }"


def check_names(store: "Store", names: Iterable[str]) -> None:
    """Make sure that each is a name of something.

    Raises:
        NotFoundError: One is not; the error names some that are written much like it.
    """
    for name in names:
        if not rows(run(store, _NAMED, {"name": name})):
            labels = sorted(str(row["label"]) for row in rows(run(store, _LABELS)))
            raise NotFoundError(name, get_close_matches(name, labels))
