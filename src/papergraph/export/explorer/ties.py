"""What draws concepts together on the map: relations between them and papers that name both."""

from collections import defaultdict
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from papergraph.graph.schema import Network
from papergraph.vocabulary import ConceptType, NodeType

_RELATION = 2.0  # a stated relation binds as much as this many papers about nothing else
_CONCEPTS = frozenset(kind.value for kind in ConceptType)


class Ties(NamedTuple):
    """Both directions of every tie, as parallel arrays of node numbers and weights."""

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    weight: NDArray[np.float64]


def concepts_of(network: Network) -> list[str]:
    """Keys of the concepts, most salient first."""
    found = [key for key, node in network.nodes(data=True) if node["type"] in _CONCEPTS]
    return sorted(found, key=lambda key: (-network.nodes[key]["salience"], key))


def papers_of(network: Network) -> list[str]:
    """Keys of the papers, sorted."""
    return sorted(key for key, node in network.nodes(data=True) if node["type"] == NodeType.PAPER)


def tie(network: Network, concepts: list[str]) -> Ties:
    """How strongly each pair of `concepts` hangs together; what everyone names binds little."""
    number = {key: place for place, key in enumerate(concepts)}
    weights: defaultdict[tuple[int, int], float] = defaultdict(float)
    for paper in papers_of(network):
        named = sorted({number[key] for key in network.successors(paper) if key in number})
        for pair in combinations(named, 2):
            weights[pair] += 1 / (len(named) - 1)
    for head, tail in network.edges():
        if head in number and tail in number and head != tail:
            one, other = sorted((number[head], number[tail]))
            weights[one, other] += _RELATION
    pairs = np.array(sorted(weights), dtype=np.int64).reshape(-1, 2)
    weight = np.array([weights[one, other] for one, other in pairs.tolist()])
    papers = np.array([max(network.nodes[key]["papers"], 1) for key in concepts], dtype=np.float64)
    weight /= np.sqrt(papers[pairs[:, 0]] * papers[pairs[:, 1]])
    return Ties(
        np.concatenate([pairs[:, 0], pairs[:, 1]]),
        np.concatenate([pairs[:, 1], pairs[:, 0]]),
        np.concatenate([weight, weight]),
    )
