"""Abbreviations and the long forms that the paper itself gives them: "continual learning (CL)".

The algorithm is that of Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text" (PSB 2003), on the characters of each sentence.
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from papergraph.extract.text.layout import layout_of
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
        inside = Span(*match.span(1))
        before = text[sentence.start : match.start()].rstrip(" ~")
        head = re.split(r"[,;:]", match.group(1))[0].strip()
        if _is_short(head):
            short = Span(inside.start, inside.start + len(head))
            low = _window(before, head)
            start = long_form_start(head, before[low:])
            if start is not None:
                begin = sentence.start + low + start
                long = Span(begin, sentence.start + len(before))
                if len(long.of(text)) > len(head) and " " in long.of(text).replace("-", " "):
                    found.append(Abbreviation(short, long))
        elif (word := re.search(r"\S+$", before)) and _is_short(word.group()):
            start = long_form_start(word.group(), match.group(1))
            if start == 0:
                at = sentence.start + word.start()
                found.append(Abbreviation(Span(at, at + len(word.group())), inside))
    return found


def long_forms_of(pairs: Iterable[Abbreviation], text: str) -> dict[str, str]:
    """Long forms by short forms without a plural ending."""
    return {pair.short.of(text).removesuffix("s"): pair.long.of(text) for pair in pairs}


def spelled_out(form: str, long_forms: Mapping[str, str]) -> str:
    """A form with its abbreviations written out, so that forms that differ in them only are the same.

    >>> long_forms = {"OOD": "out-of-distribution"}
    >>> [spelled_out(form, long_forms) for form in ("OOD data", "out-of-distribution (OOD) data")]
    ['out-of-distribution data', 'out-of-distribution data']
    """
    bare = _without_definitions(form, long_forms)
    return re.sub(r"[\w.+-]+", lambda m: long_forms.get(m[0].removesuffix("s"), m[0]), bare)


def _without_definitions(form: str, long_forms: Mapping[str, str]) -> str:
    return re.sub(r"\s*\(([^()]*)\)", lambda m: "" if m[1].removesuffix("s") in long_forms else m[0], form)


def shortened(form: str, long_forms: Mapping[str, str]) -> set[str]:
    """How else a form may be written with the paper's abbreviations, these alone left out.

    >>> sorted(shortened("out-of-distribution (OOD) data", {"OOD": "out-of-distribution"}))
    ['OOD data', 'out-of-distribution data']
    """
    bare = _without_definitions(form, long_forms)
    short = {re.sub(re.escape(long), short, bare, flags=re.IGNORECASE) for short, long in long_forms.items()}
    return {bare, *short} - {form, *long_forms, *long_forms.values()}


@Language.component("papergraph_abbreviations", assigns=["doc._.pg_abbreviations"], requires=["doc.sents"])
def abbreviations(doc: Doc) -> Doc:
    """Set `doc._.pg_abbreviations`, a list of `Abbreviation`."""
    layout = layout_of(doc)
    doc._.pg_abbreviations = [
        pair for sentence in layout.sentences for pair in find_abbreviations(layout.text, sentence)
    ]
    return doc


if not Doc.has_extension("pg_abbreviations"):
    Doc.set_extension("pg_abbreviations", default=None)
