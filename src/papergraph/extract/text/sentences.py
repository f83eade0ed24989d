"""Tokens to sentences. The title, which is the first line, is a sentence of its own."""

import re
from typing import Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Token

_END = frozenset(".!?…。！？")
_CLOSING = frozenset(")]}\"'”’»")
_NO_END = re.compile(r"(?:e\.g|i\.e|al|cf|vs|w\.r\.t|resp|figs?|eq|sec|approx|etc|no|dr|prof|st)\.?", re.IGNORECASE)


def _ends(doc: Doc, token: Token) -> bool:
    """Whether a sentence may end at this token, what follows aside."""
    if "\n" in token.text:
        return True
    if token.text[-1] not in _END:
        return False
    word = token.text if len(token) > 1 else doc[token.i - 1].text if token.i else ""
    return not _NO_END.fullmatch(word)


def _begins(token: Token) -> bool:
    """Whether a sentence may begin at this token: not with a lower-case word or a mark."""
    return not token.text[0].islower() and token.text[0] not in ",;:%)"


def sentence_starts(doc: Doc) -> list[bool]:
    """For each token whether a sentence starts there."""
    starts, pending, after_title = [], True, False
    for token in doc:
        closing = token.is_space or token.text in _CLOSING
        starts.append(token.i == 0 or after_title or (pending and not closing and _begins(token)))
        if _ends(doc, token):
            pending = True
        elif starts[-1] or not closing:
            pending = False
        after_title = "\n" in token.text
    return starts


@Language.component("papergraph_sentences", assigns=["token.is_sent_start", "doc.sents"])
def sentences(doc: Doc) -> Doc:
    """Set sentence starts by punctuation and by the line feed behind the title."""
    # All at once: setting them token by token makes spaCy look over the whole text each time.
    starts: Any = np.where(sentence_starts(doc), 1, -1).reshape(-1, 1).astype(np.uint64)
    return doc.from_array([SENT_START], starts)
