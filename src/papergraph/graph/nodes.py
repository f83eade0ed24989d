"""What users get when they ask for a node, an edge's evidence or a path."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Node:
    """A concept, a paper or a result.

    Attributes:
        key: Its key in the network, the last part of its IRI.
        type: "Paper", "Method", "Benchmark", "Phenomenon", "Task", "Metric" or "Result".
        label: Its canonical name or title.
        aliases: Its other names, most used first.
        data: All of the node's attributes, as `papergraph.graph.schema` has them.
    """

    key: str
    type: str
    label: str
    aliases: tuple[str, ...] = ()
    data: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True)
class Quote:
    r"""A place in a paper that says something.

    Attributes:
        paper: Which paper.
        start: Start of the sentence, in characters of `title + "\n" + abstract`.
        end: Its end, not included.
        marks: What in it is meant, as (start, end) counted likewise.
        text: The sentence, or None where the graph holds no quotes.
        confidence: 0 to 1.
    """

    paper: Node
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    text: str | None
    confidence: float


@dataclass(frozen=True)
class Statement:
    """An edge: what is said of two nodes, and by whom.

    Attributes:
        head: The node it starts from.
        relation: Its name in snake_case, e.g. "mitigates", "proposes".
        tail: The node it leads to.
        confidence: 0 to 1.
        quotes: Every place that says so.
    """

    head: Node
    relation: str
    tail: Node
    confidence: float
    quotes: tuple[Quote, ...]
