"""Keep nodes from standing on each other."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]

_ROW = 1 << 20  # cells are numbered row by row; wide enough for any layout
_AROUND = (0, 1, _ROW - 1, _ROW, _ROW + 1)  # each pair of neighbouring cells is met once
_ROUNDS = 30


def close_pairs(points: Floats, distance: float) -> tuple[Indices, Indices]:
    """All pairs of `points` (n × 2) nearer to each other than `distance`."""
    cells = np.floor(points / distance).astype(np.int64) + _ROW // 2
    codes = cells[:, 0] * _ROW + cells[:, 1]
    order = np.argsort(codes, kind="stable")
    codes, firsts, seconds = codes[order], [], []
    for step in _AROUND:
        low = np.searchsorted(codes, codes + step, "left")
        high = np.searchsorted(codes, codes + step, "right")
        if step == 0:
            low = np.arange(1, len(codes) + 1)  # within a cell, only those that come later
        counts = np.maximum(high - low, 0)
        first = np.repeat(np.arange(len(codes)), counts)
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        firsts.append(first)
        seconds.append(low[first] + within)
    one, other = order[np.concatenate(firsts)], order[np.concatenate(seconds)]
    near = np.sum((points[one] - points[other]) ** 2, axis=1) < distance**2
    return one[near], other[near]


def separate(points: Floats, distance: float, fixed: int = 0) -> Floats:
    """Move `points` until hardly any two are nearer than `distance`; the first `fixed` ones stay."""
    points = points.copy()
    for _ in range(_ROUNDS):
        one, other = close_pairs(points, distance)
        free = (one >= fixed) | (other >= fixed)
        one, other = one[free], other[free]
        if not len(one):
            break
        apart = points[one] - points[other]
        length = np.hypot(apart[:, 0], apart[:, 1])
        same = length < distance * 1e-3  # on the same spot: part them by a direction of their own
        apart[same] = np.stack([np.cos(one[same]), np.sin(one[same])], axis=1)
        length[same] = 1
        gap = np.where(same, distance, distance - length)
        push = apart * (gap / length / 2)[:, None]
        push[(one < fixed) | (other < fixed)] *= 2  # the free one goes all the way
        for axis in (0, 1):
            points[:, axis] += np.bincount(one, push[:, axis], len(points)) * (np.arange(len(points)) >= fixed)
            points[:, axis] -= np.bincount(other, push[:, axis], len(points)) * (np.arange(len(points)) >= fixed)
    return points
