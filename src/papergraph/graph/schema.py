"""What stands on the nodes and edges of the network. Everything in it is plain JSON.

The network is a `networkx.MultiDiGraph`. A node's key is the last part of its IRI: `grokking.phenomenon`
style keys for concepts (`slug.type`), the title's slug for papers, `slug.result-N` for results. An edge's
key is its role, relation or result link in snake_case. An edge cannot be without evidence.
"""

from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

if TYPE_CHECKING:
    import networkx as nx

Network: TypeAlias = "nx.MultiDiGraph[str]"


class Evidence(TypedDict):
    r"""One place in one paper that says so.

    Attributes:
        paper: The paper's key.
        start: Where the sentence starts, in characters of the paper's `title + "\n" + abstract`.
        end: Where it ends (not included).
        marks: `[start, end]` of the mentions (or the value) in it, absolute like `start`.
        confidence: 0 to 1.
    """

    paper: str
    start: int
    end: int
    marks: list[list[int]]
    confidence: float


class PaperNode(TypedDict):
    r"""A paper. `text` is `title + "\n" + abstract`, absent where the graph was built without quotes."""

    type: Literal["Paper"]
    label: str
    aliases: list[str]
    date: str | None
    url: str | None
    arxiv: str | None
    links: list[str]
    sources: list[str]
    text: NotRequired[str]


class Merge(TypedDict):
    """Why a form counts as a name of a concept.

    Attributes:
        form: The other name.
        reason: "same form" (but for letter case), "spelling" (hyphens, plurals, variants of spelling), "word form"
            ("distributional shift"), "word order", "generic word" ("the ImageNet dataset"), "defined in" (a paper uses
            both for one thing, or defines the abbreviation in it), "so called in" (what one paper calls it, which joins
            no other paper's) or "listed in" with the user's file of links.
        paper: Key of the paper that defines or shortens, else "".
    """

    form: str
    reason: str
    paper: str


class ConceptNode(TypedDict):
    """A method, benchmark, phenomenon, task or metric.

    Attributes:
        aliases: Its other names, most used first.
        forms: How many papers use each name, `label` included.
        papers: How many papers name it.
        first: Date of the earliest dated paper that names it, or None.
        last: Date of the latest.
        salience: How central it is, 0 to 1.
        community: Number of the cluster of concepts it belongs to, 0 the largest.
        merges: The reason for each form.
        found_by: How many of its mentions each part of the extractor found.
    """

    type: Literal["Method", "Benchmark", "Phenomenon", "Task", "Metric"]
    label: str
    aliases: list[str]
    forms: dict[str, int]
    papers: int
    first: str | None
    last: str | None
    salience: float
    community: int
    merges: list[Merge]
    found_by: dict[str, int]


class ResultNode(TypedDict):
    """A number that a paper reports. `written` is the value as it stands there, `value` its decimal form."""

    type: Literal["Result"]
    label: str
    aliases: list[str]
    value: str
    written: str
    unit: str
    kind: Literal["absolute", "gain"]
    confidence: float


class EdgeData(TypedDict):
    """An edge: who says so, where, and how sure we are.

    Attributes:
        papers: Keys of the papers that say so, sorted.
        evidence: Every place, by paper and start.
        confidence: 1 - product of (1 - c) over independent papers, c a paper's best evidence.
    """

    papers: list[str]
    evidence: list[Evidence]
    confidence: float
