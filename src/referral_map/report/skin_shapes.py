"""Marked skin as smooth shapes in a view."""

from __future__ import annotations

from itertools import pairwise

import contourpy
import numpy as np
from shapely import MultiPolygon, Polygon, make_valid, unary_union
from shapely.geometry.base import BaseGeometry

from ..atlas import Atlas
from ..domain import ViewName
from ..geometry.body_frame import VIEWS
from ..geometry.paths import path_to_shape, polygons, shape_to_path

NOTHING = -1
"""The kind of skin that is not drawn."""

_CELL_MM = 5.0
_BLUR_CELLS = 1.8
_SMALLEST_MM2 = 40.0
_SIMPLER_MM = 0.8


def skin_shapes(atlas: Atlas, view: ViewName, kinds: np.ndarray, body: str) -> dict[int, str]:
    """Path data of each kind of skin in a view, by kind; what the view does not show is left out.

    kinds ``(n,)``: what each skin point is, NOTHING or a number from 0 on; body: path data of the
    body's outline, to which a shape that reaches the edge is cut.
    """
    visible = np.flatnonzero(atlas.skin.seen[view])
    here = kinds[visible]
    present = sorted(set(here[here != NOTHING].tolist()))
    if not present:
        return {}
    grid = _Grid(view, VIEWS[view].project(atlas.skin.xyz[visible]))
    outline = path_to_shape(body)
    shapes = {kind: grid.shape(here == kind).intersection(outline) for kind in present}
    paths = {kind: shape_to_path(_large_parts(shape)) for kind, shape in shapes.items()}
    return {kind: path for kind, path in paths.items() if path}


def _large_parts(shape: BaseGeometry) -> MultiPolygon:
    return MultiPolygon([part for part in polygons(shape) if part.area > _SMALLEST_MM2])


class _Grid:
    """Cells over a view; each averages the kinds of the skin points near it."""

    def __init__(self, view: ViewName, pictures: np.ndarray) -> None:
        u, v, width, height = VIEWS[view].window
        self.u = np.arange(u - 4 * _CELL_MM, u + width + 4 * _CELL_MM, _CELL_MM)
        self.v = np.arange(v - 4 * _CELL_MM, v + height + 4 * _CELL_MM, _CELL_MM)
        self.columns = _cells(pictures[:, 0] - self.u[0])
        self.rows = _cells(pictures[:, 1] - self.v[0])
        self.inside = (
            (self.columns >= 0)
            & (self.columns < len(self.u))
            & (self.rows >= 0)
            & (self.rows < len(self.v))
        )
        self.all = self._blurred(np.ones(len(pictures)))

    def shape(self, marked: np.ndarray) -> BaseGeometry:
        """The area where most of the skin nearby is marked."""
        share = self._blurred(marked.astype(float)) / np.maximum(self.all, 1e-9)
        share[self.all < 1e-6] = 0.0
        generator = contourpy.contour_generator(self.u, self.v, share, fill_type="OuterOffset")
        parts: list[Polygon] = []
        for points, offsets in zip(*generator.filled(0.5, np.inf), strict=True):
            rings = [points[a:b] for a, b in pairwise(offsets)]
            parts += polygons(make_valid(Polygon(rings[0], rings[1:]).simplify(_SIMPLER_MM)))
        return unary_union(parts)

    def _blurred(self, weights: np.ndarray) -> np.ndarray:
        grid = np.zeros((len(self.v), len(self.u)))
        at = self.rows[self.inside], self.columns[self.inside]
        np.add.at(grid, at, weights[self.inside])
        reach = int(4 * _BLUR_CELLS)
        steps = np.arange(-reach, reach + 1)
        bell = np.exp(-((steps / _BLUR_CELLS) ** 2) / 2)
        for axis in (0, 1):
            grid = np.apply_along_axis(_smoothed, axis, grid, bell)
        return grid


def _cells(mm: np.ndarray) -> np.ndarray:
    """The nearest cells of places along an axis."""
    cells: np.ndarray = np.round(mm / _CELL_MM)
    return cells.astype(int)


def _smoothed(line: np.ndarray, bell: np.ndarray) -> np.ndarray:
    return np.convolve(line, bell, mode="same")
