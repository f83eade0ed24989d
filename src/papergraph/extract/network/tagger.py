"""The trained tagger: tokens to mentions, each with its type and confidence.

A hash-embedded convolutional network (Miranda et al., "Multi hash embeddings in spaCy", 2022) reads each token's form
and some of the document's own evidence, and gives it one of the BILUO tags (Ratinov & Roth, CoNLL 2009) of
the five types; a Viterbi search keeps the sequences that make sense. Each convolution looks twice as far as the one
below it, so that a token sees most of its sentence at the price of its neighbours (Strubell et al., "Fast and accurate
entity recognition with iterated dilated convolutions", EMNLP 2017).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.pipeline.trainable_pipe import TrainablePipe
from spacy.tokens import Doc, Span, SpanGroup
from spacy.vocab import Vocab
from thinc.api import (
    HashEmbed,
    Linear,
    Maxout,
    Model,
    Softmax,
    chain,
    concatenate,
    residual,
    with_array,
)
from thinc.types import Floats2d

from papergraph.extract.text.features import token_features
from papergraph.extract.text.subwords import SIZE, load_subwords
from papergraph.vocabulary import ConceptType

SPANS_KEY = "papergraph"
"""Key of `doc.spans` that holds the mentions; their confidences are the group's `attrs["scores"]`."""

TAGS = ("O", *(f"{place}-{kind}" for kind in ConceptType for place in "BILU"))


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


def build_model(width: int, steps: Sequence[int], table: int, rows: Sequence[int]) -> Model[list[Doc], list[Floats2d]]:
    """Hashed features and subword vectors of each token, convolutions over three tokens each, a softmax.

    Args:
        width: Size of a token's vector.
        steps: For each convolution how many tokens apart the three are.
        table: Size of a hashed feature's vector; the subwords get twice as much.
        rows: Rows of each feature's hash table, as many as `features.COLUMNS`.
    """
    features: Model[Any, Any] = concatenate(
        *(HashEmbed(table, n, column=i, seed=i, dropout=0.0) for i, n in enumerate(rows))
    )
    hashed: Model[Any, Any] = chain(_reader("token_features", token_features), with_array(features))
    subwords: Model[Any, Any] = chain(_reader("token_subwords", _subwords), with_array(Linear(nO=2 * table, nI=SIZE)))
    mix = Maxout(nO=width, nI=table * (len(rows) + 2), nP=3, dropout=0.0, normalize=True)
    windows = [
        residual(chain(_neighbours(step), Maxout(nO=width, nI=width * 3, nP=3, dropout=0.0, normalize=True)))
        for step in steps
    ]
    layers: Model[Any, Any] = chain(mix, *windows, Softmax(nO=len(TAGS), nI=width))
    model: Model[Any, Any] = chain(concatenate(hashed, subwords), with_array(layers, pad=sum(steps)))
    model.attrs["sees"] = sum(steps)
    model.attrs["rows"] = list(rows)
    return model


def _neighbours(step: int) -> Model[Floats2d, Floats2d]:
    """A layer that puts each row between the rows `step` above and `step` below it, zeros beyond the ends."""

    def forward(model: Model[Any, Any], x: NDArray[Any], is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
        width = x.shape[1]
        above, below = slice(0, width), slice(2 * width, None)
        y = np.zeros((len(x), 3 * width), dtype=x.dtype)
        y[step:, above] = x[:-step]
        y[:, width : 2 * width] = x
        y[:-step, below] = x[step:]

        def backprop(dy: NDArray[Any]) -> NDArray[Any]:
            dx = dy[:, width : 2 * width].copy()
            dx[:-step] += dy[step:, above]
            dx[step:] += dy[:-step, below]
            return dx

        return y, backprop

    return Model(f"neighbours {step}", forward)


def _subwords(tokens: Doc | Span) -> NDArray[np.float32]:
    doc, part = (tokens.doc, slice(tokens.start, tokens.end)) if isinstance(tokens, Span) else (tokens, slice(None))
    return load_subwords().matrix([doc.vocab.strings[word] for word in doc.to_array(ORTH)[part].tolist()])


def _reader(name: str, read: Callable[[Any], NDArray[Any]]) -> Model[list[Doc], list[Any]]:
    """A layer without weights that turns documents into arrays of shape (tokens, features)."""

    def forward(_: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], list[Any]]]:
        return [read(doc) for doc in docs], lambda _: []

    return Model(name, forward)


class MentionTagger(TrainablePipe):  # type: ignore[misc]
    """Find mentions and set them as `doc.spans["papergraph"]`, with their confidences.

    A mention's confidence is the lowest probability that the network gives to one of its tokens' tags.
    """

    def __init__(self, vocab: Vocab, model: Model[list[Doc], list[Floats2d]], name: str = "papergraph_tagger") -> None:
        self.vocab = vocab
        self.model = model
        self.name = name
        self.cfg: dict[str, Any] = {}

    def predict(self, docs: Iterable[Doc]) -> list[NDArray[np.float32]]:
        """Probabilities of the tags, an array of shape (tokens, tags) for each document."""
        docs = list(docs)
        short = [doc for doc in docs if 0 < len(doc) <= _WINDOW]
        found: Iterator[Any] = iter(self.model.predict(short) if short else ())
        return [next(found) if 0 < len(doc) <= _WINDOW else self._predict_long(doc) for doc in docs]

    def _predict_long(self, doc: Doc) -> NDArray[np.float32]:
        """The same for a text of any length, window by window; each sees as far beyond as the network looks."""
        margin = self.model.attrs["sees"]
        pieces = [np.zeros((0, len(TAGS)), dtype=np.float32)]
        for start in range(0, len(doc), _WINDOW):
            end = min(start + _WINDOW, len(doc))
            low = max(0, start - margin)
            (scores,) = self.model.predict([doc[low : end + margin]])  # type: ignore[list-item]
            pieces.append(np.asarray(scores)[start - low : end - low])
        return np.concatenate(pieces)

    def set_annotations(self, docs: Iterable[Doc], scores: Sequence[NDArray[np.float32]]) -> None:
        """Turn probabilities into mentions."""
        for doc, probabilities in zip(docs, scores, strict=True):
            path = best_tags(np.log(probabilities + 1e-9))
            spans, confidences, start = [], [], 0
            for at, tag in enumerate(path):
                if TAGS[tag][0] in "BU":
                    start = at
                if TAGS[tag][0] in "LU":
                    spans.append(Span(doc, start, at + 1, label=TAGS[tag][2:]))
                    confidences.append(min(float(probabilities[i, path[i]]) for i in range(start, at + 1)))
            doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, spans=spans, attrs={"scores": confidences})

    def initialize(self, get_examples: Callable[[], Iterable[Any]], *, nlp: Language | None = None) -> None:
        """Set up the weights; all sizes are known without examples."""
        self.model.initialize()


@Language.factory(
    "papergraph_tagger",
    requires=["doc.sents", "doc._.pg_abbreviations"],
    assigns=["doc.spans"],
    default_config={"width": 112, "steps": [1, 2, 4, 8], "table": 64, "rows": [6000, 2000, 3000, 3000, 1000, 500]},
)
def create_tagger(nlp: Language, name: str, width: int, steps: list[int], table: int, rows: list[int]) -> MentionTagger:
    """The tagger without its weights; `pipeline.load` gives it those that are shipped."""
    return MentionTagger(nlp.vocab, build_model(width, steps, table, rows), name)
