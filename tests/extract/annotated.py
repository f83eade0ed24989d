"""A text with mentions that a test names, as the stages behind the tagger see it."""

import re

from papergraph.extract.discourse.discourse import Discourse
from papergraph.extract.entities.entities import make_entities
from papergraph.extract.text.definitions import find_abbreviations
from papergraph.model import Mention, Span
from papergraph.vocabulary import ConceptType


def annotated(text: str, *named: tuple[str, ConceptType, float]) -> Discourse:
    """The text's first line is its title; each form is a mention where it stands first, with its confidence."""
    mentions = []
    for form, kind, confidence in named:
        start = text.index(form)
        mentions.append(Mention(Span(start, start + len(form)), form, kind, confidence))
    words = [Span(*word.span()) for word in re.finditer(r"[\w-]+|\S", text)]
    pairs = find_abbreviations(text, Span(0, len(text)))
    found = make_entities(text, words, sorted(mentions, key=lambda m: m.span), pairs)
    sentences = [Span(*part.span()) for part in re.finditer(r"[^\n.\s][^\n.]*\.?", text)]
    return Discourse(text, sentences, words, [word.of(text).casefold() for word in words], found)
