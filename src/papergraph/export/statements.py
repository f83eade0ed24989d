"""Who says so: a reified statement for each edge between concepts, and the passages behind it.

RDF 1.1 has no edge attributes, so each edge is also an `rdf:Statement` with its confidence, its papers and
the run that made it. Each place that states it (or reports a result) is a `pg:Evidence` on the sentence.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from papergraph.export.dataset import run
from papergraph.export.node import Node, iri
from papergraph.export.terms import local, probability
from papergraph.vocabulary import RelationType, ResultLink, camel

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

_RELATIONS = {relation.value: f"pg:{camel(relation)}" for relation in RelationType}


def statements(network: "Network") -> Iterator[Node]:
    """A statement for each edge between concepts, with its evidence, then the evidence of the results."""
    activity = run(network)["id"]
    for head, tail, name, edge in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3]):
        if name in _RELATIONS:
            key = f"{local(head)}.{name}.{local(tail)}"
            yield {
                "id": f"statement:{key}",
                "type": ["pg:Statement", "rdf:Statement"],
                "subject": iri(network, head),
                "predicate": _RELATIONS[name],
                "object": iri(network, tail),
                "statedIn": [f"paper:{local(paper)}" for paper in edge["papers"]],
                "confidence": probability(edge["confidence"]),
                "wasGeneratedBy": activity,
            }
            yield from _evidence(key, f"statement:{key}", edge)
        elif name == ResultLink.REPORTED_IN:
            yield from _evidence(local(head), iri(network, head), edge)


def _evidence(key: str, body: str, edge: dict[str, Any]) -> Iterator[Node]:
    surest: dict[str, float] = {}  # of a sentence that says so twice
    for place in edge["evidence"]:
        passage = f"{local(place['paper'])}.{place['start']}-{place['end']}"
        surest[passage] = max(place["confidence"], surest.get(passage, 0))
    for passage, confidence in surest.items():
        yield {
            "id": f"evidence:{key}.{passage}",
            "type": ["pg:Evidence", "oa:Annotation"],
            "hasBody": body,
            "hasTarget": f"passage:{passage}",
            "confidence": probability(confidence),
        }
