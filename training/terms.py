"""Which names the field knows: counted over the annotated papers."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from gold import GoldPaper
from papergraph.extract.known import KnownTerms
from papergraph.names import fold
from papergraph.vocabulary import ConceptType

FEWEST = 4  # papers that name a general term

_HEAD = """# General terms of the field: name, type, and how many papers name it, of {papers} annotated papers; those
# that fewer than {fewest} name are left out. Made by training/train.py.
"""

Term = tuple[str, ConceptType]


class Census:
    """How many papers name what.

    Args:
        papers: Annotated papers.
    """

    def __init__(self, papers: Sequence[GoldPaper]) -> None:
        counts = Counter(term for paper in papers for term in _terms(paper))
        self.papers = {term: n for term, n in counts.items() if n >= FEWEST}

    def known(self, without: GoldPaper | None = None) -> KnownTerms:
        """The terms that several papers name. `without`: a paper that does not count, so that it can learn."""
        papers = dict(self.papers)
        for term in (_terms(without) if without else set()) & papers.keys():
            papers[term] -= 1
            if papers[term] < FEWEST:
                del papers[term]
        return KnownTerms(papers)


def write_terms(path: Path, papers: Sequence[GoldPaper]) -> None:
    """Count terms and write them as most papers do, the best known first."""
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    for paper in papers:
        for form in {form for entity in paper.gold["entities"] for form in _forms(entity)}:
            ways[fold(form)][form] += 1
    usual = {name: min(forms, key=lambda form, forms=forms: (-forms[form], form)) for name, forms in ways.items()}
    rows = sorted((-n, usual[name], kind.value) for (name, kind), n in Census(papers).papers.items())
    body = "".join(f"{form}\t{kind}\t{-n}\n" for n, form, kind in rows)
    path.write_text(_HEAD.format(papers=len(papers), fewest=FEWEST) + body, encoding="utf-8", newline="\n")


def _forms(entity: Mapping[str, Any]) -> list[str]:
    return [" ".join(form.split()) for form in (entity["name"], *entity["surfaces"])]


def _terms(paper: GoldPaper) -> set[Term]:
    entities = paper.gold["entities"]
    return {(fold(form), ConceptType(entity["type"])) for entity in entities for form in _forms(entity)}
