"""GraphML opens in NetworkX and in igraph, whatever the names are."""

import networkx as nx
import pytest
from tests import outside
from tests.small_graph import small_network, ugly_network

from papergraph.export.graphml import write_graphml


@pytest.fixture(params=[small_network, ugly_network], ids=["small", "ugly"])
def network(request):
    return request.param()


@pytest.fixture
def graphml(network, tmp_path):
    write_graphml(network, tmp_path / "graph.graphml")
    return tmp_path / "graph.graphml"


def test_networkx_reads_it_back_whole(network, graphml):
    read = nx.read_graphml(graphml, force_multigraph=True)
    assert sorted(kind for _, kind in read.nodes(data="type")) == sorted(kind for _, kind in network.nodes(data="type"))
    relations = sorted(relation for *_, relation in read.edges(data="relation"))
    assert relations == sorted(key for *_, key in network.edges(keys=True))


def test_igraph_reads_nodes_edges_and_names(network, graphml):
    read = outside.module("igraph").Graph.Read_GraphML(str(graphml))
    assert (read.vcount(), read.ecount()) == (network.order(), network.size())
    assert sorted(read.es["relation"]) == sorted(key for *_, key in network.edges(keys=True))
    assert sorted(read.vs["type"]) == sorted(kind for _, kind in network.nodes(data="type"))


def test_lists_are_joined_and_what_is_unknown_is_left_out(tmp_path):
    write_graphml(small_network(), tmp_path / "graph.graphml")
    read = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert read.nodes["replay.method"]["aliases"] == "rehearsal; ER; replay"
    assert "date" not in read.nodes["grokfast"]


def test_characters_that_xml_lacks_are_replaced_and_the_others_kept(tmp_path):
    write_graphml(ugly_network(['a\x00b\x1b<"&>🧪\u202e']), tmp_path / "graph.graphml")
    labels = {label for _, label in nx.read_graphml(tmp_path / "graph.graphml").nodes(data="label")}
    assert 'a\ufffdb\ufffd<"&>🧪\u202e' in labels
