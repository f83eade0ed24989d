"""Abbreviations and the long forms that the paper itself gives them: "continual learning (CL)".

The algorithm is that of Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (PSB 2003), on the characters of each sentence.
"""

import re
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.model import Span

_PARENTHESIS = re.compile(r"\(([^()]{2,120})\)")
_SHORT = re.compile(r"(?=.*[A-Z])[^\W_][\w+.&/@^-]*(?: [A-Z][\w-]*)?")


class Abbreviation(NamedTuple):
    """A short form and its long form, both as places in the text."""

    short: Span
    long: Span


def _is_short(text: str) -> bool:
    return 2 <= len(text) <= 20 and _SHORT.fullmatch(text) is not None


def _long_form_start(short: str, before: str) -> int | None:
    """Where the long form of `short` starts in `before`, which ends just ahead of the parenthesis.

    Words whose initials are the letters come first: the shortest match would make "policy optimization" of PPO.
    """
    at = len(before) - 1
    characters = [c.casefold() for c in short.removesuffix("s") if c.isalnum()]
    words = list(re.finditer(r"[^\W_]+", before))[-len(characters) :]
    if [word.group()[0].casefold() for word in words] == characters:
        return words[0].start()
    for index in range(len(characters) - 1, -1, -1):
        while at >= 0 and (
            before[at].casefold() != characters[index] or (index == 0 and at > 0 and not before[at - 1].isspace())
        ):
            at -= 1
        if at < 0:
            return None
        at -= 1
    return at + 1


def _window(before: str, short: str) -> int:
    """Start of the few words in which a long form can stand: at most min(|A| + 5, 2|A|) of them."""
    size = sum(c.isalnum() for c in short)
    starts = [found.start() for found in re.finditer(r"\S+", before)]
    return starts[-min(size + 5, size * 2) :][0] if starts else 0


def find_abbreviations(text: str, sentence: Span) -> list[Abbreviation]:
    """Abbreviations that one sentence of `text` defines.

    >>> text = "We study continual learning (CL) and SAM (sharpness-aware minimization)."
    >>> [(a.short.of(text), a.long.of(text)) for a in find_abbreviations(text, Span(0, len(text)))]
    [('CL', 'continual learning'), ('SAM', 'sharpness-aware minimization')]
    >>> text = "We use proximal policy optimization (PPO) on a multi-modal LLM (MLLM)."
    >>> [a.long.of(text) for a in find_abbreviations(text, Span(0, len(text)))]
    ['proximal policy optimization', 'multi-modal LLM']
    """
    found = []
    for match in _PARENTHESIS.finditer(text, sentence.start, sentence.end):
        inside = Span(*match.span(1))
        before = text[sentence.start : match.start()].rstrip(" ~")
        head = re.split(r"[,;:]", match.group(1))[0].strip()
        if _is_short(head):
            short = Span(inside.start, inside.start + len(head))
            low = _window(before, head)
            start = _long_form_start(head, before[low:])
            if start is not None:
                begin = sentence.start + low + start
                long = Span(begin, sentence.start + len(before))
                if len(long.of(text)) > len(head) and " " in long.of(text).replace("-", " "):
                    found.append(Abbreviation(short, long))
        elif (word := re.search(r"\S+$", before)) and _is_short(word.group()):
            start = _long_form_start(word.group(), match.group(1))
            if start == 0:
                at = sentence.start + word.start()
                found.append(Abbreviation(Span(at, at + len(word.group())), inside))
    return found


@Language.component("papergraph_abbreviations", assigns=["doc._.pg_abbreviations"], requires=["doc.sents"])
def abbreviations(doc: Doc) -> Doc:
    """Set `doc._.pg_abbreviations`, a list of `Abbreviation`."""
    text = doc.text  # spaCy joins it anew each time it is asked
    doc._.pg_abbreviations = [
        pair
        for sentence in doc.sents
        for pair in find_abbreviations(text, Span(sentence.start_char, sentence.end_char))
    ]
    return doc


if not Doc.has_extension("pg_abbreviations"):
    Doc.set_extension("pg_abbreviations", default=None)
