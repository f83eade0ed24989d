"""The map as a pyvis network: what stands where, in which shape, and what is joined to what."""

import networkx as nx
from pyvis.network import Network

from papergraph.export.explorer.layout import places
from papergraph.export.explorer.ties import concepts_of, papers_of
from papergraph.export.explorer.wording import SHAPES
from papergraph.vocabulary import NodeType


def to_pyvis(network: "nx.MultiDiGraph[str]") -> Network:
    """Concepts, most salient first, then papers, each at its place on the map, and their edges.

    The page takes its picture from here and draws it itself; the network can also be shown by pyvis.
    """
    picture = Network(directed=True, cdn_resources="in_line")
    at = places(network)
    keys = [*concepts_of(network), *papers_of(network)]
    # pyvis' own add_node and add_edge look through all that was added before: quadratic.
    picture.nodes = [_node(key, network, at[key]) for key in keys]
    picture.node_ids = keys
    picture.node_map = dict(zip(keys, picture.nodes, strict=True))
    picture.edges = [
        {"from": head, "to": tail, "label": term, "arrows": "to"}
        for head, tail, term in sorted(network.edges(keys=True))
        if head in at and tail in at
    ]
    picture.toggle_physics(status=False)
    return picture


def _node(key: str, network: "nx.MultiDiGraph[str]", at: tuple[int, int]) -> dict[str, object]:
    node = network.nodes[key]
    kind = NodeType(node["type"])
    return {
        "id": key,
        "label": node["label"],
        "group": kind.value,
        "shape": SHAPES[kind],
        "value": node.get("papers", 1),
        "x": at[0],
        "y": at[1],
    }
