"""Where a sentence defines an abbreviation: "continual learning (CL)".

The algorithm is that of Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (PSB 2003), on the characters of each sentence.
"""

import re
from typing import NamedTuple

from papergraph.model import Span

_PARENTHESIS = re.compile(r"\(([^()]{2,120})\)")
_SHORT = re.compile(r"(?=.*[A-Z])[^\W_][\w+.&/@^-]*(?: [A-Z][\w-]*)?")
_OPENING = re.compile(r"(?<![\w/-])(?!(?:and|for|of|or|to|with)\b)", re.IGNORECASE)
"""Where a long form may start: with a word, not with a part of one, nor with "of", "and" or "to"."""
_BREAK = re.compile(r"[;:=()\[\]]|\b[a-z][\w-]*,|,(?= [a-z])")
"""What no long form runs over. A comma between two capitalised words may be its own: "See, Point, Fly (SPF)"."""
_SPOKEN = {"2": "t", "4": "f"}


class Abbreviation(NamedTuple):
    """A short form and its long form, both as places in the text."""

    short: Span
    long: Span


def _is_short(text: str) -> bool:
    return 2 <= len(text) <= 20 and _SHORT.fullmatch(text) is not None


def long_form_start(short: str, before: str) -> int | None:
    """Where the long form of `short` starts in `before`, or None where its letters do not stand there in their order.

    >>> long_form_start("LiNeS", "a Layer-increasing Network Scaling"), long_form_start("LiNeS", "Scaling")
    (2, None)

    Words whose initials are the letters come first: the shortest match would make "policy optimization" of PPO.
    The 2 of "T2I" and the 4 of "AI4S" are read as "to" and "for" where no such digit stands in the text.
    """
    at = len(before) - 1
    characters = [c.casefold() for c in short.removesuffix("s") if c.isalnum()]
    characters = [_SPOKEN.get(c, c) if c not in before else c for c in characters]
    words = list(re.finditer(r"[^\W_]+", before))[-len(characters) :]
    initials = [word.group()[0].casefold() for word in words]
    if words and initials == characters and _OPENING.match(before, words[0].start()):
        return words[0].start()
    for index in range(len(characters) - 1, -1, -1):
        while at >= 0 and (
            before[at].casefold() != characters[index] or (index == 0 and not _OPENING.match(before, at))
        ):
            at -= 1
        if at < 0:
            return None
        at -= 1
    return at + 1


def _window(before: str, short: str) -> int:
    """Start of the few words in which a long form can stand: at most min(|A| + 5, 2|A|) of them, behind any break."""
    size = sum(c.isalnum() for c in short)
    broken = max((found.end() for found in _BREAK.finditer(before)), default=0)
    starts = [found.start() for found in re.finditer(r"\S+", before)]
    return max(broken, starts[-min(size + 5, size * 2) :][0] if starts else 0)


def find_abbreviations(text: str, sentence: Span) -> list[Abbreviation]:
    """Abbreviations that one sentence of `text` defines.

    >>> text = "We study continual learning (CL) and SAM (sharpness-aware minimization)."
    >>> [(a.short.of(text), a.long.of(text)) for a in find_abbreviations(text, Span(0, len(text)))]
    [('CL', 'continual learning'), ('SAM', 'sharpness-aware minimization')]
    >>> text = "We use proximal policy optimization (PPO) on a multi-modal LLM (MLLM)."
    >>> [a.long.of(text) for a in find_abbreviations(text, Span(0, len(text)))]
    ['proximal policy optimization', 'multi-modal LLM']
    >>> text = "Text to speech synthesis (TTS), text-to-image (T2I), a Multi-modal Large Language Model (MLLM)."
    >>> [a.long.of(text) for a in find_abbreviations(text, Span(0, len(text)))]
    ['Text to speech synthesis', 'text-to-image', 'Multi-modal Large Language Model']
    """
    found = []
    for match in _PARENTHESIS.finditer(text, sentence.start, sentence.end):
        before, inside = Span(sentence.start, match.start()), Span(*match.span(1))
        before = Span(before.start, before.start + len(before.of(text).rstrip(" ~")))
        if pair := _long_ahead(text, before, inside) or _long_inside(text, before, inside):
            found.append(pair)
    return found


def _long_ahead(text: str, before: Span, inside: Span) -> Abbreviation | None:
    """The short form stands between the parentheses, ahead of any comma: "continual learning (CL)"."""
    head = re.split(r"[,;:]", inside.of(text))[0].strip()
    if not _is_short(head):
        return None
    low = _window(before.of(text), head)
    start = long_form_start(head, before.of(text)[low:])
    if start is None:
        return None
    long = Span(before.start + low + start, before.end)
    if len(long.of(text)) <= len(head) or " " not in long.of(text).replace("-", " "):
        return None
    return Abbreviation(Span(inside.start, inside.start + len(head)), long)


def _long_inside(text: str, before: Span, inside: Span) -> Abbreviation | None:
    """The long form stands between the parentheses, and fills them: "SAM (sharpness-aware minimization)"."""
    word, long = re.search(r"\S+$", before.of(text)), inside.of(text)
    if word is None or not _is_short(word.group()) or not re.search("[ -]", long):
        return None
    short = word.group()
    if long_form_start(short, long) != 0 or long.casefold().startswith(short.casefold()):  # "GPT (GPT-2, GPT-3)"
        return None
    return Abbreviation(Span(before.start + word.start(), before.end), inside)
