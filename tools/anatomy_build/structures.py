"""Muscles, bones and nerves: how deep they lie and how each view draws them."""

from __future__ import annotations

import numpy as np
import trimesh
from scipy.spatial import cKDTree
from shapely import MultiPolygon, unary_union

from referral_map.geometry.body_frame import View
from referral_map.geometry.paths import line_to_path, polygons, shape_to_path

from . import nerve_paths, raster, silhouettes
from .body import ARM_BONES, Body
from .meshes import Mesh, scatter

SAMPLES = 240
SHORTEST_NERVE_MM = 48.0
THINNEST_NERVE_MM = 0.8
LEAST_FACING = 0.12
"""A view draws a muscle when at least this share of it lies nearest to skin the view shows."""


def depth_and_cover(
    mesh: Mesh, others: list[tuple[Mesh, float]], skin_xyz: np.ndarray, skin_normal: np.ndarray
) -> tuple[float, float, np.ndarray]:
    """Median depth under the skin (mm), mean number of muscles over it, nearest skin points.

    A ray runs from each sample of the muscle's surface out along the normal of the nearest skin
    point; every other muscle that it meets lies over the sample. ``others`` come with a weight:
    a fleshy muscle counts one, a thin sheet half.
    """
    samples, _ = scatter(mesh, SAMPLES, 5)
    distance, nearest = cKDTree(skin_xyz).query(samples)
    origin, direction, reach = samples, skin_normal[nearest], distance
    over = np.zeros(len(samples))
    for other, weight in others:
        hits, rays, _ = trimesh.Trimesh(
            other.vertices, other.faces, process=False
        ).ray.intersects_location(origin, direction, multiple_hits=True)
        if len(hits):
            gone = np.linalg.norm(hits - origin[rays], axis=1)
            met = np.unique(rays[(gone > 1.0) & (gone < reach[rays] + 15)])
            over[met] += weight
    return float(np.median(distance)), float(over.mean()), nearest


def layer(mean_cover: float) -> str:
    """The layer of a muscle by how many muscles lie over its outer half on average."""
    if mean_cover < 0.25:
        return "superficial"
    return "intermediate" if mean_cover < 0.9 else "deep"


def bone_drawing(body: Body, view: View) -> str:
    """The bones as a viewer sees them without flesh: the visible part of each, without overlaps."""
    grid = raster.Grid.over(view.right_half, 0.8)
    names = [n for n in body.bones if _bone_in(view, n, body.bones[n])]
    clouds = [scatter(body.bones[n], 60_000, 7)[0] for n in names]
    xyz = np.vstack(clouds)
    owner = np.repeat(np.arange(len(names)), [len(c) for c in clouds])
    keep = xyz[:, 0] < 1.5 if view.two_sided else np.ones(len(xyz), bool)
    cells = raster.nearest_sample(view, grid, xyz[keep])
    cells = raster.fill_small_holes(cells, 2)
    labels = np.where(cells >= 0, owner[keep][cells], -1)
    labels = raster.drop_specks(raster.clean_labels(labels, 3), 25)
    outlines = raster.label_polygons(labels, grid, sigma=2.2, tolerance=0.5)
    shapes = [shape for part in outlines.values() for shape in part]
    return "".join(shape_to_path(s) for s in sorted(shapes, key=lambda s: -s.area) if s.area > 12)


def _bone_in(view: View, name: str, mesh: Mesh) -> bool:
    low, high = mesh.vertices.min(axis=0), mesh.vertices.max(axis=0)
    if view.name == "soles":
        return high[1] < 100
    return low[1] < 1230 and not any(word in name for word in ARM_BONES)


def muscle_drawing(meshes: list[Mesh], view: View, skin_shape: MultiPolygon) -> str:
    """The outline of a muscle (all its heads) in a view, kept inside the body."""
    shape = unary_union([silhouettes.outline(view, mesh) for mesh in meshes])
    inside = shape.buffer(0.6).buffer(-0.6).intersection(skin_shape)
    return shape_to_path(MultiPolygon([p for p in polygons(inside) if p.area > 25]).simplify(0.3))


def nerve_lines(mesh: Mesh) -> list[tuple[np.ndarray, float]]:
    """Centre lines (mm) and mean widths (mm) of a nerve, from its upper end."""
    top = mesh.vertices[np.argmax(mesh.vertices[:, 1])]
    branches = nerve_paths.centre_lines(mesh, top)
    lengths = [np.linalg.norm(np.diff(line, axis=0), axis=1).sum() for line, _ in branches]
    # The longest is the nerve itself, however short; stubs beside it are muscular twigs.
    return [
        (line, max(THINNEST_NERVE_MM, round(float(2 * np.median(radius)), 1)))
        for (line, radius), length in zip(branches, lengths, strict=True)
        if length >= SHORTEST_NERVE_MM or length == max(lengths)
    ]


def nerve_drawing(lines: list[tuple[np.ndarray, float]], view: View) -> list[dict]:
    """The lines of a nerve in a view: ``{path, width}``."""
    drawn = []
    for line, width in lines:
        visible = line[line[:, 1] < 85] if view.name == "soles" else line
        if len(visible) > 2:
            drawn.append({"path": line_to_path(_curve(view.project(visible))), "width": width})
    return drawn


def _curve(uv: np.ndarray) -> np.ndarray:
    """The line with two points added between each pair, on a smooth curve (Catmull-Rom)."""
    p = np.vstack([2 * uv[0] - uv[1], uv, 2 * uv[-1] - uv[-2]])
    out = []
    for i in range(1, len(p) - 2):
        for t in (0, 1 / 3, 2 / 3):
            a, b, c, d = p[i - 1 : i + 3]
            out.append(
                0.5
                * (
                    2 * b
                    + (c - a) * t
                    + (2 * a - 5 * b + 4 * c - d) * t**2
                    + (3 * b - a - 3 * c + d) * t**3
                )
            )
    return np.array([*out, uv[-1]])
