"""Names that a paper sets against each other and that are never one thing, however much they have in common.

Of the pairs of names of one type in the annotated papers, 681 that differ in a word and its opposite, or in one that
makes another thing of it ("semi-grokking"), are two things and 10 are one; of coined names of which one goes on where
the other ends, 180 and 13; of coinages and general terms that they are not short for, 6,609 and 6.
"""

from collections.abc import Sequence
from itertools import pairwise

from papergraph.extract.entities.likeness import may_abbreviate
from papergraph.extract.known import KnownTerms
from papergraph.model import Entity
from papergraph.names import is_coined, plain_words

_DENYING = ("non", "un", "in", "im", "dis", "ir", "il", "anti", "mis", "de")
_CHANGING = ("non", "semi", "self", "meta", "de", "post")  # words ahead of another
_OPPOSITES = [
    tuple(pair.split("/"))
    for pair in """mono/multi uni/multi single/multi over/under on/off pre/post intra/inter homo/hetero up/down in/out
    with/without low/high small/large short/long weak/strong global/local forward/backward positive/negative open/closed
    easy/hard static/dynamic dense/sparse train/test text/image image/video zero/few spatial/temporal student/teacher
    parallel/sequential outcome/process full/sparse max/average generation/editing generation/understanding""".split()
]
_GENERAL = 5  # level of a name from which it is everybody's, so that nobody's coinage is the same …
_OWN = 3  # … if that has a lower one than this


def are_opposed(one: str, other: str) -> bool:
    """Whether two forms differ in one word and its opposite, or in one such as "semi" ahead of a word that both have.

    >>> are_opposed("monolingual model", "multilingual models"), are_opposed("adaptive method", "non-adaptive method")
    (True, True)
    >>> are_opposed("in-distribution data", "out-of-distribution data"), are_opposed("audio model", "video model")
    (True, False)
    >>> are_opposed("grokking", "semi-grokking"), are_opposed("semi-grokking", "semigrokking")
    (True, False)
    >>> are_opposed("de-biased data", "biased data"), are_opposed("zero-shot transfer", "few-shot transfer")
    (True, True)
    """
    words, others = plain_words(one.removesuffix("s")), plain_words(other.removesuffix("s"))
    if (_denied(words) & _stated(others)) | (_denied(others) & _stated(words)):
        return True
    ours, theirs = sorted(set(words) - {*others, "of"}), sorted(set(others) - {*words, "of"})
    return len(ours) == len(theirs) == 1 and (_deny(ours[0], theirs[0]) or _deny(theirs[0], ours[0]))


def _denied(words: Sequence[str]) -> set[str]:
    """The words that one ahead of them changes, if they do not stand alone, too."""
    return {word for ahead, word in pairwise(words) if ahead in _CHANGING} - _stated(words)


def _stated(words: Sequence[str]) -> set[str]:
    return {word for ahead, word in pairwise(["", *words]) if ahead not in _CHANGING}


def _deny(one: str, other: str) -> bool:
    """Whether a word is the other with a prefix that denies it, or each has one of two opposite prefixes."""
    if len(other) > max(map(len, _DENYING)) and one.endswith(other) and one.removesuffix(other) in _DENYING:
        return True
    return any(one.startswith(a) and other.startswith(b) and one[len(a) :] == other[len(b) :] for a, b in _OPPOSITES)


def goes_on(one: str, other: str) -> bool:
    """Whether one coined form is the other with more behind a hyphen: a thing that is made of it.

    >>> goes_on("CLIP", "CLIP-Adapter"), goes_on("GAN", "GAN-based"), goes_on("fine", "fine-tuning")
    (True, False, False)
    """
    short, long = sorted((one, other), key=len)
    more = long.removeprefix(short)
    return is_coined(short) and " " not in long and more.startswith("-") and more != "-based"


def is_own(one: Entity, other: Entity, known: KnownTerms) -> bool:
    """Whether one of two is a coinage and the other a general term that it is not short for."""
    return _is_own(one, other, known) or _is_own(other, one, known)


def _is_own(coinage: Entity, term: Entity, known: KnownTerms) -> bool:
    if not is_coined(coinage.name) or " " in coinage.name or is_coined(term.name):
        return False
    if known.level(term.name, term.type) < _GENERAL or known.level(coinage.name, coinage.type) >= _OWN:
        return False
    return not may_abbreviate(coinage.name, term.name)
