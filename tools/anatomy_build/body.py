"""The two measured bodies: the same places of the skin on each, landmarks, limb segments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from referral_map.domain import DRAWN_VIEWS, MEASURED_BODY, Body
from referral_map.geometry.body_frame import VIEWS, View
from referral_map.geometry.limbs import Segment

from . import landmarks, meshes, parts, raster, regions, segments, skin

MESH_FOLDERS: Mapping[Body, str] = {"woman": "female", "man": "male"}
DENSE_A_MM2 = 2.6
SMALLEST_PATCH_MM2 = 90
SOLE_TOP_MM = 80.0
BEHIND_MM = 9.0
"""A skin point is hidden where skin lies nearer to the viewer by more than this."""

FACING = 0.03
OFF_MIDLINE_MM = -0.1
FAR_SIDE_MM = 2.0
"""How far around a cell it is asked whether skin is seen from without."""

HOLLOW_REACH_MM = 11.0
"""How far around a place its skin is looked at to tell a furrow."""

_FINE_STEP = 0.5
_FINE_VIEWS = ("soles", "feet_tops", "palms", "hand_backs")


def is_fine(view: View) -> bool:
    """Whether a view shows small things large: hands or feet."""
    return view.name in _FINE_VIEWS


def step_of(view: View) -> float:
    """mm a cell of the raster that a view's regions are drawn from."""
    return _FINE_STEP if is_fine(view) else 1.0


@dataclass(frozen=True)
class SharedSkin:
    """What both bodies have in common: dense places on the right half, with region and part."""

    places: skin.Places
    region: np.ndarray
    part: np.ndarray


@dataclass(frozen=True, eq=False)
class MeasuredBody:
    """One body, right side, mm: dense skin ``(n, 3)`` with normals and areas (cm2), and the rest.

    xyz, normal, area: of the places of the shared skin; whole_area_cm2: of the whole skin.
    """

    name: Body
    shared: SharedSkin
    xyz: np.ndarray
    normal: np.ndarray
    area: np.ndarray
    landmarks: dict[str, dict]
    segments: dict[str, Segment]
    bones: dict[str, meshes.Mesh]
    whole_area_cm2: float

    @cached_property
    def hollow(self) -> np.ndarray:
        """How deep (mm) each dense place lies below the skin around it: above 0 in a furrow."""
        every = slice(None, None, 40)
        xyz, normal = self.xyz[every], self.normal[every]
        around = np.vstack([xyz, xyz * [-1.0, 1.0, 1.0]])
        distance, near = cKDTree(around).query(xyz, 24)
        weight = (distance < HOLLOW_REACH_MM)[..., None]
        middle = (around[near] * weight).sum(axis=1) / weight.sum(axis=1)
        depth = ((middle - xyz) * normal).sum(axis=1)
        return depth[cKDTree(xyz).query(self.xyz)[1]]

    def shown(self, view: View) -> np.ndarray:
        """Index of the dense places that a view draws."""
        return np.flatnonzero(shows(view, self.shared.part, self.xyz))


def shows(view: View, part: np.ndarray, xyz: np.ndarray) -> np.ndarray:
    """Which places a view draws, by the part of the body they lie on."""
    # What shows all but the arms shows where they begin.
    drawn = (
        (*view.shows, "shoulder") if "trunk" in view.shows or "arm" in view.shows else view.shows
    )
    shown = np.isin(part, drawn)
    return shown & (xyz[:, 1] < SOLE_TOP_MM) if view.name == "soles" else shown


def measure(folder: Path) -> dict[Body, MeasuredBody]:
    """Reads the meshes of both bodies and measures them; regions follow the measured body."""
    skins = {b: meshes.read(folder / f, "skin")["geometry_0"] for b, f in MESH_FOLDERS.items()}
    places = skin.dense_places(skins[MEASURED_BODY], DENSE_A_MM2)
    shared: SharedSkin | None = None
    bodies: dict[Body, MeasuredBody] = {}
    for name in sorted(MESH_FOLDERS, key=lambda each: each != MEASURED_BODY):
        mesh, bones = skins[name], meshes.read(folder / MESH_FOLDERS[name], "bones")
        xyz, normal = places.on(mesh, skin.vertex_normals(mesh))
        # What lies on the midline counts as the right side.
        xyz[:, 0] = np.minimum(xyz[:, 0], OFF_MIDLINE_MM)
        placed = landmarks.on_skin(landmarks.bone_points(bones), mesh)
        limbs = segments.segments(xyz, placed, bones)
        shared = shared or _shared(places, xyz, normal, placed, limbs, bones)
        whole = float(meshes.normals_and_areas(mesh)[1].sum()) / 100
        area = skin.sample_areas(places, mesh)
        bodies[name] = MeasuredBody(name, shared, xyz, normal, area, placed, limbs, bones, whole)
    return bodies


