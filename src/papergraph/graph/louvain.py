"""Louvain's method (Blondel et al., 2008, https://doi.org/10.1088/1742-5468/2008/10/P10008), for large networks.

NetworkX visits all nodes in every round; here, as in the fast local moving of Traag et al. (2019,
https://doi.org/10.1038/s41598-019-41695-z), only those are visited again whose neighbours have moved. Nothing is drawn
by chance: nodes are taken in their order.
"""

from collections import deque
from collections.abc import Iterable

_GAIN = 1e-9  # less is rounding
Neighbours = list[dict[int, float]]


def communities(count: int, ties: Iterable[tuple[int, int, float]]) -> list[int]:
    """A community for each of the nodes 0 to count - 1, such that modularity is high.

    Args:
        count: How many nodes there are.
        ties: Pairs of different nodes with their weight, each pair once.

    >>> communities(5, [(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0), (2, 3, 0.1), (3, 4, 1.0)])
    [0, 0, 0, 1, 1]
    """
    neighbours: Neighbours = [{} for _ in range(count)]
    for one, other, weight in ties:
        neighbours[one][other] = neighbours[other][one] = weight
    found = list(range(count))
    inner = [0.0] * count  # what ties the members of an aggregated node to each other, both ways
    while True:
        home = _numbered(_move(neighbours, inner))
        found = [home[community] for community in found]
        if len(set(home)) == len(neighbours):
            return found
        neighbours, inner = _aggregate(neighbours, inner, home)


def _move(neighbours: Neighbours, inner: list[float]) -> list[int]:
    """Move nodes to the neighbouring community that gains most, until none gains."""
    home = list(range(len(neighbours)))
    strength = [sum(near.values()) + own for near, own in zip(neighbours, inner, strict=True)]
    total = strength.copy()  # of each community
    whole = sum(strength) or 1.0
    waiting, queued = deque(home), bytearray(b"\1" * len(home))
    while waiting:
        node = waiting.popleft()
        queued[node] = 0
        old = home[node]
        near: dict[int, float] = {old: 0.0}
        for other, weight in neighbours[node].items():
            near[home[other]] = near.get(home[other], 0.0) + weight
        share = strength[node] / whole
        total[old] -= strength[node]
        best, most = old, near[old] - total[old] * share
        for community, weight in near.items():
            gain = weight - total[community] * share
            if gain > most + _GAIN:
                best, most = community, gain
        total[best] += strength[node]
        if best != old:
            home[node] = best
            for other in neighbours[node]:
                if home[other] != best and not queued[other]:
                    queued[other] = 1
                    waiting.append(other)
    return home


def _numbered(labels: list[int]) -> list[int]:
    """The labels as 0, 1, 2 … in the order of their first use."""
    numbers: dict[int, int] = {}
    return [numbers.setdefault(label, len(numbers)) for label in labels]


def _aggregate(neighbours: Neighbours, inner: list[float], home: list[int]) -> tuple[Neighbours, list[float]]:
    """The network of communities: each a node, with the ties between their members added up."""
    count = max(home) + 1
    merged: Neighbours = [{} for _ in range(count)]
    within = [0.0] * count
    for node, near in enumerate(neighbours):
        mine = merged[home[node]]
        within[home[node]] += inner[node]
        for other, weight in near.items():
            if home[other] == home[node]:
                within[home[node]] += weight
            else:
                mine[home[other]] = mine.get(home[other], 0.0) + weight
    return merged, within
