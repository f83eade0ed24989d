"""Two networks made by hand as `papergraph.graph.schema` says: a small field, and one of ugly names.

The papers are invented. Their sentences say what the edges say, so that quotes can be compared by eye.
"""

from collections.abc import Sequence
from itertools import count, pairwise

import networkx as nx

Network = nx.MultiDiGraph

CONCEPTS: dict[str, tuple[str, str, list[str]]] = {
    "lora.method": ("Method", "LoRA", ["low-rank adaptation"]),
    "dora.method": ("Method", "DoRA", []),
    "qdora.method": ("Method", "QDoRA", []),
    "replay.method": ("Method", "experience replay", ["rehearsal", "ER", "replay"]),
    "grokfast.method": ("Method", "Grokfast", []),
    "catastrophic-forgetting.phenomenon": ("Phenomenon", "catastrophic forgetting", ["CF", "forgetting"]),
    "grokking.phenomenon": ("Phenomenon", "grokking", ["delayed generalization"]),
    "plasticity.phenomenon": ("Phenomenon", "plasticity", []),
    "glue.benchmark": ("Benchmark", "GLUE", []),
    "split-cifar.benchmark": ("Benchmark", "Split CIFAR-100", []),
    "continual-learning.task": ("Task", "continual learning", ["lifelong learning"]),
    "accuracy.metric": ("Metric", "accuracy", []),
}

PAPERS: dict[str, tuple[str, str, str | None, str | None]] = {
    "dora": (
        "DoRA builds on LoRA",
        "DoRA outperforms LoRA on GLUE, with 89.4% accuracy.",
        "2024-02-14",
        "2402.09353",
    ),
    "qdora": ("QDoRA: a smaller DoRA", "QDoRA is a variant of DoRA, tested on GLUE.", "2025-03-01", None),
    "replay": (
        "Replay for continual learning",
        "Experience replay mitigates catastrophic forgetting: 3.5 points (accuracy) on Split CIFAR-100.",
        "2023",
        "2301.00001",
    ),
    "lora-forgets": (
        "Does LoRA forget?",
        "LoRA mitigates forgetting but also exhibits forgetting. LoRA improves plasticity.",
        "2024-06-01",
        None,
    ),
    "lora-plasticity": (
        "LoRA exhibits plasticity",
        "We study plasticity and grokking of LoRA.",
        "2025-01-10",
        None,
    ),
    "grokfast": ("Grokfast, faster grokking", "Grokfast explains grokking. Replay mitigates CF.", None, None),
}

# paper, role, concept, the words that name it
ROLES = [
    ("dora", "proposes", "dora.method", "DoRA"),
    ("dora", "compares", "lora.method", "LoRA"),
    ("dora", "evaluates_on", "glue.benchmark", "GLUE"),
    ("dora", "evaluates_on", "accuracy.metric", "accuracy"),
    ("qdora", "proposes", "qdora.method", "QDoRA"),
    ("qdora", "uses", "dora.method", "DoRA,"),
    ("qdora", "evaluates_on", "glue.benchmark", "GLUE"),
    ("replay", "studies", "replay.method", "Experience replay"),
    ("replay", "addresses", "continual-learning.task", "continual learning"),
    ("replay", "studies", "catastrophic-forgetting.phenomenon", "catastrophic forgetting"),
    ("replay", "evaluates_on", "split-cifar.benchmark", "Split CIFAR-100"),
    ("replay", "evaluates_on", "accuracy.metric", "accuracy"),
    ("lora-forgets", "studies", "lora.method", "LoRA"),
    ("lora-forgets", "studies", "catastrophic-forgetting.phenomenon", "forgetting"),
    ("lora-forgets", "studies", "plasticity.phenomenon", "plasticity"),
    ("lora-plasticity", "studies", "plasticity.phenomenon", "plasticity"),
    ("lora-plasticity", "studies", "grokking.phenomenon", "grokking"),
    ("lora-plasticity", "mentions", "lora.method", "LoRA"),
    ("grokfast", "proposes", "grokfast.method", "Grokfast"),
    ("grokfast", "studies", "grokking.phenomenon", "grokking"),
    ("grokfast", "mentions", "replay.method", "Replay"),
    ("grokfast", "mentions", "catastrophic-forgetting.phenomenon", "CF"),
]

