"""Readable keys: the last parts of IRIs. Each depends on the name alone, so it is the same in every build."""

import hashlib
import re
import unicodedata

from papergraph.names import fold
from papergraph.vocabulary import ConceptType

_LENGTH = 80
_SIGNS = {"+": "plus", "#": "sharp", "%": "percent", "$": "dollar", "^": "hat", "&": "and"}
_PART = re.compile(r"[^\W_]+|[+#%$^&]")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def slug(name: str) -> str:
    """A name in lower case, its words joined by hyphens, letters of all scripts kept.

    A name longer than 80 characters is cut at a word and told apart by a digest; so is one without any letter.

    >>> slug("CIFAR-100"), slug("C++"), slug("???")
    ('cifar-100', 'c-plus-plus', 'x-a03b221c')
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    whole = "-".join(_SIGNS.get(part, part) for part in _PART.findall(folded))
    if not whole:
        return f"x-{_digest(name)}"
    if len(whole) <= _LENGTH:
        return whole
    return f"{whole[:_LENGTH].rpartition('-')[0] or whole[:_LENGTH]}-{_digest(fold(name))}"


def concept_key(name: str, kind: ConceptType) -> str:
    """Key of a concept: its canonical name and its type, since different types never merge.

    >>> concept_key("Catastrophic Forgetting", ConceptType.PHENOMENON)
    'catastrophic-forgetting.phenomenon'
    """
    return f"{slug(name)}.{kind.value.lower()}"


def paper_key(title: str, arxiv: str | None = None) -> str:
    """Key of a paper: its title, and its arXiv identifier where another paper has the same title."""
    return f"{slug(title)}.{arxiv}" if arxiv else slug(title)


def result_key(paper: str, number: int) -> str:
    """Key of the paper's result with this number, 1 the first in its text."""
    return f"{paper}.result-{number}"
