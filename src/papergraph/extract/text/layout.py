"""Where a document's sentences and words stand, put down once for all components."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, IS_SPACE, LENGTH
from spacy.tokens import Doc

from papergraph.model import Span

_KEY = "papergraph_layout"


class Layout(NamedTuple):
    """A document's text and its parts; all offsets count the text's characters.

    Attributes:
        text: The text; spaCy joins it anew each time that a document is asked for it.
        sentences: Where the sentences stand, without white space at their ends; the title is the first.
        tokens: Where the tokens stand.
        rows: Numbers of the tokens that are words: all but white space, such as the title's end.
        words: Where these stand.
        lowered: Their texts in lower case.
    """

    text: str
    sentences: list[Span]
    tokens: list[Span]
    rows: NDArray[np.int32]
    words: list[Span]
    lowered: list[str]


def layout_of(doc: Doc) -> Layout:
    """The layout of a document that has sentences."""
    if _KEY not in doc.user_data:
        text, places = doc.text, doc.to_array([IDX, LENGTH, IS_SPACE])
        tokens = [Span(start, start + length) for start, length in places[:, :2].tolist()]
        rows = np.flatnonzero(places[:, 2] == 0).astype(np.int32)
        sentences = [_stripped(text, Span(s.start_char, s.end_char)) for s in doc.sents]
        words = [tokens[row] for row in rows.tolist()]
        lowered = [word.of(text).casefold() for word in words]
        doc.user_data[_KEY] = Layout(text, sentences, tokens, rows, words, lowered)
    found: Layout = doc.user_data[_KEY]
    return found


def _stripped(text: str, span: Span) -> Span:
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))
