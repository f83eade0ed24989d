"""A document's parts stand where its text says, in texts of any kind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papergraph.extract import pipeline
from papergraph.extract.text.layout import layout_of


@pytest.mark.parametrize(("text", "words"), [("", []), ("\n", []), ("  ", []), ("ZIP wins\nso", ["ZIP", "wins", "so"])])
def test_words_are_all_but_white_space(text: str, words: list[str]) -> None:
    layout = layout_of(pipeline.load()(text))
    assert layout.text == text
    assert [span.of(text) for span in layout.words] == words
    assert [layout.tokens[row] for row in layout.rows] == layout.words


def test_the_title_is_the_first_sentence() -> None:
    text = "ZIP: A Way\nWe propose ZIP.  It wins. "
    layout = layout_of(pipeline.load()(text))
    assert [span.of(text) for span in layout.sentences] == ["ZIP: A Way", "We propose ZIP.", "It wins."]


@given(st.text(max_size=80))
def test_tokens_cover_all_but_spaces(text: str) -> None:
    layout = layout_of(pipeline.load()(text))
    assert "".join(span.of(text) for span in layout.tokens).replace(" ", "") == text.replace(" ", "")
    assert all(span.of(text).strip() for span in layout.words)
