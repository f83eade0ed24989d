"""The shapes find each planted fault, once, and nothing in a sound graph."""

import subprocess
import sys

import pytest
from tests.small_graph import small_network

from papergraph.errors import GraphFolderError
from papergraph.export.turtle import write_turtle
from papergraph.sparql.validation import violations

PAPER = 'a pg:Paper, schema:ScholarlyArticle ; dcterms:title "A title"'
CONCEPT = 'a pg:Concept, skos:Concept ; skos:prefLabel "A name" ; pg:anyName "a name" ; pg:salience 0.5'
RESULT = 'a pg:Result ; skos:prefLabel "1%" ; pg:confidence 0.5 ; pg:value 1.0 ; pg:kind "gain"'
REPORTED = f"{RESULT} ; pg:reportedIn paper:dora"
ANNOTATION = "a pg:Mention, oa:Annotation ; oa:hasTarget passage:dora.0-4 ; oa:hasBody concept:dora.method"
STATEMENT = (
    "a pg:Statement, rdf:Statement ; rdf:subject concept:dora.method ; rdf:predicate pg:isA ; "
    "rdf:object concept:lora.method ; pg:confidence 0.5 ; prov:wasGeneratedBy run:0.1.0-rules-1"
)
EVIDENCE = "a pg:Evidence, oa:Annotation ; oa:hasTarget passage:dora.0-4 ; pg:confidence 0.5 ; oa:hasBody"

# What stands after the resource's IRI, each with one fault; {self} is the IRI.
FAULTS = [
    "a pg:Paper, schema:ScholarlyArticle",
    f'{PAPER} ; dcterms:title "Another"',
    f'{PAPER} ; dcterms:issued "soon"',
    f'{PAPER} ; dcterms:identifier "2402.09353"',
    f'{PAPER} ; schema:url "https://example.org/"',
    f"{PAPER} ; pg:proposes concept:lora.method",
    'a pg:Paper ; dcterms:title "A title"',
    'a pg:Method, pg:Concept, skos:Concept ; pg:anyName "a name" ; pg:salience 0.5',
    CONCEPT,
    f"{CONCEPT} ; a pg:Method, pg:Task",
    f'{CONCEPT} ; a pg:Method ; skos:altLabel "A name"',
    'a pg:Method, pg:Concept, skos:Concept ; skos:prefLabel "A name" ; pg:anyName "a name" ; pg:salience 2.0',
    f"{CONCEPT} ; a pg:Method ; pg:isA concept:lora.method",
    f"{CONCEPT} ; a pg:Method ; pg:mitigates concept:lora.method",
    f"{CONCEPT} ; a pg:Task ; pg:explains concept:grokking.phenomenon",
    f"{RESULT} . evidence:{{number}} {EVIDENCE} {{self}}",
    f"{REPORTED}",
    f"{STATEMENT} . evidence:{{number}} {EVIDENCE} {{self}}",
    f"{STATEMENT} ; pg:statedIn paper:dora",
    f"{ANNOTATION} ; pg:confidence 1.5",
    "a oa:TextPositionSelector ; oa:start 9 ; oa:end 3",
    "a oa:SpecificResource ; oa:hasSelector position:0-4",
    "a oa:SpecificResource ; oa:hasSource paper:dora",
    "a oa:TextQuoteSelector",
    'a prov:Activity ; pg:extractor "x"',
]


def plant(path, copies):
    """Add each fault so many times; returns the resources that are wrong."""
    wrong = []
    with path.open("a", encoding="utf-8", newline="\n") as file:
        for number in range(copies * len(FAULTS)):
            wrong.append(f"http://example.org/wrong-{number}")
            fault = FAULTS[number % len(FAULTS)]
            text = fault.replace("{self}", f"<{wrong[-1]}>").replace("{number}", str(number))
            file.write(f"<{wrong[-1]}> {text} .\n")
    return wrong


@pytest.fixture
def folder(tmp_path):
    write_turtle(small_network(), tmp_path / "graph.ttl")
    return tmp_path


def test_a_sound_graph_has_no_violations(folder):
    assert violations(folder) == []


def test_so_has_one_without_quotes(tmp_path):
    write_turtle(small_network(quotes=False), tmp_path / "graph.ttl")
    assert violations(tmp_path) == []


def test_a_hundred_faults_get_a_hundred_reports(folder):
    wrong = plant(folder / "graph.ttl", copies=4)
    found = violations(folder)
    assert len(wrong) == 100
    assert sorted(violation.resource for violation in found) == sorted(wrong)


def test_the_command_lists_them_and_says_no(folder):
    plant(folder / "graph.ttl", copies=1)
    done = validate(folder)
    assert done.returncode == 1
    assert done.stdout.count("http://example.org/wrong-") == len(FAULTS)
    assert "a paper has one title" in done.stdout


def test_the_command_says_yes(folder):
    done = validate(folder)
    assert (done.returncode, done.stdout) == (0, "valid\n")


@pytest.mark.parametrize("text", [None, "no Turtle", "<a> <b> \x00\xff"])
def test_what_is_no_graph_is_told(tmp_path, text):
    if text is not None:
        (tmp_path / "graph.ttl").write_bytes(text.encode("latin-1"))
    with pytest.raises(GraphFolderError, match=r"graph\.ttl"):
        violations(tmp_path)


def validate(folder):
    command = [sys.executable, "-c", "from papergraph.cli.app import main; main()", "validate", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
