"""A resource comes once, however often the network says the same."""

from collections import Counter

from tests.small_graph import small_network

from papergraph.export.rdf import resources


def test_a_sentence_that_says_so_twice_is_one_piece_of_evidence():
    network = small_network()
    edge = network.edges["dora.method", "lora.method", "builds_on"]
    edge["evidence"] = edge["evidence"] * 2
    edge = network.edges["dora", "dora.method", "proposes"]
    edge["evidence"] = edge["evidence"] * 2
    ids = Counter(node["id"] for node in resources(network))
    assert [name for name, times in ids.items() if times > 1] == []
    assert list(resources(network)) == list(resources(small_network()))
