"""What the tagger sees of a token: its form, and what its document does with it."""

from collections import Counter
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, LOWER, NORM, ORTH, PREFIX, SENT_START, SHAPE, SUFFIX
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokens import Doc, Span

from papergraph.extract.text.layout import layout_of

COLUMNS = ("norm", "prefix", "suffix", "shape", "stem", "document")
_DOCUMENT = len(COLUMNS) - 1
_KEY = "papergraph_features"


def _document_evidence(doc: Doc) -> list[str]:
    """For each token: is it in the title, how often does it come back, is it part of an abbreviation's definition."""
    text = layout_of(doc).text
    title_end = text.find("\n")
    # A token object costs more than all that is asked of it here, so columns are read in its place.
    columns = doc.to_array([LOWER, IDX, SENT_START, ORTH])
    counts = Counter(columns[:, 0].tolist())
    defined: dict[int, str] = {}
    for pair in doc._.pg_abbreviations or ():
        for place, span in (("S", pair.short), ("L", pair.long)):
            found = doc.char_span(span.start, span.end, alignment_mode="expand")
            defined.update((number, place) for number in (range(found.start, found.end) if found else ()))
    shorts = {doc.vocab.strings[pair.short.of(text)] for pair in doc._.pg_abbreviations or ()}
    evidence = []
    for number, (lower, idx, starts, orth) in enumerate(columns.tolist()):
        part = defined.get(number) or ("D" if orth in shorts else "-")
        place = "T" if idx < title_end else "F" if starts == 1 else "-"
        evidence.append(f"{place}{min(counts[lower], 4)}{part}")
    return evidence


@lru_cache(maxsize=1 << 16)
def _hash(ending: str) -> int:
    return hash_string(ending)  # type: ignore[no-any-return]


def token_features(tokens: Doc | Span) -> NDArray[np.uint64]:
    """Hashed features of a document's or a part's tokens, of shape (tokens, `len(COLUMNS)`)."""
    if isinstance(tokens, Span):
        whole = tokens.doc.user_data.get(_KEY)
        if whole is None:  # a part is asked for where its document is long, and then the others are too
            whole = tokens.doc.user_data[_KEY] = token_features(tokens.doc)
        part: NDArray[np.uint64] = whole[tokens.start : tokens.end]
        return part
    strings = tokens.vocab.strings
    features = np.empty((len(tokens), len(COLUMNS)), dtype=np.uint64)
    features[:, :4] = tokens.to_array([NORM, PREFIX, SUFFIX, SHAPE])
    features[:, 4] = [_hash(strings[lower][-5:]) for lower in tokens.to_array(LOWER).tolist()]
    features[:, _DOCUMENT] = [_hash(value) for value in _document_evidence(tokens)]
    return features
