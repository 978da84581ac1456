"""Outlines of muscles, bones and the body as seen in a view: smooth curves in picture mm."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import contourpy
import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage
from shapely import Polygon

from referral_map.geometry.body_frame import View
from referral_map.geometry.paths import curve_to_path

from . import curves
from .meshes import Mesh
from .raster import Grid

STEP = 0.7
"""mm a cell of the silhouette raster."""

MARGIN_MM = 8.0
SMOOTH_MM = 1.6
SMALLEST_MM2 = 25.0


def mask(view: View, grid: Grid, mesh: Mesh) -> np.ndarray:
    """Which cells the projection of a right-sided mesh covers, as 0 and 1."""
    cells = (view.right_side(mesh.vertices) - np.array(grid.origin)) / grid.step - 0.5
    image = Image.new("L", (grid.shape[1], grid.shape[0]), 0)
    draw = ImageDraw.Draw(image)
    for face in mesh.faces:
        draw.polygon([tuple(cells[corner]) for corner in face], fill=1, outline=1)
    return np.asarray(image, dtype=float)


def local_grid(view: View, meshes: list[Mesh], step: float = STEP) -> Grid:
    """A grid just around the projection of some meshes."""
    uv = np.vstack([view.right_side(mesh.vertices) for mesh in meshes])
    low, high = uv.min(axis=0) - MARGIN_MM, uv.max(axis=0) + MARGIN_MM
    return Grid.over((low[0], low[1], *(high - low)), step)


def outline(view: View, meshes: list[Mesh], within: Within | None = None) -> str:
    """The silhouette of meshes together, closed over hair cracks, as curves, inside of the body."""
    grid = local_grid(view, meshes)
    covered = np.max([mask(view, grid, mesh) for mesh in meshes], axis=0) > 0
    covered = ndimage.binary_closing(covered, iterations=2)
    if within is not None:
        covered &= within.on(grid)
    return outline_of(covered, grid)


@dataclass(frozen=True)
class Within:
    """The cells of a grid to which drawings are cut: the body of a view."""

    grid: Grid
    cells: np.ndarray

    def on(self, grid: Grid) -> np.ndarray:
        """The cells of another grid that lie in it; past the midline the body goes on where it
        reaches it."""
        uv = grid.centres().reshape(-1, 2)
        row, column, _ = self.grid.index(uv)
        known = (row >= 0) & (row < self.grid.shape[0])
        column = np.clip(column, 0, self.grid.shape[1] - 1)
        covered = np.zeros(len(uv), bool)
        covered[known] = self.cells[row[known], column[known]]
        return covered.reshape(grid.shape)


def outline_of(
    covered: np.ndarray,
    grid: Grid,
    smooth_mm: float = SMOOTH_MM,
    smallest: float = SMALLEST_MM2,
    within: float = curves.WITHIN_MM,
    inside: np.ndarray | None = None,
    mirrored: bool = False,
) -> str:
    """The outline of the covered cells of a grid, smoothed, as path data of closed curves; inside:
    the cells that it may not leave; mirrored: the cells are their own mirror image in u = 0, and so
    are the curves."""
    soft = ndimage.gaussian_filter(covered.astype(float), smooth_mm / grid.step)
    if inside is not None:
        soft = np.where(inside, soft, 0.0)
    closed = [ring[:-1] for ring in rings(soft, grid, 0.5) if Polygon(ring).area > smallest]
    if mirrored:
        fitted = [curve for ring in closed for curve in _mirrored(ring, within)]
    else:
        fitted = [curves.fitted(ring, closed=True, within=within) for ring in closed]
    return "".join(curve_to_path(curve, closed=True) for curve in fitted)


def _mirrored(ring: np.ndarray, within: float) -> list[np.ndarray]:
    """Curves along a ring of a picture that is its own mirror image: what is right of the midline
    is fitted, and what is left of it is the mirror of that. A ring left of it comes with its twin.
    """
    right = ring[:, 0] > 0
    if right.all():
        curve = curves.fitted(ring, closed=True, within=within)
        return [curve, _mirror(curve)]
    if not right.any():
        return []
    arcs = _cut_at_the_midline(ring)
    drawn = [curves.fitted(arc, closed=False, within=within) for arc in arcs[::2]]
    pieces = []
    for here, over in zip(drawn, arcs[1::2], strict=True):
        ends = over[[-1, 0], 1]
        twin = min(drawn, key=lambda curve, ends=ends: np.abs(curve[[0, -1], 1] - ends).sum())
        pieces += [here[1:], _mirror(twin)[1:]]
    return [np.vstack([drawn[0][:1], *pieces])]


def _cut_at_the_midline(ring: np.ndarray) -> list[np.ndarray]:
    """The lines of a ring on either side of u = 0 in its order, one right of it first, with their
    ends on it."""
    right = ring[:, 0] > 0
    starts = np.flatnonzero(right != np.roll(right, 1))
    first = next(start for start in starts if right[start])
    ring, starts = np.roll(ring, -first, axis=0), np.sort((starts - first) % len(ring))
    before = ring[starts - 1]
    share = before[:, 0] / (before[:, 0] - ring[starts, 0])
    v = before[:, 1] + share * (ring[starts, 1] - before[:, 1])
    ends = np.column_stack([np.zeros(len(v)), v])
    stops = np.append(starts[1:], len(ring))
    return [
        np.vstack([ends[i], ring[starts[i] : stops[i]], ends[(i + 1) % len(ends)]])
        for i in range(len(starts))
    ]


def _mirror(curve: np.ndarray) -> np.ndarray:
    return curve[::-1] * (-1, 1)


def rings(field: np.ndarray, grid: Grid, level: float) -> list[np.ndarray]:
    """The closed lines ``(n, 2)`` round where a field on a grid is above a level, holes too."""
    centres = grid.centres()
    padded = np.pad(field, 1)
    u = np.concatenate(
        [[centres[0, 0, 0] - grid.step], centres[0, :, 0], [centres[0, -1, 0] + grid.step]]
    )
    v = np.concatenate(
        [[centres[0, 0, 1] - grid.step], centres[:, 0, 1], [centres[-1, 0, 1] + grid.step]]
    )
    generator = contourpy.contour_generator(u, v, padded, fill_type="OuterOffset")
    found = []
    for points, offsets in zip(*generator.filled(level, np.inf), strict=True):
        found += [points[a:b] for a, b in pairwise(offsets)]
    return [ring for ring in found if len(ring) > 3]
