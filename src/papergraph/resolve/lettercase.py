"""Letter case of names: "Autonomous agents" that open a sentence are autonomous agents, "Bayesian networks" stay.

A sentence's first word has a capital whatever it is. What the word is otherwise, the rest of the corpus tells.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping

from papergraph.names import is_coined

_WORD = re.compile(r"[^\W\d_]+")


def common_words(forms: Iterable[Mapping[str, int]]) -> frozenset[str]:
    """Words that are mostly in lower case where no sentence can have begun. `forms`: how many papers use each.

    >>> sorted(common_words([{"autonomous driving": 2, "Gaussian splatting": 3, "gaussian": 1, "3D Gaussian": 2}]))
    ['autonomous', 'driving', 'splatting']
    """
    lower: Counter[str] = Counter()
    for counts in forms:
        for form, papers in counts.items():
            for place, word in enumerate(_WORD.findall(form)):
                if word.islower():
                    lower[word] += papers
                elif place and word.istitle():
                    lower[word.lower()] -= papers
    return frozenset(word for word, papers in lower.items() if papers > 0)


def in_running_text(name: str, common: Container[str]) -> str:
    """A name as it stands in the middle of a sentence, where nothing but its first word's capital speaks against that.

    >>> common = {"autonomous", "agent", "network", "lion"}
    >>> [in_running_text(name, common) for name in ("Autonomous agent", "Bayesian network", "Lion", "Autonomous Agent")]
    ['autonomous agent', 'Bayesian network', 'Lion', 'Autonomous Agent']
    """
    first = _WORD.match(name)
    if first is None or " " not in name or not name[1:].islower() or is_coined(name):
        return name
    return name[0].lower() + name[1:] if first[0].lower() in common else name
