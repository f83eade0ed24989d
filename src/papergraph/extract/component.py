"""`nlp.add_pipe("papergraph")`: the extractor as one component of anyone's spaCy pipeline."""

from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from papergraph.extract.extractor import read
from papergraph.extract.results.attribution import SLOTS
from papergraph.extract.spans.spans import SPANS_KEY
from papergraph.interchange import extraction_from_json, extraction_to_json
from papergraph.model import Extraction, Result

_KEY = "papergraph"


class Papergraph:
    """Read a document's text by papergraph's own pipeline, whatever tokens the document has.

    Sets `doc._.papergraph`, an `Extraction` whose offsets count characters of `doc.text`, and
    `doc.spans["papergraph"]`, its mentions as the document's own spans, labelled by type, with their
    confidences in `attrs["scores"]`. A first line that a line feed ends is read as the title. Both travel with the
    document, between processes and into files.

    Raises:
        ValueError: `min_confidence` is no probability.
    """

    def __init__(self, min_confidence: float) -> None:
        if not 0 <= min_confidence <= 1:
            raise ValueError(f"min_confidence must be from 0 to 1, not {min_confidence}")
        self.min_confidence = min_confidence

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document."""
        found = _surer(read(doc.text), self.min_confidence)
        doc.user_data[_KEY] = extraction_to_json(found)
        spans: list[Span] = []
        scores: list[float] = []
        for mention in sorted((m for e in found.entities for m in e.mentions), key=lambda m: m.span):
            start, end = mention.span.start, mention.span.end
            span = doc.char_span(start, end, label=mention.type.value, alignment_mode="expand")
            if span is not None:
                spans.append(span)
                scores.append(mention.confidence)
        doc.spans[SPANS_KEY] = SpanGroup(doc, name=SPANS_KEY, spans=spans, attrs={"scores": scores})
        return doc


def _surer(found: Extraction, least: float) -> Extraction:
    """An extraction with the entities that are at least so sure, and with what is said of these."""
    entities = tuple(e for e in found.entities if e.confidence >= least)
    names = {entity.name for entity in entities}
    relations = tuple(r for r in found.relations if {r.head, r.tail} <= names)
    return Extraction(found.sentences, entities, relations, tuple(_owned(r, names) for r in found.results))


def _owned(result: Result, names: set[str]) -> Result:
    """A result that belongs to these entities alone."""
    gone: dict[str, Any] = {slot: "" for slot in SLOTS if getattr(result, slot) not in names}
    return replace(result, **gone)


def _read(doc: Doc) -> Extraction | None:
    return extraction_from_json(doc.user_data[_KEY]) if _KEY in doc.user_data else None


@Language.factory("papergraph", assigns=["doc._.papergraph", "doc.spans"], default_config={"min_confidence": 0.0})
def create_papergraph(nlp: Language, name: str, min_confidence: float) -> Papergraph:
    """Make the component. `min_confidence`: entities below it are left out, 0 to 1."""
    return Papergraph(min_confidence)


if not Doc.has_extension("papergraph"):
    Doc.set_extension("papergraph", getter=_read)
