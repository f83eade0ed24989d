"""The trained tagger: what a document's tokens may be, as a component of a pipeline."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline.trainable_pipe import TrainablePipe
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

from papergraph.extract.network.network import TAGS, build_network
from papergraph.extract.network.scorer import Scorer
from papergraph.extract.text.layout import layout_of

_WINDOW = 5000
"""Tokens that are read at once; abstracts have some 250, and memory grows with this."""


class Read(NamedTuple):
    """What the network makes of one document: its tokens' vectors, and the probabilities of their tags."""

    vectors: NDArray[np.float32]
    tags: NDArray[np.float32]


class Tagger(TrainablePipe):  # type: ignore[misc]
    """Say of each token how likely it has which BILUO tag of the five types.

    Sets `doc._.pg_tags`, an array of shape (tokens, tags). What the network makes of the document's entities and pairs
    is left to be asked at `doc._.pg_scorer`.
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
        """Leave both with the documents."""
        for doc, (vectors, tags) in zip(docs, seen, strict=True):
            doc._.pg_tags = tags
            doc._.pg_scorer = Scorer(self.model, vectors[layout_of(doc).rows])

    def initialize(self, get_examples: Callable[[], Iterable[Any]], *, nlp: Language | None = None) -> None:
        """Set up the weights; all sizes are known without examples."""
        self.model.initialize()


@Language.factory(
    "papergraph_tagger",
    requires=["doc.sents", "doc._.pg_abbreviations"],
    assigns=["doc._.pg_tags", "doc._.pg_scorer"],
    default_config={"width": 256, "steps": [1, 2, 4, 8], "table": 64, "rows": [6000, 2000, 3000, 3000, 1000, 500]},
)
def create_tagger(nlp: Language, name: str, width: int, steps: list[int], table: int, rows: list[int]) -> Tagger:
    """The tagger without its weights; `pipeline.load` gives it those that are shipped."""
    return Tagger(nlp.vocab, build_network(width, steps, table, rows), name)


for _name in ("pg_tags", "pg_scorer"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)
