"""Titles that open with a coined name and then spell it out: "BEATS: Bias Evaluation and Assessment Test Suite"."""

import re
from collections.abc import Iterator
from itertools import takewhile

from papergraph.extract.text.definitions import Abbreviation
from papergraph.model import Span

_COINED = re.compile(r"(?P<short>(?=\S*[A-Z])[^\W_][^\s:]{1,19}):\s+(?:(?:A|An|The)\s)?(?P<rest>[^:;,.?!()\n]+)")
_WORD = re.compile(r"-?[^\W_]+")
_LINKING = frozenset("a an and as at by for from in is of on or the through to using via with".split())
_FEWEST = 3  # words that give letters; two are too often a sentence's start, "LogQuant: Log-distributed quantization"


def _end(letters: str, words: list[str]) -> int | None:
    """With how many words all letters are spelled, each by the start of a word of its own or by the letters behind it.

    Only words that link others may give none, and second halves: "Zero-shot".
    """
    reached = {(0, 0)}  # letters spelled, words that gave some
    for number, word in enumerate(words):
        given = {(n + size, used + 1) for n, used in reached for size in _sizes(word.removeprefix("-"), letters[n:])}
        if any(n == len(letters) and used >= _FEWEST for n, used in given):
            return number + 1
        may_be_silent = number > 0 and (word.startswith("-") or word in _LINKING)
        reached = reached | given if may_be_silent else given
    return None


def _sizes(word: str, letters: str) -> Iterator[int]:
    """How many of a word's first letters may be the next."""
    return takewhile(lambda size: letters.startswith(word[:size]), range(1, len(word) + 1))


def find_spelled_out(text: str, title: Span) -> Abbreviation | None:
    """What a title spells out, up to the end of the phrase; None where it spells out nothing.

    >>> text = "BEATS: A Bias Evaluation and Assessment Test Suite for Language Models"
    >>> pair = find_spelled_out(text, Span(0, len(text)))
    >>> pair.short.of(text), pair.long.of(text)
    ('BEATS', 'Bias Evaluation and Assessment Test Suite')
    """
    match = _COINED.match(text, title.start, title.end)
    if not match:
        return None
    letters = "".join(character for character in match["short"].casefold() if character.isalnum())
    words = list(_WORD.finditer(match["rest"]))
    folded = [word.group().casefold() for word in words]
    spelled = _end(letters, folded)
    if spelled is None:
        return None
    rest = takewhile(lambda word: word not in _LINKING, folded[spelled:])
    last = words[spelled + sum(1 for _ in rest) - 1]
    start = match.start("rest")
    return Abbreviation(Span(*match.span("short")), Span(start + words[0].start(), start + last.end()))
