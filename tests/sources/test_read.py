"""Reading never raises, whatever comes, and says what is wrong in one line."""

import gzip
import io
import json
import os
import sys
import threading
import tracemalloc

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from papergraph.errors import SourceError
from papergraph.model import Record
from papergraph.sources.read import read
from papergraph.sources.source import Source

PAPER = b'{"title": "A Clock for Grokking", "abstract": "It follows a clock."}\n'
STARTS = st.sampled_from([
    b"", b"{", b"[{", b"<feed>", b"<html>", b"<article>", b"\x1f\x8b", b"\xff\xfe", b"\xef\xbb\xbf{", PAPER,
    b"<?xml version='1.0' encoding='utf-16'?><feed>", gzip.compress(PAPER), b'{"versions":1}\n', b'{\n"paper":',
    b"Get trending papers in your email inbox\nSubscribe", b"\xc2\xb7\nFeb 29\n", b"T\n\xc2\xb7\nFeb 30, 9999 2\n",
])  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(STARTS, st.binary(max_size=300))
@example(b"<?xml version='1.0' encoding='shift_jis'?><feed>", b"")
@example(b"[" * 200_000, b"")
@example(b"<div>" * 20_000 + b"<article>", b"")
def test_any_bytes_give_records_or_problems(tmp_path, start, rest):
    path = tmp_path / "input"
    path.write_bytes(start + rest)
    found = list(read(Source("input", path)))
    assert found
    assert all(isinstance(item, Record | SourceError) for item in found)
    assert all("\n" not in str(item) for item in found if isinstance(item, SourceError))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "input: the file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "input: a binary file, not text: save its text as UTF-8, or unpack it first"),
        (b"A letter to a friend.", "input: no papers found: expected one of a Daily Papers page saved as text"),
    ],
)
def test_a_file_without_papers_says_so_in_one_line(reading, content, problem):
    records, problems = reading(content)
    assert not records
    assert len(problems) == 1
    assert problems[0].startswith(problem)


def test_a_missing_file_is_a_problem(tmp_path):
    (problem,) = read(Source("gone", tmp_path / "gone"))
    assert str(problem) == "gone: cannot be read to its end: No such file or directory"


@pytest.mark.parametrize("content", [PAPER, gzip.compress(PAPER)])
def test_standard_input_is_read_like_a_file(monkeypatch, content):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    source = Source("<stdin>")
    assert [list(read(source)) for _ in range(2)] == [[Record("A Clock for Grokking", "It follows a clock.")]] * 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_read_like_a_file(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(gzip.compress(PAPER * 3),))
    writer.start()
    source = Source("pipe", pipe)
    assert [len(list(read(source))) for _ in range(2)] == [3, 3]
    writer.join()


def test_memory_does_not_grow_with_json_lines(tmp_path):
    def peak(lines: int) -> int:
        path = tmp_path / f"{lines}.jsonl.gz"
        line = json.dumps({"title": "T", "abstract": "word " * 1000}).encode() + b"\n"
        path.write_bytes(gzip.compress(line * lines))
        tracemalloc.start()
        count = sum(isinstance(found, Record) for found in read(Source("big", path)))
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert count == lines
        return most

    peak(10)
    assert peak(2000) < 2 * peak(200)


def test_reading_closes_its_file_when_it_is_left_early(tmp_path):
    path = tmp_path / "two.jsonl"
    path.write_bytes(gzip.compress(PAPER * 2))
    papers = read(Source("two", path))
    next(papers)
    papers.close()  # an open file would be a ResourceWarning, which fails the run
