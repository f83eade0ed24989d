"""What describes the graph as a whole: the dataset (VoID) and the run that made it (PROV).

No clock time stands here: the same input gives the same bytes.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from papergraph.export.node import Node, filled, size
from papergraph.export.terms import local
from papergraph.vocabulary import NodeType

if TYPE_CHECKING:
    from papergraph.graph.schema import Network


def run(network: "Network") -> Node:
    """The run: which extractor, of which version of the software."""
    about = network.graph
    return {
        "id": f"run:{local(about['version'])}-{local(about['extractor'])}",
        "type": "prov:Activity",
        "extractor": about["extractor"],
        "wasAssociatedWith": f"software:papergraph-{local(about['version'])}",
    }


def dataset(network: "Network", triples: int) -> Iterator[Node]:
    """The run, its software, and the dataset with its counts.

    Args:
        network: The graph.
        triples: How many triples stand before these.
    """
    about, activity = network.graph, run(network)
    identifier = f"dataset:{local(about['title'])}"
    software: Node = {
        "id": activity["wasAssociatedWith"],
        "type": "prov:SoftwareAgent",
        "name": "papergraph",
        "softwareVersion": about["version"],
    }
    counts = Counter(attributes["type"] for _, attributes in network.nodes(data=True))
    partitions: list[Node] = [
        {"id": f"{identifier}.{kind}", "class": f"pg:{kind}", "entities": counts[kind]}
        for kind in sorted(NodeType)
        if counts[kind]
    ]
    whole: Node = filled(
        {
            "id": identifier,
            "type": "void:Dataset",
            "title": about["title"],
            "source": sorted(set(about["sources"])),
            "vocabulary": "https://w3id.org/papergraph/ontology",
            "uriSpace": "https://w3id.org/papergraph/",
            "wasGeneratedBy": activity["id"],
            "entities": len(network),
            "classPartition": [partition["id"] for partition in partitions],
        }
    )
    others = [activity, software, *partitions]
    whole["triples"] = triples + sum(map(size, [*others, whole])) + 1
    yield from [*others, whole]
