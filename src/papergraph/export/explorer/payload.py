"""What the page knows, as compact JSON: a column a property, each text once, evidence as one run of numbers.

Nodes are numbered concepts first (most salient first), then papers, then results; edges and evidence
speak of them by number. `data.js` is the reader.
"""

from typing import Any, cast

import networkx as nx

from papergraph.export.explorer.picture import to_pyvis
from papergraph.export.explorer.wording import PLURALS, READINGS, SHAPES
from papergraph.graph.schema import EdgeData, Evidence
from papergraph.vocabulary import DEFINITIONS, ConceptType, NodeType, RelationType, ResultLink, Role

_TERMS = [*Role, *RelationType, *ResultLink]
_TERM_NUMBER = {term.value: number for number, term in enumerate(_TERMS)}


def payload(network: "nx.MultiDiGraph[str]") -> dict[str, Any]:
    """All columns of a network that follows `papergraph.graph.schema`."""
    drawn = to_pyvis(network).nodes
    results = sorted(key for key, node in network.nodes(data=True) if node["type"] == NodeType.RESULT)
    number = {key: place for place, key in enumerate([*(node["id"] for node in drawn), *results])}
    concepts = [node for node in drawn if node["group"] != NodeType.PAPER]
    papers = drawn[len(concepts) :]
    return {
        "meta": {name: network.graph[name] for name in ("title", "version", "extractor", "quotes", "sources")},
        "vocabulary": _vocabulary(),
        "concepts": _picture(concepts) | _concept_facts(network, [node["id"] for node in concepts], number),
        "papers": _picture(papers) | _paper_facts(network, [node["id"] for node in papers]),
        "results": {"id": results} | _columns(network, results, "written", "value", "unit", "kind"),
        "edges": _edges(network, number),
    }


def _vocabulary() -> dict[str, Any]:
    kinds = [*ConceptType, NodeType.PAPER]
    return {
        "types": [
            {"name": kind, "plural": PLURALS[kind], "shape": SHAPES[kind], "definition": DEFINITIONS[kind]}
            for kind in kinds
        ],
        "terms": [
            {
                "name": term,
                "family": type(term).__name__,
                "forward": READINGS[term].forward,
                "backward": READINGS[term].backward,
                "definition": DEFINITIONS[term],
            }
            for term in _TERMS
        ],
    }


def _picture(nodes: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """The columns that pyvis' dictionaries of one kind of node hold."""
    return {name: [node[name] for node in nodes] for name in ("id", "label", "group", "x", "y")}


def _columns(network: "nx.MultiDiGraph[str]", keys: list[str], *names: str) -> dict[str, list[Any]]:
    return {name: [network.nodes[key].get(name) for key in keys] for name in names}


def _paper_facts(network: "nx.MultiDiGraph[str]", keys: list[str]) -> dict[str, list[Any]]:
    addresses = [_address(network.nodes[key]) for key in keys]
    return _columns(network, keys, "date", "links", "text") | {"url": addresses}


def _address(paper: dict[str, Any]) -> str | None:
    return paper["url"] or (f"https://arxiv.org/abs/{paper['arxiv']}" if paper["arxiv"] else None)


def _concept_facts(network: "nx.MultiDiGraph[str]", keys: list[str], number: dict[str, int]) -> dict[str, list[Any]]:
    facts = _columns(network, keys, "papers", "first", "last", "community")
    return facts | {"names": [_names(network.nodes[key], number) for key in keys]}


def _names(concept: dict[str, Any], number: dict[str, int]) -> list[list[Any]]:
    """Each other name with the papers that use it, why it counts as one, and who defines it (or -1)."""
    reasons = {merge["form"]: merge for merge in concept["merges"]}
    return [
        [
            name,
            concept["forms"].get(name, 0),
            reasons.get(name, {}).get("reason", ""),
            number.get(reasons.get(name, {}).get("paper", ""), -1),
        ]
        for name in concept["aliases"]
    ]


def _edges(network: "nx.MultiDiGraph[str]", number: dict[str, int]) -> dict[str, list[int]]:
    columns: dict[str, list[int]] = {name: [] for name in ("head", "term", "tail", "sure", "evidence")}
    for head, tail, term in sorted(network.edges(keys=True)):
        edge = cast("EdgeData", network.edges[head, tail, term])
        columns["head"].append(number[head])
        columns["term"].append(_TERM_NUMBER[term])
        columns["tail"].append(number[tail])
        columns["sure"].append(_percent(edge["confidence"]))
        columns["evidence"].append(len(edge["evidence"]))
        for place in edge["evidence"]:
            columns["evidence"].extend(_place(place, number))
    return columns


def _place(place: Evidence, number: dict[str, int]) -> list[int]:
    """Paper, start, length, confidence, how many marks; each mark by its start in the sentence and length."""
    run = [
        number[place["paper"]],
        place["start"],
        place["end"] - place["start"],
        _percent(place["confidence"]),
    ]
    run.append(len(place["marks"]))
    for start, end in place["marks"]:
        run += [start - place["start"], end - start]
    return run


def _percent(share: float) -> int:
    return round(share * 100)
