"""A forgotten paper leaves the graph that its sources without it would give, stays away, and can come back."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import papergraph
from papergraph.errors import GraphFolderError, NotFoundError, PapergraphError
from papergraph.export.files import REPORT, WRITERS
from papergraph.names import fold

PAPERS: list[dict[str, str]] = [
    {"title": "ZORBLAX: Gentle Rewiring", "id": "2401.00001", "date": "2024-01-02",
     "abstract": "We propose ZORBLAX, which mitigates catastrophic forgetting on Split CIFAR-100. It gains 3.2%."},
    {"title": "Forgetting in LoRA", "abstract": "We study catastrophic forgetting in low-rank adaptation (LoRA)."},
    {"title": "QuuxBench for Agents", "abstract": "QuuxBench is a benchmark. GPT-4 reaches 41.2% accuracy on it."},
    {"title": "LoRA again", "abstract": "We compare ZORBLAX with LoRA. Both suffer from overfitting on ImageNet."},
    {"title": "Editorial", "id": "2401.00010", "abstract": "On the loss of plasticity in deep networks."},
    {"title": "Editorial", "id": "2402.00020", "abstract": "On grokking and weight decay in transformers."},
    {"title": "EDITORIAL", "abstract": "On plasticity."},
    {"title": "<b>Ugly\u202e & \u2028 “title”</b>", "abstract": "CL is contrastive learning (CL). \U0001f9ea"},
    {"title": "Continual learning", "abstract": "Continual learning (CL) is studied. CL suffers from forgetting."},
]  # fmt: skip
IDS = st.sets(st.integers(0, len(PAPERS) - 1), min_size=2)


def write(path: Path, papers: list[dict[str, str]]) -> Path:
    lines = [json.dumps(paper) for paper in papers]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return path


def contents(folder: Path) -> dict[str, Any]:
    report = json.loads((folder / REPORT).read_text(encoding="utf-8"))
    for told in ("seconds", "extracted", "forgotten"):  # of this run, not of the graph
        del report[told]
    return {name: (folder / name).read_bytes() for name in WRITERS} | {REPORT: report}


@settings(max_examples=8, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(one=IDS, other=IDS, quotes=st.booleans(), data=st.data())
def test_building_and_forgetting_is_building_without(one: set[int], other: set[int], quotes: bool, data: Any) -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        first, second = [[PAPERS[i] for i in sorted(ids)] for ids in (one, other)]
        sources = [write(root / "1.jsonl", first), write(root / "2.jsonl", second)]
        graph = papergraph.build(*sources, out=root / "all", quotes=quotes)
        whole = contents(root / "all")
        papers = graph.papers()
        if len(papers) < 2:
            return
        forgotten = data.draw(st.sampled_from(papers))
        rest = papergraph.forget(forgotten.key, folder=root / "all")

        def others(papers: list[dict[str, str]]) -> list[dict[str, str]]:
            # The record without an identifier belongs to the first of that title.
            arxiv = forgotten.data["arxiv"]
            mine = {None, arxiv} if "." not in forgotten.key else {arxiv}
            same = [p for p in papers if fold(p["title"]) == fold(forgotten.label)]
            return [p for p in papers if not (p in same and p.get("id") in mine)]

        kept = [others(first), others(second)]
        for source, papers_left in zip(sources, kept, strict=True):
            write(source, papers_left)
        wanted = papergraph.build(*[s for s, k in zip(sources, kept, strict=True) if k], out=root / "b", quotes=quotes)
        assert set(rest.network) == set(wanted.network)
        assert contents(root / "all") == contents(root / "b")
        papergraph.forget(forgotten.key, folder=root / "all", undo=True)
        assert contents(root / "all") == whole


@pytest.fixture
def built(tmp_path: Path) -> Path:
    papergraph.build(write(tmp_path / "in.jsonl", PAPERS[:3]), out=tmp_path / "out")
    return tmp_path / "out"


def titles(folder: Path) -> set[str]:
    return {paper.label for paper in papergraph.load(folder).papers()}


@pytest.mark.parametrize(
    "name", ["zorblax gentle rewiring", "2401.00001", "arXiv:2401.00001v3", "zorblax-gentle-rewiring"]
)
def test_a_paper_is_known_by_title_identifier_or_key(built: Path, name: str) -> None:
    papergraph.forget(name, folder=built)
    assert titles(built) == {"Forgetting in LoRA", "QuuxBench for Agents"}
    assert json.loads((built / REPORT).read_text(encoding="utf-8"))["forgotten"] == ["ZORBLAX: Gentle Rewiring"]
    papergraph.forget(name, folder=built, undo=True)
    assert len(titles(built)) == 3


def test_it_stays_forgotten_when_another_source_holds_it(built: Path) -> None:
    papergraph.forget("ZORBLAX: Gentle Rewiring", folder=built)
    again = write(built.parent / "more.jsonl", [PAPERS[0] | {"abstract": "Another version of ZORBLAX."}, PAPERS[3]])
    papergraph.build(again, built.parent / "in.jsonl", out=built)
    assert titles(built) == {"Forgetting in LoRA", "QuuxBench for Agents", "LoRA again"}


def test_one_unknown_name_changes_nothing(built: Path) -> None:
    before = contents(built)
    with pytest.raises(NotFoundError, match=r"no paper in the graph is called 'Forgeting in LoRA'.*Forgetting in LoRA"):
        papergraph.forget("QuuxBench for Agents", "Forgeting in LoRA", folder=built)
    with pytest.raises(NotFoundError, match="no paper in the graph"):
        papergraph.forget("catastrophic forgetting", folder=built)  # a concept
    with pytest.raises(NotFoundError, match="no forgotten paper"):
        papergraph.forget("QuuxBench for Agents", folder=built, undo=True)
    assert contents(built) == before
    papergraph.build(built.parent / "in.jsonl", out=built)
    assert contents(built) == before


def test_a_title_of_two_papers_asks_which(tmp_path: Path) -> None:
    papergraph.build(write(tmp_path / "in.jsonl", PAPERS[3:7]), out=tmp_path / "out")
    with pytest.raises(PapergraphError, match=r"editorial, editorial\.2402\.00020"):
        papergraph.forget("Editorial", folder=tmp_path / "out")
    papergraph.forget("editorial", folder=tmp_path / "out")
    assert [paper.data["arxiv"] for paper in papergraph.load(tmp_path / "out").find("Editorial")] == ["2402.00020"]


def test_the_last_paper_is_not_forgotten(built: Path) -> None:
    with pytest.raises(GraphFolderError, match="delete the folder"):
        papergraph.forget(*titles(built), folder=built)
    assert len(titles(built)) == 3


def test_a_folder_without_its_store_says_what_to_do(built: Path) -> None:
    (built / "store.sqlite").unlink()
    with pytest.raises(GraphFolderError, match=r"no store\.sqlite.*papergraph build"):
        papergraph.forget("QuuxBench for Agents", folder=built)
    assert not (built / "store.sqlite").exists()
