"""Annotated papers: the gold's entities, relations and results, put back on the papers' texts."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan
from spacy.util import filter_spans

from papergraph.extract.entities.entities import make_entities
from papergraph.extract.network.network import TAGS
from papergraph.extract.text.layout import layout_of
from papergraph.model import Entity, Mention, Record, Span
from papergraph.names import fold
from papergraph.sources.clean import clean
from papergraph.sources.find import find_sources
from papergraph.sources.read import read
from papergraph.sources.source import Source
from papergraph.vocabulary import ConceptType


@dataclass
class GoldPaper:
    """A paper's text with its annotations as they stand in the gold file, whose name is their origin."""

    title: str
    text: str
    gold: dict[str, Any]
    origin: str

    def part(self, parts: int) -> int:
        """In which of so many parts it is; it stays there whatever else is annotated."""
        return crc32(fold(self.title).encode()) % parts


def texts(sources: Iterable[str]) -> dict[str, Record]:
    """Records of papers by their folded titles."""
    records: dict[str, Record] = {}
    for source in find_sources(sources):
        if isinstance(source, Source):
            for record in read(source):
                if isinstance(record, Record):
                    records.setdefault(fold(record.title), record)
    return records


def load_gold(gold: Iterable[Path], sources: Iterable[str]) -> list[GoldPaper]:
    """Join annotations with the abstracts that `sources` hold, by title; papers without one are left out."""
    records = texts(sources)
    papers = []
    for path in gold:
        with path.open(encoding="utf-8") as lines:
            for annotated in map(json.loads, lines):
                record = records.get(fold(annotated["title"]))
                if record:
                    text = f"{record.title}\n{record.abstract}"
                    papers.append(GoldPaper(record.title, text, annotated, path.stem))
    return papers


def _surfaces(entity: dict[str, Any]) -> set[str]:
    """An entity's forms as they stand in a cleaned text."""
    return {clean(surface) for surface in entity["surfaces"]} - {""}


def gold_spans(doc: Doc, paper: GoldPaper) -> list[TokenSpan]:
    """Every place of every annotated surface, the longest where they overlap."""
    spans = []
    for entity in paper.gold["entities"]:
        for surface in _surfaces(entity):
            for match in re.finditer(re.escape(surface), paper.text):
                span = doc.char_span(*match.span(), label=entity["type"])
                if span is not None:
                    spans.append(span)
    return filter_spans(spans)


def gold_tags(doc: Doc, paper: GoldPaper) -> NDArray[np.int8]:
    """For each token the number of its tag."""
    tags = np.zeros(len(doc), dtype=np.int8)
    for span in gold_spans(doc, paper):
        inside = ["U"] if len(span) == 1 else ["B", *"I" * (len(span) - 2), "L"]
        tags[span.start : span.end] = [TAGS.index(f"{place}-{span.label_}") for place in inside]
    return tags


def gold_mentions(doc: Doc, paper: GoldPaper) -> list[Mention]:
    """The annotated mentions, in the order of the text."""
    return [
        Mention(Span(s.start_char, s.end_char), s.text, ConceptType(s.label_), 1.0)
        for s in sorted(gold_spans(doc, paper))
    ]


def apart(doc: Doc, paper: GoldPaper) -> tuple[list[Entity], list[int]]:
    """The gold's entities with their forms joined by rule only, and for each the number of its gold entity."""
    owner = {form: n for n, entity in enumerate(paper.gold["entities"]) for form in _surfaces(entity)}
    found = make_entities(paper.text, layout_of(doc).tokens, gold_mentions(doc, paper), doc._.pg_abbreviations)
    known = [e for e in found if any(m.text in owner for m in e.mentions)]
    return known, [next(owner[m.text] for m in e.mentions if m.text in owner) for e in known]
