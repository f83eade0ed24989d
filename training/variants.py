"""Texts with other words and other names in the same sentences, for teachers to label.

A small network learns more from a teacher that labels more texts, and what these say need not be true (data
augmentation for distillation: Jiao et al., "TinyBERT: Distilling BERT for Natural Language Understanding", Findings of
EMNLP 2020).
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from papergraph.extract.text.subwords import load_subwords
from papergraph.names import is_coined

_WORDS = 0.2  # share of a paper's words, other than the commonest, that are exchanged for similar ones, …
_NAMES = 0.6  # … and of its coined names for others; half of these are put together from the parts of several
_NEAREST = 10  # from so many words a similar one is drawn
_LEAST_ALIKE = 0.3  # cosine of two words' vectors
_LEAST_USED = 3  # times a word must occur to be put in another's place
_ENDINGS = ("ing", "ed", "ly", "s", "ion", "al", "ive")  # a word goes for one of the same ending
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^A-Za-z\d]+")


class Rewriter:
    """Writes texts again with words and names of others.

    Args:
        docs: The texts, cut into tokens.
        seed: Of what is drawn.
    """

    def __init__(self, docs: Sequence[Doc], seed: int) -> None:
        self.random = random.Random(seed)
        used = Counter(token.text for doc in docs for token in doc)
        words = [word for word, times in used.items() if times >= _LEAST_USED and _is_plain(word)]
        self.similar = _similar(words)
        self.coined = [word for word in used if len(word) > 2 and is_coined(word)]

    def rewritten(self, doc: Doc) -> str:
        """A variant of a text: what is exchanged is so wherever it stands."""
        others = {word: self._other(word) for word in dict.fromkeys(token.text for token in doc)}
        return "".join(others[token.text] + token.whitespace_ for token in doc)

    def _other(self, word: str) -> str:
        if len(word) > 2 and is_coined(word):
            return word if self.random.random() > _NAMES else self._name(word)
        similar = self.similar.get(word.lower()) if word in (word.lower(), word.capitalize()) else None
        if not similar or self.random.random() > _WORDS:
            return word
        other = self.random.choice(similar)
        return other.capitalize() if word[0].isupper() else other

    def _name(self, word: str) -> str:
        """Another coined name, or one of parts of several that are spelled like this one's."""
        if self.random.random() < 0.5:
            return self.random.choice(self.coined)
        return "".join(self._part(part) for part in _PARTS.findall(word))

    def _part(self, part: str) -> str:
        if not part.isalpha():
            return part
        parts = _PARTS.findall(self.random.choice(self.coined))
        return self.random.choice([other for other in parts if _spelled(other) == _spelled(part)] or [part])


def _is_plain(word: str) -> bool:
    return re.fullmatch("[a-z]{4,}", word) is not None and word not in STOP_WORDS


def _spelled(part: str) -> tuple[bool, bool, bool]:
    return part.isalpha(), part[0].isupper(), part[-1].isupper()


def _similar(words: Sequence[str]) -> dict[str, list[str]]:
    """For each word the nearest of those that end as it does, by the vectors of their pieces."""
    subwords, found = load_subwords(), {}
    alike = defaultdict(list)
    for word in words:
        alike[next((ending for ending in _ENDINGS if word.endswith(ending)), "")].append(word)
    for group in alike.values():
        vectors = np.stack([subwords.vectors[subwords.cut(word)].mean(axis=0) for word in group])
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        for word, vector in zip(group, vectors, strict=True):
            cosines = vectors @ vector
            nearest = np.argsort(-cosines)[: _NEAREST + 1].tolist()
            found[word] = [group[i] for i in nearest if group[i] != word and cosines[i] > _LEAST_ALIKE]
    return found
