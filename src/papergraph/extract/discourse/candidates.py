"""Pairs of entities that a sentence may relate.

Every pair of entities is a candidate where one sentence names both close enough, or where a sentence names the one and
"our method" stands for one of the first few that the paper proposes.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from papergraph.extract.discourse.context import Context
from papergraph.model import Entity, Mention, Span
from papergraph.vocabulary import Role

_REACH = 400  # characters between two mentions that one sentence can relate
_PROPOSED = 3  # what "our method" may stand for: the first few that are proposed
SELF = re.compile(
    r"\b(?:our|we|it|its|this|ours|proposed|both|(?:the|these|such) (?:new |simple |resulting )?"
    r"(?:method|approach|framework|model|algorithm|technique|system|benchmark|dataset|strateg|variant)\w*)\b",
    re.IGNORECASE,
)
"""What stands for the paper's own work."""


class Candidate(NamedTuple):
    """Two entities that one sentence may relate. `head_mention` is None where a pronoun stands for the head."""

    head: Entity
    tail: Entity
    sentence: int
    head_mention: Mention | None
    tail_mention: Mention

    def order(self) -> str:
        """Which of the two stands first."""
        if self.head_mention is None:
            return "self"
        return "head first" if self.head_mention.span.start <= self.tail_mention.span.start else "tail first"

    def between(self, context: Context) -> list[str]:
        """The lower-case words between the two, or from the sentence's start where a pronoun stands for the head."""
        tail = self.tail_mention.span
        if self.head_mention is None:
            return context.words_in(Span(context.sentences[self.sentence].start, tail.start))
        first, second = sorted((self.head_mention.span, tail), key=lambda span: span.start)
        return context.words_in(Span(first.end, max(first.end, second.start)))


def find_candidates(context: Context) -> Iterator[Candidate]:
    """Pairs that may be related, each with the sentence where they stand closest."""
    best: dict[tuple[str, str], tuple[int, Candidate]] = {}
    proposed = [e for e in context.entities if e.role is Role.PROPOSES][:_PROPOSED]
    for number, row in enumerate(context.mentions_by_sentence):
        speaks_of_self = number > 0 and SELF.search(context.sentences[number].of(context.text))
        for at, (one, one_mention) in enumerate(row):
            for other, other_mention in row[at + 1 :]:
                gap = other_mention.span.start - one_mention.span.start
                if gap > _REACH:
                    break
                _keep(best, gap, Candidate(one, other, number, one_mention, other_mention))
                _keep(best, gap, Candidate(other, one, number, other_mention, one_mention))
            for head in proposed if speaks_of_self else ():
                _keep(best, 2 * _REACH, Candidate(head, one, number, None, one_mention))
    for _, candidate in best.values():
        yield candidate


def _keep(best: dict[tuple[str, str], tuple[int, Candidate]], gap: int, candidate: Candidate) -> None:
    pair = candidate.head.name, candidate.tail.name
    if pair[0] != pair[1] and (pair not in best or gap < best[pair][0]):
        best[pair] = (gap, candidate)
