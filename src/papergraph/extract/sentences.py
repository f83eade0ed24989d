"""Tokens to sentences. The title, which is the first line, is a sentence of its own."""

import re

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


@Language.component("papergraph_sentences", assigns=["token.is_sent_start", "doc.sents"])
def sentences(doc: Doc) -> Doc:
    """Set sentence starts by punctuation and by the line feed behind the title."""
    pending = True
    for token in doc:
        begins = pending and not token.is_space and token.text not in _CLOSING
        after_title = token.i > 0 and "\n" in doc[token.i - 1].text
        token.is_sent_start = token.i == 0 or after_title or (begins and _begins(token))
        if token.is_sent_start:
            pending = False
        if _ends(doc, token):
            pending = True
        elif not token.is_space and token.text not in _CLOSING:
            pending = False
    return doc
