"""What was chosen becomes mentions: trimmed, whole, and never a word that names nothing."""

import pytest
from spacy.tokens import SpanGroup

from papergraph.extract.entities.mentions import chosen_mentions
from papergraph.extract.pipeline import blank
from papergraph.extract.spans.spans import SPANS_KEY


def forms(text: str, *found: str) -> list[str]:
    """The mentions of a text in which these were chosen."""
    doc = blank()(text)
    spans = [doc.char_span(text.index(form), text.index(form) + len(form), "Method") for form in found]
    doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, spans=spans, attrs={"scores": [0.9] * len(spans)})
    return [mention.text for mention in chosen_mentions(doc)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the graphical (GUI) grounding", "GUI) grounding"),
        ("it takes n^{3 - x} steps", "n^{3 - x"),
        ("we cite [ZIP, 2024] here", "[ZIP"),
    ],
)
def test_what_is_cut_inside_a_bracket_is_no_mention(text: str, found: str) -> None:
    assert forms(text, found) == []


def test_a_whole_bracket_is_kept() -> None:
    assert forms("The SL^{2}A (or ZIP) wins.", "SL^{2}A (or ZIP)") == ["SL^{2}A (or ZIP)"]


def test_quotes_are_trimmed_and_generic_words_left_out() -> None:
    assert forms('We call it "ZIP" , a model .', '"ZIP" ,', "model") == ["ZIP"]
