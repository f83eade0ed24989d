"""What was chosen becomes mentions: trimmed, and never a word that names nothing."""

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


def test_quotes_are_trimmed_and_generic_words_left_out() -> None:
    assert forms('We call it "ZIP" , a model .', '"ZIP" ,', "model") == ["ZIP"]
    assert forms("See - Zorb - at https://zorb.example/ZIP", "- Zorb -", "https://zorb.example/ZIP") == ["Zorb"]
    assert forms("Zorb with k = 4", "Zorb", "k = 4") == ["Zorb"]
