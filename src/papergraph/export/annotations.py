"""Where papers say it, as the Web Annotation Data Model has it (https://www.w3.org/TR/annotation-model/).

A mention or a piece of evidence targets a passage: a paper with a position selector and, where the graph
holds the papers' texts, a quote selector. A mention's passage is part of its sentence's, which is what says that
the paper proposes, uses or studies it. A position is the same in every paper, so papers share them.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from papergraph.export.node import Node
from papergraph.export.terms import local, probability
from papergraph.vocabulary import RelationType, ResultLink, Role

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

Place = tuple[str, int, int]
_CONTEXT = 24  # characters before and after a quote: enough to find it again in a changed text
_ROLES = {role.value for role in Role}
_STATING = _ROLES | {relation.value for relation in RelationType} | {ResultLink.REPORTED_IN.value}


def annotations(network: "Network") -> Iterator[Node]:
    """Mentions, then the passages, quotes and positions that mentions and evidence point at."""
    mentions, sentences = _collect(network)
    yield from _mentions(mentions)
    yield from _passages(network, sentences)
    for start, end in sorted({place[1:] for place in sentences}):
        yield {"id": f"position:{start}-{end}", "type": "oa:TextPositionSelector", "start": start, "end": end}


def _collect(network: "Network") -> tuple[dict[Place, dict[str, float]], dict[Place, Place]]:
    """The concepts that each place mentions, with how sure we are; and of all places pointed at the sentence."""
    mentions: dict[Place, dict[str, float]] = {}
    sentences: dict[Place, Place] = {}
    for _, target, name, edge in network.edges(keys=True, data=True):
        for evidence in edge["evidence"]:
            sentence = (evidence["paper"], evidence["start"], evidence["end"])
            if name in _STATING:
                sentences[sentence] = sentence
            for start, end in evidence["marks"] if name in _ROLES else ():
                place = (evidence["paper"], start, end)
                sentences.setdefault(place, sentence)
                found = mentions.setdefault(place, {})
                found[target] = max(evidence["confidence"], found.get(target, 0))
    return mentions, sentences


def _mentions(mentions: dict[Place, dict[str, float]]) -> Iterator[Node]:
    for paper, places in groupby(sorted(mentions), itemgetter(0)):
        name = local(paper)
        for place in places:
            concepts, key = mentions[place], f"{name}.{place[1]}-{place[2]}"
            yield {
                "id": f"mention:{key}",
                "type": ["pg:Mention", "oa:Annotation"],
                "hasBody": sorted([f"concept:{local(concept)}" for concept in concepts]),
                "hasTarget": f"passage:{key}",
                "confidence": probability(max(concepts.values())),
            }


def _passages(network: "Network", sentences: dict[Place, Place]) -> Iterator[Node]:
    for paper, places in groupby(sorted(sentences), itemgetter(0)):
        name, text = local(paper), network.nodes[paper].get("text")
        for place in places:
            _, start, end = place
            key, position = f"{name}.{start}-{end}", f"position:{start}-{end}"
            passage: Node = {"id": f"passage:{key}", "type": "oa:SpecificResource", "hasSource": f"paper:{name}"}
            if sentences[place] != place:
                passage["isPartOf"] = f"passage:{name}.{sentences[place][1]}-{sentences[place][2]}"
            if text is None:
                yield passage | {"hasSelector": position}
            else:
                yield passage | {"hasSelector": [position, f"quote:{key}"]}
                yield _quote(f"quote:{key}", text, start, end)


def _quote(name: str, text: str, start: int, end: int) -> Node:
    quote = {"id": name, "type": "oa:TextQuoteSelector", "exact": text[start:end]}
    if before := text[max(0, start - _CONTEXT) : start]:
        quote["prefix"] = before
    if after := text[end : end + _CONTEXT]:
        quote["suffix"] = after
    return quote
