"""Names to nodes: any name of a concept, any title or arXiv identifier of a paper."""

from collections import defaultdict
from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from papergraph.names import fold
from papergraph.resolve.concept import IN_PASSING
from papergraph.sources.identifier import arxiv_identifier
from papergraph.vocabulary import NodeType

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

_PASSING = 2  # rank of what only one paper means by a name


def other_names(node: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """A node's aliases: its own, and those that only one paper means by it, "forgetting" for one kind of it."""
    passing = {merge["form"] for merge in node.get("merges", []) if merge["reason"] == IN_PASSING}
    return [a for a in node["aliases"] if a not in passing], [a for a in node["aliases"] if a in passing]


class NameIndex:
    """Finds nodes by folded name: letter case, hyphens, spaces and plurals don't matter."""

    def __init__(self, network: "Network") -> None:
        self._ranks: dict[str, dict[str, int]] = defaultdict(dict)
        self._labels: dict[str, str] = {}
        nodes = [n for n in network.nodes(data=True) if n[1]["type"] != NodeType.RESULT]
        for key, data in sorted(nodes, key=lambda n: (-n[1].get("papers", 0), n[0])):
            self._labels.setdefault(data["label"].casefold(), data["label"])
            own, passing = other_names(data)
            for rank, names in enumerate([[data["label"]], [key, data.get("arxiv") or key, *own], passing]):
                for form in {form for name in names for form in (fold(name), name.casefold(), name)}:
                    self._ranks[form].setdefault(key, rank)

    def _ranked(self, name: str) -> dict[str, int]:
        small = name.casefold()  # "LINES" may be LiNeS, though WILDS is not WILD
        ways = (name, arxiv_identifier(name) or fold(name), small, fold(small))
        return next(filter(None, map(self._ranks.get, ways)), {})

    def find(self, name: str) -> list[str]:
        """Keys of all nodes with that name: those that are called so first, then those that most papers name."""
        ranks = self._ranked(name)
        return sorted(ranks, key=lambda key: ranks[key])

    def meant(self, name: str) -> list[str]:
        """The same without those that only one paper calls so, unless there are no others."""
        ranks = self._ranked(name)
        return [key for key in self.find(name) if ranks[key] < _PASSING] or self.find(name)

    def near(self, name: str) -> list[str]:
        """Up to three names that are written much like it, or that contain it."""
        wanted = name.casefold()
        close = get_close_matches(wanted, self._labels, n=3, cutoff=0.75)
        inside = sorted((label for label in self._labels if wanted and wanted in label), key=len)
        return [self._labels[label] for label in dict.fromkeys([*close, *inside])][:3]
