"""Outlines of muscles, bones and nerves as seen in a view."""

from __future__ import annotations

from itertools import pairwise

import contourpy
import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage
from shapely import MultiPolygon, Polygon, make_valid
from shapely.geometry.base import BaseGeometry

from referral_map.geometry.body_frame import View
from referral_map.geometry.paths import polygons

from .meshes import Mesh
from .raster import Grid

STEP = 0.7
"""mm a cell of the silhouette raster."""


def mask(view: View, grid: Grid, mesh: Mesh) -> np.ndarray:
    """Share of each cell covered by the mesh's projection, 0 or 1."""
    uv = view.project(mesh.vertices)
    cells = (uv - np.array(grid.origin)) / grid.step - 0.5
    image = Image.new("L", (grid.shape[1], grid.shape[0]), 0)
    draw = ImageDraw.Draw(image)
    for face in mesh.faces:
        draw.polygon([tuple(cells[corner]) for corner in face], fill=1, outline=1)
    return np.asarray(image, dtype=float)


def local_grid(view: View, mesh: Mesh, step: float = STEP, margin: float = 8.0) -> Grid:
    """A grid just around the projection of a mesh."""
    uv = view.project(mesh.vertices)
    low, high = uv.min(axis=0) - margin, uv.max(axis=0) + margin
    return Grid.over((low[0], low[1], *(high - low)), step)


def outline(
    view: View,
    mesh: Mesh,
    smooth_mm: float = 2.0,
    tolerance: float = 0.4,
    smallest_mm2: float = 25.0,
) -> MultiPolygon:
    """The silhouette of a mesh in a view, closed over hair cracks, smoothed, in picture mm."""
    grid = local_grid(view, mesh)
    filled = ndimage.binary_closing(mask(view, grid, mesh) > 0, iterations=2)
    soft = ndimage.gaussian_filter(filled.astype(float), smooth_mm / grid.step)
    return contour(soft, grid, 0.5, tolerance, smallest_mm2)


def contour(
    field: np.ndarray, grid: Grid, level: float, tolerance: float, smallest_mm2: float = 0.0
) -> MultiPolygon:
    """The area where a field on a grid is above a level, simplified."""
    centres = grid.centres()
    generator = contourpy.contour_generator(
        centres[0, :, 0], centres[:, 0, 1], field, fill_type="OuterOffset"
    )
    shapes: list[BaseGeometry] = []
    for ring_points, offsets in zip(*generator.filled(level, np.inf), strict=True):
        rings = [ring_points[a:b] for a, b in pairwise(offsets)]
        area = Polygon(rings[0], [r for r in rings[1:] if Polygon(r).area > smallest_mm2])
        if area.area > smallest_mm2:
            shapes.append(make_valid(area.simplify(tolerance)))
    return MultiPolygon([p for shape in shapes for p in polygons(shape)])
