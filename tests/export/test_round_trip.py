"""Outside readers find in the files what was written, ugly names included.

Raptor and PyLD share no code with Oxigraph or rdflib. There are no blank nodes, so graphs are equal where
their sets of triples are.
"""

import json
import subprocess

import pyoxigraph
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import outside
from tests.small_graph import small_network, ugly_network

from papergraph.export.jsonld import write_jsonld
from papergraph.export.node import size
from papergraph.export.rdf import resources
from papergraph.export.turtle import write_turtle

# What a source may hand on: any text but NUL and lone surrogates, which sources take out.
names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=60)
slow_readers = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(params=[small_network, ugly_network], ids=["small", "ugly"])
def network(request):
    return request.param()


@pytest.fixture
def turtle(network, tmp_path):
    write_turtle(network, tmp_path / "graph.ttl")
    return tmp_path / "graph.ttl"


@pytest.fixture
def jsonld(network, tmp_path):
    write_jsonld(network, tmp_path / "graph.jsonld")
    return tmp_path / "graph.jsonld"


def oxigraph(path=None, **source):
    """The triples as N-Triples lines, which is the form that all readers are compared in."""
    return {str(quad.triple) for quad in pyoxigraph.parse(path=path, **source)}


def raptor(path, syntax):
    call = [outside.program("rapper"), "--quiet", "--input", syntax, "--output", "ntriples", str(path)]
    done = subprocess.run(call, capture_output=True, check=True)
    return oxigraph(input=done.stdout, format=pyoxigraph.RdfFormat.N_TRIPLES)


def by_rdflib(path, syntax):
    lines = rdflib.Graph().parse(path, format=syntax).serialize(format="nt", encoding="utf-8")
    return oxigraph(input=lines, format=pyoxigraph.RdfFormat.N_TRIPLES)


def test_oxigraph_reads_as_many_triples_as_were_meant(network, turtle):
    assert len(oxigraph(turtle)) == sum(map(size, resources(network)))


def test_raptor_reads_the_turtle_as_oxigraph_does(turtle):
    assert raptor(turtle, "turtle") == oxigraph(turtle)


def test_raptor_reads_the_same_graph_as_n_triples(turtle, tmp_path):
    triples = (quad.triple for quad in pyoxigraph.parse(path=turtle))
    pyoxigraph.serialize(triples, tmp_path / "graph.nt")
    assert raptor(tmp_path / "graph.nt", "ntriples") == oxigraph(turtle)


def test_rdflib_reads_the_turtle_as_oxigraph_does(turtle):
    assert by_rdflib(turtle, "turtle") == oxigraph(turtle)


def test_json_ld_is_the_same_graph_for_oxigraph_and_rdflib(turtle, jsonld):
    assert oxigraph(jsonld) == oxigraph(turtle)
    assert by_rdflib(jsonld, "json-ld") == oxigraph(turtle)


def test_pyld_reads_the_json_ld_without_fetching_anything(turtle, jsonld):
    pyld = outside.module("pyld").jsonld
    pyld.set_document_loader(lambda url, options: pytest.fail(f"asked for {url}"))
    quads = pyld.to_rdf(json.loads(jsonld.read_text("utf-8")), {"format": "application/n-quads"})
    assert oxigraph(input=quads, format=pyoxigraph.RdfFormat.N_TRIPLES) == oxigraph(turtle)


@slow_readers
@given(st.lists(names, min_size=1, max_size=3))
def test_any_name_survives_turtle_and_json_ld(tmp_path, words):
    network = ugly_network(words)
    write_turtle(network, tmp_path / "any.ttl")
    write_jsonld(network, tmp_path / "any.jsonld")
    graph = rdflib.Graph().parse(tmp_path / "any.ttl")
    labels = {str(label) for label in graph.objects(None, rdflib.SKOS.prefLabel)}
    titles = {str(title) for title in graph.objects(None, rdflib.DCTERMS.title)}
    assert set(words) <= labels
    assert set(words) <= titles
    assert oxigraph(tmp_path / "any.ttl") == oxigraph(tmp_path / "any.jsonld")
    assert raptor(tmp_path / "any.ttl", "turtle") == oxigraph(tmp_path / "any.ttl")
