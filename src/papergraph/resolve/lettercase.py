"""Letter case of names: "Autonomous agents" that open a sentence are autonomous agents, "Bayesian networks" stay.

A sentence's first word has a capital whatever it is, and in titles most words have. What a word is otherwise, the
abstracts tell.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable

from papergraph.names import fold, singular
from papergraph.vocabulary import ConceptType

_WORD = re.compile(r"[^\W_]+")
_SMALL = re.compile(r"(?<!\w)[a-z]{2,}(?!\w)")
_LARGE = re.compile(r"(?<=[^.!?:\s] )[A-Z][a-z]+(?!\w)")  # behind a word, so not what opens a sentence
_SELDOM_COINED = frozenset({ConceptType.TASK, ConceptType.PHENOMENON, ConceptType.METRIC})


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """Words that more of these texts have in lower case than with a capital where no sentence begins.

    >>> sorted(common_words(["Agents drive by Gaussian noise.", "We see agents. Driven, or by gaussian noise."]))
    ['agents', 'by', 'drive', 'noise', 'or', 'see']
    """
    papers: Counter[str] = Counter()
    for text in texts:
        papers.update(set(_SMALL.findall(text)))
        papers.subtract({word.lower() for word in _LARGE.findall(text)})
    return frozenset(word for word, count in papers.items() if count > 0)


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


def _is_capitalized(word: str) -> bool:
    return word.isalpha() and word.istitle()
