"""The words the graph is written in: node types, roles and relations, each defined once.

The ontology, the SHACL shapes, the command line's choices and the explorer's legend all take their
terms from here. A term's `value` is its name in JSON and in NetworkX; `camel` gives its RDF name.
"""

from enum import StrEnum
from typing import NamedTuple


class ConceptType(StrEnum):
    """What kind of thing a concept is."""

    METHOD = "Method"
    BENCHMARK = "Benchmark"
    PHENOMENON = "Phenomenon"
    TASK = "Task"
    METRIC = "Metric"


class NodeType(StrEnum):
    """What kind of thing a node of the graph is: a concept's type, a paper or a result."""

    PAPER = "Paper"
    METHOD = "Method"
    BENCHMARK = "Benchmark"
    PHENOMENON = "Phenomenon"
    TASK = "Task"
    METRIC = "Metric"
    RESULT = "Result"


class Role(StrEnum):
    """What a paper does with a concept, strongest first: the edge from the paper to it."""

    PROPOSES = "proposes"
    STUDIES = "studies"
    ADDRESSES = "addresses"
    USES = "uses"
    COMPARES = "compares"
    EVALUATES_ON = "evaluates_on"
    MENTIONS = "mentions"


class Finder(StrEnum):
    """Which part of the extractor found a mention."""

    TAGGER = "tagger"
    ABBREVIATION = "abbreviation"
    REPEAT = "repeat"


class RelationType(StrEnum):
    """How one concept stands to another: the edge between them."""

    BUILDS_ON = "builds_on"
    OUTPERFORMS = "outperforms"
    APPLIED_TO = "applied_to"
    EVALUATED_ON = "evaluated_on"
    MITIGATES = "mitigates"
    IMPROVES = "improves"
    EXHIBITS = "exhibits"
    EXPLAINS = "explains"
    CAUSES = "causes"
    PART_OF = "part_of"
    IS_A = "is_a"


class ResultLink(StrEnum):
    """How a result hangs on the rest of the graph: the edges from its node."""

    OF_METHOD = "of_method"
    ON_BENCHMARK = "on_benchmark"
    BY_METRIC = "by_metric"
    OVER_BASELINE = "over_baseline"
    REPORTED_IN = "reported_in"


class ResultKind(StrEnum):
    """Whether a number is a level that was reached or a difference to a baseline."""

    ABSOLUTE = "absolute"
    GAIN = "gain"


class Signature(NamedTuple):
    """Which concept types may stand at a relation's ends."""

    heads: frozenset[ConceptType]
    tails: frozenset[ConceptType]

    def allows(self, head: ConceptType, tail: ConceptType) -> bool:
        """Whether an edge between concepts of these types makes sense."""
        return head in self.heads and tail in self.tails


_ANY = frozenset(ConceptType)
_METHOD = frozenset({ConceptType.METHOD})
_PHENOMENON = frozenset({ConceptType.PHENOMENON})

SIGNATURES: dict[RelationType, Signature] = {
    RelationType.BUILDS_ON: Signature(_METHOD, _METHOD),
    RelationType.OUTPERFORMS: Signature(_METHOD, _METHOD),
    RelationType.APPLIED_TO: Signature(_METHOD, frozenset({ConceptType.TASK})),
    RelationType.EVALUATED_ON: Signature(_METHOD, frozenset({ConceptType.BENCHMARK})),
    RelationType.MITIGATES: Signature(_METHOD, _PHENOMENON),
    RelationType.IMPROVES: Signature(
        _METHOD, frozenset({ConceptType.PHENOMENON, ConceptType.TASK, ConceptType.METRIC})
    ),
    RelationType.EXHIBITS: Signature(_METHOD, _PHENOMENON),
    RelationType.EXPLAINS: Signature(_METHOD, _PHENOMENON),
    RelationType.CAUSES: Signature(_ANY, _PHENOMENON),
    RelationType.PART_OF: Signature(_ANY, _ANY),
    RelationType.IS_A: Signature(_ANY, _ANY),
}
"""Heads and tails of each relation, as the annotation guidelines give them."""

