"""A graph reaches a server that is not ours whole, even when it takes several attempts."""

import socket
import subprocess
import time
import urllib.parse
import urllib.request

import pytest
from pyoxigraph import QueryResultsFormat, parse, parse_query_results
from tests import outside
from tests.small_graph import small_network, ugly_network

from papergraph.errors import PapergraphError
from papergraph.export.turtle import write_turtle
from papergraph.sparql import publish as module
from papergraph.sparql.endpoint import Endpoint
from papergraph.sparql.publish import publish


@pytest.fixture
def server(tmp_path):
    """Oxigraph's own server (PyPI: oxigraph), empty."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [outside.program("oxigraph"), "serve", "--location", str(tmp_path / "server"), "--bind", address]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        yield wait(f"http://{address}")
        process.kill()


def wait(address):
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{address}/query?query=ASK%7B%7D").close()  # noqa: S310 - on this machine
        except OSError:
            time.sleep(0.05)
        else:
            return address
    return pytest.fail("the server does not start")


def triples(server, pattern="?s ?p ?o"):
    query = urllib.parse.quote(f"SELECT ?s ?p ?o {{ {pattern} }}")
    request = urllib.request.Request(  # noqa: S310
        f"{server}/query?query={query}", headers={"Accept": "application/sparql-results+json"}
    )
    with urllib.request.urlopen(request) as reply:  # noqa: S310
        return {" ".join(map(str, row)) for row in parse_query_results(reply.read(), QueryResultsFormat.JSON)}


def of_file(folder):
    return {f"{quad.subject} {quad.predicate} {quad.object}" for quad in parse(path=folder / "graph.ttl")}


@pytest.fixture(params=[small_network, ugly_network], ids=["small", "ugly"])
def folder(request, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "BATCH", 100)
    write_turtle(request.param(), tmp_path / "graph.ttl")
    return tmp_path


def test_the_server_has_every_triple(server, folder):
    counts = list(publish(folder, Endpoint(f"{server}/update")))
    assert triples(server) == of_file(folder)
    assert counts[-1] == len(of_file(folder))


def test_a_named_graph_takes_them_too(server, folder):
    list(publish(folder, Endpoint(f"{server}/update"), into="http://example.org/field"))
    assert triples(server) == set()
    assert triples(server, "GRAPH <http://example.org/field> { ?s ?p ?o }") == of_file(folder)


def test_an_interrupted_call_is_gone_on_with(server, folder):
    first = publish(folder, Endpoint(f"{server}/update"))
    assert [next(first), next(first)] == [100, 200]
    first.close()
    assert next(publish(folder, Endpoint(f"{server}/update"))) == 300
    list(publish(folder, Endpoint(f"{server}/update")))
    assert triples(server) == of_file(folder)
    assert list(publish(folder, Endpoint(f"{server}/update"))) == []


def test_a_changed_graph_is_sent_from_its_start(server, folder):
    list(publish(folder, Endpoint(f"{server}/update")))
    write_turtle(small_network(quotes=False), folder / "graph.ttl")
    assert next(publish(folder, Endpoint(f"{server}/update"))) == 100


def test_a_refusal_tells_what_the_server_said(server, folder):
    with pytest.raises(PapergraphError, match="404"):
        list(publish(folder, Endpoint(f"{server}/nowhere")))


def test_no_server_is_told_with_how_to_go_on(folder):
    with pytest.raises(PapergraphError, match="goes on where"):
        list(publish(folder, Endpoint("http://127.0.0.1:9/update")))


@pytest.mark.parametrize("url", ["", "localhost", "file:///etc/passwd", "ftp://example.org/", "http://"])
def test_what_is_no_address_is_refused(url):
    with pytest.raises(PapergraphError, match="no address"):
        Endpoint(url)


def test_a_password_is_sent_and_never_shown():
    endpoint = Endpoint("http://user:p%40ss@127.0.0.1:9/update")
    assert endpoint.name == "http://127.0.0.1:9/update"
    with pytest.raises(PapergraphError) as told:
        endpoint.update(b"")
    assert "p%40ss" not in str(told.value)
    assert "p@ss" not in str(told.value)
