"""Tags to mentions without the classifier of spans: the floor that the card shows."""

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from papergraph.extract.network.network import TAGS
from papergraph.extract.spans.spans import ChosenSpan, set_mentions


def _allowed() -> NDArray[np.float32]:
    """Penalty of each step from one tag to the next: 0 where BILUO allows it, else minus infinity."""
    steps = np.full((len(TAGS), len(TAGS)), -np.inf, dtype=np.float32)
    for i, before in enumerate(TAGS):
        for j, after in enumerate(TAGS):
            is_open = before[0] in "BI"
            if is_open and after[0] in "IL":
                steps[i, j] = 0 if before[2:] == after[2:] else -np.inf
            elif not is_open and after[0] in "OBU":
                steps[i, j] = 0
    return steps


_STEPS = _allowed()
_MAY_START = np.array([0 if tag[0] in "OBU" else -np.inf for tag in TAGS], dtype=np.float32)
_MAY_END = np.array([0 if tag[0] in "OLU" else -np.inf for tag in TAGS], dtype=np.float32)


def best_tags(scores: NDArray[np.float32]) -> list[int]:
    """The likeliest sequence of tags that BILUO allows, for log-probabilities of shape (tokens, tags)."""
    if not len(scores):
        return []
    best = scores[0] + _MAY_START
    back = np.zeros(scores.shape, dtype=np.int8)
    for at in range(1, len(scores)):
        through = best[:, None] + _STEPS
        back[at] = through.argmax(axis=0)
        best = through.max(axis=0) + scores[at]
    path = [int((best + _MAY_END).argmax())]
    for at in range(len(scores) - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]


def decode(doc: Doc, tags: NDArray[np.floating]) -> Doc:
    """Set the mentions of the likeliest tags, each as likely as the least likely of its own.

    Args:
        doc: The document, which is returned.
        tags: Probabilities of shape (tokens, tags).
    """
    odds = tags.astype(np.float32)
    path, found, start = best_tags(np.log(odds + 1e-9)), [], 0
    for at, tag in enumerate(path):
        if TAGS[tag][0] in "BU":
            start = at
        if TAGS[tag][0] in "LU":
            confidence = min(float(odds[i, path[i]]) for i in range(start, at + 1))
            found.append(ChosenSpan(start, at + 1, TAGS[tag][2:], confidence))
    set_mentions(doc, found)
    return doc
