"""SPARQL 1.1 is whole, read-only and offline, and what is wrong is told by line."""

import pytest
from tests.small_graph import small_network

from papergraph.errors import QueryError
from papergraph.sparql.answer import rows
from papergraph.sparql.memory import store_of
from papergraph.sparql.query import run


@pytest.fixture(scope="module")
def store():
    return store_of(small_network())


def test_select_with_paths_and_aggregates(store):
    answer = run(store, "SELECT (COUNT(?m) AS ?n) { ?m (pg:buildsOn|pg:isA)+ concept:lora.method }")
    assert rows(answer) == [{"n": 2}]


def test_ask(store):
    assert rows(run(store, "ASK { concept:lora.method a pg:Task }")) == [{"answer": False}]


def test_construct_and_describe(store):
    built = rows(run(store, "CONSTRUCT { ?a skos:related ?b } WHERE { ?a pg:outperforms ?b }"))
    assert [row["predicate"] for row in built] == ["http://www.w3.org/2004/02/skos/core#related"]
    assert len(rows(run(store, "DESCRIBE concept:glue.benchmark"))) >= 4


def test_the_callers_own_prefixes_win(store):
    skos = "PREFIX pg: <http://www.w3.org/2004/02/skos/core#>"
    answer = run(store, f"{skos} SELECT ?n {{ concept:glue.benchmark pg:prefLabel ?n }}")
    assert rows(answer) == [{"n": "GLUE"}]


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { pg:a pg:b pg:c }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://example.org/>",
        "CLEAR ALL",
        "DROP ALL",
    ],
)
def test_updates_are_refused_and_nothing_changes(store, update):
    before = len(store)
    with pytest.raises(QueryError, match="read-only"):
        run(store, update)
    assert len(store) == before


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9999/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p '#' . service silent <http://127.0.0.1:9999/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o # comment\n SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p <http://a#b> SERVICE ?x { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER(1<2) SERVICE<http://a> { ?s ?p ?o } FILTER(3>2) }",
    ],
)
def test_no_other_server_is_asked(store, query):
    with pytest.raises(QueryError, match="SERVICE"):
        run(store, query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?service ?p "SERVICE" }',
        "SELECT * { ?s pg:SERVICE ?o } # SERVICE",
        "SELECT * { ?s <http://a/SERVICE> '''SERVICE'''}",
    ],
)
def test_the_word_service_may_stand_elsewhere(store, query):
    assert rows(run(store, query)) == []


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * {\n ?s foo:x ?o }", r"^line 2, .*no PREFIX line for foo:"),
        ("SELECT * {\n\n ?s ?p ", "^line 3, .*not SPARQL 1.1"),
        ("SELECT ?x (COUNT(?y) AS ?n) { ?x ?y ?z }", "variable that is unbound"),
        ("", "^line 1, column 1"),
        ("tell me about LoRA", "^line 1, .*not SPARQL"),
    ],
)
def test_a_mistake_is_told_by_line_with_a_hint(store, query, message):
    with pytest.raises(QueryError, match=message) as told:
        run(store, query)
    assert "\n" not in str(told.value)


def test_a_value_for_a_variable_that_is_not_projected_is_refused(store):
    with pytest.raises(QueryError, match="nowhere"):
        run(store, "SELECT ?s { ?s ?p ?o }", {"nowhere": "x"})
