"""The graph as NetworkX's node-link JSON: everything that stands on the network, nothing lost."""

from pathlib import Path
from typing import TYPE_CHECKING

import networkx as nx
import orjson

if TYPE_CHECKING:
    from papergraph.graph.schema import Network


def write_nodelink(network: "Network", path: Path) -> None:
    """Write node-link JSON, as `networkx.node_link_graph(data, edges="edges")` opens it."""
    path.write_bytes(orjson.dumps(nx.node_link_data(network, edges="edges"), option=orjson.OPT_SORT_KEYS))


def read_nodelink(path: Path) -> "Network":
    """Read the network back.

    Raises:
        OSError: The file cannot be read.
        ValueError: It is no node-link JSON of a directed multigraph, or of no graph of papers.
    """
    data = orjson.loads(path.read_bytes())
    try:
        network = nx.node_link_graph(data, edges="edges")
    except (KeyError, TypeError, AttributeError, nx.NetworkXError) as error:
        raise ValueError(f"{path}: not node-link JSON ({error!r})") from error
    if not (network.is_multigraph() and network.is_directed()):
        raise ValueError(f"{path}: not a directed multigraph")
    for key, node in network.nodes(data=True):
        if missing := {"type", "label", "aliases"} - node.keys():
            raise ValueError(f"{path}: not a graph of papers: {key!r} has no {min(missing)}")
    return network
