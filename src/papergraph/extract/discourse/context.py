"""A paper's text with its sentences, words and entities side by side: what roles, relations and results look at."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IDX, IS_SPACE, LENGTH
from spacy.tokens import Doc

from papergraph.model import Entity, Mention, Span
from papergraph.vocabulary import ConceptType, Role

REACH = 5000
"""Characters between two places of a text, beyond which nothing is compared; abstracts have some 1,500."""

_LAYOUT = "papergraph_layout"


@dataclass
class Context:
    """One paper's text and entities.

    Attributes:
        text: The text that all offsets count.
        sentences: Spans of the sentences, the title first.
        words: Spans of the tokens.
        entities: The paper's entities.
    """

    text: str
    sentences: list[Span]
    words: list[Span]
    entities: list[Entity]
    _starts: list[int] = field(init=False)
    _ahead: dict[int, list[str]] = field(init=False, default_factory=dict)
    _behind: dict[int, list[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._starts = [word.start for word in self.words]

    @classmethod
    def of(cls, doc: Doc) -> Self:
        """The context of a document that has sentences and entities."""
        return cls(*_layout(doc), list(doc._.pg_entities))

    @cached_property
    def lowered(self) -> list[str]:
        """The tokens' texts in lower case."""
        return [word.of(self.text).casefold() for word in self.words]

    def sentence_of(self, span: Span) -> int:
        """Number of the sentence that a span starts in."""
        return max(0, bisect_right(self.sentences, span.start, key=lambda s: s.start) - 1)

    def words_in(self, span: Span) -> list[str]:
        """Lower-case words from a span's start to its end."""
        return self.lowered[bisect_right(self._starts, span.start - 1) : bisect_right(self._starts, span.end - 1)]

    def rows(self, span: Span) -> range:
        """Numbers of the words that a span touches, at least of one."""
        first = max(0, bisect_right(self._starts, span.start) - 1)
        return range(first, max(first + 1, bisect_left(self._starts, span.end)))

    def before(self, span: Span, count: int) -> list[str]:
        """Up to `count` lower-case words ahead of a span, nearest first, in its sentence."""
        if span.start not in self._ahead:  # asked again for every pair that a mention is in
            sentence = self.sentences[self.sentence_of(span)]
            self._ahead[span.start] = self.words_in(Span(sentence.start, span.start))[::-1]
        return self._ahead[span.start][:count]

    def after(self, span: Span, count: int) -> list[str]:
        """Up to `count` lower-case words behind a span, nearest first, in its sentence."""
        if span.end not in self._behind:
            sentence = self.sentences[self.sentence_of(span)]
            self._behind[span.end] = self.words_in(Span(span.end, max(span.end, sentence.end)))
        return self._behind[span.end][:count]

    @cached_property
    def words_by_sentence(self) -> list[list[str]]:
        """For each sentence its lower-case words."""
        return [self.words_in(sentence) for sentence in self.sentences]

    @cached_property
    def counts(self) -> Counter[tuple[ConceptType, Role]]:
        """How many of its entities are of each type and role."""
        return Counter((entity.type, entity.role) for entity in self.entities)

    @cached_property
    def mentions_by_sentence(self) -> list[list[tuple[Entity, Mention]]]:
        """For each sentence its mentions with their entities, in the order of the text."""
        table: list[list[tuple[Entity, Mention]]] = [[] for _ in self.sentences]
        for entity in self.entities:
            for mention in entity.mentions:
                table[self.sentence_of(mention.span)].append((entity, mention))
        for row in table:
            row.sort(key=lambda pair: pair[1].span)
        return table


def token_spans(doc: Doc) -> list[Span]:
    """Where a document's tokens stand."""
    return [Span(start, start + length) for start, length in doc.to_array([IDX, LENGTH]).tolist()]


def word_rows(doc: Doc) -> NDArray[np.int32]:
    """Numbers of the tokens that are words: all but white space, such as the title's end."""
    return np.flatnonzero(doc.to_array(IS_SPACE) == 0).astype(np.int32)


def _layout(doc: Doc) -> tuple[str, list[Span], list[Span]]:
    """A document's text, sentences and words, put down once for all components."""
    if _LAYOUT not in doc.user_data:
        text = doc.text
        sentences = [_stripped(text, Span(s.start_char, s.end_char)) for s in doc.sents]
        places = token_spans(doc)
        words = [places[row] for row in word_rows(doc)]
        doc.user_data[_LAYOUT] = (text, sentences, words)
    found: tuple[str, list[Span], list[Span]] = doc.user_data[_LAYOUT]
    return found


def _stripped(text: str, span: Span) -> Span:
    inside = span.of(text)
    start = span.start + len(inside) - len(inside.lstrip())
    return Span(start, max(start, span.start + len(inside.rstrip())))