# head, relation, tail, and per paper the words of both
RELATIONS = [
    ("dora.method", "builds_on", "lora.method", {"dora": ("DoRA", "LoRA")}),
    ("dora.method", "outperforms", "lora.method", {"dora": ("DoRA outperforms", "LoRA on")}),
    ("dora.method", "evaluated_on", "glue.benchmark", {"dora": ("DoRA outperforms", "GLUE")}),
    ("qdora.method", "builds_on", "dora.method", {"qdora": ("QDoRA is", "DoRA,")}),
    ("qdora.method", "evaluated_on", "glue.benchmark", {"qdora": ("QDoRA is", "GLUE")}),
    (
        "replay.method",
        "mitigates",
        "catastrophic-forgetting.phenomenon",
        {"replay": ("Experience replay", "catastrophic forgetting"), "grokfast": ("Replay", "CF")},
    ),
    ("replay.method", "applied_to", "continual-learning.task", {"replay": ("Replay", "continual learning")}),
    (
        "replay.method",
        "evaluated_on",
        "split-cifar.benchmark",
        {"replay": ("Experience replay", "Split CIFAR-100")},
    ),
    (
        "lora.method",
        "mitigates",
        "catastrophic-forgetting.phenomenon",
        {"lora-forgets": ("LoRA mitigates", "forgetting but")},
    ),
    (
        "lora.method",
        "exhibits",
        "catastrophic-forgetting.phenomenon",
        {"lora-forgets": ("LoRA mitigates", "forgetting.")},
    ),
    ("lora.method", "improves", "plasticity.phenomenon", {"lora-forgets": ("LoRA improves", "plasticity")}),
    ("lora.method", "exhibits", "plasticity.phenomenon", {"lora-plasticity": ("LoRA", "plasticity")}),
    ("grokfast.method", "explains", "grokking.phenomenon", {"grokfast": ("Grokfast explains", "grokking.")}),
    ("dora.method", "is_a", "lora.method", {"dora": ("DoRA", "LoRA")}),
]

# key, paper, written, value, unit, kind, links
RESULTS = [
    ("dora.result-1", "dora", "89.4%", "89.4", "%", "absolute",
     {"of_method": "dora.method", "on_benchmark": "glue.benchmark", "by_metric": "accuracy.metric",
      "over_baseline": "lora.method"}),
    ("replay.result-1", "replay", "3.5 points", "3.5", "points", "gain",
     {"of_method": "replay.method", "on_benchmark": "split-cifar.benchmark", "by_metric": "accuracy.metric"}),
    ("grokfast.result-1", "grokfast", "faster", "50", "x", "gain", {"of_method": "grokfast.method"}),
]  # fmt: skip


def small_network(*, quotes: bool = True) -> Network:
    """Six papers, twelve concepts, three results."""
    network = _empty("small field", quotes=quotes)
    for key, (title, abstract, date, arxiv) in PAPERS.items():
        _add_paper(
            network,
            key,
            title,
            abstract,
            date=date,
            arxiv=arxiv,
            url=arxiv and f"https://arxiv.org/abs/{arxiv}",
        )
    for key, (kind, label, aliases) in CONCEPTS.items():
        _add_concept(network, key, kind, label, aliases)
    for paper, role, concept, words in ROLES:
        _link(network, paper, concept, role, {paper: (words,)})
    for head, relation, tail, places in RELATIONS:
        _link(network, head, tail, relation, places)
    for key, paper, written, value, unit, kind, links in RESULTS:
        _add_result(network, key, written, value=value, unit=unit, kind=kind)
        for name, target in {**links, "reported_in": paper}.items():
            _link(network, key, target, name, {paper: (written,)})
    if not quotes:
        for _, attributes in network.nodes(data=True):
            attributes.pop("text", None)
    return network


