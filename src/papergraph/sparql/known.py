"""A name as a graph has it, or a word on its being unknown, before a question about it finds nothing."""

from difflib import get_close_matches
from typing import TYPE_CHECKING

from papergraph.errors import NotFoundError
from papergraph.names import fold
from papergraph.sparql.answer import rows
from papergraph.sparql.query import run

if TYPE_CHECKING:
    from pyoxigraph import Store

_NAMED = "SELECT ?name ?thing { BIND(LCASE(?name) AS ?key) ?thing pg:anyName ?key } LIMIT 1"
_NAMES = "SELECT DISTINCT ?name { ?thing pg:anyName ?name }"
_LABELS = "SELECT DISTINCT ?label { ?thing skos:prefLabel|dcterms:title ?label }"


def known_name(store: "Store", name: str) -> str:
    """A name as the graph has it: letter case, hyphens, spaces and plurals don't matter.

    Raises:
        NotFoundError: Nothing has it; the error names some that are written much like it.
    """
    if rows(run(store, _NAMED, {"name": name})):
        return name
    alike = sorted(str(row["name"]) for row in rows(run(store, _NAMES)) if fold(str(row["name"])) == fold(name))
    if alike and fold(name):
        return alike[0]
    labels = sorted(str(row["label"]) for row in rows(run(store, _LABELS)))
    raise NotFoundError(name, get_close_matches(name, labels))
