"""Which names the field knows: counted over papers that the teacher labelled."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from papergraph.extract.known import KnownTerms
from papergraph.model import Entity
from papergraph.names import fold
from papergraph.vocabulary import ConceptType

FEWEST = 4  # papers that name a general term

_HEAD = """# General terms of the field: name, type, and how many papers name it, of {papers} papers of Hugging Face's
# Daily Papers as labelled by the teacher of the tagger; those that fewer than {fewest} name are left out.
# Made by training/train.py.
"""


def count_terms(papers: Iterable[Iterable[Entity]]) -> Counter[tuple[str, ConceptType]]:
    """For each folded form and type the number of papers that use it; rare ones are left out."""
    counts: Counter[tuple[str, ConceptType]] = Counter()
    for entities in papers:
        counts.update({(fold(form), e.type) for e in entities for form in (e.name, *e.surfaces)})
    return Counter({term: n for term, n in counts.items() if n >= FEWEST})


def usual_forms(papers: Iterable[Iterable[Entity]]) -> dict[str, str]:
    """For each folded form the way in which most papers write it."""
    ways: dict[str, Counter[str]] = {}
    for entities in papers:
        for form in {" ".join(form.split()) for e in entities for form in (e.name, *e.surfaces)}:
            ways.setdefault(fold(form), Counter())[form] += 1
    return {key: min(counts, key=lambda form: (-counts[form], form)) for key, counts in ways.items()}


def write_terms(path: Path, papers: list[list[Entity]]) -> KnownTerms:
    """Count terms and write them, the best known first."""
    counts, forms = count_terms(papers), usual_forms(papers)
    rows = sorted((-n, forms[name], kind.value) for (name, kind), n in counts.items())
    body = "".join(f"{form}\t{kind}\t{-n}\n" for n, form, kind in rows)
    path.write_text(_HEAD.format(papers=len(papers), fewest=FEWEST) + body, encoding="utf-8", newline="\n")
    return KnownTerms(counts)
