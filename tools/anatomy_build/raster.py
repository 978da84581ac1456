"""What is nearest to the viewer, pixel by pixel, and the planar map of labelled areas.

A label raster is turned into polygons through the arcs between labels: every arc is smoothed
once and shared by both its neighbours, so the polygons tile without gaps or overlaps.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from shapely import LineString, Polygon, STRtree, points
from shapely.ops import polygonize, unary_union

from referral_map.geometry.body_frame import View


@dataclass(frozen=True)
class Grid:
    """A raster over picture coordinates: origin (u, v) of its corner, step in mm, shape."""

    origin: tuple[float, float]
    step: float
    shape: tuple[int, int]

    @classmethod
    def over(cls, window: tuple[float, float, float, float], step: float) -> Grid:
        """The grid that covers a window ``(u, v, width, height)``."""
        u, v, width, height = window
        return cls((u, v), step, (int(np.ceil(height / step)), int(np.ceil(width / step))))

    def index(self, uv: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Row and column of picture points and which of them lie inside."""
        column = np.floor((uv[:, 0] - self.origin[0]) / self.step).astype(int)
        row = np.floor((uv[:, 1] - self.origin[1]) / self.step).astype(int)
        inside = (row >= 0) & (row < self.shape[0]) & (column >= 0) & (column < self.shape[1])
        return row, column, inside

    def centres(self) -> np.ndarray:
        """Picture coordinates ``(rows, columns, 2)`` of the cell centres."""
        rows, columns = np.indices(self.shape)
        return np.dstack(
            [
                self.origin[0] + (columns + 0.5) * self.step,
                self.origin[1] + (rows + 0.5) * self.step,
            ]
        )


def nearest_sample(view: View, grid: Grid, xyz: np.ndarray) -> np.ndarray:
    """Index of the sample nearest to the viewer in each cell, -1 where there is none."""
    return nearest_at(grid, view.project(xyz), view.depth(xyz))


def nearest_at(grid: Grid, uv: np.ndarray, depth: np.ndarray) -> np.ndarray:
    """As ``nearest_sample``, of picture places and how near they are."""
    row, column, inside = grid.index(uv)
    order = np.argsort(depth[inside], kind="stable")
    which = np.flatnonzero(inside)[order]
    cells = np.full(grid.shape, -1)
    cells[row[which], column[which]] = which
    return cells


def fill_small_holes(cells: np.ndarray, radius: int = 2) -> np.ndarray:
    """Empty cells inside the figure take their nearest neighbour's value."""
    filled = ndimage.binary_closing(cells >= 0, iterations=radius, border_value=0) | (cells >= 0)
    nearest = ndimage.distance_transform_edt(cells < 0, return_distances=False, return_indices=True)
    spread = cells[tuple(nearest)]
    return np.where(filled, spread, -1)


def fill_enclosed(cells: np.ndarray) -> np.ndarray:
    """Holes of any size take their nearest neighbour's value: where an arm was left out, the skin
    that was joined to it is missing."""
    filled = ndimage.binary_fill_holes(cells >= 0)
    nearest = ndimage.distance_transform_edt(cells < 0, return_distances=False, return_indices=True)
    return np.where(filled, cells[tuple(nearest)], -1)


def clean_labels(labels: np.ndarray, size: int = 5) -> np.ndarray:
    """Each cell takes the commonest label around it: removes specks and ragged borders."""
    best = np.zeros(labels.shape)
    result = labels.copy()
    for label in np.unique(labels):
        share = ndimage.uniform_filter((labels == label).astype(float), size, mode="nearest")
        better = share > best
        result[better], best[better] = label, share[better]
    return result


def drop_specks(labels: np.ndarray, cells: int) -> np.ndarray:
    """Patches of fewer than ``cells`` cells take the label of what is nearest to them."""
    small = np.zeros(labels.shape, bool)
    for label in np.unique(labels):
        parts, _ = ndimage.label(labels == label)
        sizes = np.bincount(parts.ravel())
        small |= (labels == label) & (sizes[parts] < cells)
    if not small.any():
        return labels
    nearest = ndimage.distance_transform_edt(small, return_distances=False, return_indices=True)
    return labels[tuple(nearest)]


