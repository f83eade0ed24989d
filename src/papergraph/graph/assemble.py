"""Papers, their extractions and the concepts they name, to one network."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

import networkx as nx

from papergraph.graph.schema import ConceptNode, Evidence, Network, PaperNode, ResultNode
from papergraph.identifiers import result_key
from papergraph.model import Entity, Extraction, Mention, Paper, Relation, Result, Span
from papergraph.resolve.concept import Concept, EntityId
from papergraph.vocabulary import ResultKind, ResultLink, Role

_FIRST_NUMBER = re.compile(r"[-−–]?(?:\d[\d,]*(?:\.\d+)?|\.\d+)")
Read = tuple[Paper, Extraction]
_LINKS = {
    ResultLink.OF_METHOD: "method",
    ResultLink.ON_BENCHMARK: "benchmark",
    ResultLink.BY_METRIC: "metric",
    ResultLink.OVER_BASELINE: "baseline",
}


def _caption(result: Result) -> str:
    """A result in a line: "LoRA: 71.4% accuracy on GLUE"."""
    whose = f"{result.method}: " if result.method else ""
    metric = "" if result.value.endswith(result.metric) else f" {result.metric}"  # "17.1 mIoU" says its own
    where = f" on {result.benchmark}" if result.benchmark else ""
    return f"{whose}{result.value}{metric}{where}{' (gain)' if result.kind is ResultKind.GAIN else ''}"


def _evidence(paper: str, sentence: Span, marks: Iterable[Span], confidence: float) -> Evidence:
    return {
        "paper": paper,
        "start": sentence.start,
        "end": sentence.end,
        "marks": [[mark.start, mark.end] for mark in sorted(set(marks))],
        "confidence": round(confidence, 3),
    }


class _Assembler:
    """Collects edges, so that what several papers say of two concepts becomes one."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.network: Network = nx.MultiDiGraph()
        self.concept_of = {member: concept.key for concept in concepts for member in concept.members}
        self.edges: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
        self.found_by: dict[str, Counter[str]] = defaultdict(Counter)

    def add_paper(self, paper: Paper, extraction: Extraction, quotes: bool) -> None:
        """Add a paper's node and collect what it says."""
        node: PaperNode = {
            "type": "Paper",
            "label": paper.title,
            "aliases": [],
            "date": paper.date,
            "url": paper.url or (f"https://arxiv.org/abs/{paper.arxiv}" if paper.arxiv else None),
            "arxiv": paper.arxiv,
            "links": list(paper.links),
            "sources": list(paper.sources),
        }
        if quotes:
            node["text"] = paper.text
        self.network.add_node(paper.key, **node)
        entities = {entity.name: entity for entity in extraction.entities}
        for entity in extraction.entities:
            self._add_entity(paper, entity, extraction.sentences)
        for relation in extraction.relations:
            self._add_relation(paper, relation, entities)
        for number, result in enumerate(extraction.results, start=1):
            self._add_result(paper, result, number)

    def _concept(self, paper: Paper, name: str) -> str | None:
        return self.concept_of.get(EntityId(paper.key, name))

    def _add_entity(self, paper: Paper, entity: Entity, sentences: Sequence[Span]) -> None:
        concept = self._concept(paper, entity.name)
        if concept is None:
            return
        by_sentence: dict[Span, list[Mention]] = defaultdict(list)
        for mention in entity.mentions:
            by_sentence[_sentence_around(mention.span, sentences)].append(mention)
        for sentence, mentions in by_sentence.items():
            found = _evidence(paper.key, sentence, (mention.span for mention in mentions), entity.confidence)
            self.edges[paper.key, concept, entity.role.value].append(found)
        self.found_by[concept].update(mention.found_by.value for mention in entity.mentions)

    def _add_relation(self, paper: Paper, relation: Relation, entities: dict[str, Entity]) -> None:
        head, tail = self._concept(paper, relation.head), self._concept(paper, relation.tail)
        if head is None or tail is None or head == tail:
            return
        named = [m.span for n in (relation.head, relation.tail) for m in entities[n].mentions]
        marks = [span for span in named if span.within(relation.evidence)]
        found = _evidence(paper.key, relation.evidence, marks, relation.confidence)
        self.edges[head, tail, relation.rel.value].append(found)

    def _add_result(self, paper: Paper, result: Result, number: int) -> None:
        key = result_key(paper.key, number)
        node: ResultNode = {
            "type": "Result",
            "label": _caption(result),
            "aliases": [],
            "value": decimal_value(result.value),
            "written": result.value,
            "unit": result.unit,
            "kind": result.kind.value,
            "confidence": round(result.confidence, 3),
        }
        self.network.add_node(key, **node)
        found = _evidence(paper.key, result.evidence, [result.span], result.confidence)
        self.edges[key, paper.key, ResultLink.REPORTED_IN.value].append(found)
        for link, role in _LINKS.items():
            concept = self._concept(paper, getattr(result, role)) if getattr(result, role) else None
            if concept is not None:
                self.edges[key, concept, link.value].append(found)

    def add_edges(self) -> None:
        """Turn what was collected into edges, the strongest role alone between a paper and a concept."""
        strength = {role.value: rank for rank, role in enumerate(Role)}
        best: dict[tuple[str, str], int] = {}
        for head, tail, key in self.edges:
            if key in strength:
                best[head, tail] = min(best.get((head, tail), len(strength)), strength[key])
        roles = list(strength)
        merged: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
        for head, tail, key in list(self.edges):
            role = roles[best[head, tail]] if key in strength else key
            merged[head, tail, role] += self.edges.pop((head, tail, key))
        for head, tail, key in sorted(merged):
            evidence = _distinct(merged.pop((head, tail, key)))
            papers = sorted({e["paper"] for e in evidence})
            self.network.add_edge(
                head, tail, key=key, papers=papers, evidence=evidence, confidence=combined_confidence(evidence)
            )


