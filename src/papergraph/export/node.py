"""A resource of the RDF as a JSON-LD node, compacted by `context.jsonld`."""

from typing import TYPE_CHECKING, Any

from papergraph.export.terms import local
from papergraph.vocabulary import NodeType, RelationType, ResultLink, Role, camel

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

Node = dict[str, Any]

_PREFIXES = {NodeType.PAPER: "paper", NodeType.RESULT: "result"}
_NAMES = {term.value: camel(term) for terms in (Role, RelationType, ResultLink) for term in terms}


def iri(network: "Network", key: str) -> str:
    """The prefixed name of a node of the network."""
    return f"{_PREFIXES.get(network.nodes[key]['type'], 'concept')}:{local(key)}"


def links(network: "Network", key: str) -> dict[str, list[str]]:
    """What a node's edges lead to, sorted, by the edges' names in RDF."""
    found: dict[str, set[str]] = {}
    for _, target, name in network.out_edges(key, keys=True):
        found.setdefault(_NAMES[name], set()).add(iri(network, target))
    return {name: sorted(found[name]) for name in sorted(found)}


def filled(node: Node) -> Node:
    """The node without what is unknown.

    >>> filled({"id": "result:a.result-1", "unit": "", "value": None, "kind": "gain"})
    {'id': 'result:a.result-1', 'kind': 'gain'}
    """
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def size(node: Node) -> int:
    """How many triples a node stands for.

    >>> size({"id": "paper:a", "title": "A", "mentions": ["concept:b", "concept:c"]})
    3
    """
    return sum(len(value) if type(value) is list else 1 for value in node.values()) - 1
