"""Networks by the contract of `papergraph.graph.schema`, made up: a field of a chosen size, and a nasty one."""

import random
from itertools import count

import networkx as nx

from papergraph.vocabulary import SIGNATURES, ConceptType, RelationType, ResultLink, Role

_FIRST = "sparse gated low-rank neural causal latent adaptive federated continual quantised robust modular".split()
_SECOND = "routing merging pruning decoding distillation alignment retrieval planning forgetting scaling".split()
_LAST = {
    ConceptType.METHOD: ["network", "adapter", "transformer", "optimizer"],
    ConceptType.BENCHMARK: ["bench", "suite", "challenge"],
    ConceptType.PHENOMENON: ["collapse", "bias", "interference"],
    ConceptType.TASK: ["generation", "classification", "answering"],
    ConceptType.METRIC: ["accuracy", "score", "rate"],
}
_TYPES = [ConceptType.METHOD] * 9 + [ConceptType.PHENOMENON] * 4 + [ConceptType.TASK] * 3
_TYPES += [ConceptType.BENCHMARK] * 3 + [ConceptType.METRIC]


def slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split()) or "x"


def concept(kind: ConceptType, label: str, papers: int, salience: float, community: int) -> dict:
    alias = "".join(word[0] for word in label.split()).upper()
    aliases = [alias] if len(alias) > 1 else []
    return {
        "type": kind.value,
        "label": label,
        "aliases": aliases,
        "forms": {label: papers, **dict.fromkeys(aliases, 1)},
        "papers": papers,
        "first": "2019-03-01",
        "last": "2025-06-30",
        "salience": salience,
        "community": community,
        "merges": [{"form": name, "reason": "spelling", "paper": ""} for name in aliases],
    }


def evidence(paper: str, text: str, sentence: str, *names: str, confidence: float = 0.8) -> dict:
    start = text.index(sentence)
    marks = [[start + sentence.index(name), start + sentence.index(name) + len(name)] for name in names]
    return {
        "paper": paper,
        "start": start,
        "end": start + len(sentence),
        "marks": marks,
        "confidence": confidence,
    }


def edge(*places: dict) -> dict:
    missed = 1.0
    for place in places:
        missed *= 1 - place["confidence"]
    return {
        "papers": sorted({p["paper"] for p in places}),
        "evidence": list(places),
        "confidence": round(1 - missed, 4),
    }


def empty(*, quotes: bool = True, title: str = "A made-up field") -> nx.MultiDiGraph:
    return nx.MultiDiGraph(title=title, version="0.0", extractor="none", quotes=quotes, sources=["made up"])


