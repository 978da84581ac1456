"""The skin as each view sees it, on a grid: where zones become pictures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import contourpy
import numpy as np
from shapely import MultiPolygon, Polygon, make_valid, unary_union
from shapely.geometry.base import BaseGeometry

from ..arrays import Floats, Integers
from .body_frame import VIEWS
from .paths import polygons
from .zones import Brush, field

_SMALLEST_MM2 = 30.0
_TOLERANCE_MM = 0.5


@dataclass(frozen=True)
class Surface:
    """The right half of the skin seen in one view: depth (mm, nan outside the body) and normals.

    origin: picture coordinates of the grid's corner; step: mm a cell; skin: the drawn body, to
    which every zone is cut.
    """

    view: str
    origin: tuple[float, float]
    step: float
    depth: Floats
    normal: Floats
    skin: MultiPolygon

    @cached_property
    def _axes(self) -> tuple[Floats, Floats]:
        rows, columns = (int(each) for each in self.depth.shape)
        u = self.origin[0] + (np.arange(columns) + 0.5) * self.step
        v = self.origin[1] + (np.arange(rows) + 0.5) * self.step
        return u, v

    @cached_property
    def _cells(self) -> tuple[Integers, Floats, Floats]:
        """Flat index, place and normal of the cells on the body."""
        on_body = np.flatnonzero(np.isfinite(self.depth.ravel()))
        u, v = np.meshgrid(*self._axes)
        uv = np.column_stack([u.ravel(), v.ravel()])[on_body]
        xyz = VIEWS[self.view].unproject(uv, self.depth.ravel()[on_body])
        normal = self.normal.reshape(-1, 3)[on_body]
        return on_body, xyz, normal

    @cached_property
    def _spread(self) -> Integers:
        """For each cell near the body's edge, the nearest cell on the body (flat index)."""
        cells = np.arange(self.depth.size).reshape(self.depth.shape)
        index = np.where(np.isfinite(self.depth), cells, -1)
        for _ in range(3):
            for shift, axis in ((1, 0), (-1, 0), (1, 1), (-1, 1)):
                neighbour = np.roll(index, shift, axis)
                index = np.where(index < 0, neighbour, index)
        return index

    def outline(self, brushes: list[Brush]) -> MultiPolygon:
        """The zone of right-sided brushes on this half of the picture, in picture mm."""
        on_body, xyz, normal = self._cells
        depth = field(brushes, xyz, normal)
        if depth.max(initial=-1.0) <= 0:
            return MultiPolygon()
        full = np.full(self.depth.size + 1, -50.0)
        full[on_body] = np.clip(depth, -50, 50)
        # Past its edge the body goes on as its last cell, so that a zone ends on the outline.
        grid = full[self._spread].astype(float)
        shape = _contour(*self._axes, grid)
        inside = shape.intersection(self.skin)
        kept = [p for p in polygons(inside) if p.area > _SMALLEST_MM2]
        return MultiPolygon(kept)


def _contour(u: Floats, v: Floats, grid: Floats) -> BaseGeometry:
    generator = contourpy.contour_generator(u, v, grid, fill_type="OuterOffset")
    shapes: list[Polygon] = []
    for points, offsets in zip(*generator.filled(0.0, np.inf), strict=True):
        rings = [points[a:b] for a, b in pairwise(offsets)]
        holes = [r for r in rings[1:] if Polygon(r).area > _SMALLEST_MM2]
        shapes += polygons(make_valid(Polygon(rings[0], holes).simplify(_TOLERANCE_MM)))
    return unary_union(shapes)
