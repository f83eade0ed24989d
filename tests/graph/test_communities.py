"""Communities are those that a reader sees, numbered by size, and the same every time."""

import subprocess
import sys
from collections.abc import Sequence
from itertools import combinations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from tests.small_graph import small_network

from papergraph.graph.communities import set_communities

PAPERS = st.lists(st.lists(st.integers(0, 12), unique=True), max_size=8)


def field(papers: Sequence[Sequence[int]]) -> nx.MultiDiGraph:
    """A network of papers that name these of thirteen concepts."""
    network = nx.MultiDiGraph()
    for concept in range(13):
        network.add_node(f"concept-{concept}", type="Method", salience=0.5)
    for number, named in enumerate(papers):
        network.add_node(f"paper-{number}", type="Paper", salience=None)
        network.add_edges_from((f"paper-{number}", f"concept-{concept}", "uses") for concept in named)
    return network


def communities(papers: Sequence[Sequence[int]]) -> list[int]:
    network = field(papers)
    set_communities(network)
    return [network.nodes[f"concept-{concept}"]["community"] for concept in range(13)]


def test_what_papers_name_together_belongs_together_and_the_largest_comes_first() -> None:
    few, many = range(3), range(3, 8)
    found = communities([few, few, few, many, many, [2, 3]])
    assert found[:8] == [1] * 3 + [0] * 5


def test_one_paper_concepts_join_those_they_are_named_with() -> None:
    papers = [range(9), *[range(8)] * 3]  # a paper's eight most salient are tied, so that the ninth is not
    assert communities(papers)[8] == 0


@given(PAPERS)
def test_nothing_is_in_one_community_that_no_papers_tie(papers: list[list[int]]) -> None:
    found = communities(papers)
    ways = nx.Graph((f"paper {number}", concept) for number, named in enumerate(papers) for concept in named)
    tied = sorted({concept for named in papers if len(named) > 1 for concept in named})
    for one, other in combinations(tied, 2):
        assert found[one] != found[other] or nx.has_path(ways, one, other)


def test_another_process_finds_the_same() -> None:
    program = (
        "from tests.small_graph import small_network\n"
        "from papergraph.graph.communities import set_communities\n"
        "network = small_network(); set_communities(network)\n"
        "print(sorted((c, n) for c, n in network.nodes(data='community') if n is not None))"
    )
    found = {subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout for _ in range(3)}
    network = small_network()
    set_communities(network)
    here = sorted((c, n) for c, n in network.nodes(data="community") if n is not None)
    assert found == {f"{here}\n".encode()}


def test_a_network_without_papers_has_none() -> None:
    assert communities([]) == [0] * 13
    network = nx.MultiDiGraph()
    set_communities(network)
    assert len(network) == 0
