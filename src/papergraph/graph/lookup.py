"""Names to nodes: any name of a concept, any title or arXiv identifier of a paper."""

from collections import defaultdict
from difflib import get_close_matches
from typing import TYPE_CHECKING

from papergraph.names import fold
from papergraph.sources.identifier import arxiv_identifier
from papergraph.vocabulary import NodeType

if TYPE_CHECKING:
    from papergraph.graph.schema import Network


class NameIndex:
    """Finds nodes by folded name: letter case, hyphens, spaces and plurals don't matter."""

    def __init__(self, network: "Network") -> None:
        self._keys: dict[str, list[str]] = defaultdict(list)
        self._labels: dict[str, str] = {}
        nodes = [n for n in network.nodes(data=True) if n[1]["type"] != NodeType.RESULT]
        for key, data in sorted(nodes, key=lambda n: (-n[1].get("papers", 0), n[0])):
            self._labels.setdefault(data["label"].casefold(), data["label"])
            for name in dict.fromkeys([key, data["label"], *data["aliases"], data.get("arxiv") or key]):
                for form in {fold(name), name}:
                    if key not in self._keys[form]:
                        self._keys[form].append(key)

    def find(self, name: str) -> list[str]:
        """Keys of all nodes with that name, the exact key first, then those that most papers name."""
        return self._keys.get(name) or self._keys.get(arxiv_identifier(name) or fold(name)) or []

    def near(self, name: str) -> list[str]:
        """Up to three names that are written much like it, or that contain it."""
        wanted = name.casefold()
        close = get_close_matches(wanted, self._labels, n=3, cutoff=0.75)
        inside = sorted((label for label in self._labels if wanted and wanted in label), key=len)
        return [self._labels[label] for label in dict.fromkeys([*close, *inside])][:3]