UGLY = [
    'quotes "double" and \'single\' and """triple"""',
    "back\\slash \\u0041 \\N",
    "line\nfeed, carriage\rreturn, tab\t, form\ffeed, bell\x07, escape\x1b, delete\x7f",
    "<script>alert(1)</script> &amp; <a href='x'> ]]> -->",
    "emoji 🧪👩‍🔬, right-to-left \u202eabc\u202c \u200fאבג, separators \u2028 \u2029 \ufeff",
    "../../etc/passwd %00 %zz ${x} {{y}} @prefix . ; ,",
    "naïve café, Ω, ª º µ ² ﬁ, Devanagari हिन्दी, 数学, \U0001d49c",
    "x" * 10_000,
    " leading and trailing ",
    "-dash-first.",
    ".",
    "..",
]


def ugly_network(names: Sequence[str] = UGLY) -> Network:
    """A paper and a method for each name, the name in every place where text may stand."""
    network = _empty(" ".join(names)[:300], quotes=True)
    network.graph["sources"] = list(names)
    for number, name in enumerate(names):
        paper, method = f"{name[:40]}-{number}", f"{name[:40]}-{number}.method"
        _add_paper(network, paper, name, f"{name} mitigates {name}.", url=f"https://example.org/{name}")
        network.nodes[paper]["links"] = [
            name,
            "javascript:alert(1)",
            "https://example.org/ok",
            f"http://{name}",
        ]
        _add_concept(network, method, "Method", name, [f"{name} again"])
        _link(network, paper, method, "proposes", {paper: (name,)})
        _add_result(network, f"{paper}.result-1", name, value="no number", unit=name, kind="gain")
        _link(network, f"{paper}.result-1", paper, "reported_in", {paper: (name,)})
    keys = [key for key in network if key.endswith(".method")]
    for head, tail in pairwise(keys):
        _link(network, head, tail, "builds_on", {head.removesuffix(".method"): (network.nodes[head]["label"],)})
    return network


def _empty(title: str, *, quotes: bool) -> Network:
    about = {
        "title": title,
        "version": "0.1.0",
        "extractor": "rules-1",
        "quotes": quotes,
        "sources": ["page.txt"],
    }
    return nx.MultiDiGraph(**about)


def _add_paper(network: Network, key: str, title: str, abstract: str, **known: str | None) -> None:
    node = {"type": "Paper", "label": title, "aliases": [], "date": None, "url": None, "arxiv": None}
    node |= {"links": [], "sources": ["page.txt"], "text": f"{title}\n{abstract}"}
    network.add_node(key, **node | known)


def _add_concept(network: Network, key: str, kind: str, label: str, aliases: list[str]) -> None:
    network.add_node(
        key, type=kind, label=label, aliases=aliases, forms=dict.fromkeys([label, *aliases], 1), papers=1,
        first=None, last=None, salience=0.5, community=0,
        merges=[{"form": alias, "reason": "listed", "paper": ""} for alias in aliases],
    )  # fmt: skip


def _add_result(network: Network, key: str, written: str, **result: str) -> None:
    network.add_node(key, type="Result", label=written, written=written, aliases=[], confidence=0.7, **result)


def _link(network: Network, head: str, tail: str, name: str, places: dict[str, tuple[str, ...]]) -> None:
    confidences = count(8)
    evidence = [
        _evidence(network.nodes[paper]["text"], paper, words, next(confidences) / 10)
        for paper, words in sorted(places.items())
    ]
    best = 1.0
    for place in evidence:
        best *= 1 - place["confidence"]
    network.add_edge(head, tail, key=name, papers=sorted(places), evidence=evidence, confidence=1 - best)


def _evidence(text: str, paper: str, words: tuple[str, ...], confidence: float) -> dict:
    """The stretch of the text that has all the words: the title, or a sentence of the abstract."""
    marks = [[text.index(word), text.index(word) + len(word)] for word in words]
    first, last = min(mark[0] for mark in marks), max(mark[1] for mark in marks)
    start = max(text.rfind("\n", 0, first), text.rfind(". ", 0, first) + 1) + 1
    ends = [end for end in (text.find("\n", last), text.find(". ", last - 1)) if end >= 0]
    return {
        "paper": paper,
        "start": start,
        "end": min(ends, default=len(text)),
        "marks": marks,
        "confidence": confidence,
    }
