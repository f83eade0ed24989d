"""How two nodes hang together."""

import math
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import networkx as nx

from papergraph.vocabulary import NodeType

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

_CONSIDERED = 500  # ways of the same length that are weighed against each other


def _strength(network: "Network", path: list[str]) -> float:
    """Product of the confidences along a path, hubs counting less: everything meets at "large language model"."""
    steps = [
        max(d["confidence"] for a, b in ((one, two), (two, one)) for d in (network.get_edge_data(a, b) or {}).values())
        for one, two in pairwise(path)
    ]
    crowds = math.prod(math.log(3 + network.degree(node)) for node in path[1:-1])
    return float(math.prod(steps) / crowds)


def shortest_paths(network: "Network", start: str, end: str, count: int) -> list[list[str]]:
    """The best of the shortest ways between two nodes, as keys; edges may be walked against their direction.

    Results are left out: a number connects nothing. Empty where there is no way.
    """
    apart = [key for key, kind in network.nodes(data="type") if kind == NodeType.RESULT]
    walkable = nx.restricted_view(network, apart, []).to_undirected(as_view=True)
    try:
        found = list(islice(nx.all_shortest_paths(walkable, start, end), _CONSIDERED))
    except nx.NetworkXNoPath:
        return []
    return sorted(found, key=lambda path: (-_strength(network, path), path))[:count]
