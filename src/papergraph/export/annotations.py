"""Where papers say it, as the Web Annotation Data Model has it (https://www.w3.org/TR/annotation-model/).

A mention or a piece of evidence targets a passage: a paper with a position selector and, where the graph
holds the papers' texts, a quote selector. A position is the same in every paper, so papers share them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from papergraph.export.node import Node, filled
from papergraph.export.terms import local, probability
from papergraph.vocabulary import RelationType, ResultLink, Role

if TYPE_CHECKING:
    from papergraph.graph.knowledge import Network

Place = tuple[str, int, int]
_CONTEXT = 24  # characters before and after a quote: enough to find it again in a changed text
_ROLES = {role.value for role in Role}
_STATING = {relation.value for relation in RelationType} | {ResultLink.REPORTED_IN.value}


def annotations(network: "Network") -> Iterator[Node]:
    """Mentions, then the passages, quotes and positions that mentions and evidence point at."""
    mentions, passages = _collect(network)
    for place in sorted(mentions):
        yield _mention(place, mentions[place])
    for place in sorted(passages):
        yield from _passage(network, place)
    for start, end in sorted({place[1:] for place in passages}):
        yield {"id": f"position:{start}-{end}", "type": "oa:TextPositionSelector", "start": start, "end": end}


def _collect(network: "Network") -> tuple[dict[Place, dict[str, float]], set[Place]]:
    """The concepts that each place mentions, with how sure we are, and all places that are pointed at."""
    mentions: dict[Place, dict[str, float]] = {}
    passages: set[Place] = set()
    for _, target, name, edge in network.edges(keys=True, data=True):
        for evidence in edge["evidence"]:
            paper = evidence["paper"]
            if name in _ROLES:
                for start, end in evidence["marks"]:
                    mentions.setdefault((paper, start, end), {})[target] = evidence["confidence"]
            elif name in _STATING:
                passages.add((paper, evidence["start"], evidence["end"]))
    return mentions, passages | set(mentions)


def _mention(place: Place, concepts: dict[str, float]) -> Node:
    key = _key(place)
    return {
        "id": f"mention:{key}",
        "type": ["pg:Mention", "oa:Annotation"],
        "hasBody": sorted(f"concept:{local(concept)}" for concept in concepts),
        "hasTarget": f"passage:{key}",
        "confidence": probability(max(concepts.values())),
    }


def _passage(network: "Network", place: Place) -> Iterator[Node]:
    paper, start, end = place
    key, text = _key(place), network.nodes[paper].get("text")
    position, quote = f"position:{start}-{end}", f"quote:{key}"
    yield {
        "id": f"passage:{key}",
        "type": "oa:SpecificResource",
        "hasSource": f"paper:{local(paper)}",
        "hasSelector": position if text is None else [position, quote],
    }
    if text is not None:
        yield filled(
            {
                "id": quote,
                "type": "oa:TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _CONTEXT) : start],
                "suffix": text[end : end + _CONTEXT],
            }
        )


def _key(place: Place) -> str:
    paper, start, end = place
    return f"{local(paper)}.{start}-{end}"
