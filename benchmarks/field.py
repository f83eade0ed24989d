"""A made-up field of any size, for benchmarks: papers, concepts and edges in the numbers that abstracts give."""

import random

import networkx as nx

CONCEPTS_A_PAPER, MENTIONS_A_CONCEPT, RELATIONS_A_PAPER = 15, 2, 5
_TYPES = ("Method", "Method", "Phenomenon", "Task", "Benchmark", "Metric")
_ROLES = ("proposes", "studies", "addresses", "uses", "compares", "evaluates_on", "mentions")
_RELATIONS = ("builds_on", "outperforms", "mitigates", "evaluated_on", "improves")


def field(papers: int, seed: int = 1) -> "nx.MultiDiGraph[str]":
    """A network as `papergraph.graph.schema` says, about 400 triples a paper; few concepts are in many papers."""
    chance = random.Random(seed)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title="made-up field", version="0.1.0", extractor="made up", quotes=True, sources=["made up"]
    )
    names = [f"concept-{number}-of-this-field" for number in range(papers * 3)]
    keys = [f"{name}.{_TYPES[number % 6].lower()}" for number, name in enumerate(names)]
    for number, (key, name) in enumerate(zip(keys, names, strict=True)):
        network.add_node(
            key, type=_TYPES[number % 6], label=name, aliases=[f"C{number}"], forms={name: 1}, papers=1,
            first=None, last=None, salience=chance.random(), community=0, merges=[],
        )  # fmt: skip
    for number in range(papers):
        _add_paper(network, number, keys, chance)
    return network


def _add_paper(network: "nx.MultiDiGraph[str]", number: int, keys: list[str], chance: random.Random) -> None:
    title = f"Paper {number} of a field that was made up to measure with"
    paper = title.lower().replace(" ", "-")
    text = f"{title}\n" + " ".join(f"word{chance.randrange(10_000)}" for _ in range(180))
    network.add_node(
        paper, type="Paper", label=title, aliases=[], date=f"{chance.randint(2020, 2026)}-01-{chance.randint(1, 28)}",
        url=None, arxiv=None, links=[], sources=["made up"], text=text,
    )  # fmt: skip
    # Zipf-like: a concept's chance falls with its number.
    chosen = {keys[int(len(keys) * chance.random() ** 4)] for _ in range(CONCEPTS_A_PAPER)}
    for concept in sorted(chosen):
        places = [_evidence(paper, chance, marks=1) for _ in range(MENTIONS_A_CONCEPT)]
        _add_edge(network, paper, concept, chance.choice(_ROLES), places)
    for _ in range(RELATIONS_A_PAPER):
        head, tail = chance.sample(sorted(chosen), 2)
        _add_edge(network, head, tail, chance.choice(_RELATIONS), [_evidence(paper, chance, marks=2)])


def _evidence(paper: str, chance: random.Random, *, marks: int) -> dict[str, object]:
    start = 60 + 150 * chance.randrange(6)
    spans = [[start + at, start + at + 12] for at in chance.sample(range(0, 130, 7), marks)]
    return {"paper": paper, "start": start, "end": start + 150, "marks": spans, "confidence": round(chance.random(), 2)}


def _add_edge(network: "nx.MultiDiGraph[str]", head: str, tail: str, key: str, places: list[dict[str, object]]) -> None:
    if network.has_edge(head, tail, key):
        places = network.edges[head, tail, key]["evidence"] + places
    network.add_edge(
        head, tail, key, papers=sorted({str(place["paper"]) for place in places}), evidence=places, confidence=0.9
    )
