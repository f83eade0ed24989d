"""Which concepts belong together: clusters of those that the same papers name."""

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

from papergraph.vocabulary import NodeType, Role

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

_PER_PAPER = 8  # a paper ties its most salient concepts together; all pairs of all would drown them
_ROLES = frozenset(role.value for role in Role)


def _ties(network: "Network") -> "nx.Graph[str]":
    """Concepts tied by papers that name both, a paper's ties weighing one in all."""
    ties: Counter[tuple[str, str]] = Counter()
    salience = network.nodes(data="salience")
    for paper, kind in sorted(network.nodes(data="type")):
        if kind == NodeType.PAPER:
            named = {c for _, c, key in network.out_edges(paper, keys=True) if key in _ROLES}
            central = sorted(named, key=lambda c: (-salience[c], c))[:_PER_PAPER]
            for pair in combinations(sorted(central), 2):
                ties[pair] += 1.0 / len(central)  # type: ignore[assignment]
    graph: nx.Graph[str] = nx.Graph()
    for (a, b), weight in sorted(ties.items()):
        graph.add_edge(a, b, weight=weight)
    return graph


def _strongest_neighbour(network: "Network", concept: str, known: dict[str, int]) -> int | None:
    """The community that a concept outside the ties meets most often in its papers."""
    meets: Counter[int] = Counter()
    for paper, _, key in network.in_edges(concept, keys=True):
        if key in _ROLES:
            meets.update(known[c] for _, c in network.out_edges(paper) if c in known)
    return min(meets, key=lambda c: (-meets[c], c), default=None)


def set_communities(network: "Network") -> None:
    """Set each concept's `community`, 0 the largest: Louvain's method (Blondel et al., 2008), always the same."""
    found = nx.community.louvain_communities(_ties(network), weight="weight", seed=0)
    ranked = sorted(found, key=lambda members: (-len(members), min(members)))
    known = {concept: number for number, members in enumerate(ranked) for concept in members}
    for concept, kind in network.nodes(data="type"):
        if kind not in {NodeType.PAPER, NodeType.RESULT}:
            number = known.get(concept)
            number = _strongest_neighbour(network, concept, known) if number is None else number
            network.nodes[concept]["community"] = len(ranked) if number is None else number
