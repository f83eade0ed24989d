"""A paper's text with its sentences, words and entities side by side: what roles, relations and results look at."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from spacy.tokens import Doc

from papergraph.extract.text.layout import layout_of
from papergraph.model import Entity, Mention, Span
from papergraph.vocabulary import ConceptType, Role

REACH = 5000
"""Characters between two places of a text, beyond which nothing is compared; abstracts have some 1,500."""


@dataclass
class Context:
    """One paper's text and entities.

    Attributes:
        text: The text that all offsets count.
        sentences: Spans of the sentences, the title first.
        words: Spans of the words.
        lowered: The words' texts in lower case.
        entities: The paper's entities.
    """

    text: str
    sentences: list[Span]
    words: list[Span]
    lowered: list[str]
    entities: list[Entity]
    _starts: list[int] = field(init=False)
    _sentence_starts: list[int] = field(init=False)
    _ahead: dict[int, list[str]] = field(init=False, default_factory=dict)
    _behind: dict[int, list[str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._starts = [word.start for word in self.words]
        self._sentence_starts = [sentence.start for sentence in self.sentences]

    @classmethod
    def of(cls, doc: Doc) -> Self:
        """The context of a document that has sentences and entities."""
        layout = layout_of(doc)
        return cls(layout.text, layout.sentences, layout.words, layout.lowered, list(doc._.pg_entities))

    def sentence_of(self, span: Span) -> int:
        """Number of the sentence that a span starts in."""
        return max(0, bisect_right(self._sentence_starts, span.start) - 1)

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
