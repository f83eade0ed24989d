"""Precision, recall and F1 of extraction, by the rules of the annotation guidelines.

An entity is found when a predicted one of the same paper shares a form with it (letter case, hyphens, spaces and a
plural ending aside) and, where types count, has its type; each is matched at most once.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from papergraph.names import words
from papergraph.vocabulary import ConceptType, Role

Paper = dict[str, Any]
_CORE = (ConceptType.METHOD, ConceptType.BENCHMARK, ConceptType.PHENOMENON)
_LINKED = ("benchmark", "metric")


def _form(name: str) -> str:
    return "".join(words(name))


def _forms(entity: Paper) -> set[str]:
    return {form for form in map(_form, [entity["name"], *entity.get("surfaces", [])]) if form}


@dataclass
class Count:
    """Hits, and how many there are in the gold and in the prediction."""

    hits: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, hits: int, gold: int, predicted: int) -> None:
        """Count one more paper."""
        self.hits += hits
        self.gold += gold
        self.predicted += predicted

    def row(self) -> dict[str, float]:
        """Precision, recall and F1, 0 where there is nothing to divide by."""
        total = self.gold + self.predicted
        return {
            "precision": round(self.hits / self.predicted, 4) if self.predicted else 0.0,
            "recall": round(self.hits / self.gold, 4) if self.gold else 0.0,
            "f1": round(2 * self.hits / total, 4) if total else 0.0,
            "gold": self.gold,
            "predicted": self.predicted,
        }


@dataclass
class Scores:
    """The table, and every entity that was missed, mistyped or not in the gold.

    Attributes:
        table: For each row its figures.
        misses: (what is wrong, type, name, title), e.g. ("missed", "Method", "SAM", "Sharpness …").
    """

    table: dict[str, dict[str, float]] = field(default_factory=dict)
    misses: list[tuple[str, str, str, str]] = field(default_factory=list)


def match(gold: Sequence[Paper], predicted: Sequence[Paper], *, typed: bool) -> dict[int, int]:
    """Pairs of gold and predicted entities, by index: those that share most forms first, same type first."""
    pairs = [
        (-len(shared), g["type"] != p["type"], i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if (shared := _forms(g) & _forms(p)) and (not typed or g["type"] == p["type"])
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _number(value: str) -> str:
    found = re.search(r"\d+(?:[.,]\d+)*", value)
    return found.group().replace(",", "") if found else _form(value)


class _Scorer:
    """Counts over papers."""

    def __init__(self) -> None:
        names = ("typed all", "typed core", *(f"typed {t}" for t in ConceptType), "untyped all", "proposed")
        self.counts = {name: Count() for name in names}
        self.roles, self.aliases = [0, 0], [0, 0]
        self.misses: list[tuple[str, str, str, str]] = []

    def add(self, gold: Paper, predicted: Paper) -> None:
        """Count one paper."""
        g, p = gold["entities"], predicted["entities"]
        self._entities(g, p)
        pairs = match(g, p, typed=False)
        self._count("untyped all", len(pairs), len(g), len(p))
        self._roles_and_aliases(g, p, pairs)
        self._list_misses(gold["title"], g, p, pairs)
        ids = {e["name"]: ("gold", i) for i, e in enumerate(g)}
        back = {j: i for i, j in pairs.items()}
        found = {e["name"]: ("gold", back[j]) if j in back else ("new", j) for j, e in enumerate(p)}
        self._relations(gold, predicted, ids, found)
        self._results(gold, predicted, ids, found)

    def _count(self, name: str, hits: int, gold: int, predicted: int) -> None:
        self.counts.setdefault(name, Count()).add(hits, gold, predicted)

    def _entities(self, gold: Sequence[Paper], predicted: Sequence[Paper]) -> None:
        groups: dict[str, Iterable[str]] = {"all": ConceptType, "core": _CORE, **{t.value: (t,) for t in ConceptType}}
        for name, kinds in groups.items():
            kept = set(kinds)
            g = [e for e in gold if e["type"] in kept]
            p = [e for e in predicted if e["type"] in kept]
            self._count(f"typed {name}", len(match(g, p, typed=True)), len(g), len(p))
        g = [e for e in gold if e.get("role") == Role.PROPOSES]
        p = [e for e in predicted if e.get("role") == Role.PROPOSES]
        self._count("proposed", len(match(g, p, typed=False)), len(g), len(p))

    def _roles_and_aliases(self, gold: Sequence[Paper], predicted: Sequence[Paper], pairs: dict[int, int]) -> None:
        for i, j in pairs.items():
            self.roles[0] += gold[i].get("role") == predicted[j].get("role")
            self.roles[1] += 1
        for i, entity in enumerate(gold):
            if len(_forms(entity)) > 1:
                self.aliases[0] += i in pairs and _forms(entity) <= _forms(predicted[pairs[i]])
                self.aliases[1] += 1

    def _list_misses(
        self, title: str, gold: Sequence[Paper], predicted: Sequence[Paper], pairs: dict[int, int]
    ) -> None:
        for i, entity in enumerate(gold):
            if i not in pairs:
                self.misses.append(("missed", entity["type"], entity["name"], title))
            elif predicted[pairs[i]]["type"] != entity["type"]:
                self.misses.append((f"typed {predicted[pairs[i]]['type']}", entity["type"], entity["name"], title))
        for j in sorted(set(range(len(predicted))) - set(pairs.values())):
            self.misses.append(("spurious", predicted[j]["type"], predicted[j]["name"], title))

    def _relations(self, gold: Paper, predicted: Paper, ids: Paper, found: Paper) -> None:
        g = {(ids[r["head"]], r["rel"], ids[r["tail"]]) for r in gold.get("relations", [])}
        p = {(found[r["head"]], r["rel"], found[r["tail"]]) for r in predicted.get("relations", [])}
        self._count("relations", len(g & p), len(g), len(p))
        g_pairs, p_pairs = {(h, t) for h, _, t in g}, {(h, t) for h, _, t in p}
        self._count("relations, any label", len(g_pairs & p_pairs), len(g_pairs), len(p_pairs))

    def _results(self, gold: Paper, predicted: Paper, ids: Paper, found: Paper) -> None:
        for name, parts in (("results, value", ()), ("results, value+benchmark+metric", _LINKED)):
            g = Counter(
                (_number(r["value"]), *(ids.get(r.get(k) or "") for k in parts)) for r in gold.get("results", [])
            )
            p = Counter((_number(r["value"]), *(found.get(r[k]) for k in parts)) for r in predicted.get("results", []))
            self._count(name, (g & p).total(), g.total(), p.total())

    def table(self) -> dict[str, dict[str, float]]:
        """All rows."""
        rows = {name: count.row() for name, count in self.counts.items()}
        rows["role accuracy"] = {"of matched entities": _share(self.roles), "matched": self.roles[1]}
        rows["alias merging"] = {"all forms in one entity": _share(self.aliases), "with several forms": self.aliases[1]}
        return rows


def _share(part: Sequence[int]) -> float:
    return round(part[0] / max(1, part[1]), 4)


def score(gold: Iterable[Paper], predicted: Iterable[Paper]) -> Scores:
    """Score papers against gold, both as JSON objects with `title`, `entities`, `relations`, `results`.

    Papers are joined by title; a gold paper that was not predicted counts as all missed, a predicted one that is
    not in the gold is left out.
    """
    by_title = {_form(paper["title"]): paper for paper in predicted}
    scorer = _Scorer()
    papers = {_form(paper["title"]): paper for paper in gold}
    for key, paper in papers.items():
        scorer.add(paper, by_title.get(key, {"entities": [], "relations": [], "results": []}))
    missing = sum(key not in by_title for key in papers)
    return Scores({"papers": {"gold": len(papers), "not predicted": missing}, **scorer.table()}, scorer.misses)
