"""Turtle is deterministic: the same graph gives the same bytes, however it was put together."""

import random

import networkx as nx
from tests.small_graph import small_network

from papergraph.export.turtle import write_turtle


def shuffled(network, seed):
    """The same network, its nodes and edges added in another order."""
    chance = random.Random(seed)  # noqa: S311 - an order, no secret
    nodes, edges = list(network.nodes(data=True)), list(network.edges(keys=True, data=True))
    chance.shuffle(nodes)
    chance.shuffle(edges)
    other = nx.MultiDiGraph(**network.graph)
    other.add_nodes_from(nodes)
    other.add_edges_from(edges)
    return other


def test_order_of_insertion_does_not_show(tmp_path):
    write_turtle(small_network(), tmp_path / "one.ttl")
    write_turtle(shuffled(small_network(), seed=3), tmp_path / "two.ttl")
    assert (tmp_path / "one.ttl").read_bytes() == (tmp_path / "two.ttl").read_bytes()


def test_a_new_paper_leaves_the_other_resources_as_they_were(tmp_path):
    write_turtle(small_network(), tmp_path / "old.ttl")
    network = small_network()
    network.add_node("zeta", **network.nodes["dora"] | {"label": "Zeta"})
    write_turtle(network, tmp_path / "new.ttl")
    old, new = ((tmp_path / name).read_text("utf-8").split("\n\n") for name in ("old.ttl", "new.ttl"))
    changed = {block.split(" ", 1)[0] for block in set(old) ^ set(new)}
    assert changed == {"paper:zeta", "dataset:small%20field", "dataset:small%20field.Paper"}
    assert [block for block in new if block in set(old)] == [block for block in old if block in set(new)]


def test_line_ends_are_bare_line_feeds(tmp_path):
    write_turtle(small_network(), tmp_path / "graph.ttl")
    assert b"\r" not in (tmp_path / "graph.ttl").read_bytes()
