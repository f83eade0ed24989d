"""JSON Lines: each line stands alone, and a broken one stops nothing."""

import gzip
import json

import pytest

GOOD = {"title": "A Clock for Grokking", "abstract": "It follows a clock."}


def _lines(*objects: object) -> str:
    return "".join(json.dumps(item) + "\n" for item in objects)


def test_optional_fields_are_taken_where_they_make_sense(reading):
    full = GOOD | {"id": "2402.05859v3", "date": "2024-02-08", "url": "https://example.org/p"}
    odd = GOOD | {"id": "row 7", "date": "soon", "url": "javascript:alert(1)"}
    year = GOOD | {"id": "hep-th/9901001", "date": 1999}
    (first, second, third), problems = reading(_lines(full, odd, year))
    assert (first.arxiv, first.date, first.url) == ("2402.05859", "2024-02-08", "https://example.org/p")
    assert (second.arxiv, second.date, second.url) == (None, None, None)
    assert (third.arxiv, third.date, third.url) == ("hep-th/9901001", "1999", "https://arxiv.org/abs/hep-th/9901001")
    assert not problems


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"title": "T", "abstract": "A"', "broken JSON"),
        (b"not json at all", "broken JSON"),
        (b'{"title": "caf\xe9", "abstract": "A"}', "not UTF-8"),
        (b'{"title": "T"}', "no abstract"),
        (b'{"abstract": "A"}', "no title"),
        (b'{"title": "T", "abstract": " "}', "the abstract is empty"),
        (b'{"title": "\\u0000", "abstract": "A"}', "the title is empty"),
        (b'{"title": ["T"], "abstract": "A"}', "the title is no text"),
        (b"[1, 2]", "no JSON object"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"title": ' + b"9" * 10_000 + b"}", "digits"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_by_its_number(reading, line, problem):
    good = _lines(GOOD).encode()
    records, problems = reading(good + b"\n" + line + b"\n" + good)
    assert len(records) == 2
    assert len(problems) == 1
    assert problems[0].startswith("input:3: ")
    assert problem in problems[0]


def test_a_broken_first_line_does_not_hide_the_kind(reading):
    records, problems = reading("oops\n" + _lines(GOOD))
    assert len(records) == 1
    assert problems == ["input:1: broken JSON at column 1: Expecting value: correct or remove the line"]


def test_hostile_strings_do_no_harm(reading):
    hostile = '{"title": "\\ud800 <script>\\u202e\\u0007", "abstract": "a raw \t tab and \\u0000"}'
    (record,), problems = reading(hostile)
    assert (record.title, record.abstract) == ("<script>\u202e", "a raw tab and")
    assert not problems


def test_an_abstract_of_a_megabyte_is_read_whole(reading):
    (record,), _ = reading(_lines(GOOD | {"abstract": "word " * 200_000 + "end"}))
    assert len(record.abstract) == 1_000_003


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_tell_the_encoding(reading, encoding):
    (record,), problems = reading(json.dumps(GOOD | {"title": "Émile"}, ensure_ascii=False).encode(encoding))
    assert record.title == "Émile"
    assert not problems


def test_gzip_is_told_by_its_bytes(reading):
    assert len(reading(gzip.compress(_lines(GOOD, GOOD).encode()))[0]) == 2


def test_gzip_cut_short_gives_what_was_read_and_a_problem(reading):
    lines = _lines(*[GOOD | {"title": f"Paper {n} {n * 7919}"} for n in range(30_000)]).encode()
    records, problems = reading(gzip.compress(lines)[:-2000])
    assert len(records) > 10_000
    assert len(problems) == 1
    assert "cannot be read to its end" in problems[0]


def test_an_array_of_plain_objects_is_accepted(reading):
    records, problems = reading(json.dumps([GOOD, {"title": "T"}, 3], indent=1))
    assert [record.title for record in records] == ["A Clock for Grokking"]
    assert [problem.split(":")[1] for problem in problems] == ["item 2", "item 3"]
