"""Letter case of names: "Autonomous agents" that open a sentence are autonomous agents, "Bayesian networks" stay.

A sentence's first word has a capital whatever it is, and in titles most words have. What a word is otherwise, the
rest of the corpus tells.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping

from papergraph.names import fold, singular
from papergraph.vocabulary import ConceptType

_WORD = re.compile(r"[^\W_]+")
_SELDOM_COINED = frozenset({ConceptType.TASK, ConceptType.PHENOMENON, ConceptType.METRIC})


def _is_capitalized(word: str) -> bool:
    return word.isalpha() and word.istitle()


def common_words(forms: Iterable[Mapping[str, int]]) -> frozenset[str]:
    """Words that are mostly in lower case where no sentence can have begun. `forms`: how many papers use each.

    >>> sorted(common_words([{"autonomous driving": 2, "Gaussian splatting": 3, "gaussian": 1, "3D Gaussian": 2}]))
    ['autonomous', 'driving', 'splatting']
    """
    lower: Counter[str] = Counter()
    for counts in forms:
        for form, papers in counts.items():
            first, *others = _WORD.findall(form) or [""]
            lower.update(dict.fromkeys((word for word in {first, *others} if word.islower()), papers))
            lower.subtract(dict.fromkeys((word.lower() for word in {*others} if _is_capitalized(word)), papers))
    return frozenset(word for word, papers in lower.items() if papers > 0 and len(word) > 1)  # "U-Net" is no u-net


def in_running_text(name: str, kind: ConceptType, common: Container[str]) -> str:
    """A name of several words as it stands in the middle of a sentence, if all that it has in capitals is common.

    A method or benchmark that has more than its first word in capitals is called so: "Segment Anything".

    >>> common = {"autonomous", "agent", "segment", "anything", "bound", "bounds"}
    >>> names = "Autonomous agent", "Bayesian agent", "Segment Anything"
    >>> [in_running_text(name, ConceptType.METHOD, common) for name in names]
    ['autonomous agent', 'Bayesian agent', 'Segment Anything']
    >>> in_running_text("Autonomous Bounds", ConceptType.PHENOMENON, common)
    'autonomous bound'
    """
    capitalized = [word for word in _WORD.findall(name) if _is_capitalized(word)]
    if " " not in name or any(word.lower() not in common for word in capitalized):
        return name
    if not name[1:].islower() and kind not in _SELDOM_COINED:
        return name
    small = singular(_WORD.sub(lambda word: word[0].lower() if _is_capitalized(word[0]) else word[0], name))
    return small if fold(small) == fold(name) else name
