"""The network as RDF resources: JSON-LD nodes by the package's context, in a fixed order.

Turtle and JSON-LD are two ways to write down these nodes. Superclasses and superproperties that a query is
likely to ask for are written out, so that no reasoner is needed.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from papergraph.export.annotations import annotations
from papergraph.export.dataset import dataset
from papergraph.export.node import Node, size
from papergraph.export.nodes import concepts, papers, results
from papergraph.export.statements import statements

if TYPE_CHECKING:
    from papergraph.graph.schema import Network


def resources(network: "Network") -> Iterator[Node]:
    """Every resource of the graph's RDF, the description of the dataset last.

    The same network gives the same nodes in the same order. Each resource comes once.
    """
    triples = 0
    for nodes in (papers, concepts, results, statements, annotations):
        for node in nodes(network):
            triples += size(node)
            yield node
    yield from dataset(network, triples)
