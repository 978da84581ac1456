"""What lies in front of what: how near each structure is to the viewer, cell by cell."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from referral_map.geometry.body_frame import View

from .meshes import Mesh, normals_and_areas
from .raster import Grid

STEP = 1.0
"""mm a cell."""

_SAMPLES_A_MM2 = 2.0


@dataclass(frozen=True)
class DepthMap:
    """How near a structure comes to the viewer on a part of a view's grid; nan where it is not.

    row, column: where its corner lies in the grid of the view.
    """

    row: int
    column: int
    near: np.ndarray

    def over(self, other: DepthMap) -> tuple[np.ndarray, np.ndarray] | None:
        """Both maps on the cells that their boxes share; None when they share none."""
        row, column = max(self.row, other.row), max(self.column, other.column)
        low = min(self.row + self.near.shape[0], other.row + other.near.shape[0])
        end = min(self.column + self.near.shape[1], other.column + other.near.shape[1])
        if low <= row or end <= column:
            return None
        cut = [
            each.near[row - each.row : low - each.row, column - each.column : end - each.column]
            for each in (self, other)
        ]
        return cut[0], cut[1]

    def at(self, row: np.ndarray, column: np.ndarray) -> np.ndarray:
        """How near the structure is in cells of the view's grid; nan where it is not."""
        r, c = row - self.row, column - self.column
        inside = (r >= 0) & (c >= 0) & (r < self.near.shape[0]) & (c < self.near.shape[1])
        found = np.full(len(r), np.nan)
        found[inside] = self.near[r[inside], c[inside]]
        return found


def depth_map(mesh: Mesh, view: View, grid: Grid) -> DepthMap | None:
    """The nearest surface of a mesh in a view; None where nothing of it is in the window."""
    xyz, _ = spread(mesh)
    if view.two_sided:
        xyz = xyz[xyz[:, 0] < 0.5]
    if not len(xyz):
        return None
    row, column, inside = grid.index(view.project(np.minimum(xyz, [0.0, np.inf, np.inf])))
    if not inside.any():
        return None
    row, column, depth = row[inside], column[inside], view.depth(xyz)[inside]
    top, left = max(row.min() - 2, 0), max(column.min() - 2, 0)
    low, end = min(row.max() + 3, grid.shape[0]), min(column.max() + 3, grid.shape[1])
    shape = low - top, end - left
    near = np.full(shape, -np.inf)
    order = np.argsort(depth, kind="stable")
    near[row[order] - top, column[order] - left] = depth[order]
    return DepthMap(int(top), int(left), _closed(near))


def _closed(near: np.ndarray) -> np.ndarray:
    """Cells that sampling missed take the depth of their nearest neighbour."""
    hit = np.isfinite(near)
    filled = ndimage.binary_closing(hit, iterations=2) | hit
    index = ndimage.distance_transform_edt(~hit, return_distances=False, return_indices=True)
    return np.where(filled, near[tuple(index)], np.nan)


def spread(mesh: Mesh, values: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Points ``(n, 3)`` all over a mesh, at least ``_SAMPLES_A_MM2`` a square mm, the same every
    time, and values ``(n,)`` of its vertices at them."""
    _, areas = normals_and_areas(mesh)
    count = np.maximum(1, np.ceil(areas * _SAMPLES_A_MM2).astype(int))
    face = np.repeat(np.arange(len(areas)), count)
    number = np.arange(len(face)) - np.repeat(np.cumsum(count) - count, count)
    # The additive recurrence R2: evenly spread in the unit square, without chance.
    s, t = (0.5 + number * 0.7548776662466927) % 1, (0.5 + number * 0.5698402909980532) % 1
    flip = s + t > 1
    s, t = np.where(flip, 1 - s, s), np.where(flip, 1 - t, t)
    weights = np.column_stack([1 - s - t, s, t])
    xyz = np.einsum("nk,nkd->nd", weights, mesh.triangles[face])
    if values is None:
        return xyz, np.zeros(len(xyz))
    return xyz, np.einsum("nk,nk->n", weights, values[mesh.faces[face]])


def in_front(maps: dict[str, DepthMap], least_mm: float = 1.0) -> np.ndarray:
    """``(n, n)`` cells: in how many structure ``i`` lies in front of structure ``j``."""
    names = list(maps)
    count = np.zeros((len(names), len(names)))
    for i, a in enumerate(names):
        for j in range(i):
            if (both := maps[a].over(maps[names[j]])) is None:
                continue
            gap = both[0] - both[1]
            count[i, j], count[j, i] = (gap > least_mm).sum(), (gap < -least_mm).sum()
    return count


def painting_order(front: np.ndarray) -> list[int]:
    """Structures from the farthest to the nearest, so that what is painted later lies in front.

    Where bodies wind round each other no order is right everywhere: each time the one is taken
    that hides least of what is still to be painted.
    """
    surplus = np.clip(front - front.T, 0, None)
    left = list(range(len(front)))
    order = []
    while left:
        hides = surplus[np.ix_(left, left)].sum(axis=1)
        order.append(left.pop(int(hides.argmin())))
    return order
