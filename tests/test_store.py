"""What was read before is known; a changed source replaces what it held; two builds don't mix."""

from pathlib import Path

import pytest

from papergraph.errors import GraphFolderError, SourceError
from papergraph.model import Extraction, Record
from papergraph.sources.source import Source
from papergraph.store import Store

RECORD = Record("A Title", "An abstract.", "2024-01-01", "2401.00001", "https://example.org/p", ("https://a.b/c",))


def test_a_source_comes_back_as_it_was_put(tmp_path: Path) -> None:
    source = Source("page.txt", tmp_path / "page.txt")
    with Store(tmp_path / "s") as store:
        store.put_source(source, "digest", [RECORD, SourceError("page.txt", "odd", "line 3")])
    with Store(tmp_path / "s") as store:
        assert store.knows(source, "digest")
        assert not store.knows(source, "other")
        assert [record for _, _, record in store.records()] == [RECORD]
        assert [str(problem) for problem in store.problems()] == ["page.txt:line 3: odd"]


def test_a_changed_source_replaces_what_it_held(tmp_path: Path) -> None:
    source = Source("page.txt", tmp_path / "page.txt")
    with Store(None) as store:
        store.put_source(source, "one", [RECORD, SourceError("page.txt", "odd")])
        store.put_source(source, "two", [Record("Another", "Text.")])
        assert [record.title for _, _, record in store.records()] == ["Another"]
        assert store.problems() == []


def test_a_source_whose_reading_fails_leaves_the_old(tmp_path: Path) -> None:
    source = Source("page.txt", tmp_path / "page.txt")

    def broken():  # type: ignore[no-untyped-def]
        yield Record("New", "Text.")
        raise RuntimeError

    with Store(None) as store:
        store.put_source(source, "one", [RECORD])
        with pytest.raises(RuntimeError):
            store.put_source(source, "two", broken())
        assert [record for _, _, record in store.records()] == [RECORD]


def test_extractions_are_known_by_text_and_extractor() -> None:
    with Store(None) as store:
        store.put_extractions("v1", [("text", Extraction())])
        assert store.extraction("text", "v1") == Extraction()
        assert store.extraction("text", "v2") is None
        assert not store.has_extraction("other", "v1")


def test_an_older_extractor_s_reading_makes_room_for_the_new_one() -> None:
    with Store(None) as store:
        store.put_extractions("v1", [("text", Extraction()), ("other", Extraction())])
        store.put_extractions("v2", [("text", Extraction())])
        assert store.has_extraction("text", "v2")
        assert not store.has_extraction("text", "v1")
        assert store.has_extraction("other", "v1")


def test_a_second_build_is_told_that_one_is_running(tmp_path: Path) -> None:
    with Store(tmp_path / "s"), pytest.raises(GraphFolderError, match="another build"):
        Store(tmp_path / "s")


def test_a_file_that_is_no_store_is_told(tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(b"not a database at all" * 100)
    with pytest.raises(GraphFolderError, match="not a papergraph store"):
        Store(tmp_path / "s")