def _edges(labels: np.ndarray) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Neighbours of every grid corner along borders between unlike cells."""
    padded = np.pad(labels, 1, constant_values=-1)
    links: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def link(a: tuple[int, int], b: tuple[int, int]) -> None:
        links.setdefault(a, []).append(b)
        links.setdefault(b, []).append(a)

    rows, columns = np.nonzero(padded[1:, :] != padded[:-1, :])
    for r, c in zip(rows.tolist(), columns.tolist(), strict=True):
        link((r, c - 1), (r, c))
    rows, columns = np.nonzero(padded[:, 1:] != padded[:, :-1])
    for r, c in zip(rows.tolist(), columns.tolist(), strict=True):
        link((r - 1, c), (r, c))
    return links


def _arcs(links: dict) -> list[list[tuple[int, int]]]:
    """Chains of corners between junctions (corners with other than two neighbours), and loops."""
    seen: set[frozenset] = set()
    arcs = []

    def walk(start: tuple[int, int], second: tuple[int, int]) -> list[tuple[int, int]]:
        chain = [start, second]
        seen.add(frozenset((start, second)))
        while len(links[chain[-1]]) == 2 and chain[-1] != start:
            a, b = links[chain[-1]]
            following = b if a == chain[-2] else a
            seen.add(frozenset((chain[-1], following)))
            chain.append(following)
        return chain

    junctions = sorted(corner for corner, near in links.items() if len(near) != 2)
    for corner in junctions:
        for near in sorted(links[corner]):
            if frozenset((corner, near)) not in seen:
                arcs.append(walk(corner, near))
    for corner in sorted(links):
        near = min(links[corner])
        if len(links[corner]) == 2 and frozenset((corner, near)) not in seen:
            arcs.append(walk(corner, near))
    return arcs


def _smooth_arc(arc: np.ndarray, sigma: float) -> np.ndarray:
    closed = np.array_equal(arc[0], arc[-1])
    if closed:
        ring = ndimage.gaussian_filter1d(arc[:-1], sigma, axis=0, mode="wrap")
        return np.vstack([ring, ring[:1]])
    if len(arc) < 4:
        return arc[[0, -1]] if len(arc) > 2 else arc
    # Reflecting about the end points keeps them where they are.
    before, after = 2 * arc[0] - arc[1:][::-1], 2 * arc[-1] - arc[:-1][::-1]
    long = np.vstack([before, arc, after])
    inner = ndimage.gaussian_filter1d(long, sigma, axis=0, mode="nearest")
    inner = inner[len(before) : len(before) + len(arc)]
    inner[0], inner[-1] = arc[0], arc[-1]
    return inner


def label_polygons(
    labels: np.ndarray, grid: Grid, sigma: float = 3.0, tolerance: float = 0.35
) -> dict[int, list[Polygon]]:
    """Polygons (picture mm) of every label >= 0, tiling exactly along shared smoothed arcs."""
    lines = []
    for arc in _arcs(_edges(labels)):
        corners = np.array(arc, float)
        if len(corners) > 5:
            corners = _smooth_arc(corners, sigma)
        uv = np.column_stack(
            [grid.origin[0] + corners[:, 1] * grid.step, grid.origin[1] + corners[:, 0] * grid.step]
        )
        lines.append(LineString(np.round(uv, 3)).simplify(tolerance))
    faces = list(polygonize(unary_union(lines)))
    return _label_faces(faces, labels, grid)


def _label_faces(faces: list[Polygon], labels: np.ndarray, grid: Grid) -> dict[int, list[Polygon]]:
    """Each face takes the commonest label of the cells whose centres it holds."""
    centres = grid.centres().reshape(-1, 2)
    tree = STRtree(faces)
    cell, face = tree.query(points(centres), predicate="intersects")
    votes: dict[int, dict[int, int]] = {}
    flat = labels.ravel()
    for c, f in zip(cell.tolist(), face.tolist(), strict=True):
        tally = votes.setdefault(f, {})
        tally[int(flat[c])] = tally.get(int(flat[c]), 0) + 1
    outlines: dict[int, list[Polygon]] = {}
    for f, tally in sorted(votes.items()):
        label = max(sorted(tally), key=tally.__getitem__)
        if label >= 0:
            outlines.setdefault(label, []).append(faces[f])
    return outlines
