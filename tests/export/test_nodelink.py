"""Node-link JSON keeps everything, and is what NetworkX itself opens."""

import json

import networkx as nx
import pytest
from tests.small_graph import small_network, ugly_network

from papergraph.export.nodelink import read_nodelink, write_nodelink


@pytest.mark.parametrize("make", [small_network, ugly_network])
def test_nothing_is_lost(make, tmp_path):
    write_nodelink(make(), tmp_path / "graph.json")
    read = read_nodelink(tmp_path / "graph.json")
    assert nx.utils.graphs_equal(read, make())
    assert read.graph == make().graph


def test_networkx_opens_it(tmp_path):
    write_nodelink(small_network(), tmp_path / "graph.json")
    data = json.loads((tmp_path / "graph.json").read_text("utf-8"))
    assert nx.utils.graphs_equal(nx.node_link_graph(data, edges="edges"), small_network())


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"nodes": 3}', '{"nodes": [], "edges": [], "directed": false}']
)
def test_other_json_is_refused_with_one_kind_of_error(text, tmp_path):
    (tmp_path / "graph.json").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError):  # noqa: PT011 - the message differs by what is wrong
        read_nodelink(tmp_path / "graph.json")
