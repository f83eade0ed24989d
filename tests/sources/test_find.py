"""Files, folders and standard input as the command line names them."""

import os

import pytest

from papergraph.errors import SourceError
from papergraph.sources.find import find_sources
from papergraph.sources.source import Source


def _names(*arguments: object) -> list[str]:
    return [found.name if isinstance(found, Source) else f"! {found}" for found in find_sources(map(str, arguments))]


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", ".git/d.txt", "sub/.e"):
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path / "pages"


def test_a_folder_is_searched_in_order_without_hidden_files(folder):
    assert _names(folder) == ["a.txt", "b.txt", "sub/c.txt"]


def test_a_file_is_known_by_its_last_name(folder):
    (source,) = find_sources([str(folder / "sub" / "c.txt")])
    assert source == Source("c.txt", folder / "sub" / "c.txt")


def test_a_hidden_file_that_is_named_is_taken(folder):
    assert _names(folder / ".hidden.txt") == [".hidden.txt"]


def test_nothing_is_read_twice(folder):
    assert _names(folder / "a.txt", folder, folder / "a.txt", "-", "-") == ["a.txt", "b.txt", "sub/c.txt", "<stdin>"]


def test_what_is_missing_does_not_stop_the_rest(folder):
    missing = folder / "gone.txt"
    assert _names(missing, folder / "a.txt") == [f"! {missing}: no such file or folder: check its name", "a.txt"]


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000, ""])
def test_impossible_names_are_missing_files_at_worst(name):
    assert all(isinstance(found, SourceError | Source) for found in find_sources([name]))


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_links_in_circles_and_to_nowhere_do_no_harm(folder):
    (folder / "sub" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "z.txt").symlink_to(folder / "gone.txt")
    *names, last = _names(folder)
    assert names[:2] == ["a.txt", "b.txt"]
    assert set(names) | {last} >= {"sub/c.txt"}
    assert sum(name.startswith("! z.txt") for name in [*names, last]) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_in_a_folder_does_not_block(folder):
    os.mkfifo(folder / "pipe")
    assert any(name.startswith("! pipe: neither a file") for name in _names(folder))


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be on Windows")
def test_names_that_are_no_text_are_shown_as_text(folder):
    (folder / "line\nfeed.txt").write_text("x", encoding="utf-8")
    os.fsencode(folder)
    with open(os.fsencode(folder) + b"/bad\xff.txt", "wb"):  # noqa: PTH123 -- a name that no str spells
        pass
    names = _names(folder)
    assert "line feed.txt" in names
    assert "bad\ufffd.txt" in names
