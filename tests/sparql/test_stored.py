"""Every stored query gives the answer that one reads off the small graph by eye."""

import pytest
from tests.small_graph import small_network

from papergraph.errors import QueryError
from papergraph.sparql.answer import rows
from papergraph.sparql.memory import store_of
from papergraph.sparql.query import run
from papergraph.sparql.stored import stored_queries, stored_query

# name, what it is given, which columns to compare, the rows expected in their order
ANSWERS = [
    ("agreed", {}, "head relation tail papers",
     [("experience replay", "mitigates", "catastrophic forgetting", 2)]),
    ("beside", {"concept": "low-rank ADAPTATION"}, "beside papers",
     [("plasticity", 2), ("DoRA", 1), ("GLUE", 1), ("accuracy", 1),
      ("catastrophic forgetting", 1), ("grokking", 1)]),
    ("built-on", {"method": "LoRA"}, "descendant how", [("DoRA", "directly"), ("QDoRA", "over others")]),
    ("disagreements", {}, "method concept claim claimedIn exhibitedIn",
     [("LoRA", "plasticity", "improves", "Does LoRA forget?", "LoRA exhibits plasticity")]),
    ("evaluations-of-method", {"method": "dora"}, "benchmark title", [("GLUE", "DoRA builds on LoRA")]),
    ("explanations-of", {"phenomenon": "delayed generalization"}, "relation source",
     [("explains", "Grokfast")]),
    ("first-and-latest", {"concept": "LoRA"}, "which date title",
     [("first", "2024-02-14", "DoRA builds on LoRA"), ("latest", "2025-01-10", "LoRA exhibits plasticity")]),
    ("many-names", {}, "label others",
     [("experience replay", 3), ("catastrophic forgetting", 2), ("LoRA", 1), ("continual learning", 1),
      ("grokking", 1)]),
    ("methods-for-task", {"task": "lifelong learning"}, "method papers", [("experience replay", 1)]),
    ("methods-mitigating", {"phenomenon": "CF"}, "method title sentence",
     [("experience replay", "Grokfast, faster grokking", "Replay mitigates CF."),
      ("experience replay", "Replay for continual learning",
       "Experience replay mitigates catastrophic forgetting: 3.5 points (accuracy) on Split CIFAR-100."),
      ("LoRA", "Does LoRA forget?", "LoRA mitigates forgetting but also exhibits forgetting")]),
    ("open-phenomena", {}, "phenomenon papers", []),
    ("outperforms", {"method": "LoRA"}, "better worse title", [("DoRA", "LoRA", "DoRA builds on LoRA")]),
    ("papers-like", {"paper": "does lora forget?"}, "title shared",
     [("LoRA exhibits plasticity", 2), ("DoRA builds on LoRA", 1), ("Grokfast, faster grokking", 1),
      ("Replay for continual learning", 1)]),
    ("popular-benchmarks", {}, "benchmark papers", [("GLUE", 2), ("Split CIFAR-100", 1)]),
    ("results-on", {"benchmark": "glue"}, "method metric value unit kind baseline title",
     [("DoRA", "accuracy", 89.4, "%", "absolute", "LoRA", "DoRA builds on LoRA")]),
    ("rising-concepts", {"year": "2025"}, "label papers yearBefore rise",
     [("QDoRA", 1, 0, 1), ("grokking", 1, 0, 1)]),
    ("studied-together", {}, "one other papers",
     [("catastrophic forgetting", "plasticity", 1), ("grokking", "plasticity", 1)]),
    ("uses-of-benchmark", {"benchmark": "Split CIFAR-100"}, "kind use papers",
     [("evaluates the method", "experience replay", 1), ("serves the task", "continual learning", 1)]),
    ("who-proposes", {"concept": "DoRA"}, "title", [("DoRA builds on LoRA",)]),
    ("why", {"one": "ER", "other": "CF"}, "relation title sentence",
     [("mitigates", "Grokfast, faster grokking", "Replay mitigates CF."),
      ("mitigates", "Replay for continual learning",
       "Experience replay mitigates catastrophic forgetting: 3.5 points (accuracy) on Split CIFAR-100.")]),
]  # fmt: skip


@pytest.fixture(scope="module")
def store():
    return store_of(small_network())


@pytest.mark.parametrize(("name", "values", "columns", "expected"), ANSWERS, ids=[name for name, *_ in ANSWERS])
def test_the_answer(store, name, values, columns, expected):
    query = stored_query(name)
    answer = rows(run(store, query.text, query.bind(values)))
    assert [tuple(row[column] for column in columns.split()) for row in answer] == expected


def test_a_phenomenon_is_open_until_something_is_said_to_improve_it():
    network = small_network()
    network.remove_edge("lora.method", "plasticity.phenomenon", key="improves")
    (answer,) = rows(run(store_of(network), stored_query("open-phenomena").text))
    assert (answer["phenomenon"], answer["papers"]) == ("plasticity", 2)


def test_an_ambiguous_name_says_which_concept_a_row_is_of():
    network = small_network()
    network.nodes["continual-learning.task"]["aliases"].append("ER")
    query = stored_query("beside")
    answer = rows(run(store_of(network), query.text, query.bind({"concept": "ER"})))
    assert {row["meant"] for row in answer} == {"experience replay", "continual learning"}


def test_the_many_names_are_listed(store):
    first = rows(run(store, stored_query("many-names").text))[0]
    assert set(first["names"].split("; ")) == {"ER", "rehearsal", "replay"}  # SPARQL leaves their order open


def test_every_stored_query_has_its_answer_here():
    assert [query.name for query in stored_queries()] == sorted(name for name, *_ in ANSWERS)


@pytest.mark.parametrize("query", stored_queries(), ids=lambda query: query.name)
def test_it_says_what_it_answers_and_its_example_runs(store, query):
    assert query.title.endswith("?")
    run(store, query.text, {parameter.name: parameter.example for parameter in query.parameters})


@pytest.mark.parametrize(
    "query", [query for query in stored_queries() if query.parameters], ids=lambda query: query.name
)
@pytest.mark.parametrize("hostile", ['" } SELECT * { ?s ?p ?o } #', "x\\", "'''", "\n}", "?name", "<http://a>", "2025"])
def test_a_parameter_is_a_value_and_never_syntax(store, query, hostile):
    answer = rows(run(store, query.text, query.bind({parameter.name: hostile for parameter in query.parameters})))
    assert answer == [] or (query.name == "rising-concepts" and hostile == "2025")


def test_a_missing_parameter_is_named_with_an_example():
    with pytest.raises(QueryError, match=r'needs \'phenomenon\'.*phenomenon="catastrophic forgetting"'):
        stored_query("methods-mitigating").bind({})


def test_an_unknown_parameter_is_refused():
    with pytest.raises(QueryError, match="no parameter 'task'; it takes: method"):
        stored_query("built-on").bind({"method": "LoRA", "task": "x"})


def test_a_misspelt_name_gets_a_suggestion():
    with pytest.raises(QueryError, match="did you mean methods-mitigating"):
        stored_query("method-mitigating")
