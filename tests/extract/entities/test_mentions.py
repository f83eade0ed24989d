"""What was chosen becomes mentions: trimmed, never a word that names nothing, and repeated as a whole word only."""

from spacy.tokens import SpanGroup

from papergraph.extract.entities.mentions import chosen_mentions, repeats
from papergraph.extract.pipeline import blank
from papergraph.extract.spans.spans import SPANS_KEY
from papergraph.model import Mention, Span
from papergraph.vocabulary import ConceptType


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


def test_the_end_of_a_word_with_a_hyphen_is_no_repeat() -> None:
    text = "Zorb is no semi-Zorb, but Zorb-based -- and so on--Zorb."
    tokens = [Span(token.idx, token.idx + len(token)) for token in blank()(text)]
    mention = Mention(Span(0, 4), "Zorb", ConceptType.METHOD, 0.9)
    (found,) = repeats(text, tokens, [[mention]], {})
    assert [text[m.span.start - 2 : m.span.end] for m in found] == ["t Zorb", "--Zorb"]
