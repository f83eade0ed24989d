"""The trained tagger: tokens to mentions, each with its type and confidence.

The network gives each token one of the BILUO tags of the five types; a Viterbi search keeps the sequences that make
sense.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline.trainable_pipe import TrainablePipe
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab
from thinc.api import Model

from papergraph.extract.discourse.context import word_rows
from papergraph.extract.network.network import TAGS, build_network
from papergraph.extract.network.scorer import Scorer

SPANS_KEY = "papergraph"
"""Key of `doc.spans` that holds the mentions; their confidences are the group's `attrs["scores"]`."""

_WINDOW = 5000
"""Tokens that are read at once; abstracts have some 250, and memory grows with this."""


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


class Read(NamedTuple):
    """What the network makes of one document: its tokens' vectors, and the probabilities of their tags."""

    vectors: NDArray[np.float32]
    tags: NDArray[np.float32]


class MentionTagger(TrainablePipe):  # type: ignore[misc]
    """Find mentions and set them as `doc.spans["papergraph"]`, with their confidences.

    A mention's confidence is the lowest probability that the network gives to one of its tokens' tags. What the network
    makes of the document's entities and pairs is left to be asked at `doc._.pg_scorer`.
    """

    def __init__(self, vocab: Vocab, model: Model[list[Doc], Any], name: str = "papergraph_tagger") -> None:
        self.vocab = vocab
        self.model = model
        self.name = name
        self.cfg: dict[str, Any] = {}

    def predict(self, docs: Iterable[Doc]) -> list[Read]:
        """Vectors and probabilities of the tags, arrays of shape (tokens, width) and (tokens, tags) for each."""
        docs = list(docs)
        short = [doc for doc in docs if 0 < len(doc) <= _WINDOW]
        found: Iterator[Read] = iter(map(Read, *self.model.predict(short)) if short else ())
        return [next(found) if 0 < len(doc) <= _WINDOW else self._predict_long(doc) for doc in docs]

    def _predict_long(self, doc: Doc) -> Read:
        """The same for a text of any length, window by window; each sees as far beyond as the network looks."""
        margin, width = self.model.attrs["sees"], self.model.attrs["width"]
        pieces = [Read(np.zeros((0, width), dtype=np.float32), np.zeros((0, len(TAGS)), dtype=np.float32))]
        for start in range(0, len(doc), _WINDOW):
            end = min(start + _WINDOW, len(doc))
            low = max(0, start - margin)
            (vectors,), (tags,) = self.model.predict([doc[low : end + margin]])  # type: ignore[list-item]
            pieces.append(Read(vectors[start - low : end - low], tags[start - low : end - low]))
        return Read(*map(np.concatenate, zip(*pieces, strict=True)))

    def set_annotations(self, docs: Iterable[Doc], seen: Sequence[Read]) -> None:
        """Turn probabilities into mentions."""
        for doc, (vectors, tags) in zip(docs, seen, strict=True):
            set_mentions(doc, tags)
            doc._.pg_scorer = Scorer(self.model, vectors[word_rows(doc)])

    def initialize(self, get_examples: Callable[[], Iterable[Any]], *, nlp: Language | None = None) -> None:
        """Set up the weights; all sizes are known without examples."""
        self.model.initialize()


def set_mentions(doc: Doc, probabilities: NDArray[np.float32]) -> None:
    """Set the mentions of the likeliest tags. `probabilities`: of shape (tokens, tags)."""
    path = best_tags(np.log(probabilities + 1e-9))
    spans, confidences, start = [], [], 0
    for at, tag in enumerate(path):
        if TAGS[tag][0] in "BU":
            start = at
        if TAGS[tag][0] in "LU":
            spans.append(Span(doc, start, at + 1, label=TAGS[tag][2:]))
            confidences.append(min(float(probabilities[i, path[i]]) for i in range(start, at + 1)))
    doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, spans=spans, attrs={"scores": confidences})


@Language.factory(
    "papergraph_tagger",
    requires=["doc.sents", "doc._.pg_abbreviations"],
    assigns=["doc.spans", "doc._.pg_scorer"],
    default_config={"width": 112, "steps": [1, 2, 4, 8], "table": 64, "rows": [6000, 2000, 3000, 3000, 1000, 500]},
)
def create_tagger(nlp: Language, name: str, width: int, steps: list[int], table: int, rows: list[int]) -> MentionTagger:
    """The tagger without its weights; `pipeline.load` gives it those that are shipped."""
    return MentionTagger(nlp.vocab, build_network(width, steps, table, rows), name)


if not Doc.has_extension("pg_scorer"):
    Doc.set_extension("pg_scorer", default=None)
