"""Concepts that papers are about come before those that they name in passing."""

import networkx as nx
from tests.small_graph import small_network

from papergraph.graph.salience import set_salience


def test_what_is_studied_outranks_what_is_mentioned() -> None:
    network = small_network()
    set_salience(network)
    salience = dict(network.nodes(data="salience"))
    assert salience["catastrophic-forgetting.phenomenon"] > salience["qdora.method"]
    assert max(v for v in salience.values() if v is not None) == 1
    assert all(0 <= v <= 1 for v in salience.values() if v is not None)


def test_an_empty_network_has_none() -> None:
    network = nx.MultiDiGraph()
    set_salience(network)
    assert len(network) == 0
