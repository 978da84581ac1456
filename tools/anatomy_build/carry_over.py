"""Where strokes on the first body's pictures lie on today's: a table for old session files.

Until session format 2 the map showed another body: a man in another pose, from the ribs down. Its
skin was moved into today's pose once, vertex by vertex; so each place of an old picture has a
place on today's. The table holds the way from the one to the other, for the right half.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from referral_map.geometry.body_frame import VIEWS
from referral_map.geometry.first_pose import FIRST_WINDOWS, STEP_MM

from . import meshes, parts, raster
from .body import SOLE_TOP_MM, MeasuredBody

SAMPLES = 900_000
_FINE_MM = 2.0
_SMOOTH_CELLS = 1.0


def write(folder: Path, man: MeasuredBody, computed: Path) -> None:
    """Writes ``first_pose.npz``: by stored view, tenths of a mm ``(rows, columns, 2)``."""
    skin = meshes.read(folder, "skin")["geometry_0"]
    posed = meshes.Mesh(np.load(folder / "skin_in_chart_pose.npy").astype(float) * 1000, skin.faces)
    old, face = meshes.scatter(skin, SAMPLES, 1)
    corners = skin.triangles[face]
    weights = _barycentric(old, corners)
    moved = np.einsum("nk,nkd->nd", weights, posed.vertices[skin.faces[face]])
    right = old[:, 0] < 0
    old, moved = old[right], moved[right]
    new = man.xyz[cKDTree(man.xyz).query(moved)[1]]
    bone = parts.nearest_bones(old, meshes.read(folder, "bones"))
    on_arm = np.isin([parts.part_of_bone(name) for name in bone], ("arm", "forearm", "hand"))
    tables = {
        name: np.round(_moves(name, old, new, on_arm) * 10).astype("<i2") for name in FIRST_WINDOWS
    }
    np.savez_compressed(computed / "first_pose.npz", allow_pickle=True, **tables)


def _moves(name: str, old: np.ndarray, new: np.ndarray, on_arm: np.ndarray) -> np.ndarray:
    """How far a place of an old picture has moved, mm, on a grid over its right half."""
    view = VIEWS[name]
    seen = ~on_arm if not view.two_sided else np.ones(len(old), bool)
    if name == "soles":
        seen = old[:, 1] < SOLE_TOP_MM
    old, new = old[seen], new[seen]
    # The first pictures had their origin where the body's is.
    first = view.project(old) - np.array([view.origin[0], 0.0])
    grid = raster.Grid.over(FIRST_WINDOWS[name], _FINE_MM)
    cells = raster.fill_small_holes(raster.nearest_at(grid, first, view.depth(old)))
    way = (view.project(new) - first)[cells]
    on_body = cells >= 0
    weight = ndimage.gaussian_filter(on_body.astype(float), _SMOOTH_CELLS)
    smooth = np.dstack(
        [
            ndimage.gaussian_filter(np.where(on_body, way[..., k], 0.0), _SMOOTH_CELLS)
            / np.maximum(weight, 1e-6)
            for k in (0, 1)
        ]
    )
    nearest = ndimage.distance_transform_edt(~on_body, return_distances=False, return_indices=True)
    every = int(STEP_MM / _FINE_MM)
    return smooth[tuple(nearest)][::every, ::every]


def _barycentric(xyz: np.ndarray, corners: np.ndarray) -> np.ndarray:
    a, b, c = np.moveaxis(corners, 1, 0)
    v0, v1, v2 = b - a, c - a, xyz - a
    d00, d01, d11 = (v0 * v0).sum(1), (v0 * v1).sum(1), (v1 * v1).sum(1)
    d20, d21 = (v2 * v0).sum(1), (v2 * v1).sum(1)
    scale = np.maximum(d00 * d11 - d01 * d01, 1e-12)
    s = (d11 * d20 - d01 * d21) / scale
    t = (d00 * d21 - d01 * d20) / scale
    return np.column_stack([1 - s - t, s, t])
