"""Mentions: the places that name something, as they were chosen and as the document completes them.

Each was chosen at its place. What the document adds: both halves of an abbreviation's definition are mentions if one
is, and what is a mention in one sentence is one in the next.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files

from spacy.tokens import Doc

from papergraph.extract.spans.spans import SPANS_KEY
from papergraph.extract.text.abbreviations import shortened
from papergraph.extract.text.definitions import Abbreviation
from papergraph.model import Mention, Span
from papergraph.names import fold
from papergraph.vocabulary import ConceptType, Finder


def _generic_names() -> frozenset[str]:
    lines = files("papergraph.extract.entities").joinpath("generic.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))


_GENERIC = _generic_names()
_MARKS = " \n\"'“”‘’`<>,;:-–—"
_INSIDE = re.compile(r"\w-(?=\w)")  # what stands ahead of the end of a word that has a hyphen
_NO_NAME = re.compile(r"https?://|\w{1,2}\s?=\s?\S")  # a link, "k=4"


def is_generic(form: str) -> bool:
    """Whether a form names nothing by itself: "model", "performance", a letter, a bare number, a mark, a link."""
    key = fold(form)
    return key in _GENERIC or len(key) < 2 or not any(map(str.isalpha, key)) or _NO_NAME.match(form) is not None


def chosen_mentions(doc: Doc) -> list[Mention]:
    """The spans that were chosen, without generic words."""
    group = doc.spans[SPANS_KEY]
    mentions = [
        _trimmed(Mention(Span(span.start_char, span.end_char), span.text, ConceptType(span.label_), score))
        for span, score in zip(group, group.attrs["scores"], strict=True)
    ]
    return [m for m in mentions if not is_generic(m.text)]


def _trimmed(mention: Mention) -> Mention:
    """A mention without the quotes, dashes and marks at its ends."""
    start = mention.span.start + len(mention.text) - len(mention.text.lstrip(_MARKS))
    text = mention.text.strip(_MARKS)
    return replace(mention, span=Span(start, start + len(text)), text=text)


def with_definitions(mentions: Sequence[Mention], pairs: Iterable[Abbreviation], text: str) -> list[Mention]:
    """Mentions and both halves of each abbreviation that has one; an abbreviation takes its long form's type."""
    kept = list(mentions)
    for pair in pairs:
        by_half = {half: [m for m in kept if m.span == half] for half in pair}
        known = by_half[pair.long] or by_half[pair.short]
        if not known:
            continue
        best = max(known, key=lambda m: m.confidence)
        for half in pair:
            overlapping = [m for m in kept if m.span.start < half.end and half.start < m.span.end]
            # A mention that holds the whole definition, "out-of-distribution (OOD) data", stays as it is.
            if by_half[half] or any(half.within(m.span) for m in overlapping):
                continue
            kept = [m for m in kept if m not in overlapping]
            kept.append(replace(best, span=half, text=half.of(text), found_by=Finder.ABBREVIATION))
    return sorted(kept, key=lambda m: m.span)


def _forms(group: Sequence[Mention], long_forms: Mapping[str, str]) -> dict[str, Mention]:
    """The forms that a thing has or may have elsewhere in its paper, each with a mention that says so."""
    forms = {variant: mention for mention in group for variant in shortened(mention.text, long_forms)}
    return {form: mention for form, mention in (forms | {m.text: m for m in group}).items() if len(form) > 1}


def repeats(
    text: str, tokens: Sequence[Span], groups: Sequence[Sequence[Mention]], long_forms: Mapping[str, str]
) -> list[list[Mention]]:
    """For each group the other places with its forms, abbreviated or spelled out: whole words outside all mentions.

    What follows a hyphen is the end of another word: "semi-grokking" is no grokking.

    Args:
        text: The paper's text.
        tokens: Where its tokens stand.
        groups: Mentions of one thing each.
        long_forms: The paper's abbreviations.
    """
    taken = bytearray(len(text))
    by_first: dict[str, list[tuple[str, int, Mention]]] = defaultdict(list)
    for number, group in enumerate(groups):
        for mention in group:
            taken[mention.span.start : mention.span.end] = b"\1" * len(mention.text)
        for form, mention in _forms(group, long_forms).items():
            by_first[form[:2]].append((form, number, mention))
    for forms in by_first.values():
        forms.sort(key=lambda item: (-len(item[0]), item[0]))
    ends = {token.end for token in tokens}
    found: list[list[Mention]] = [[] for _ in groups]
    for token in tokens:
        if _INSIDE.match(text, max(0, token.start - 2)):
            continue
        for form, number, mention in by_first.get(text[token.start : token.start + 2], ()):
            span = Span(token.start, token.start + len(form))
            if text.startswith(form, token.start) and span.end in ends and not any(taken[span.start : span.end]):
                taken[span.start : span.end] = b"\1" * len(form)
                found[number].append(replace(mention, span=span, text=form, found_by=Finder.REPEAT))
                break
    return found
