"""What a build has made, counted: `report.json` and the summary on the command line."""

import platform
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from papergraph.errors import SourceError
from papergraph.vocabulary import ConceptType, NodeType, RelationType, Role

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

_LIBRARIES = ("papergraph", "spacy", "networkx", "pyoxigraph", "rdflib", "pyvis")


def count(network: "Network") -> dict[str, Any]:
    """Papers, concepts by type, what papers do, relations and results of a graph."""
    kinds = Counter(dict(network.nodes(data="type")).values())
    edges = Counter(key for _, _, key in network.edges(keys=True))
    return {
        "papers": kinds[NodeType.PAPER],
        "dated": sum(1 for _, d in network.nodes(data=True) if d["type"] == NodeType.PAPER and d["date"]),
        "concepts": {kind.value: kinds[kind.value] for kind in ConceptType},
        "roles": {role.value: edges[role.value] for role in Role},
        "relations": {relation.value: edges[relation.value] for relation in RelationType},
        "results": kinds[NodeType.RESULT],
    }


@dataclass
class Report:
    """What happened in a build.

    Attributes:
        sources: Names of the sources with the number of their records.
        problems: What could not be read, or was read with a doubt.
        forgotten: Titles of the papers that were left out because someone forgot them.
        extracted: Papers that were read by the extractor in this build; the others were known.
        seconds: How long each stage took.
        counts: What the graph holds.
        extractor: The extractor's version.
    """

    sources: list[tuple[str, int]] = field(default_factory=list)
    problems: Sequence[SourceError] = ()
    forgotten: Sequence[str] = ()
    extracted: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    counts: dict[str, Any] = field(default_factory=dict)
    extractor: str = ""

    def to_json(self) -> dict[str, Any]:
        """The report as `report.json` holds it."""
        return {
            "counts": self.counts,
            "records": sum(records for _, records in self.sources),
            "sources": [{"name": name, "records": records} for name, records in self.sources],
            "skipped": [{"source": p.source, "place": p.place, "problem": p.problem} for p in self.problems],
            "forgotten": list(self.forgotten),
            "extracted": self.extracted,
            "seconds": {stage: round(seconds, 3) for stage, seconds in self.seconds.items()},
            "versions": {
                "python": platform.python_version(),
                "extractor": self.extractor,
                **{name: version(name) for name in _LIBRARIES},
            },
        }
