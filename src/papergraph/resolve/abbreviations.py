"""Short forms and what they abbreviate: what a corpus agrees on, which long forms say the same, which say nothing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from papergraph.model import Entity
from papergraph.names import fold, is_short_form, singular, words

_DOMINANT = 0.8  # share of the papers that define a short form
_LITTLE = frozenset("a an and by for from in of on the to via with".split())


class Definition(NamedTuple):
    """A long form, in the singular, and the first paper that defines it."""

    long_form: str
    paper: str


def agreed_definitions(entities: Iterable[tuple[str, Entity]]) -> dict[str, Definition]:
    """Folded short forms that nearly all papers which define them define alike, whatever the entity's type.

    Args:
        entities: Papers' keys with entities, sorted by key.
    """
    found: dict[str, dict[str, list[Definition]]] = defaultdict(lambda: defaultdict(list))
    for paper, entity in entities:
        if entity.long_form and is_short_form(entity.name):
            long_form = singular(entity.long_form)
            found[fold(entity.name)][fold(long_form)].append(Definition(long_form, paper))
    agreed = {}
    for short, meanings in found.items():
        top = max(meanings, key=lambda meaning: (len(meanings[meaning]), meaning))
        if len(meanings[top]) >= _DOMINANT * sum(map(len, meanings.values())):
            agreed[short] = meanings[top][0]
    return agreed


def _content(form: str) -> list[str]:
    return [word for word in words(form) if word not in _LITTLE]


def alike_keys(long_form: str) -> Iterator[tuple[str, ...]]:
    """What long forms that abbreviate alike have in common, so that not each must be compared with each.

    Nearly all have: words may be added anywhere but at both ends.
    """
    parts = _content(long_form)
    if parts:
        yield ("beginnings", *(part[:5] for part in parts))
        yield ("all but the first", *parts[1:])
        yield ("first", parts[0])
        yield ("last", *parts[-2:])


def abbreviate_alike(short: str, one: str, other: str) -> bool:
    """Whether two long forms of a folded short form say the same in other words.

    One only adds words and one of them has the short form's initials, or the first word is cut, or words have other
    endings; little words don't count.

    >>> abbreviate_alike("llm", "large language model", "large pretrained language models")
    True
    >>> abbreviate_alike("rlhf", "RL from human feedback", "RL with human feedback")
    True
    >>> abbreviate_alike("lora", "low-rank adaptation", "Low-Rank Adapters")
    True
    >>> abbreviate_alike("ssl", "self-supervised learning", "semi-supervised learning")
    False
    >>> abbreviate_alike("cl", "continual learning", "contrastive learning")
    False
    """
    inner, outer = _content(one), _content(other)
    waiting = iter(outer)
    if short in {_initials(inner), _initials(outer)} and all(word in waiting for word in inner):
        return True
    if len(inner) != len(outer):
        return False
    cut = len(inner[0]) > 3 and outer[0].endswith(inner[0]) and inner[1:] == outer[1:]  # "(multi)modal language model"
    return cut or all(map(_same_stem, inner, outer))


def _initials(parts: list[str]) -> str:
    return "".join(part[0] for part in parts)


def is_credible(short: str, long_form: str) -> bool:
    """Whether a folded short form can stand for a text, as far as the two alone can tell.

    Not where the text is longer than Schwartz and Hearst's bound or has punctuation, nor where the short form begins
    with one letter twice and the text has that one word: "SSL" is no "supervised learning", its first word is missing.

    >>> is_credible("rlhf", "reinforcement learning from human feedback"), is_credible("ssl", "supervised learning")
    (True, False)
    """
    parts = words(long_form)
    if len(parts) > min(len(short) + 5, 2 * len(short)) or set(",;:") & set(long_form):
        return False
    doubled = short[:1] == short[1:2] and short[0].isalpha()
    return not doubled or sum(part[0] == short[0] for part in parts) != 1


def _same_stem(one: str, other: str) -> bool:
    """Whether words begin alike for more than 60% of the shorter, and five letters: "adapter", "adaptation"."""
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    # What is done is not what does it: "reward modeling" makes a "reward model".
    alike = common > max(4, 0.6 * min(len(one), len(other))) and one.endswith("ing") == other.endswith("ing")
    return one == other or alike
