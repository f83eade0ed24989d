"""The network's nodes in RDF: papers, concepts and results, with the edges between them."""

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from papergraph.export.node import Node, filled, iri, links
from papergraph.export.terms import decimal, issued, probability, url
from papergraph.graph.lookup import other_names
from papergraph.vocabulary import ConceptType, NodeType, RelationType, Role, camel

if TYPE_CHECKING:
    from papergraph.graph.schema import Network


def papers(network: "Network") -> Iterator[Node]:
    """Papers and what they do with concepts; whatever they do, they also mention it."""
    for key, paper in _of_type(network, {NodeType.PAPER}):
        node: Node = {
            "id": iri(network, key),
            "type": ["pg:Paper", "schema:ScholarlyArticle"],
            "title": paper["label"],
            "anyName": paper["label"].lower(),
            "identifier": f"arXiv:{paper['arxiv']}" if paper["arxiv"] else None,
            "issued": issued(paper["date"]),
            "url": url(paper["url"]),
            "references": sorted({link for link in map(url, paper["links"]) if link}),
            "source": sorted(set(paper["sources"])),
        }
        roles = links(network, key)
        roles[camel(Role.MENTIONS)] = sorted(set(chain.from_iterable(roles.values())))
        yield filled(node | dict(sorted(roles.items())))


def concepts(network: "Network") -> Iterator[Node]:
    """Concepts, their names and how they stand to each other.

    What one paper calls a concept in passing finds it only where nothing else has that name.
    """
    own = {key: _own_names(concept) for key, concept in _of_type(network, set(ConceptType))}
    taken = set(chain.from_iterable(own.values()))
    for key, concept in _of_type(network, set(ConceptType)):
        relations = links(network, key)
        passing = {name.lower() for name in other_names(concept)[1]}
        node: Node = {
            "id": iri(network, key),
            "type": [f"pg:{concept['type']}", "pg:Concept", "skos:Concept"],
            "prefLabel": concept["label"],
            "altLabel": sorted(set(concept["aliases"]) - {concept["label"]}),
            "anyName": sorted(own[key] | (passing - taken)),
            "salience": probability(concept["salience"]),
        }
        yield filled(node | relations | {"broader": relations.get(camel(RelationType.IS_A))})


def _own_names(concept: dict[str, Any]) -> set[str]:
    return {name.lower() for name in (concept["label"], *other_names(concept)[0])}


def results(network: "Network") -> Iterator[Node]:
    """Results, with the paper, method, benchmark, metric and baseline they belong to."""
    for key, result in _of_type(network, {NodeType.RESULT}):
        node: Node = {
            "id": iri(network, key),
            "type": "pg:Result",
            "prefLabel": result["label"],
            "value": decimal(result["value"]),
            "unit": result["unit"],
            "kind": result["kind"],
            "confidence": probability(result["confidence"]),
        }
        yield filled(node | links(network, key))


def _of_type(network: "Network", types: set[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for key in sorted(network):
        attributes = network.nodes[key]
        if attributes["type"] in types:
            yield key, attributes
