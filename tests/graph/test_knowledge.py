"""What Python users ask of a graph."""

import networkx as nx
import pytest
from tests.small_graph import small_network

from papergraph import KnowledgeGraph
from papergraph.errors import NotFoundError


@pytest.fixture(scope="module")
def graph() -> KnowledgeGraph:
    return KnowledgeGraph(small_network())


@pytest.mark.parametrize("name", ["LoRA", "lora", "low-rank adaptation", "Low Rank Adaptations", "lora.method"])
def test_a_concept_is_found_by_any_of_its_names(graph: KnowledgeGraph, name: str) -> None:
    assert graph[name].key == "lora.method"
    assert name in graph


def test_a_paper_is_found_by_its_title(graph: KnowledgeGraph) -> None:
    assert graph["does lora forget"].type == "Paper"


def test_an_unknown_name_is_told_with_names_like_it(graph: KnowledgeGraph) -> None:
    assert "nonsense" not in graph
    with pytest.raises(NotFoundError, match="catastrophic forgetting"):
        graph["catastrofic forgetting"]


def test_papers_by_what_they_do_newest_first(graph: KnowledgeGraph) -> None:
    assert [p.key for p in graph.papers(proposes="DoRA")] == ["dora"]
    assert [p.key for p in graph.papers(studies="grokking")] == ["lora-plasticity", "grokfast"]
    assert [p.key for p in graph.papers(mentions="LoRA")] == ["lora-plasticity", "lora-forgets", "dora"]
    assert [p.key for p in graph.papers(studies="plasticity", mentions="grokking")] == ["lora-plasticity"]
    assert len(graph.papers()) == 6


def test_methods_by_what_is_said_of_them_best_supported_first(graph: KnowledgeGraph) -> None:
    assert [str(m) for m in graph.methods(mitigates="catastrophic forgetting")] == ["experience replay", "LoRA"]
    assert [str(b) for b in graph.benchmarks()] == ["GLUE", "Split CIFAR-100"]


def test_an_unknown_relation_is_told_with_those_there_are(graph: KnowledgeGraph) -> None:
    with pytest.raises(TypeError, match="mitigates"):
        graph.methods(cures="catastrophic forgetting")
    with pytest.raises(NotFoundError):
        graph.methods(mitigates="nothing like it")


def test_evidence_names_the_paper_and_quotes_the_sentence(graph: KnowledgeGraph) -> None:
    quotes = graph.evidence("replay", "mitigates", "CF")
    assert {q.paper.key for q in quotes} == {"replay", "grokfast"}
    for quote in quotes:
        text = quote.paper.data["text"]
        assert quote.text == text[quote.start : quote.end]
        assert all(quote.start <= a < b <= quote.end for a, b in quote.marks)


def test_without_quotes_the_places_remain() -> None:
    graph = KnowledgeGraph(small_network(quotes=False))
    (first, *_) = graph.evidence("replay", "mitigates", "CF")
    assert first.text is None
    assert first.end > first.start


def test_paths_are_shortest_first_and_empty_where_there_is_none(graph: KnowledgeGraph) -> None:
    paths = graph.path("QDoRA", "LoRA")
    assert [n.key for n in paths[0]] == ["qdora.method", "dora.method", "lora.method"]
    assert len({len(path) for path in paths}) == 1
    network = small_network()
    network.add_node("alone.method", type="Method", label="alone", aliases=[], papers=0)
    assert KnowledgeGraph(network).path("alone", "LoRA") == []
    assert [n.key for n in graph.path("LoRA", "LoRA")[0]] == ["lora.method"]


def test_results_of_a_benchmark_or_all(graph: KnowledgeGraph) -> None:
    assert [r.data["written"] for r in graph.results("GLUE")] == ["89.4%"]
    assert len(graph.results()) == 3


def test_sparql_rows(graph: KnowledgeGraph) -> None:
    rows = graph.sparql("SELECT ?n { ?m pg:mitigates ?p ; skos:prefLabel ?n } ORDER BY ?n")
    assert [row["n"] for row in rows] == ["LoRA", "experience replay"]


def test_data_frames_hold_all_nodes_and_edges(graph: KnowledgeGraph) -> None:
    pytest.importorskip("pandas")
    nodes, edges = graph.to_pandas()
    assert len(nodes) == len(graph)
    assert nodes.loc["lora.method", "label"] == "LoRA"
    assert len(edges) == graph.network.number_of_edges()
    assert set(edges["head"]) <= set(nodes.index)


def test_rdflib_users_get_a_graph(graph: KnowledgeGraph) -> None:
    assert len(graph.to_rdflib()) > 100


def test_a_graph_without_anything_answers_too() -> None:
    empty = KnowledgeGraph(nx.MultiDiGraph())
    assert empty.papers() == empty.methods() == empty.results() == []
    assert "x" not in empty
    assert repr(empty) == "<KnowledgeGraph: 0 papers, 0 concepts, 0 edges>"
