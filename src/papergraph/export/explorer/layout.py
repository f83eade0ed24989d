"""Where concepts and papers stand on the map, worked out once, when the page is built.

Every concept claims an area that falls with its rank, so that the leading few hundred fill the map
evenly and the tail finds room between them. Nodes repel by those areas, are held by a pull to the middle,
and are drawn to what they are tied to and to their community: first whole communities, then single nodes.
"""

import numpy as np
from numpy.typing import NDArray

from papergraph.export.explorer.repulsion import Repulsion
from papergraph.export.explorer.spacing import separate
from papergraph.export.explorer.ties import Ties, concepts_of, papers_of, tie
from papergraph.graph.schema import Network

Floats = NDArray[np.float64]

SCALE = 10_000  # the map's radius in the units of the returned coordinates
_GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))
_HEAD = 100  # ranks below this claim about the same area
_TIERS = (150, 400, 1_200, 4_000, 15_000)  # each tier is spaced out without moving those before it
_FILLED = 0.8  # how much of the even spacing of a tier is enforced
_STEPS = 160
_KINSHIP = 1.8  # pull to the middle of the community
_WIDER = 1.2  # windows are wider than high, and so are labels


def places(network: Network) -> dict[str, tuple[int, int]]:
    """Coordinates of every concept and paper, within about ±`SCALE`. The same network gives the same map."""
    concepts = concepts_of(network)
    points = _concept_points(network, concepts)
    found = dict(zip(concepts, points, strict=True))
    papers = papers_of(network)
    around = _paper_points(network, papers, found, len(concepts))
    found.update(zip(papers, around, strict=True))
    return {key: (round(x * SCALE * _WIDER), round(y * SCALE)) for key, (x, y) in found.items()}


def _concept_points(network: Network, concepts: list[str]) -> Floats:
    if not concepts:
        return np.zeros((0, 2))
    ties = tie(network, concepts)
    masses = 1 / (np.arange(len(concepts)) + _HEAD)
    masses /= masses.sum()
    group = np.array([network.nodes[key]["community"] for key in concepts], dtype=np.int64)
    _, group = np.unique(group, return_inverse=True)
    centres = _communities(ties, masses, group)
    start = centres[group] + _spiral(len(concepts))[_rank_within(group)] * 0.15
    points = _settle(start, masses, ties, group)
    return _spaced(points)


def _communities(ties: Ties, masses: Floats, group: NDArray[np.int64]) -> Floats:
    """A first place for each community, near those it shares ties with."""
    count = int(group.max()) + 1
    codes, which = np.unique(group[ties.one] * count + group[ties.other], return_inverse=True)
    weight = np.bincount(which, ties.weight, len(codes))
    outer = codes // count != codes % count
    between = Ties(codes[outer] // count, codes[outer] % count, weight[outer])
    sums = np.zeros(count)
    np.add.at(sums, group, masses)
    return _settle(_spiral(count), sums, between, np.zeros(count, dtype=np.int64))


def _spiral(count: int) -> Floats:
    """Points that fill the unit disc evenly, from the middle outwards (Vogel's sunflower)."""
    turn = np.arange(count)
    radius = np.sqrt((turn + 0.5) / max(count, 1))
    return np.stack([radius * np.cos(turn * _GOLDEN_ANGLE), radius * np.sin(turn * _GOLDEN_ANGLE)], axis=1)


def _rank_within(group: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many of the same group come before each."""
    order = np.argsort(group, kind="stable")
    firsts = np.searchsorted(group[order], group[order], "left")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(group)) - firsts
    return rank


def _settle(start: Floats, masses: Floats, ties: Ties, group: NDArray[np.int64]) -> Floats:
    """Let all forces act until little moves."""
    points, count = start.copy(), len(start)
    repulsion = Repulsion(128 if count < 5_000 else 256)
    strength = np.maximum(np.bincount(ties.one, ties.weight, count), 1e-12)
    tied = (np.bincount(ties.one, minlength=count) > 0) * 1.2  # pull of what one is tied to
    group_mass = np.bincount(group, masses)
    for step in np.linspace(0.25, 0.02, _STEPS):
        push = repulsion.field(points, masses)
        for axis in (0, 1):
            here = points[:, axis]
            partners = np.bincount(ties.one, ties.weight * here[ties.other], count) / strength
            centre = (np.bincount(group, masses * here) / group_mass)[group]
            pull = tied * (partners - here) + _KINSHIP * (centre - here) - 0.7 * here
            points[:, axis] = here + step * (push[:, axis] + pull)
        # Rounding keeps last-bit differences between machines from growing into another picture.
        points = np.round(points, 6)
    return points


def _spaced(points: Floats) -> Floats:
    """Scale to the unit disc and space out tier by tier."""
    reach = np.quantile(np.hypot(points[:, 0], points[:, 1]), 0.95)
    points = points / max(float(reach), 1e-6)
    done = 0
    for tier in (*_TIERS, len(points)):
        upto = min(tier, len(points))
        if upto > done:
            points[:upto] = separate(points[:upto], _FILLED * np.sqrt(np.pi / max(upto, 40)), fixed=done)
            done = upto
    return np.round(points, 6)


def _paper_points(network: Network, papers: list[str], concepts: dict[str, Floats], crowd: int) -> Floats:
    """Each paper amid the concepts that it names, those without any on the rim."""
    if not papers:
        return np.zeros((0, 2))
    rim = _spiral(len(papers)) * 1.2
    points = np.array(
        [
            np.mean(
                [concepts[key] for key in sorted(network.successors(paper)) if key in concepts] or [rim[n]],
                axis=0,
            )
            for n, paper in enumerate(papers)
        ]
    )
    return separate(points, 0.5 * np.sqrt(np.pi / (crowd + len(papers))))
