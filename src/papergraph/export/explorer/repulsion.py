"""How all nodes push each other apart, at the price of a Fourier transform instead of every pair.

Masses are spread over a grid, the grid is convolved with the two-dimensional Coulomb kernel 1/r, and the
field is read back where the nodes stand. This is the particle-mesh method of Hockney and Eastwood,
"Computer Simulation Using Particles" (1988).
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

HALF_WIDTH = 2.0  # the grid covers [-2, 2] squared; layouts live in about the unit disc


class Repulsion:
    """The repulsive field of point masses on a square grid.

    Args:
        cells: Cells along a side; two nodes in one cell do not feel each other.
    """

    def __init__(self, cells: int) -> None:
        self.cells = cells
        self.size = 2 * HALF_WIDTH / cells
        count = np.arange(2 * cells)
        steps = np.where(count < cells, count, count - 2 * cells) * self.size  # twice as wide: nothing wraps
        x, y = np.meshgrid(steps, steps, indexing="ij")
        distance2 = x * x + y * y + self.size * self.size
        self._kernels = (np.fft.rfft2(x / distance2), np.fft.rfft2(y / distance2))

    def field(self, points: Floats, masses: Floats) -> Floats:
        """The push at each of `points` (n × 2) by all `masses` (n) standing there."""
        cell = np.clip((points + HALF_WIDTH) / self.size, 0, self.cells - 1.001)
        corner = cell.astype(np.int64)
        inside = cell - corner
        shares = self._shares(corner, inside)
        wide = 2 * self.cells
        density = np.zeros(wide * wide)
        for spot, share in shares:
            density += np.bincount(spot, weights=masses * share, minlength=wide * wide)
        spectrum = np.fft.rfft2(density.reshape(wide, wide))
        push = np.empty_like(points)
        for axis, kernel in enumerate(self._kernels):
            grid = np.fft.irfft2(spectrum * kernel, s=(wide, wide)).ravel()
            push[:, axis] = sum(grid[spot] * share for spot, share in shares)
        return push

    def _shares(self, corner: NDArray[np.int64], inside: Floats) -> list[tuple[NDArray[np.int64], Floats]]:
        """The four cells around each point and how much of it belongs to each."""
        return [
            (
                (corner[:, 0] + dx) * 2 * self.cells + corner[:, 1] + dy,
                np.abs(1 - dx - inside[:, 0]) * np.abs(1 - dy - inside[:, 1]),
            )
            for dx in (0, 1)
            for dy in (0, 1)
        ]
