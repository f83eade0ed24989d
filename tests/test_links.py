"""A file of links is followed in this build and in later ones, until another is given."""

import json
from pathlib import Path

import pytest
from tests.cli.test_commands import papergraph as command
from tests.test_readme import blocks

import papergraph
from papergraph.errors import LinksError
from papergraph.export.files import REPORT, WRITERS
from papergraph.resolve.links_file import parse_links

PAPERS = [
    ("Grokking in Small Networks", "We study grokking and catastrophic forgetting in small networks."),
    (
        "Forgetting",
        "We study catastrophic forgetting and overfitting. Elastic weight consolidation (EWC) mitigates overfitting.",
    ),
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    lines = [json.dumps({"title": title, "abstract": abstract}) for title, abstract in PAPERS]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path / "in.jsonl"


def links(source: Path, text: str) -> Path:
    path = source.with_name("my-links.toml")
    path.write_text(text, encoding="utf-8")
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in WRITERS}


def test_the_file_in_the_readme_is_one() -> None:
    (file,) = blocks("toml")
    assert len(parse_links("README.md", file.encode()).names()) == 8


def test_links_survive_rebuilds_and_forgetting_until_others_are_given(source: Path) -> None:
    out, path = source.parent / "out", links(source, '[rename]\n"catastrophic forgetting" = "CF"')
    plain = papergraph.build(source, out=source.parent / "plain")
    assert plain["catastrophic forgetting"].label == "catastrophic forgetting"
    assert papergraph.build(source, out=out, links=path)["catastrophic forgetting"].label == "CF"
    path.unlink()
    kept = papergraph.build(source, out=out)
    assert (kept["CF"].key, kept["CF"].data["papers"]) == ("cf.phenomenon", 2)
    assert papergraph.forget("Forgetting", folder=out)["CF"].data["papers"] == 1
    papergraph.forget("Forgetting", folder=out, undo=True)
    papergraph.build(source, out=out, links=links(source, ""))
    assert contents(out) == contents(source.parent / "plain")


def test_a_wrong_file_changes_nothing(source: Path) -> None:
    out = source.parent / "out"
    papergraph.build(source, out=out)
    before = contents(out)
    with pytest.raises(LinksError, match=r"my-links\.toml: 'sane'"):
        papergraph.build(source, out=out, links=links(source, "sane = []"))
    with pytest.raises(LinksError, match=r"none\.toml: cannot be read"):
        papergraph.build(source, out=out, links=source.with_name("none.toml"))
    papergraph.build(source, out=out)
    assert contents(out) == before


def test_a_name_that_nobody_uses_is_told_and_the_rest_is_done(source: Path) -> None:
    out = source.parent / "out"
    graph = papergraph.build(source, out=out, links=links(source, 'drop = ["nobody says so", "grokking"]'))
    assert "grokking" not in graph
    assert "EWC" in graph
    (skipped,) = json.loads((out / REPORT).read_text(encoding="utf-8"))["skipped"]
    assert (skipped["source"], skipped["place"]) == ("my-links.toml", "'nobody says so'")


def test_the_command_line_says_why_and_what_is_wrong(source: Path) -> None:
    out, same = source.parent / "out", links(source, 'same = [["catastrophic forgetting", "overfitting"]]')
    done = command("build", source, "--links", same, "--out", out)
    assert done.returncode == 0, done.stderr
    why = command("show", "overfitting", "--why", "--graph", out).stdout
    assert "listed in my-links.toml" in why
    done = command("build", source, "--links", links(source, 'same = ["x"]'), "--out", out)
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)
    assert "my-links.toml: same, entry 1: a list" in done.stderr
