"""How well known a name is: in how many papers of a corpus it stands.

What nobody else names is likelier proposed here; what hundreds name is likelier a term than a turn of phrase.
It is evidence for classifiers, never a verdict.
"""

from collections.abc import Mapping
from functools import cache

from papergraph.extract.weights import weights_path
from papergraph.names import fold
from papergraph.vocabulary import ConceptType


class KnownTerms:
    """General terms of the field, each with its type and the number of papers that name it.

    Args:
        papers: How many papers name a term, by its folded name and type.
    """

    def __init__(self, papers: Mapping[tuple[str, ConceptType], int]) -> None:
        self.papers = papers

    def level(self, name: str, kind: ConceptType) -> int:
        """How well known a name is as a thing of this type: 0 not at all, then a step for each doubling of papers.

        >>> terms = KnownTerms({("diffusionmodel", ConceptType.METHOD): 300})
        >>> terms.level("Diffusion Models", ConceptType.METHOD), terms.level("diffusion model", ConceptType.TASK)
        (9, 0)
        """
        return self.papers.get((fold(name), kind), 0).bit_length()

    @classmethod
    @cache
    def load(cls) -> "KnownTerms":
        """The terms that are shipped: a line each with name, type and papers, tabs between (`training/terms.py`)."""
        lines = weights_path("terms.tsv").read_text(encoding="utf-8").splitlines()
        rows = (line.split("\t") for line in lines if not line.startswith("#"))
        return cls({(fold(name), ConceptType(kind)): int(papers) for name, kind, papers in rows})