def _shared(
    places: skin.Places,
    xyz: np.ndarray,
    normal: np.ndarray,
    placed: dict[str, dict],
    limbs: dict[str, Segment],
    bones: dict[str, meshes.Mesh],
) -> SharedSkin:
    bone = parts.nearest_bones(xyz, bones)
    region = regions.Rules(placed, limbs).label(xyz, normal, bone).astype(str)
    return SharedSkin(places, region, parts.parts_of(xyz, bone, bones["humerus"]))


@lru_cache(maxsize=2)
def cells_of(
    body: MeasuredBody, view: View, grid: raster.Grid, radius: int
) -> tuple[np.ndarray, np.ndarray]:
    """The dense place that is nearest in each cell of a view, -1 outside the body, and whether its
    skin is seen from without: where the body is cut at the midline a view looks into it."""
    shown = body.shown(view)
    cells = raster.nearest_sample(view, grid, body.xyz[shown])
    cells = raster.fill_small_holes(cells, radius)
    if "arm" not in view.shows:
        cells = raster.fill_enclosed(cells)
    cells = np.where(cells >= 0, shown[cells], -1)
    on_skin = cells >= 0
    if _cuts(view):
        # Between the places that face the viewer single ones shine through from the far side.
        faces = np.where(on_skin, (body.normal @ np.asarray(view.toward))[cells] > 0, 0.0)
        mostly = smooth_over(faces, on_skin, FAR_SIDE_MM / grid.step) > 0.5
        on_skin = ndimage.binary_opening(on_skin & mostly, iterations=2)
    # Outline, shades, folds and regions of a view share them: nobody may write in them.
    cells.flags.writeable = on_skin.flags.writeable = False
    return cells, on_skin


def _cuts(view: View) -> bool:
    """Whether a view looks into the body where what it shows was cut off: at the right half from
    its left, or into a foot from above."""
    return view.toward[0] > 0.5 or view.name == "feet_tops"


def region_polygons(body: MeasuredBody, view: View) -> dict[str, list]:
    """Polygons of every region that a view shows (right side)."""
    grid = raster.Grid.over(view.right_half, step_of(view))
    cells, skin_seen = cells_of(body, view, grid, 2)
    names, code = np.unique(body.shared.region, return_inverse=True)
    labels = np.where(skin_seen, code[cells], -1)
    labels = raster.clean_labels(labels, 9)
    labels = raster.drop_specks(labels, int(SMALLEST_PATCH_MM2 / grid.step**2))
    outlines = raster.label_polygons(labels, grid, sigma=5.0)
    return {str(names[label]): shapes for label, shapes in outlines.items()}


def surface_grid(body: MeasuredBody, view: View, step: float) -> dict[str, np.ndarray]:
    """The visible right-side skin on a grid: depth (mm, nan outside) and normal, smoothed."""
    grid = raster.Grid.over(view.right_half, step)
    cells, on_body = cells_of(body, view, grid, 1)
    depth = smooth_over(view.depth(body.xyz)[cells], on_body)
    normal = np.dstack([smooth_over(body.normal[cells, axis], on_body) for axis in range(3)])
    normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-9)
    return {"depth": np.where(on_body, depth, np.nan), "normal": normal * on_body[..., None]}


def smooth_over(values: np.ndarray, mask: np.ndarray, sigma: float = 1.2) -> np.ndarray:
    """A Gaussian mean of the values over the cells of a mask only."""
    weight = ndimage.gaussian_filter(mask.astype(float), sigma, mode="nearest")
    total = ndimage.gaussian_filter(np.where(mask, values, 0.0), sigma, mode="nearest")
    return np.divide(total, weight, out=np.zeros_like(total), where=weight > 1e-6)


def seen(body: MeasuredBody, index: np.ndarray) -> np.ndarray:
    """Which of some dense places each drawn view shows ``(n, views)``: they face the viewer and
    nothing that the view draws lies before them."""
    xyz, normal, part = body.xyz[index], body.normal[index], body.shared.part[index]
    columns = []
    for name in DRAWN_VIEWS:
        view = VIEWS[name]
        grid = raster.Grid.over(view.right_half, 2.0)
        shown = body.shown(view)
        cells = raster.nearest_sample(view, grid, body.xyz[shown])
        depth = np.where(cells >= 0, view.depth(body.xyz[shown])[cells], -np.inf)
        row, column, inside = grid.index(view.project(xyz))
        row, column = np.clip(row, 0, grid.shape[0] - 1), np.clip(column, 0, grid.shape[1] - 1)
        near = view.depth(xyz) > depth[row, column] - BEHIND_MM
        facing = normal @ np.asarray(view.toward) > FACING
        columns.append(inside & facing & near & shows(view, part, xyz))
    return np.column_stack(columns)
