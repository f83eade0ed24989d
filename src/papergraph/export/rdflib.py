"""The graph as an `rdflib.Graph`, for those who live there."""

from typing import TYPE_CHECKING

import rdflib

from papergraph.export.turtle import lines

if TYPE_CHECKING:
    from papergraph.graph.schema import Network


def to_rdflib(network: "Network") -> rdflib.Graph:
    """The network's RDF, parsed by rdflib."""
    return rdflib.Graph().parse(data="".join(lines(network)), format="turtle")
