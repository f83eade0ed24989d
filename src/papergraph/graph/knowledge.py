"""The graph that users hold in their hands."""

import tempfile
import webbrowser
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from papergraph.errors import NotFoundError
from papergraph.graph.asking import concepts_related, papers_doing, results_of
from papergraph.graph.lookup import NameIndex
from papergraph.graph.nodes import Node, Quote, Statement
from papergraph.graph.paths import shortest_paths
from papergraph.graph.schema import Network
from papergraph.vocabulary import NodeType, RelationType, ResultLink, Role

if TYPE_CHECKING:
    import pandas as pd
    import pyoxigraph
    import rdflib

Name: TypeAlias = str | Node
"""A node, or any of its names."""


class KnowledgeGraph:
    """Papers, concepts and results of a field, over one `networkx.MultiDiGraph`.

    Nodes are asked for by themselves (`Node`) or by any of their names, in any letter case, or their key. Of several
    nodes with one name that one is meant that is called so, else the one that most papers name; `find` gives all.

    Attributes:
        network: The graph itself; `papergraph.graph.schema` says what stands on nodes and edges.
            `network.graph` holds `title`, `version`, `extractor`, `quotes` (bool) and `sources` (names).
    """

    def __init__(self, network: Network) -> None:
        self.network = network

    def __repr__(self) -> str:
        kinds = list(dict(self.network.nodes(data="type")).values())
        papers = kinds.count(NodeType.PAPER)
        concepts = len(kinds) - papers - kinds.count(NodeType.RESULT)
        return f"<KnowledgeGraph: {papers} papers, {concepts} concepts, {self.network.number_of_edges()} edges>"

    def __len__(self) -> int:
        return len(self.network)

    def __iter__(self) -> Iterator[Node]:
        """All nodes: papers, concepts and results."""
        return map(self._node, self.network)

    def __contains__(self, name: Name) -> bool:
        return name.key in self.network if isinstance(name, Node) else bool(self._names.find(name))

    def __getitem__(self, name: Name) -> Node:
        """The node with that name.

        Raises:
            NotFoundError: There is none; the error names some that are written much like it.
        """
        return self._node(self._key(name))

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(self.network)

    def _keys(self, name: Name) -> list[str]:
        if isinstance(name, Node):
            return [name.key]
        found = self._names.meant(name) or ([name] if name in self.network else [])
        if not found:
            raise NotFoundError(name, self._names.near(name))
        return found

    def _key(self, name: Name) -> str:
        return self._keys(name)[0]

    def _node(self, key: str) -> Node:
        data = self.network.nodes[key]
        return Node(key, data["type"], data["label"], tuple(data["aliases"]), data)

    def find(self, name: str) -> list[Node]:
        """All nodes with that name: those that are called so, then those that most papers name."""
        return [self._node(key) for key in self._names.find(name)]

    def papers(self, **roles: Name) -> list[Node]:
        """Papers, newest first; `proposes="LoRA", studies="grokking"` keeps those that do all of these.

        `mentions` is any role: whatever a paper does with a concept, it mentions it.

        Raises:
            NotFoundError: The graph has no such name.
            TypeError: There is no such role.
        """
        found = papers_doing(self.network, {role: self._keys(name) for role, name in roles.items()})
        return list(map(self._node, found))

    def _concepts(self, kind: NodeType, relations: dict[str, Name]) -> list[Node]:
        tails = {relation: self._keys(name) for relation, name in relations.items()}
        return list(map(self._node, concepts_related(self.network, kind, tails)))

    def methods(self, **relations: Name) -> list[Node]:
        """Methods, best supported first; `mitigates="catastrophic forgetting"` keeps those of which that is said.

        Raises:
            NotFoundError: The graph has no such name.
            TypeError: There is no such relation.
        """
        return self._concepts(NodeType.METHOD, relations)

    def benchmarks(self, **relations: Name) -> list[Node]:
        """Benchmarks, like `methods`."""
        return self._concepts(NodeType.BENCHMARK, relations)

    def phenomena(self, **relations: Name) -> list[Node]:
        """Phenomena, like `methods`."""
        return self._concepts(NodeType.PHENOMENON, relations)

    def tasks(self, **relations: Name) -> list[Node]:
        """Tasks, like `methods`."""
        return self._concepts(NodeType.TASK, relations)

    def metrics(self, **relations: Name) -> list[Node]:
        """Metrics, like `methods`."""
        return self._concepts(NodeType.METRIC, relations)

    def quote(self, evidence: dict[str, Any]) -> Quote:
        """An edge's piece of evidence with its paper and, where the graph has quotes, its sentence."""
        paper = self._node(evidence["paper"])
        text = paper.data.get("text")
        start, end = evidence["start"], evidence["end"]
        marks = tuple((mark[0], mark[1]) for mark in evidence["marks"])
        return Quote(paper, start, end, marks, text[start:end] if text else None, evidence["confidence"])

    def statements(self, name: Name) -> list[Statement]:
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

    def evidence(self, head: Name, relation: str, tail: Name) -> list[Quote]:
        """Who says that `head` stands in a relation to `tail`, and in which words.

        Raises:
            NotFoundError: The graph has no such name.
            TypeError: There is no such relation.
        """
        if relation not in (*Role, *RelationType, *ResultLink):
            raise TypeError(f"there is no relation {relation!r}")
        data = self.network.get_edge_data(self._key(head), self._key(tail), key=relation)
        return [self.quote(place) for place in data["evidence"]] if data else []

    def path(self, start: Name, end: Name, count: int = 3) -> list[list[Node]]:
        """The best of the shortest ways between two nodes; empty where there is none.

        Raises:
            NotFoundError: The graph has no such name.
        """
        found = shortest_paths(self.network, self._key(start), self._key(end), count)
        return [[self._node(key) for key in path] for path in found]

    def between(self, one: Name, other: Name) -> list[Statement]:
        """The edges between two nodes, both ways.

        Raises:
            NotFoundError: The graph has no such name.
        """
        pair = self._key(one), self._key(other)
        return [
            self._statement(head, tail, relation, data)
            for head, tail in (pair, pair[::-1])
            for relation, data in (self.network.get_edge_data(head, tail) or {}).items()
        ]

    def results(self, name: Name | None = None) -> list[Node]:
        """Reported results, newest paper first: all, or those of a benchmark, method, metric or paper.

        Raises:
            NotFoundError: The graph has no such name.
        """
        return list(map(self._node, results_of(self.network, None if name is None else self._keys(name))))

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
        from papergraph.export.pandas import to_pandas  # noqa: PLC0415 - an optional part

        return to_pandas(self.network)

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
