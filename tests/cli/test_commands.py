"""The command line as a user meets it: what it prints, where, and how it exits."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FORGETTING = "catastrophic forgetting"
GOLD = {
    "title": "ZORBLAX: Gentle Rewiring",
    "abstract": "We propose ZORBLAX, which mitigates catastrophic forgetting on Split CIFAR-100.",
    "entities": [
        {"name": "ZORBLAX", "type": "Method", "role": "proposes", "surfaces": ["ZORBLAX"]},
        {"name": FORGETTING, "type": "Phenomenon", "role": "studies", "surfaces": [FORGETTING]},
    ],
    "relations": [],
    "results": [],
}


def papergraph(*arguments: str | Path, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "papergraph", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=os.environ | env,
    )


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("cli") / "example"
    done = papergraph("build", "--out", out)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "graph.html" in done.stderr
    return out


def test_help_teaches_every_command() -> None:
    text = papergraph("--help").stdout
    for command in (
        "build", "show", "path", "results", "query", "forget", "serve", "publish", "validate", "extract", "evaluate"
    ):  # fmt: skip
        assert command in text
        assert "Example" in papergraph(command, "--help").stdout


def test_the_example_answers_the_first_question(example: Path) -> None:
    done = papergraph("show", "catastrophic forgetting", "--graph", example)
    assert done.returncode == 0
    assert "… mitigates this" in done.stdout
    assert "EWC" in done.stdout
    assert "“" in done.stdout


def test_show_says_why_names_are_one(example: Path) -> None:
    done = papergraph("show", "EWC", "--why", "--graph", example)
    assert "elastic weight consolidation" in done.stdout.casefold()
    assert "defined in" in done.stdout


@pytest.mark.parametrize("command", ["show", "results"])
def test_an_unknown_name_is_exit_status_1_and_one_line(example: Path, command: str) -> None:
    done = papergraph(command, "nothing like it", "--graph", example)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.strip().splitlines()) == 1


def test_path_shows_steps_with_evidence(example: Path) -> None:
    done = papergraph("path", "EWC", "catastrophic forgetting", "--graph", example)
    assert done.returncode == 0
    assert "1. " in done.stdout


def test_results_are_claims_with_papers(example: Path) -> None:
    assert "paper" in papergraph("results", "--graph", example).stdout
    assert "“" in papergraph("results", "--quotes", "--graph", example).stdout


def test_query_by_text_and_by_name(example: Path) -> None:
    select = "SELECT (COUNT(?p) AS ?n) { ?p a pg:Paper }"
    assert json.loads(papergraph("query", select, "--graph", example, "--format", "json").stdout)
    assert papergraph("query", "--list").returncode == 0


def test_extract_prints_json_lines_and_nothing_else() -> None:
    done = papergraph("extract", "-", stdin=json.dumps({"title": GOLD["title"], "abstract": GOLD["abstract"]}) + "\n")
    (line,) = done.stdout.splitlines()
    paper = json.loads(line)
    text = f"{GOLD['title']}\n{GOLD['abstract']}"
    assert paper["sources"] == ["<stdin>"]
    assert set(paper) >= {"id", "title", "date", "sources", "links", "entities", "relations", "results"}
    for entity in paper["entities"]:
        assert set(entity) >= {"name", "type", "role", "surfaces", "confidence", "mentions"}
        assert all(text[m["start"] : m["end"]] == m["text"] for m in entity["mentions"])


def test_evaluate_prints_the_table(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    done = papergraph("evaluate", gold)
    assert done.returncode == 0, done.stderr
    assert "typed core" in done.stdout
    gold.write_text("{oh\n", encoding="utf-8")
    done = papergraph("evaluate", gold)
    assert done.returncode == 2
    assert "gold.jsonl:1:" in done.stderr


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"title": "Another paper", "abstract": ""}, "no source holds"),
        ({"entities": [{"name": "ZIP"}]}, "lacks 'type'"),
        ({"entities": [{"name": "ZIP", "type": "Methood"}]}, "'Methood'"),
        ({"entities": 5}, "not an annotated paper"),
        ({"relations": [{"head": "nobody", "rel": "mitigates", "tail": "nothing"}]}, "'nobody'"),
    ],
)
def test_evaluate_refuses_what_cannot_be_scored(tmp_path: Path, change: dict[str, object], told: str) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({**GOLD, **change}) + "\n", encoding="utf-8")
    done = papergraph("evaluate", gold)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def test_validate_accepts_what_build_wrote(example: Path) -> None:
    assert papergraph("validate", example).returncode == 0


def test_a_wrong_call_is_exit_status_2_with_a_line(tmp_path: Path) -> None:
    done = papergraph("show", "x", "--graph", tmp_path)
    assert done.returncode == 2
    assert str(tmp_path) in done.stderr
    done = papergraph("build", tmp_path / "none.txt", "--out", tmp_path / "out")
    assert done.returncode == 2
    assert "none.txt" in done.stderr


def test_strict_makes_bad_input_an_error(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"title": "T", "abstract": "A."}\nbroken\n', encoding="utf-8")
    assert papergraph("build", tmp_path / "bad.jsonl", "--out", tmp_path / "a").returncode == 0
    done = papergraph("build", tmp_path / "bad.jsonl", "--strict", "--out", tmp_path / "b")
    assert done.returncode == 2
    assert "bad.jsonl" in done.stderr


def test_what_strict_refuses_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"title": "T", "abstract": "A."}\nbroken\n', encoding="utf-8")
    (tmp_path / "good.jsonl").write_text('{"title": "U", "abstract": "B."}\n', encoding="utf-8")
    out = tmp_path / "out"
    assert papergraph("build", tmp_path / "bad.jsonl", "--strict", "--out", out).returncode == 2
    assert papergraph("build", tmp_path / "good.jsonl", "--strict", "--out", out).returncode == 0
    assert json.loads((out / "report.json").read_text("utf-8"))["counts"]["papers"] == 1


def test_without_sources_what_is_there_is_linked_again_and_nothing_added(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text('{"title": "ZIP: Zonal Priors", "abstract": "We use ZIP."}\n', "utf-8")
    out = tmp_path / "out"
    assert papergraph("build", tmp_path / "one.jsonl", "--out", out).returncode == 0
    before = (out / "graph.ttl").read_bytes()
    assert papergraph("build", "--out", out).returncode == 0
    assert (out / "graph.ttl").read_bytes() == before


def test_a_folder_that_cannot_be_made_is_exit_status_2(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = papergraph("build", "--out", tmp_path / "file")
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)
    assert "name another" in done.stderr


def test_output_is_utf8_whatever_the_locale(example: Path) -> None:
    done = papergraph("show", "EWC", "--graph", example, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "“" in done.stdout


def test_a_query_does_not_wait_for_spacy() -> None:
    code = "import sys, papergraph.cli.app; print([m for m in ('spacy', 'networkx', 'rdflib') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_forget_takes_a_paper_out_and_back_in_and_says_so(tmp_path: Path) -> None:
    lines = [GOLD, GOLD | {"title": "Another [bold]paper[/bold]"}]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    out = tmp_path / "out"
    assert papergraph("build", tmp_path / "in.jsonl", "--no-quotes", "--out", out).returncode == 0
    done = papergraph("forget", "Another [bold]paper[/bold]", "--graph", out)
    assert (done.returncode, done.stdout) == (0, "")
    assert "forgotten: Another [bold]paper[/bold]" in done.stderr
    assert papergraph("show", "Another [bold]paper[/bold]", "--graph", out).returncode == 1
    assert "which mitigates" not in (out / "graph.json").read_text(encoding="utf-8")  # still without quotes
    done = papergraph("forget", "Anothr paper", "--graph", out)
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (1, 1)
    assert papergraph("forget", "another-bold-paper-bold", "--undo", "--graph", out).returncode == 0
    assert papergraph("show", "Another [bold]paper[/bold]", "--graph", out).returncode == 0