MEASURED: dict[ResultLink, frozenset[ConceptType]] = {
    ResultLink.OF_METHOD: _METHOD,
    ResultLink.ON_BENCHMARK: frozenset({ConceptType.BENCHMARK}),
    ResultLink.BY_METRIC: frozenset({ConceptType.METRIC, ConceptType.PHENOMENON}),
    ResultLink.OVER_BASELINE: _METHOD,
}
"""What a result may hang on. A phenomenon is measured, too: by how much hallucination falls."""

DEFINITIONS: dict[StrEnum, str] = {
    NodeType.PAPER: "A scholarly article, known by its title and abstract.",
    ConceptType.METHOD: "A model, algorithm, architecture, training or inference technique, paradigm or tool.",
    ConceptType.BENCHMARK: "A named dataset, benchmark suite, leaderboard, simulator or challenge.",
    ConceptType.PHENOMENON: "A behaviour, effect, bias, failure mode or property of learning systems.",
    ConceptType.TASK: "A problem to be solved on data.",
    ConceptType.METRIC: "A measured quantity that is used for evaluation.",
    NodeType.RESULT: "A number that a paper reports as an outcome.",
    Role.PROPOSES: "The paper introduces the concept.",
    Role.STUDIES: "The concept is a main object of the paper's analysis.",
    Role.ADDRESSES: "The paper works on the task.",
    Role.USES: "The concept is a component, starting point or training data of what the paper does.",
    Role.COMPARES: "The paper compares itself with the concept.",
    Role.EVALUATES_ON: "The paper evaluates on the benchmark, or measures by the metric.",
    Role.MENTIONS: "The paper names the concept.",
    RelationType.BUILDS_ON: "Extends, is a variant of, or uses as a component or backbone.",
    RelationType.OUTPERFORMS: "Is reported to be better than, by some metric.",
    RelationType.APPLIED_TO: "Is used to solve the task.",
    RelationType.EVALUATED_ON: "Is evaluated on the benchmark.",
    RelationType.MITIGATES: "Reduces or avoids an undesired phenomenon.",
    RelationType.IMPROVES: "Makes a desired property, task or metric better.",
    RelationType.EXHIBITS: "Shows the phenomenon, or suffers from it.",
    RelationType.EXPLAINS: "Explains, measures or predicts the phenomenon.",
    RelationType.CAUSES: "Gives rise to the phenomenon.",
    RelationType.PART_OF: "Is a component, a subset or a member of.",
    RelationType.IS_A: "Is a kind of.",
    ResultLink.OF_METHOD: "The method that reached the result.",
    ResultLink.ON_BENCHMARK: "The benchmark on which the result was measured.",
    ResultLink.BY_METRIC: "The metric, or the phenomenon, that was measured.",
    ResultLink.OVER_BASELINE: "The method that the result is compared with.",
    ResultLink.REPORTED_IN: "The paper that reports the result.",
    ResultKind.ABSOLUTE: "A level that was reached.",
    ResultKind.GAIN: "A difference to a baseline, most often an improvement; its sentence says which way.",
}


PLURALS: dict[ConceptType, str] = {
    ConceptType.METHOD: "methods",
    ConceptType.BENCHMARK: "benchmarks",
    ConceptType.PHENOMENON: "phenomena",
    ConceptType.TASK: "tasks",
    ConceptType.METRIC: "metrics",
}
"""What several concepts of a type are called."""


def camel(term: StrEnum) -> str:
    """A term's local name in RDF.

    >>> camel(Role.EVALUATES_ON), camel(ConceptType.METHOD)
    ('evaluatesOn', 'Method')
    """
    first, *rest = term.value.split("_")
    return first + "".join(word.capitalize() for word in rest)
