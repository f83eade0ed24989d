"""The graph as GraphML, for Gephi, yEd and Cytoscape.

GraphML knows only plain values: lists of names are joined by "; ". What is deeper (evidence, merges, counts of
forms) and the papers' text, which no drawing program shows, stay in graph.json.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(network: "Network", path: Path) -> None:
    """Write GraphML. Each edge carries its key as `relation`; its id tells it from all others."""
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    flat.graph.update(_plain(network.graph))
    for key in sorted(network):
        flat.add_node(_xml(key), **_plain(network.nodes[key]))
    edges = sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    for number, (head, tail, relation, attributes) in enumerate(edges):
        flat.add_edge(_xml(head), _xml(tail), key=f"e{number}", relation=relation, **_plain(attributes))
    nx.write_graphml_xml(flat, path)


def _plain(attributes: dict[str, Any]) -> dict[str, str | int | float | bool]:
    return {name: _value(value) for name, value in sorted(attributes.items()) if name != "text" and _is_plain(value)}


def _is_plain(value: object) -> bool:
    return isinstance(value, (str, bool, int, float)) or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )


def _value(value: Any) -> str | int | float | bool:  # noqa: ANN401 - whatever stands on the network
    if isinstance(value, str):
        return _xml(value)
    if not isinstance(value, list):
        return value  # type: ignore[no-any-return]
    return _xml("; ".join(value))


def _xml(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
