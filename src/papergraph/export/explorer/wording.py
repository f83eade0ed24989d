"""How the page says each term of the vocabulary, read from either end."""

from enum import StrEnum
from typing import NamedTuple

from papergraph.vocabulary import ConceptType, NodeType, RelationType, ResultLink, Role


class Reading(NamedTuple):
    """A term as a phrase: from the edge's head ("mitigates") and from its tail ("mitigated by")."""

    forward: str
    backward: str


READINGS: dict[StrEnum, Reading] = {
    Role.PROPOSES: Reading("proposes", "proposed by"),
    Role.STUDIES: Reading("studies", "studied by"),
    Role.ADDRESSES: Reading("addresses", "addressed by"),
    Role.USES: Reading("uses", "used by"),
    Role.COMPARES: Reading("compares with", "compared with in"),
    Role.EVALUATES_ON: Reading("evaluates on", "evaluated on in"),
    Role.MENTIONS: Reading("mentions", "mentioned by"),
    RelationType.BUILDS_ON: Reading("builds on", "built on by"),
    RelationType.OUTPERFORMS: Reading("outperforms", "outperformed by"),
    RelationType.APPLIED_TO: Reading("applied to", "solved with"),
    RelationType.EVALUATED_ON: Reading("evaluated on", "used to evaluate"),
    RelationType.MITIGATES: Reading("mitigates", "mitigated by"),
    RelationType.IMPROVES: Reading("improves", "improved by"),
    RelationType.EXHIBITS: Reading("exhibits", "exhibited by"),
    RelationType.EXPLAINS: Reading("explains", "explained by"),
    RelationType.CAUSES: Reading("causes", "caused by"),
    RelationType.PART_OF: Reading("part of", "has part"),
    RelationType.IS_A: Reading("is a kind of", "has kinds"),
    ResultLink.OF_METHOD: Reading("of method", "reaches"),
    ResultLink.ON_BENCHMARK: Reading("on benchmark", "measures"),
    ResultLink.BY_METRIC: Reading("by metric", "measures"),
    ResultLink.OVER_BASELINE: Reading("over baseline", "is the baseline of"),
    ResultLink.REPORTED_IN: Reading("reported in", "reports"),
}

PLURALS: dict[StrEnum, str] = {
    ConceptType.METHOD: "Methods",
    ConceptType.BENCHMARK: "Benchmarks",
    ConceptType.PHENOMENON: "Phenomena",
    ConceptType.TASK: "Tasks",
    ConceptType.METRIC: "Metrics",
    NodeType.PAPER: "Papers",
}

# pyvis' names of shapes; types differ in shape as well as in colour, so that either is enough
SHAPES: dict[StrEnum, str] = {
    ConceptType.METHOD: "dot",
    ConceptType.BENCHMARK: "square",
    ConceptType.PHENOMENON: "diamond",
    ConceptType.TASK: "triangle",
    ConceptType.METRIC: "hexagon",
    NodeType.PAPER: "box",
}
