"""The graph that users hold in their hands."""

import tempfile
import webbrowser
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import networkx as nx

from papergraph.errors import MissingExtraError, NotFoundError
from papergraph.graph.lookup import NameIndex
from papergraph.graph.nodes import Node, Quote, Statement
from papergraph.graph.paths import shortest_paths
from papergraph.vocabulary import NodeType, RelationType, Role

if TYPE_CHECKING:
    import pandas as pd
    import pyoxigraph
    import rdflib

Network: TypeAlias = "nx.MultiDiGraph[str]"
_Term = TypeVar("_Term", Role, RelationType)


class KnowledgeGraph:
    """Papers, concepts and results of a field, over one `networkx.MultiDiGraph`.

    Names are any of a node's names, in any letter case, or its key. A name that several nodes share
    stands for the one that most papers name; `find` gives all of them.

    Attributes:
        network: The graph itself; `papergraph.graph.schema` says what stands on nodes and edges.
            `network.graph` holds `title`, `version`, `extractor`, `quotes` (bool) and `sources` (names).
    """

    def __init__(self, network: "Network") -> None:
        self.network = network

    def __repr__(self) -> str:
        kinds = list(dict(self.network.nodes(data="type")).values())
        papers = kinds.count(NodeType.PAPER)
        concepts = len(kinds) - papers - kinds.count(NodeType.RESULT)
        return f"<KnowledgeGraph: {papers} papers, {concepts} concepts, {self.network.number_of_edges()} edges>"

    def __len__(self) -> int:
        return len(self.network)

    def __contains__(self, name: str) -> bool:
        return bool(self._names.find(name))

    def __getitem__(self, name: str) -> Node:
        """The node with that name.

        Raises:
            NotFoundError: There is none; the error names some that are written much like it.
        """
        return self._node(self._key(name))

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self.network)

    def _key(self, name: str) -> str:
        found = self._names.find(name)
        if not found:
            raise NotFoundError(name, self._names.near(name))
        return found[0]

    def _node(self, key: str) -> Node:
        data = self.network.nodes[key]
        return Node(key, data["type"], data["label"], tuple(data["aliases"]), data)

    def find(self, name: str) -> list[Node]:
        """All nodes with that name, those that most papers name first; empty where there is none."""
        return [self._node(key) for key in self._names.find(name)]

    def _nodes(self, kind: NodeType) -> list[Node]:
        return [self._node(key) for key, data in self.network.nodes(data=True) if data["type"] == kind]

    def papers(self, **roles: str) -> list[Node]:
        """Papers, newest first; `proposes="LoRA", studies="grokking"` keeps those that do all of these.

        `mentions` is any role: whatever a paper does with a concept, it mentions it.

        Raises:
            NotFoundError: The graph has no such name.
            TypeError: There is no such role.
        """
        found = self._nodes(NodeType.PAPER)
        for word, name in roles.items():
            role = _term(Role, word)
            keys = set(Role) if role is Role.MENTIONS else {role}
            concepts = set(self._names.find(name)) or {self._key(name)}
            found = [
                paper
                for paper in found
                if any(
                    tail in concepts and key in keys for _, tail, key in self.network.out_edges(paper.key, keys=True)
                )
            ]
        return sorted(found, key=lambda paper: (paper.data["date"] or "", paper.key), reverse=True)

    def _concepts(self, kind: NodeType, relations: dict[str, str]) -> list[Node]:
        rank = {node.key: float(node.data["papers"]) for node in self._nodes(kind)}
        for word, name in relations.items():
            tails = set(self._names.find(name)) or {self._key(name)}
            said = {
                head: max(rank.get(head, 0.0), data["confidence"] + len(data["papers"]))
                for head, tail, key, data in self.network.in_edges(tails, keys=True, data=True)
                if key == _term(RelationType, word)
            }
            rank = {key: said[key] for key in rank if key in said}
        return [self._node(key) for key in sorted(rank, key=lambda key: (-rank[key], key))]

    def methods(self, **relations: str) -> list[Node]:
        """Methods, best supported first; `mitigates="catastrophic forgetting"` keeps those of which that is said.

        Raises:
            NotFoundError: The graph has no such name.
            TypeError: There is no such relation.
        """
        return self._concepts(NodeType.METHOD, relations)

    def benchmarks(self, **relations: str) -> list[Node]:
        """Benchmarks, like `methods`."""
        return self._concepts(NodeType.BENCHMARK, relations)

    def phenomena(self, **relations: str) -> list[Node]:
        """Phenomena, like `methods`."""
        return self._concepts(NodeType.PHENOMENON, relations)

    def tasks(self, **relations: str) -> list[Node]:
        """Tasks, like `methods`."""
        return self._concepts(NodeType.TASK, relations)

    def metrics(self, **relations: str) -> list[Node]:
        """Metrics, like `methods`."""
        return self._concepts(NodeType.METRIC, relations)

    def quote(self, evidence: dict[str, Any]) -> Quote:
        """An edge's piece of evidence with its paper and, where the graph has quotes, its sentence."""
        paper = self._node(evidence["paper"])
        text = paper.data.get("text")
        start, end = evidence["start"], evidence["end"]
        marks = tuple((mark[0], mark[1]) for mark in evidence["marks"])
        return Quote(paper, start, end, marks, text[start:end] if text else None, evidence["confidence"])

    def statements(self, name: str) -> list[Statement]:
        """Everything that is said of a node, both ways, best supported first.

        Raises:
            NotFoundError: The graph has no such name.
        """
        key = self._key(name)
        edges = {
            (head, tail, relation): data
            for view in (self.network.out_edges, self.network.in_edges)
            for head, tail, relation, data in view(key, keys=True, data=True)
        }
        ranked = sorted(edges.items(), key=lambda e: (-len(e[1]["papers"]), -e[1]["confidence"], e[0]))
        return [self._statement(*edge, data) for edge, data in ranked]

    def _statement(self, head: str, tail: str, relation: str, data: dict[str, Any]) -> Statement:
        quotes = tuple(map(self.quote, data["evidence"]))
        return Statement(self._node(head), relation, self._node(tail), data["confidence"], quotes)

    def evidence(self, head: str, relation: str, tail: str) -> list[Quote]:
        """Who says that `head` stands in a relation to `tail`, and in which words.

        Raises:
            NotFoundError: The graph has no such name.
        """
        data = self.network.get_edge_data(self._key(head), self._key(tail), key=relation)
        return [self.quote(place) for place in data["evidence"]] if data else []

    def path(self, start: str, end: str, count: int = 3) -> list[list[Node]]:
        """The best of the shortest ways between two nodes; empty where there is none.

        Raises:
            NotFoundError: The graph has no such name.
        """
        found = shortest_paths(self.network, self._key(start), self._key(end), count)
        return [[self._node(key) for key in path] for path in found]

    def between(self, one: Node, other: Node) -> list[Statement]:
        """The edges between two nodes, both ways."""
        return [
            self._statement(head, tail, relation, data)
            for head, tail in ((one.key, other.key), (other.key, one.key))
            for relation, data in (self.network.get_edge_data(head, tail) or {}).items()
        ]

    def results(self, name: str | None = None) -> list[Node]:
        """Reported results, newest paper first: all, or those of a benchmark, method, metric or paper.

        Raises:
            NotFoundError: The graph has no such name.
        """
        found = self._nodes(NodeType.RESULT)
        if name is not None:
            keys = set(self._names.find(name)) or {self._key(name)}
            linked = {head for head, _ in self.network.in_edges(keys)}
            found = [result for result in found if result.key in linked]
        # Keys of one paper's results end in their number, so they stay in the order of its text.
        by_place = sorted(found, key=lambda result: result.key)
        return sorted(by_place, key=lambda result: self._reported(result) or "", reverse=True)

    def _reported(self, result: Node) -> str | None:
        papers = (tail for _, tail in self.network.out_edges(result.key))
        return next((d["date"] for key in papers if (d := self.network.nodes[key])["type"] == NodeType.PAPER), None)

    def sparql(self, query: str) -> list[dict[str, Any]]:
        """Rows of a SPARQL SELECT, a dict each; the package's prefixes are known.

        Raises:
            QueryError: The query cannot be run.
        """
        from papergraph.sparql.memory import rows  # noqa: PLC0415 - Oxigraph only where it is asked for

        return rows(self._store, query)

    @cached_property
    def _store(self) -> "pyoxigraph.Store":
        from papergraph.sparql.memory import store_of  # noqa: PLC0415

        return store_of(self.network)

    def to_rdflib(self) -> "rdflib.Graph":
        """The graph's RDF as an `rdflib.Graph`."""
        from papergraph.export.rdflib import to_rdflib  # noqa: PLC0415 - slow to import

        return to_rdflib(self.network)

    def to_pandas(self) -> "tuple[pd.DataFrame, pd.DataFrame]":
        """Nodes (indexed by key) and edges (head, relation, tail …) as data frames.

        Raises:
            MissingExtraError: pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - an optional part
        except ImportError as error:
            raise MissingExtraError("to_pandas()", "pandas") from error
        nodes = pd.DataFrame.from_dict(dict(self.network.nodes(data=True)), orient="index").rename_axis("key")
        edges = [
            {"head": head, "relation": key, "tail": tail, **data}
            for head, tail, key, data in self.network.edges(keys=True, data=True)
        ]
        columns = ["head", "relation", "tail", "papers", "evidence", "confidence"]
        return nodes, pd.DataFrame(edges, columns=columns)

    def write(self, folder: str | Path) -> list[Path]:
        """Write all the graph's files into a folder and return their paths."""
        from papergraph.export.files import write_files  # noqa: PLC0415 - all the formats

        return write_files(self.network, Path(folder))

    def explore(self) -> Path:
        """Open the explorer in the web browser; returns the page's path."""
        from papergraph.export.explorer.page import write_page  # noqa: PLC0415

        page = Path(tempfile.mkdtemp(prefix="papergraph-")) / "graph.html"
        write_page(self.network, page)
        webbrowser.open(page.as_uri())
        return page

    def _repr_html_(self) -> str:
        from papergraph.export.explorer.notebook import notebook_html  # noqa: PLC0415

        return notebook_html(self.network)


def _term(terms: type[_Term], word: str) -> _Term:
    try:
        return terms(word)
    except ValueError:
        known = ", ".join(term.value for term in terms)
        raise TypeError(f"there is no {word!r} to ask for; there are {known}") from None
