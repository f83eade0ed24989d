"""The index is made once for a graph, again when the graph changes, and never half."""

import pytest
from tests.small_graph import small_network

from papergraph.errors import GraphFolderError
from papergraph.export.turtle import write_turtle
from papergraph.sparql import index
from papergraph.sparql.index import open_index


@pytest.fixture
def folder(tmp_path):
    write_turtle(small_network(), tmp_path / "graph.ttl")
    return tmp_path


def entries(folder):
    return sorted(entry.name for entry in (folder / ".sparql").iterdir())


def test_the_second_opening_parses_nothing(folder, monkeypatch):
    size = len(open_index(folder))
    monkeypatch.setattr(index, "_make", None)
    monkeypatch.setattr(index, "_load", None)
    assert len(open_index(folder)) == size > 0


def test_it_is_read_only(folder):
    with pytest.raises(RuntimeError, match="read-write"):
        open_index(folder).update("DELETE WHERE { ?s ?p ?o }")


def test_a_changed_graph_gets_a_new_index_and_the_old_one_goes(folder):
    size = len(open_index(folder))
    [old] = entries(folder)
    write_turtle(small_network(quotes=False), folder / "graph.ttl")
    assert len(open_index(folder)) < size
    assert len(entries(folder)) == 1
    assert old not in entries(folder)


def test_two_may_be_open_at_once(folder):
    one, two = open_index(folder), open_index(folder)
    assert len(one) == len(two)


def test_an_interrupted_load_leaves_no_index_behind(folder, monkeypatch):
    def interrupted(store, graph):
        raise KeyboardInterrupt

    monkeypatch.setattr(index, "_load", interrupted)
    with pytest.raises(KeyboardInterrupt):
        open_index(folder)
    assert entries(folder) == []


def test_what_another_process_is_making_is_left_alone(folder):
    (folder / ".sparql" / "making-elsewhere").mkdir(parents=True)
    open_index(folder)
    assert "making-elsewhere" in entries(folder)


def test_a_folder_that_cannot_be_written_to_is_read_into_memory(folder):
    (folder / ".sparql").write_text("in the way", encoding="utf-8")
    assert len(open_index(folder)) > 0


def test_a_damaged_index_does_not_stop_the_answer(folder):
    open_index(folder)
    for file in next((folder / ".sparql").iterdir()).iterdir():
        file.unlink()
    assert len(open_index(folder)) > 0


def test_no_graph_is_said_with_what_to_do(tmp_path):
    with pytest.raises(GraphFolderError, match=r"no graph here.*papergraph build"):
        open_index(tmp_path)


def test_a_broken_graph_is_named(tmp_path):
    (tmp_path / "graph.ttl").write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(GraphFolderError, match=r"graph\.ttl: not Turtle"):
        open_index(tmp_path)
