"""The graph that users hold in their hands."""

import networkx as nx

Network = nx.MultiDiGraph  # of `schema` nodes and edges


class KnowledgeGraph:
    """Papers, concepts and results of a field, over one `networkx.MultiDiGraph`.

    Attributes:
        network: The graph itself; `papergraph.graph.schema` says what stands on nodes and edges.
            `network.graph` holds `title`, `version`, `extractor`, `quotes` (bool) and `sources` (names).
    """

    def __init__(self, network: "nx.MultiDiGraph[str]") -> None:
        self.network = network
