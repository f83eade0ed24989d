"""Who speaks in a paper's sentences, where its own work begins, and which verbs tell what it does.

These are the signs that roles and relations are told by.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from papergraph.extract.discourse.context import Context
from papergraph.model import Entity, Mention, Span
from papergraph.names import is_coined

_AUTHORS = frozenset({"we", "our"})
_POINTING = frozenset({"this", "it", "these", "the"})
_OPENING = 25  # characters ahead of a sentence's subject
_COORDINATING = frozenset({",", "and", "or", "&", "/"})
_STEM = 6  # letters that words of one meaning share
_CUES = {
    form[:_STEM]: cue
    for cue, forms in {
        "propose": "propos introd presen develo design devise offer releas create constr build establ call named",
        "study": "study studie invest analyz analys examin explor charac unders show find prove demons reveal observ",
        "use": "use uses using used leverag employ utiliz adopt via based incorp combin apply applie with through",
        "compare": "outper surpas compar beat exceed than over against baseli unlike such like",
        "evaluate": "evalua experi tested test on across bench achiev report measur",
        "address": "addres tackle solve for solvin task proble improv",
        "mitigate": "mitiga reduce allevi avoid preven suffer",
    }.items()
    for form in forms.split()
}
"""Verbs and prepositions, by their stems, that tell what a paper does with what stands beside them."""


def stem(word: str) -> str:
    """The letters that "outperforms" and "outperforming" share.

    >>> stem("outperforming")
    'outper'
    """
    return word[:_STEM]


class Cue(NamedTuple):
    """A telling word: what it tells, and how many words away it stands."""

    kind: str
    distance: int


def nearest_cue(words: Sequence[str]) -> Cue | None:
    """The first of these words that tells what is done."""
    found = (Cue(cue, distance) for distance, word in enumerate(words) if (cue := _CUES.get(stem(word))))
    return next(found, None)


def cues(words: Sequence[str]) -> list[str]:
    """What these words tell, one after the other."""
    return [cue for word in words if (cue := _CUES.get(stem(word)))]


class Neighbour(NamedTuple):
    """The entity named next to a mention in its sentence, and the words between the two."""

    entity: Entity
    between: list[str]

    @property
    def is_coordinated(self) -> bool:
        """Whether the two are items of one list."""
        return bool(self.between) and _COORDINATING.issuperset(self.between)


@dataclass
class Discourse(Context):
    """A paper's text and entities, and who speaks of what in its sentences."""

    _neighbours: dict[int, tuple[Neighbour | None, Neighbour | None]] = field(init=False, default_factory=dict)

    @cached_property
    def lead(self) -> str | None:
        """The entity that a title of the form "X: what it is" opens with."""
        title = self.sentences[0]
        opening = (e.name for e in self.entities if e.mentions[0].span.start == title.start)
        return next(opening, None) if ":" in title.of(self.text) else None

    @cached_property
    def turn(self) -> int:
        """The first sentence behind the title in which the authors speak of their own work: before it is background."""
        for number, words in enumerate(self.words_by_sentence[1:], start=1):
            if not _AUTHORS.isdisjoint(words) or ("this", "paper") in pairwise(words):
                return number
        return len(self.sentences)

    @cached_property
    def subjects(self) -> list[str]:
        """Whom each sentence speaks of: the authors, what the title opens with, another name, "this"."""
        return [self._subject(number) for number in range(len(self.sentences))]

    def _subject(self, number: int) -> str:
        opening = self.words_by_sentence[number][:6]
        row = self.mentions_by_sentence[number]
        if not _AUTHORS.isdisjoint(opening):
            return "authors"
        if row and row[0][1].span.start - self.sentences[number].start < _OPENING:
            first = row[0][0].name
            return "lead" if first == self.lead else "coined" if is_coined(first) else "other"
        return "this" if opening[:1] and opening[0] in _POINTING else "other"

    def side(self, number: int) -> str:
        """Where a sentence stands: title, before, at or behind the turn to the paper's own work."""
        if number == 0:
            return "title"
        return "before" if number < self.turn else "at" if number == self.turn else "behind"

    def neighbours(self, mention: Mention) -> tuple[Neighbour | None, Neighbour | None]:
        """What the sentence names just ahead of a mention, and just behind it."""
        if mention.span.start not in self._neighbours:  # asked again for every pair that a mention is in
            self._neighbours[mention.span.start] = self._find_neighbours(mention)
        return self._neighbours[mention.span.start]

    def _find_neighbours(self, mention: Mention) -> tuple[Neighbour | None, Neighbour | None]:
        ahead = behind = None
        for entity, other in self.mentions_by_sentence[self.sentence_of(mention.span)]:
            if other.span.end <= mention.span.start:
                ahead = Neighbour(entity, self.words_in(Span(other.span.end, mention.span.start)))
            elif other.span.start >= mention.span.end:
                behind = Neighbour(entity, self.words_in(Span(mention.span.end, other.span.start)))
                break
        return ahead, behind
