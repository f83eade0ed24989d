"""SPARQL over a graph that is in memory: what `KnowledgeGraph.sparql` uses."""

from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, Store

from papergraph.export.turtle import lines
from papergraph.sparql import answer
from papergraph.sparql.query import run

if TYPE_CHECKING:
    from papergraph.graph.schema import Network


def store_of(network: "Network") -> Store:
    """The network's RDF in a store of its own."""
    store = Store()
    store.bulk_load("".join(lines(network)), format=RdfFormat.TURTLE)
    return store


def rows(store: Store, query: str) -> list[dict[str, answer.Value]]:
    """The answer to a query as Python values, as `answer.rows` gives them.

    Raises:
        QueryError: It cannot be run.
    """
    return answer.rows(run(store, query))
