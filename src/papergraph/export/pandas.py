"""The graph as data frames, for those who compute with tables."""

from typing import TYPE_CHECKING

from papergraph.errors import MissingExtraError

try:
    import pandas as pd
except ImportError as error:
    raise MissingExtraError("to_pandas()", "pandas") from error

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

_EDGE = ["head", "relation", "tail", "papers", "evidence", "confidence"]


def to_pandas(network: "Network") -> tuple[pd.DataFrame, pd.DataFrame]:
    """Nodes, indexed by key, and edges, a row each."""
    nodes = pd.DataFrame.from_dict(dict(network.nodes(data=True)), orient="index").rename_axis("key")
    edges = network.edges(keys=True, data=True)
    rows = [{"head": head, "relation": key, "tail": tail, **data} for head, tail, key, data in edges]
    return nodes, pd.DataFrame(rows, columns=_EDGE)
