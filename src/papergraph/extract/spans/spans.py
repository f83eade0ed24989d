"""Tags to mentions: which of the candidate spans name something.

The network weighs tokens one by one. Whether "robust fine-tuning" or "fine-tuning" is the term also hangs on what the
rest of the document and the field call it. A linear classifier weighs that for each candidate span; it is fitted on
papers that the network did not see. The likeliest that do not overlap are the mentions.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from papergraph.extract.known import KnownTerms
from papergraph.extract.linear import RIGHT, LinearClassifier
from papergraph.extract.spans.candidates import apart
from papergraph.extract.spans.features import span_features
from papergraph.extract.spans.lattice import Lattice
from papergraph.extract.weights import weights_path

SPANS_KEY = "papergraph"
"""Key of `doc.spans` that holds the mentions; their confidences are the group's `attrs["scores"]`."""

THRESHOLD = 0.27  # least probability of a mention; unlikely entities are left out later


class ChosenSpan(NamedTuple):
    """A mention by its tokens: from `start` up to `end`, which is not in it."""

    start: int
    end: int
    type: str
    confidence: float


class SpanClassifier:
    """Choose the mentions of a document.

    Attributes:
        threshold: Least probability of a mention, 0 to 1.
    """

    def __init__(self, classifier: LinearClassifier, known: KnownTerms, threshold: float) -> None:
        self.classifier = classifier
        self.known = known
        self.threshold = threshold

    def choose(self, doc: Doc) -> list[ChosenSpan]:
        """The mentions of a tagged document, in the order of the text."""
        lattice = Lattice.of(doc)
        seen = (span_features(lattice, number, self.known) for number in range(len(lattice.spans)))
        odds = [odds[RIGHT] for odds in self.classifier.probabilities(seen)]
        chosen = ((lattice.spans[number], odds[number]) for number in apart(lattice.spans, odds, self.threshold))
        return [ChosenSpan(span.start, span.end, span.type, odd) for span, odd in chosen]

    def __call__(self, doc: Doc) -> Doc:
        """Set the mentions as `doc.spans["papergraph"]`."""
        set_mentions(doc, self.choose(doc))
        return doc


def set_mentions(doc: Doc, chosen: Sequence[ChosenSpan]) -> None:
    """Put mentions down at `doc.spans["papergraph"]`."""
    spans = [Span(doc, one.start, one.end, label=one.type) for one in chosen]
    scores = [one.confidence for one in chosen]
    doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, spans=spans, attrs={"scores": scores})


@Language.factory(
    "papergraph_spans",
    requires=["doc._.pg_tags"],
    assigns=["doc.spans"],
    default_config={"threshold": THRESHOLD},
)
def create_spans(nlp: Language, name: str, threshold: float) -> SpanClassifier:
    """The classifier with the weights that are shipped."""
    return SpanClassifier(LinearClassifier.read(weights_path("spans.npz")), KnownTerms.load(), threshold)
