"""Mentions are chosen by what the whole document says of them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from papergraph.extract import pipeline
from papergraph.extract.spans.spans import SPANS_KEY, THRESHOLD, SpanClassifier

TEXT = (
    "ZORBLAX: Robust Fine-Tuning of Vision-Language Models\n"
    "Fine-tuning makes models forget. We propose ZORBLAX for robust fine-tuning, and test it on ImageNet."
)


@pytest.fixture(scope="module")
def spans() -> SpanClassifier:
    found = pipeline.load().get_pipe("papergraph_spans")
    assert isinstance(found, SpanClassifier)
    return found


def tagged(text: str) -> Doc:
    """A document as it comes to the classifier."""
    nlp = pipeline.load()
    with nlp.select_pipes(enable=["papergraph_sentences", "papergraph_abbreviations", "papergraph_tagger"]):
        return nlp(text)


def test_names_are_chosen_whole(spans: SpanClassifier) -> None:
    doc = spans(tagged(TEXT))
    found = {span.text for span in doc.spans[SPANS_KEY]}
    assert {"ZORBLAX", "ImageNet", "Vision-Language Models"} <= found


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("ZORBlax -\n(),.GPT4 \u0301🙂fine-tuning"), max_size=120))
def test_whatever_the_text_mentions_are_in_order_and_apart(spans: SpanClassifier, text: str) -> None:
    chosen = spans.choose(tagged(text))
    assert all(THRESHOLD <= one.confidence <= 1 for one in chosen)
    assert all(one.end <= other.start for one, other in pairwise(chosen))


def test_a_higher_threshold_chooses_fewer(spans: SpanClassifier) -> None:
    doc = tagged(TEXT)
    strict = SpanClassifier(spans.classifier, spans.known, 0.9)
    assert {one[:3] for one in strict.choose(doc)} < {one[:3] for one in spans.choose(doc)}
