"""Telling titles from abstracts where only their looks and their order tell."""

from hypothesis import given
from hypothesis import strategies as st

from papergraph.sources.layout import Line, blocks


def _shape(*texts: str) -> list[int]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return [1 + len(block.abstract) for block in blocks(lines)]


PROSE = "We look at this. It turns out to be so."


def test_two_abstracts_for_a_title_belong_to_it():
    assert _shape("Title", PROSE, PROSE, "Other", PROSE) == [3, 2]


def test_two_titles_in_a_row_leave_one_without_abstract():
    assert _shape("Title", PROSE, "Lonely", "Other", PROSE) == [2, 1, 2]


def test_missing_abstract_at_the_end():
    assert _shape("Title", PROSE, "Lonely") == [2, 1]


def test_no_lines_no_blocks():
    assert _shape() == []


@given(st.lists(st.text(min_size=1, max_size=400), max_size=40))
def test_every_line_stands_in_one_block_in_order(texts):
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    assert [line for block in blocks(lines) for line in (block.title, *block.abstract)] == lines
