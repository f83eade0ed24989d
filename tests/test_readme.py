"""What the README shows is what happens: its Python and its queries are run as they stand there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import papergraph

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("readme")
    papergraph.build(out=folder / "my-field")
    return folder


def run(folder: Path, *command: str) -> str:
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, encoding="utf-8", check=False, env=None
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_python_answers_who_mitigates_catastrophic_forgetting(folder: Path) -> None:
    (code,) = blocks("python")
    answer = run(folder, "-X", "utf8", "-c", code)
    assert "EWC: " in answer
    assert "Method ['Learning to Route Among Specialized Experts for Zero-Shot Generalization']" in answer


@pytest.mark.parametrize("query", blocks("sparql"))
def test_the_queries_have_answers(folder: Path, query: str) -> None:
    (folder / "q.rq").write_text(query, encoding="utf-8")
    answer = run(folder, "-m", "papergraph", "query", "--file", "q.rq", "--graph", "my-field", "--format", "csv")
    assert "EWC" in answer


@pytest.mark.parametrize("line", re.findall(r"papergraph (query --name .* --graph my-field)$", README, re.MULTILINE))
def test_the_stored_questions_have_answers(folder: Path, line: str) -> None:
    assert "EWC" in run(folder, "-m", "papergraph", *shlex.split(line))
