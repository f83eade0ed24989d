"""The endpoint speaks the SPARQL 1.1 Protocol, to a client that is not ours too."""

import http.client
import json
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests import outside

NAMES = "SELECT ?name { ?x a pg:Benchmark ; skos:prefLabel ?name } ORDER BY ?name"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"


def fetch(address, path="/sparql", *, body=None, method=None, **headers):
    """Status, media type and text of a reply."""
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address + path, body and body.encode(), headers, method=method)  # noqa: S310
    try:
        with urllib.request.urlopen(request) as reply:  # noqa: S310 - our own server
            return reply.status, reply.headers["content-type"], reply.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers["content-type"], error.read().decode()


def url(**parameters):
    return "/sparql?" + urllib.parse.urlencode(parameters)


def names(text):
    return [row["name"]["value"] for row in json.loads(text)["results"]["bindings"]]


@pytest.mark.parametrize(
    ("path", "options"),
    [
        (url(query=NAMES), {}),
        ("/sparql", {"body": urllib.parse.urlencode({"query": NAMES}), "content_type": FORM}),
        ("/sparql", {"body": NAMES, "content_type": QUERY}),
        ("/sparql", {"body": NAMES, "content_type": f"{QUERY}; charset=utf-8"}),
    ],
    ids=["GET", "POST a form", "POST a query", "POST with a charset"],
)
def test_the_three_ways_to_ask(address, path, options):
    status, media, text = fetch(address, path, **options)
    assert (status, media) == (200, "application/sparql-results+json")
    assert names(text) == ["GLUE", "Split CIFAR-100"]


@pytest.mark.parametrize(
    ("query", "accept", "media"),
    [
        (NAMES, "application/sparql-results+xml", "application/sparql-results+xml"),
        (NAMES, "text/csv", "text/csv; charset=utf-8"),
        (NAMES, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (NAMES, "text/html, text/csv;q=0.2, application/json;q=0.7", "application/json"),
        (NAMES, "*/*", "application/sparql-results+json"),
        ("ASK {}", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("DESCRIBE concept:lora.method", "*/*", "text/turtle; charset=utf-8"),
        ("DESCRIBE concept:lora.method", "application/n-triples", "application/n-triples"),
        ("DESCRIBE concept:lora.method", "application/rdf+xml", "application/rdf+xml"),
        ("DESCRIBE concept:lora.method", "application/ld+json", "application/ld+json"),
    ],
)
def test_the_client_chooses_the_form(address, query, accept, media):
    assert fetch(address, url(query=query), accept=accept)[:2] == (200, media)


def test_a_form_that_there_is_not_is_refused(address):
    status, _, text = fetch(address, url(query=NAMES), accept="image/png")
    assert status == 406
    assert "text/csv" in text


def test_a_dollar_parameter_binds_a_variable(address):
    query = "SELECT ?wanted ?name { ?x skos:altLabel ?wanted ; skos:prefLabel ?name }"
    status, _, text = fetch(address, url(query=query, **{"$wanted": "CF"}))
    assert status == 200
    assert names(text) == ["catastrophic forgetting"]


@pytest.mark.parametrize(
    ("path", "options", "status"),
    [
        ("/sparql", {}, 400),
        (url(query="SELECT"), {}, 400),
        (url(query=NAMES) + "&query=ASK%7B%7D", {}, 400),
        (url(query=NAMES, **{"default-graph-uri": "http://example.org/"}), {}, 400),
        (url(query="SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"), {}, 400),
        (url(query="LOAD <http://127.0.0.1:1/>"), {}, 400),
        (url(query="INSERT DATA { pg:a pg:b pg:c }"), {}, 400),
        (url(update="DROP ALL"), {}, 403),
        ("/sparql", {"body": "update=DROP+ALL", "content_type": FORM}, 403),
        ("/sparql", {"body": "DROP ALL", "content_type": "application/sparql-update"}, 403),
        ("/sparql", {"body": NAMES, "content_type": "text/plain"}, 415),
        ("/sparql", {"body": NAMES + " " * 1_000_000, "content_type": QUERY}, 413),
        ("/sparql", {"method": "DELETE"}, 405),
        ("/sparql", {"method": "PUT", "body": "<a> <b> <c> ."}, 405),
        (url(query=NAMES), {"host": "papers.example"}, 400),
        ("/../graph.ttl", {}, 404),
    ],
)
def test_what_is_no_query_is_refused_and_says_why(address, path, options, status):
    told, _, text = fetch(address, path, **options)
    assert told == status
    assert text
    assert fetch(address, url(query="ASK { concept:lora.method a pg:Method }"))[2].endswith("true}")


def test_sparqlwrapper_fifty_at_a_time(address):
    wrapper = outside.module("SPARQLWrapper")

    def ask(number):
        client = wrapper.SPARQLWrapper(f"{address}/sparql", returnFormat=wrapper.JSON)
        client.setMethod((wrapper.GET, wrapper.POST)[number % 2])
        client.setQuery(f"SELECT ?name ({number} AS ?n) {{ concept:glue.benchmark skos:prefLabel ?name }}")
        [row] = client.queryAndConvert()["results"]["bindings"]
        return row["name"]["value"], int(row["n"]["value"])

    with ThreadPoolExecutor(50) as clients:
        answers = list(clients.map(ask, range(200)))
    assert answers == [("GLUE", number) for number in range(200)]


def test_sparqlwrapper_reads_a_graph(address):
    wrapper = outside.module("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(f"{address}/sparql", returnFormat=wrapper.TURTLE)
    client.setQuery("CONSTRUCT { ?a skos:related ?b } WHERE { ?a pg:buildsOn ?b }")
    assert b"skos:related" in client.queryAndConvert()


def test_a_client_that_goes_away_holds_nobody_up(address):
    for _ in range(6):
        connection = http.client.HTTPConnection(address.removeprefix("http://"))
        connection.request("GET", url(query=NAMES))
        connection.close()
    assert fetch(address, url(query=NAMES))[0] == 200
