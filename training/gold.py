"""Annotated papers: the gold's entities, relations and results, put back on the papers' texts."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan
from spacy.util import filter_spans

from papergraph.extract.abbreviations import Abbreviation  # noqa: F401 - sets the extension that documents need
from papergraph.extract.context import Context
from papergraph.model import Entity, Mention, Record, Span
from papergraph.names import fold
from papergraph.sources.clean import clean
from papergraph.sources.find import find_sources
from papergraph.sources.read import read
from papergraph.sources.source import Source
from papergraph.vocabulary import ConceptType, Role


@dataclass
class GoldPaper:
    """A paper's text with its annotations as they stand in the gold file."""

    title: str
    text: str
    gold: dict[str, Any]
    origin: str


def _texts(sources: Iterable[str]) -> dict[str, Record]:
    records = {}
    for source in find_sources(sources):
        if isinstance(source, Source):
            for record in read(source):
                if isinstance(record, Record):
                    records.setdefault(fold(record.title), record)
    return records


def load_gold(gold: Iterable[Path], sources: Iterable[str]) -> list[GoldPaper]:
    """Join annotations with the abstracts that `sources` hold, by title; papers without one are left out."""
    records = _texts(sources)
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


def gold_context(nlp: Language, paper: GoldPaper) -> Context:
    """The paper's text with its gold entities."""
    doc = nlp(paper.text)
    owner = {surface: entity for entity in paper.gold["entities"] for surface in _surfaces(entity)}
    mentions: dict[str, list[Mention]] = {}
    for span in sorted(gold_spans(doc, paper)):
        entity = owner[span.text]
        place = Span(span.start_char, span.end_char)
        mention = Mention(place, span.text, ConceptType(entity["type"]), 1.0)
        mentions.setdefault(entity["name"], []).append(mention)
    long_forms = {pair.short.of(paper.text): pair.long.of(paper.text) for pair in doc._.pg_abbreviations}
    doc._.pg_entities = [
        Entity(
            e["name"],
            ConceptType(e["type"]),
            Role(e["role"]),
            tuple(mentions[e["name"]]),
            1.0,
            long_forms.get(e["name"]),
        )
        for e in paper.gold["entities"]
        if e["name"] in mentions
    ]
    return Context.of(doc)
