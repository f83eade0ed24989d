"""The page's data hold all of the network, and nothing twice."""

import json

import pytest
from tests.export.explorer.synthetic import field
from tests.small_graph import small_network, ugly_network

from papergraph.export.explorer.payload import payload
from papergraph.export.explorer.wording import PLURALS, READINGS, SHAPES
from papergraph.vocabulary import ConceptType, NodeType, RelationType, ResultLink, Role


def decoded(data: dict) -> dict:
    """Edges with evidence as the network has them, read back from the run of numbers."""
    ids = data["concepts"]["id"] + data["papers"]["id"] + data["results"]["id"]
    terms = [term["name"] for term in data["vocabulary"]["terms"]]
    edges, run = {}, iter(data["edges"]["evidence"])
    columns = (data["edges"][name] for name in ("head", "term", "tail"))
    for head, term, tail in zip(*columns, strict=True):
        found = []
        for _ in range(next(run)):
            paper, start, length, _sure, marks = (next(run) for _ in range(5))
            spans = [[start + next(run), next(run)] for _ in range(marks)]
            found.append((ids[paper], start, start + length, [[a, a + b] for a, b in spans]))
        edges[ids[head], ids[tail], terms[term]] = found
    assert next(run, None) is None
    return edges


@pytest.mark.parametrize("network", [small_network(), ugly_network(), field(80)], ids=["small", "ugly", "field"])
def test_every_edge_and_its_evidence_come_back(network):
    told = {
        (head, tail, term): [(e["paper"], e["start"], e["end"], e["marks"]) for e in edge["evidence"]]
        for head, tail, term, edge in network.edges(keys=True, data=True)
    }
    assert decoded(json.loads(json.dumps(payload(network)))) == told


def test_concepts_come_most_salient_first():
    network = field(200)
    salience = [network.nodes[key]["salience"] for key in payload(network)["concepts"]["id"]]
    assert salience == sorted(salience, reverse=True)


def test_a_text_stands_there_once_and_not_at_all_without_quotes():
    data = json.dumps(payload(small_network()))
    assert data.count("DoRA outperforms LoRA on GLUE") == 1
    assert "outperforms LoRA on GLUE" not in json.dumps(payload(small_network(quotes=False)))


def test_every_term_of_the_vocabulary_has_its_wording():
    assert set(READINGS) == {*Role, *RelationType, *ResultLink}
    assert set(SHAPES) == set(PLURALS) == {*ConceptType, NodeType.PAPER}
    assert len(set(SHAPES.values())) == len(SHAPES)
