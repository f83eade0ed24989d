"""From sources to a graph's folder: same bytes, nothing done twice, nothing half, nothing dropped in silence."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import networkx as nx
import pytest

import papergraph
from papergraph.errors import GraphFolderError, SourceError
from papergraph.export.files import REPORT, WRITERS

PAPERS = [
    ("ZORBLAX: Gentle Rewiring", "We propose ZORBLAX, which mitigates catastrophic forgetting on Split CIFAR-100."),
    ("Forgetting in LoRA", "We study catastrophic forgetting in low-rank adaptation (LoRA) of large language models."),
    (
        "QuuxBench for Agents",
        "We introduce QuuxBench, a benchmark. GPT-4 reaches a success rate of 41.2% on QuuxBench.",
    ),
]
HOSTILE = [
    ("<script>alert(1)</script>", 'We propose <img src=x onerror=alert(2)>, called "X" \u202eevil\u202c and ../../x.'),
    ("Nul\0 and\nfeed", "One."),
    ("Word", "LoRA"),
]


def jsonl(path: Path, papers: list[tuple[str, str]]) -> str:
    lines = [json.dumps({"title": title, "abstract": abstract}) for title, abstract in papers]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return str(path)


def contents(folder: Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in WRITERS}


def test_all_files_are_written_and_open(tmp_path: Path) -> None:
    graph = papergraph.build(jsonl(tmp_path / "in.jsonl", PAPERS), out=tmp_path / "out")
    assert {p.name for p in (tmp_path / "out").iterdir() if not p.name.startswith(".")} >= {*WRITERS, REPORT}
    data = json.loads((tmp_path / "out" / "graph.json").read_text(encoding="utf-8"))
    assert set(nx.node_link_graph(data, edges="edges")) == set(graph.network)
    assert set(nx.read_graphml(tmp_path / "out" / "graph.graphml")) == set(graph.network)
    assert papergraph.load(tmp_path / "out")["ZORBLAX"].type == "Method"


def test_the_same_input_gives_the_same_bytes_in_one_step_or_two(tmp_path: Path) -> None:
    one, two = jsonl(tmp_path / "1.jsonl", PAPERS[:2]), jsonl(tmp_path / "2.jsonl", PAPERS[1:])
    papergraph.build(one, two, out=tmp_path / "a")
    papergraph.build(two, out=tmp_path / "b")
    papergraph.build(one, out=tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_what_was_extracted_is_not_extracted_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    papergraph.build(jsonl(tmp_path / "1.jsonl", PAPERS[:2]), out=out)
    assert json.loads((out / REPORT).read_text())["extracted"] == 2
    papergraph.build(jsonl(tmp_path / "2.jsonl", PAPERS), out=out)
    assert json.loads((out / REPORT).read_text())["extracted"] == 1


def test_a_source_that_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    papergraph.build(jsonl(path, PAPERS), out=tmp_path / "out")
    graph = papergraph.build(jsonl(path, PAPERS[:1]), out=tmp_path / "out")
    assert len(graph.papers()) == 1


def test_bad_input_is_counted_and_the_rest_is_done(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.bin").write_bytes(bytes(range(256)) * 10)
    (tmp_path / "broken.jsonl").write_text('{"title": "T", "abstract": "A."}\n{"title": oh\n{"abstract": "x"}\n')
    good = jsonl(tmp_path / "good.jsonl", PAPERS)
    names = [str(tmp_path / n) for n in ("missing.txt", "empty.txt", "binary.bin", "broken.jsonl")]
    graph = papergraph.build(*names, good, out=tmp_path / "out")
    assert len(graph.papers()) == 4
    skipped = json.loads((tmp_path / "out" / REPORT).read_text())["skipped"]
    assert [s["source"].rpartition("/")[2] for s in skipped].count("broken.jsonl") == 2
    assert {s["source"].rpartition("/")[2] for s in skipped} >= {"missing.txt", "empty.txt", "binary.bin"}


def test_nothing_at_all_is_an_error_that_names_the_source(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nowhere\.txt"):
        papergraph.build(tmp_path / "nowhere.txt")


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    graph = papergraph.build(jsonl(tmp_path / "in.jsonl", HOSTILE), out=tmp_path / "out")
    assert len(graph.papers()) == 3
    page = (tmp_path / "out" / "graph.html").read_text(encoding="utf-8")
    assert "<script>alert(1)" not in page
    assert "<img src=x" not in page
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out"]


def test_without_quotes_no_sentence_is_in_any_file(tmp_path: Path) -> None:
    papergraph.build(jsonl(tmp_path / "in.jsonl", PAPERS), out=tmp_path / "out", quotes=False)
    for name, data in contents(tmp_path / "out").items():
        assert b"which mitigates" not in data, name
        assert b"ZORBLAX" in data, name


def test_a_folder_without_a_graph_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(GraphFolderError, match="papergraph build --out"):
        papergraph.load(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX's")
def test_killed_at_any_moment_it_leaves_a_whole_graph_and_goes_on(tmp_path: Path) -> None:
    out = tmp_path / "out"
    papergraph.build(jsonl(tmp_path / "1.jsonl", PAPERS[:1]), out=out)
    old = contents(out)
    many = [(f"Paper {i}", f"We propose Zorb{i}, a method that mitigates overfitting on ImageNet.") for i in range(400)]
    source = jsonl(tmp_path / "2.jsonl", many)
    call = [sys.executable, "-m", "papergraph", "build", source, "--out", str(out)]
    papergraph.build(source, str(tmp_path / "1.jsonl"), out=tmp_path / "whole")
    new = contents(tmp_path / "whole")
    for seconds in (1.0, 2.0, 3.0, 4.0):
        process = subprocess.Popen(call, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        papergraph.load(out)
        assert contents(out) in (old, new)
    assert subprocess.run(call, stderr=subprocess.DEVNULL, check=False).returncode == 0
    assert contents(out) == new
