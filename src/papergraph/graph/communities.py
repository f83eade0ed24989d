"""Which concepts belong together: clusters of those that the same papers name.

They are found by the Leiden algorithm (Traag et al., 2019, https://doi.org/10.1038/s41598-019-41695-z).
"""

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from graspologic_native import leiden

from papergraph.vocabulary import NodeType, Role

if TYPE_CHECKING:
    from papergraph.graph.schema import Network

_PER_PAPER = 8  # a paper ties its most salient concepts together; all pairs of all would drown them
_ROLES = frozenset(role.value for role in Role)
_SEED = 1  # Leiden breaks ties by chance; with a seed, and ties in one order, always in the same way


def _ties(network: "Network") -> dict[tuple[str, str], float]:
    """Pairs of concepts that papers name together, a paper's ties weighing one for each concept."""
    ties: dict[tuple[str, str], float] = {}
    salience = network.nodes(data="salience")
    for paper, kind in sorted(network.nodes(data="type")):
        if kind == NodeType.PAPER:
            named = {c for _, c, key in network.out_edges(paper, keys=True) if key in _ROLES}
            central = sorted(named, key=lambda c: (-salience[c], c))[:_PER_PAPER]
            for pair in combinations(sorted(central), 2):
                ties[pair] = ties.get(pair, 0.0) + 1.0 / len(central)
    return ties


def _strongest_neighbour(network: "Network", concept: str, known: dict[str, int]) -> int | None:
    """The community that a concept outside the ties meets most often in its papers."""
    meets: Counter[int] = Counter()
    for paper, _, key in network.in_edges(concept, keys=True):
        if key in _ROLES:
            meets.update(known[c] for _, c in network.out_edges(paper) if c in known)
    return min(meets, key=lambda c: (-meets[c], c), default=None)


def _clusters(ties: dict[tuple[str, str], float]) -> list[list[str]]:
    """The tied concepts in clusters, the largest first."""
    if not ties:
        return []
    _, labels = leiden([(one, other, weight) for (one, other), weight in ties.items()], seed=_SEED)
    found: dict[int, list[str]] = defaultdict(list)
    for concept in sorted(labels):
        found[labels[concept]].append(concept)
    return sorted(found.values(), key=lambda members: (-len(members), members[0]))


def set_communities(network: "Network") -> None:
    """Set each concept's `community`, 0 the largest, always the same."""
    clusters = _clusters(_ties(network))
    known = {concept: number for number, members in enumerate(clusters) for concept in members}
    for concept, kind in network.nodes(data="type"):
        if kind not in {NodeType.PAPER, NodeType.RESULT}:
            mine = known.get(concept)
            mine = _strongest_neighbour(network, concept, known) if mine is None else mine
            network.nodes[concept]["community"] = len(clusters) if mine is None else mine
