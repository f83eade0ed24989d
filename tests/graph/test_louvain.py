"""Communities are those that a reader sees, as good as NetworkX finds them, and the same every time."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from papergraph.graph.louvain import communities

PAIRS = st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda pair: pair[0] < pair[1])


def groups(found: list[int]) -> list[set[int]]:
    return [{node for node, label in enumerate(found) if label == wanted} for wanted in dict.fromkeys(found)]


def test_cliques_on_a_ring_are_the_communities() -> None:
    graph = nx.ring_of_cliques(20, 6)
    found = groups(communities(len(graph), ((a, b, 1.0) for a, b in graph.edges)))
    assert sorted(map(sorted, found)) == [list(range(i, i + 6)) for i in range(0, 120, 6)]


def test_modularity_is_that_of_networkx() -> None:
    graph = nx.les_miserables_graph()
    named = nx.convert_node_labels_to_integers(graph)
    found = groups(communities(len(named), named.edges(data="weight")))
    theirs = nx.community.louvain_communities(named, seed=0)
    assert nx.community.modularity(named, found) > nx.community.modularity(named, theirs) - 0.01


@given(st.dictionaries(PAIRS, st.floats(0.01, 100)))
def test_any_ties_end_and_no_group_spans_what_nothing_ties(ties: dict[tuple[int, int], float]) -> None:
    weighted = [(a, b, weight) for (a, b), weight in ties.items()]
    found = communities(13, weighted)
    assert found == communities(13, weighted)
    graph: nx.Graph[int] = nx.empty_graph(13)
    graph.add_edges_from(ties)
    parts = list(nx.connected_components(graph))
    assert all(any(group <= part for part in parts) for group in groups(found))


def test_nothing_has_no_communities() -> None:
    assert communities(0, []) == []
    assert communities(2, []) == [0, 1]
