"""Papers taken out of a built graph, and back in. The store remembers which, so that a rebuild keeps them out."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import networkx as nx

from papergraph.builder import STORE, Builder
from papergraph.errors import GraphFolderError, NotFoundError, PapergraphError
from papergraph.graph.knowledge import KnowledgeGraph
from papergraph.graph.lookup import NameIndex
from papergraph.graph.schema import Network
from papergraph.identifiers import paper_key
from papergraph.names import fold
from papergraph.store import Store
from papergraph.vocabulary import NodeType
from papergraph.watching import Watcher, silent


def forget_papers(
    graph: KnowledgeGraph, folder: Path, names: Sequence[str], *, undo: bool = False, progress: Watcher = silent
) -> tuple[list[str], KnowledgeGraph]:
    """Take papers out of a folder's graph, or back in, and write its files again; `papergraph.forget` tells more.

    Returns:
        The papers' titles, and the graph as it is now.
    """
    if not (folder / STORE).is_file():
        advice = f"build it again: papergraph build SOURCE --out {folder}"
        raise GraphFolderError(f"{folder}: no {STORE} here, which knows what the papers say; {advice}")
    with Store(folder / STORE) as store:
        titles = _remember(store, names) if undo else _forget(store, graph.network, names)
        builder = Builder(store, progress=progress)
        builder.read([])
        builder.extract()
        rest = builder.graph(quotes=graph.network.graph["quotes"])
        builder.write(rest, folder)
    return titles, rest


def _forget(store: Store, network: Network, names: Iterable[str]) -> list[str]:
    papers = network.subgraph([key for key, kind in network.nodes(data="type") if kind == NodeType.PAPER])
    found = _find(papers, names, "no paper in the graph")
    if len(found) == len(papers):
        raise GraphFolderError("no paper would be left: delete the folder instead")
    for key in found:
        title, arxiv = papers.nodes[key]["label"], papers.nodes[key]["arxiv"]
        store.forget(title, arxiv, unnumbered=key == paper_key(title))
    return [papers.nodes[key]["label"] for key in found]


def _remember(store: Store, names: Iterable[str]) -> list[str]:
    forgotten: Network = nx.MultiDiGraph()
    for title, arxiv in store.forgotten():
        known = {"type": NodeType.PAPER, "label": title, "arxiv": arxiv, "aliases": [paper_key(title)]}
        forgotten.add_node(paper_key(title, arxiv), **known)
    found = _find(forgotten, names, "no forgotten paper")
    for key in found:
        store.remember(forgotten.nodes[key]["label"], forgotten.nodes[key]["arxiv"])
    return [forgotten.nodes[key]["label"] for key in found]


def _find(papers: Network, names: Iterable[str], nothing: str) -> list[str]:
    """Keys of the papers, each once.

    Raises:
        NotFoundError: One of the names is no paper's.
        PapergraphError: One of them is several papers'.
    """
    index = NameIndex(papers)
    found = []
    for name in names:
        # One title in several spellings is still one title.
        keys = [name] if name in papers else [*dict.fromkeys(index.find(name) + index.find(fold(name) or name))]
        if not keys:
            raise NotFoundError(name, index.near(name), nothing)
        if len(keys) > 1:
            raise PapergraphError(
                f"several papers are called {name!r}: say which by its key: {', '.join(sorted(keys))}"
            )
        found.append(keys[0])
    return [*dict.fromkeys(found)]
