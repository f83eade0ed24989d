"""A document's candidate spans side by side: which of them are rivals, and what says the same elsewhere."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from papergraph.extract.spans.candidates import CandidateSpan, candidate_spans
from papergraph.extract.text.layout import layout_of
from papergraph.model import Span
from papergraph.names import fold

_LIKELY = -0.7  # logarithm of a probability, from where on a span counts as a mention for those beside it
_BESIDE = 8  # characters between two items of a list: ", and "
_DASH = re.compile(r"\s[-–—]+\s")


class Lattice:
    """The candidate spans of one document.

    Args:
        text: The document's text.
        tokens: Where its tokens stand.
        spans: In the order of the text.

    Attributes:
        forms: What each span reads.
        rivals: For each span the numbers of those that share some of its tokens, the likeliest first …
        twins: … and, as other types, those that have exactly its tokens.
        elsewhere: For each span the logarithm of the likeliest that has its form and type at another place, if any.
    """

    def __init__(self, text: str, tokens: Sequence[Span], spans: Sequence[CandidateSpan]) -> None:
        self.text = text
        self.tokens = tokens
        self.spans = spans
        self.forms = [text[tokens[s.start].start : tokens[s.end - 1].end] for s in spans]
        self._set_overlapping()
        self._set_elsewhere()
        likely = [span for span in spans if span.log > _LIKELY]
        self._by_start, self._by_end = likely, sorted(likely, key=lambda span: span.end)

    @classmethod
    def of(cls, doc: Doc) -> "Lattice":
        """The candidates of a tagged document, without those that are cut inside a bracket or run over a dash."""
        layout = layout_of(doc)
        found = cls(layout.text, layout.tokens, candidate_spans(doc._.pg_tags))
        whole = [span for span, form in zip(found.spans, found.forms, strict=True) if _is_whole(form)]
        return found if len(whole) == len(found.spans) else cls(layout.text, layout.tokens, whole)

    def _set_overlapping(self) -> None:
        at: dict[int, list[int]] = defaultdict(list)
        for number, span in enumerate(self.spans):
            for token in range(span.start, span.end):
                at[token].append(number)
        self.rivals: list[list[int]] = []
        self.twins: list[list[CandidateSpan]] = []
        for number, span in enumerate(self.spans):
            others = {other for token in range(span.start, span.end) for other in at[token]} - {number}
            twins = [other for other in others if self.spans[other][:2] == span[:2]]
            self.rivals.append(sorted(others.difference(twins), key=lambda other: (-self.spans[other].log, other)))
            self.twins.append([self.spans[other] for other in twins])

    def _set_elsewhere(self) -> None:
        keys = [(fold(form), span.type) for form, span in zip(self.forms, self.spans, strict=True)]
        best: dict[tuple[str, str], list[CandidateSpan]] = defaultdict(list)
        for key, span in zip(keys, self.spans, strict=True):
            best[key] = sorted([*best[key], span], key=lambda other: -other.log)[:2]
        others = ([s for s in best[key] if s is not span] for key, span in zip(keys, self.spans, strict=True))
        self.elsewhere = [found[0].log if found else None for found in others]

    def listed(self, span: CandidateSpan) -> Iterator[tuple[str, CandidateSpan]]:
        """The likely spans right ahead of this one and right behind it, each with what stands between."""
        before = bisect_right(self._by_end, span.start, key=lambda other: other.end)
        after = bisect_left(self._by_start, span.end, key=lambda other: other.start)
        for other in (*self._by_end[max(0, before - 1) : before], *self._by_start[after : after + 1]):
            first, second = sorted((span, other))
            between = self.text[self.tokens[first.end - 1].end : self.tokens[second.start].start]
            if len(between) <= _BESIDE:
                yield between.strip(), other

    def word(self, number: int) -> str:
        """A token in lower case, "" beyond the text."""
        return self.tokens[number].of(self.text).casefold() if 0 <= number < len(self.tokens) else ""


def _is_whole(form: str) -> bool:
    balanced = all(form.count(opening) == form.count(closing) for opening, closing in ("()", "[]", "{}"))
    return balanced and form.count('"') % 2 == 0 and not _DASH.search(form)