def field(concepts: int, papers: int | None = None, *, quotes: bool = True, seed: int = 7) -> nx.MultiDiGraph:
    """A network whose concepts are named with a Zipf tail, in communities that share papers."""
    rng = random.Random(seed)  # noqa: S311
    papers = papers or max(concepts // 4, 5)
    network = empty(quotes=quotes)
    communities = max(4, min(24, concepts // 40))
    kinds = [rng.choice(_TYPES) for _ in range(concepts)]
    numbers = count(1)
    names = [f"{rng.choice(_FIRST)} {rng.choice(_SECOND)} {rng.choice(_LAST[kind])} {next(numbers)}" for kind in kinds]
    keys = [f"{slug(name)}.{kind.value.lower()}" for name, kind in zip(names, kinds, strict=True)]
    home = [rng.randrange(communities) for _ in range(concepts)]
    members = [[i for i in range(concepts) if home[i] == c] for c in range(communities)]
    used = [0] * concepts
    told = []
    unused = list(range(concepts))[::-1]
    for number in range(papers):
        place = rng.randrange(communities) if members else 0
        chosen = {zipf(rng, members[place]) for _ in range(8) if members[place]}
        chosen |= {zipf(rng, range(concepts)) for _ in range(2)}
        for _ in range(-(-concepts // papers)):  # everything is named at least once
            if unused:
                chosen.add(unused.pop())
        told.append((number, sorted(chosen)))
        for i in chosen:
            used[i] += 1
    for i, key in enumerate(keys):
        network.add_node(key, **concept(kinds[i], names[i], used[i], round((used[i] / max(used)) ** 0.5, 4), home[i]))
    for number, chosen in told:
        add_paper(network, rng, number, [(keys[i], names[i], kinds[i]) for i in chosen])
    return network


def zipf(rng: random.Random, things: list[int] | range) -> int:
    return things[min(int(len(things) ** rng.random()) - 1, len(things) - 1)]


def add_paper(network: nx.MultiDiGraph, rng: random.Random, number: int, named: list[tuple]) -> None:
    title = f"On {named[0][1]} and what follows from it ({number})"
    sentences = [f"We look at {name} with some care." for _, name, _ in named[1:]]
    related = relations(rng, named)
    sentences += [f"We find that {a[1]} {rel.value.replace('_', ' ')} {b[1]} in most runs." for a, rel, b in related]
    methods = [n for n in named if n[2] is ConceptType.METHOD]
    value = f"{rng.randrange(10, 99)}.{rng.randrange(10)}"
    if methods:
        sentences.append(f"{methods[0][1]} reaches {value}% overall.")
    text = f"{title}\n{' '.join(sentences)}"
    key = f"{slug(title)}"
    quotes = {"text": text} if network.graph["quotes"] else {}
    network.add_node(
        key,
        type="Paper",
        label=title,
        aliases=[],
        date=f"{rng.randrange(2017, 2027)}-{rng.randrange(1, 13):02d}-11" if number % 9 else None,
        url=f"https://example.org/{number}" if number % 5 else None,
        arxiv=f"2401.{number:05d}" if number % 3 else None,
        links=[],
        sources=["made up"],
        **quotes,
    )
    network.add_edge(key, named[0][0], Role.PROPOSES.value, **edge(evidence(key, text, title, named[0][1])))
    for sentence, (other, name, _) in zip(sentences, named[1:], strict=False):
        role = rng.choice(list(Role)[1:])
        network.add_edge(key, other, role.value, **edge(evidence(key, text, sentence, name)))
    for sentence, (a, rel, b) in zip(sentences[len(named) - 1 :], related, strict=False):
        place = evidence(key, text, sentence, a[1], b[1], confidence=round(rng.uniform(0.3, 0.95), 2))
        old = network.get_edge_data(a[0], b[0], rel.value)
        network.add_edge(a[0], b[0], rel.value, **edge(*(old["evidence"] if old else []), place))
    if methods:
        said = edge(evidence(key, text, sentences[-1], f"{value}%"))
        add_result(network, key, f"{value}%", said, named)


def relations(rng: random.Random, named: list[tuple]) -> list[tuple]:
    found = []
    for _ in range(3):
        a, b = rng.choice(named), rng.choice(named)
        fitting = [rel for rel in RelationType if SIGNATURES[rel].allows(a[2], b[2])]
        if a[0] != b[0]:
            found.append((a, rng.choice(fitting), b))
    return found


def add_result(network: nx.MultiDiGraph, paper: str, value: str, said: dict, named: list) -> None:
    key = f"{paper}.result-1"
    network.add_node(
        key,
        type="Result",
        label=value,
        aliases=[],
        value=value.rstrip("%"),
        written=value,
        unit="%",
        kind="absolute",
        confidence=0.7,
    )
    network.add_edge(key, paper, ResultLink.REPORTED_IN.value, **said)
    ends = {
        ConceptType.METHOD: ResultLink.OF_METHOD,
        ConceptType.BENCHMARK: ResultLink.ON_BENCHMARK,
        ConceptType.METRIC: ResultLink.BY_METRIC,
    }
    for kind, link in ends.items():
        for other in [n[0] for n in named if n[2] is kind][:1]:
            network.add_edge(key, other, link.value, **said)