def _distinct(evidence: list[Evidence]) -> list[Evidence]:
    """Each place once, with its best confidence, in the order of papers and places."""
    if len(evidence) == 1:
        return evidence
    best: dict[tuple[str, int, str], Evidence] = {}
    for place in sorted(evidence, key=lambda e: e["confidence"]):
        best[place["paper"], place["start"], str(place["marks"])] = place
    return sorted(best.values(), key=lambda e: (e["paper"], e["start"], e["marks"]))


def _sentence_around(span: Span, sentences: Sequence[Span]) -> Span:
    """The sentence that a span lies in; the span itself where it lies in none."""
    at = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
    return sentences[at] if at >= 0 and span.within(sentences[at]) else span


def decimal_value(written: str) -> str:
    """The number in a written value, as an xsd:decimal; of a range its start, of "6 out of 7" the 6.

    >>> decimal_value("1,024.50%"), decimal_value("−3x"), decimal_value("+4.9"), decimal_value(".5")
    ('1024.50', '-3', '4.9', '0.5')
    >>> decimal_value("4%-7%"), decimal_value("6 out of 7")
    ('4', '6')
    """
    found = _FIRST_NUMBER.search(written)
    return format(Decimal(re.sub("[−–]", "-", found.group().replace(",", ""))), "f") if found else "0"


def combined_confidence(evidence: Iterable[Evidence]) -> float:
    """One minus the chance that every paper is misread, a paper counting once with its best place."""
    best: dict[str, float] = {}
    for place in evidence:
        best[place["paper"]] = max(best.get(place["paper"], 0.0), place["confidence"])
    doubt = 1.0
    for confidence in best.values():
        doubt *= 1 - confidence
    return round(1 - doubt, 3)


def _concept_node(concept: Concept, dates: dict[str, str | None], found_by: Counter[str]) -> ConceptNode:
    papers = {member.paper for member in concept.members}
    known = sorted(date for paper in papers if (date := dates[paper]))
    return {
        "type": concept.type.value,
        "label": concept.name,
        "aliases": concept.aliases,
        "forms": dict(sorted(concept.forms.items(), key=lambda item: (-item[1], item[0]))),
        "papers": len(papers),
        "first": known[0] if known else None,
        "last": known[-1] if known else None,
        "salience": 0.0,
        "community": 0,
        "merges": [merge._asdict() for merge in concept.merges],  # type: ignore[misc]
        "found_by": dict(sorted(found_by.items(), key=lambda item: (-item[1], item[0]))),
    }


def assemble(read: Iterable[Read], concepts: Sequence[Concept], *, quotes: bool) -> Network:
    """The network of papers, concepts and results; `schema` says what stands on it.

    Args:
        read: Papers with their extractions, in the order of the papers' keys.
        concepts: What their entities are.
        quotes: Whether papers carry their text, which evidence points into.
    """
    assembler = _Assembler(concepts)
    dates: dict[str, str | None] = {}
    for paper, extraction in read:
        dates[paper.key] = paper.date
        assembler.add_paper(paper, extraction, quotes)
    for concept in concepts:
        assembler.network.add_node(concept.key, **_concept_node(concept, dates, assembler.found_by[concept.key]))
    assembler.add_edges()
    return assembler.network
