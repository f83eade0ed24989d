"""`papergraph query` as one calls it, from a cold start."""

import csv
import io
import json
import subprocess
import sys
from xml.etree import ElementTree

import pytest
import rdflib
from tests.small_graph import small_network, ugly_network

from papergraph.export.turtle import write_turtle
from papergraph.sparql.stored import stored_queries

NAMES = "SELECT ?name { ?x a pg:Benchmark ; skos:prefLabel ?name } ORDER BY ?name"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("graph")
    write_turtle(small_network(), path / "graph.ttl")
    return path


def call(*arguments, stdin=None):
    command = [
        sys.executable,
        "-c",
        "from papergraph.cli.app import main; main()",
        "query",
        *map(str, arguments),
    ]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", input=stdin, check=False)


def ask(folder, *arguments, **options):
    done = call(*arguments, "--graph", folder, **options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_table_has_a_line_a_row(folder):
    lines = [line.split() for line in ask(folder, NAMES).splitlines()]
    assert lines == [["name"], ["GLUE"], ["Split", "CIFAR-100"]]


def test_csv_json_and_xml_are_the_w3c_formats(folder):
    assert list(csv.reader(io.StringIO(ask(folder, NAMES, "--format", "csv")))) == [
        ["name"],
        ["GLUE"],
        ["Split CIFAR-100"],
    ]
    bindings = json.loads(ask(folder, NAMES, "--format", "json"))["results"]["bindings"]
    assert [row["name"] for row in bindings] == [
        {"type": "literal", "value": "GLUE"},
        {"type": "literal", "value": "Split CIFAR-100"},
    ]
    root = ElementTree.fromstring(ask(folder, NAMES, "--format", "xml"))  # noqa: S314 - our own output
    assert root.tag == "{http://www.w3.org/2005/sparql-results#}sparql"


def test_a_graph_comes_as_turtle(folder):
    turtle = ask(folder, "DESCRIBE concept:glue.benchmark", "--format", "turtle")
    assert len(rdflib.Graph().parse(data=turtle)) > 3


def test_a_question_has_a_word_for_an_answer(folder):
    assert ask(folder, "ASK { ?x a pg:Paper }") == "yes\n"


def test_a_stored_query_with_its_parameter(folder):
    answer = ask(folder, "--name", "methods-mitigating", "--param", "phenomenon=catastrophic forgetting")
    assert "Replay mitigates CF." in answer


def test_a_query_from_a_file_and_from_standard_input(folder, tmp_path):
    (tmp_path / "q.rq").write_text(NAMES, encoding="utf-8")
    assert ask(folder, "--file", tmp_path / "q.rq") == ask(folder, "--file", "-", stdin=NAMES) == ask(folder, NAMES)


def test_the_list_needs_no_graph():
    done = call("--list")
    assert done.returncode == 0
    assert all(query.name in done.stdout and query.title in done.stdout for query in stored_queries())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "give one of"),
        ([NAMES, "--name", "agreed"], "give one of"),
        (["SELECT"], "line 1"),
        (["--name", "nonsense"], "no stored query"),
        (["--name", "built-on", "--param", "LoRA"], "KEY=VALUE"),
        (["--file", "missing.rq"], "missing.rq"),
        ([NAMES, "--format", "turtle"], "CONSTRUCT"),
        (["DESCRIBE pg:x", "--format", "csv"], "turtle"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(folder, arguments, told):
    done = call(*arguments, "--graph", folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_names_cannot_write_to_the_terminal(tmp_path):
    write_turtle(ugly_network(["\x1b[31mred\u202e [bold]b[/bold]"]), tmp_path / "graph.ttl")
    answer = ask(tmp_path, "SELECT ?name { ?x a pg:Method ; skos:prefLabel ?name }")
    assert "\x1b" not in answer
    assert "\u202e" not in answer
    assert "[bold]b[/bold]" in answer


def test_no_heavy_module_is_imported(folder):
    code = (
        "import sys; from papergraph.cli.app import main; sys.argv = ['papergraph', 'query', 'ASK {}', "
        f"'--graph', {str(folder)!r}]\ntry: main()\nexcept SystemExit: pass\n"
        "print(sorted({'spacy', 'networkx', 'rdflib', 'pandas', 'numpy', 'pyshacl'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["yes", "[]"]


def test_a_name_that_nothing_has_is_the_answer_no_with_names_like_it(folder):
    done = call("--name", "methods-mitigating", "--param", "phenomenon=catastrophic forgeting", "--graph", folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Did you mean catastrophic forgetting?" in done.stderr
