"""What the tagger sees of a token: its form, and what its document does with it."""

from collections import Counter

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import NORM, PREFIX, SHAPE, SUFFIX
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc, Span

COLUMNS = ("norm", "prefix", "suffix", "shape", "stem", "document")
_DOCUMENT = len(COLUMNS) - 1
_KEY = "papergraph_features"


def _document_evidence(doc: Doc) -> list[str]:
    """For each token: is it in the title, how often does it come back, is it part of an abbreviation's definition."""
    text = doc.text
    title_end = text.find("\n")
    counts = Counter(token.lower_ for token in doc)
    defined: dict[int, str] = {}
    for pair in doc._.pg_abbreviations or ():
        for place, span in (("S", pair.short), ("L", pair.long)):
            found = doc.char_span(span.start, span.end, alignment_mode="expand")
            defined.update((token.i, place) for token in found or ())
    shorts = {pair.short.of(text) for pair in doc._.pg_abbreviations or ()}
    evidence = []
    for token in doc:
        part = defined.get(token.i) or ("D" if token.text in shorts else "-")
        place = "T" if token.idx < title_end else "F" if token.is_sent_start else "-"
        evidence.append(f"{place}{min(counts[token.lower_], 4)}{part}")
    return evidence


def token_features(tokens: Doc | Span) -> NDArray[np.uint64]:
    """Hashed features of a document's or a part's tokens, of shape (tokens, `len(COLUMNS)`)."""
    if isinstance(tokens, Span):
        whole = tokens.doc.user_data.get(_KEY)
        if whole is None:  # a part is asked for where its document is long, and then the others are too
            whole = tokens.doc.user_data[_KEY] = token_features(tokens.doc)
        part: NDArray[np.uint64] = whole[tokens.start : tokens.end]
        return part
    features = np.empty((len(tokens), len(COLUMNS)), dtype=np.uint64)
    features[:, :4] = tokens.to_array([NORM, PREFIX, SUFFIX, SHAPE])
    features[:, 4] = [hash_string(token.lower_[-5:]) for token in tokens]
    features[:, _DOCUMENT] = [hash_string(value) for value in _document_evidence(tokens)]
    return features
