"""The measured body: skin, landmarks, limb segments, region of every skin sample."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree

from referral_map.geometry.body_frame import VIEWS, View
from referral_map.geometry.limbs import Segment

from . import landmarks, meshes, raster, regions, skin

DENSE_SAMPLES = 4_000_000
SMALLEST_PATCH_MM2 = 90
ARM_BONES = (
    "hand",
    "humerus",
    "radius",
    "ulna",
    "scaphoid",
    "lunate",
    "capitate",
    "hamate",
    "pisiform",
    "trapez",
    "triquetr",
    "metacarpal",
    "clavicle",
    "scapula",
)
_STEP = {"soles": 0.6}
_SOLE_TOP = 80.0


@dataclass
class Body:
    """Everything that later steps measure on. Right side only, mm; area_cm2 is the whole skin's."""

    xyz: np.ndarray
    normal: np.ndarray
    region: np.ndarray
    area_cm2: float
    landmarks: dict[str, dict]
    segments: dict[str, Segment]
    bones: dict[str, meshes.Mesh]

    def visible_from(self, view: View) -> np.ndarray:
        """Index of the samples that a view can show (side views leave the arm out)."""
        if view.name == "soles":
            return np.flatnonzero(self.xyz[:, 1] < _SOLE_TOP)
        if not view.two_sided:
            return np.flatnonzero(self.region != regions.ARM)
        return np.arange(len(self.xyz))


def measure(folder: Path) -> Body:
    """Reads the meshes in a folder and measures the body."""
    bones = meshes.read(folder, "bones")
    surface = meshes.read(folder, "skin")["geometry_0"]
    placed = landmarks.on_skin(landmarks.bone_points(bones), surface)
    all_skin = skin.dense(surface, DENSE_SAMPLES)
    limbs = skin.segments(all_skin, placed, hip_joint(bones["femur"]))
    right = all_skin.right()
    arm = _on_arm(right.xyz, bones)
    region = regions.Rules(placed, limbs).label(right.xyz, right.normal, arm).astype(str)
    return Body(right.xyz, right.normal, region, all_skin.area_cm2, placed, limbs, bones)


def hip_joint(femur: meshes.Mesh) -> np.ndarray:
    """Centre of the femoral head (mm): the sphere that fits its inner vertices best."""
    v = femur.vertices
    head = v[(v[:, 1] > v[:, 1].max() - 60) & (v[:, 0] > -75)]
    system = np.column_stack([2 * head, np.ones(len(head))])
    return np.round(np.linalg.lstsq(system, (head**2).sum(axis=1), rcond=None)[0][:3], 1)


def _on_arm(xyz: np.ndarray, bones: dict[str, meshes.Mesh]) -> np.ndarray:
    """Nearest bone is an arm bone, and the point lies outside the gap between arm and trunk."""
    cloud, is_arm = [], []
    for name, mesh in bones.items():
        cloud.append(meshes.scatter(mesh, 300, 3)[0])
        is_arm += [any(word in name for word in ARM_BONES)] * 300
    nearest = cKDTree(np.vstack(cloud)).query(xyz)[1]
    gap = np.interp(xyz[:, 1], (850, 1010, 1110, 1145, 1240), (200, 185, 162, 153, 170))
    # From the elbow up the arm touches the chest, so there the gap alone decides.
    return (np.array(is_arm)[nearest] | (xyz[:, 1] > 1115)) & (-xyz[:, 0] > gap)


def region_polygons(body: Body, view: View) -> dict[str, list]:
    """Polygons of every region, and of arm and context skin, that a view shows (right side)."""
    grid = raster.Grid.over(view.right_half, _STEP.get(view.name, 1.0))
    in_view = body.visible_from(view)
    cells = _filled(view, raster.nearest_sample(view, grid, body.xyz[in_view]), 2)
    names, code = np.unique(body.region[in_view], return_inverse=True)
    labels = np.where(cells >= 0, code[cells], -1)
    labels = raster.clean_labels(labels, 9)
    labels = raster.drop_specks(labels, int(SMALLEST_PATCH_MM2 / grid.step**2))
    outlines = raster.label_polygons(labels, grid, sigma=5.0)
    return {str(names[label]): shapes for label, shapes in outlines.items()}


def _filled(view: View, cells: np.ndarray, radius: int) -> np.ndarray:
    """Cells without the holes that sampling, or the missing arm, left in them."""
    closed = raster.fill_small_holes(cells, radius)
    return closed if view.two_sided else raster.fill_rows(closed)


def surface_grid(body: Body, view: View, step: float) -> dict[str, np.ndarray]:
    """The visible right-side skin on a grid: depth (mm, nan outside) and normal, smoothed."""
    grid = raster.Grid.over(view.right_half, step)
    in_view = body.visible_from(view)
    cells = _filled(view, raster.nearest_sample(view, grid, body.xyz[in_view]), 1)
    on_body = cells >= 0
    depth = _smooth_over(view.depth(body.xyz[in_view])[cells], on_body)
    normal = np.dstack(
        [_smooth_over(body.normal[in_view][cells, axis], on_body) for axis in range(3)]
    )
    normal /= np.maximum(np.linalg.norm(normal, axis=2, keepdims=True), 1e-9)
    return {"depth": np.where(on_body, depth, np.nan), "normal": normal * on_body[..., None]}


def _smooth_over(values: np.ndarray, mask: np.ndarray, sigma: float = 1.2) -> np.ndarray:
    """A Gaussian mean of the values over the cells of a mask only."""
    weight = ndimage.gaussian_filter(mask.astype(float), sigma, mode="nearest")
    total = ndimage.gaussian_filter(np.where(mask, values, 0.0), sigma, mode="nearest")
    return np.divide(total, weight, out=np.zeros_like(total), where=weight > 1e-6)


def seen(
    body: Body, points: np.ndarray, normals: np.ndarray, part: np.ndarray
) -> dict[str, np.ndarray]:
    """Which skin points each drawn view shows: facing the viewer and not hidden behind others."""
    result = {}
    for name in ("back", "front", "right", "soles"):
        view = VIEWS[name]
        grid = raster.Grid.over(view.right_half, 2.0)
        in_view = body.visible_from(view)
        cells = raster.nearest_sample(view, grid, body.xyz[in_view])
        depth = np.where(cells >= 0, view.depth(body.xyz[in_view])[cells], -np.inf)
        row, column, inside = grid.index(view.project(points))
        row, column = np.clip(row, 0, grid.shape[0] - 1), np.clip(column, 0, grid.shape[1] - 1)
        facing = normals @ np.asarray(view.toward) > 0.03
        near = view.depth(points) > depth[row, column] - 9
        visible = inside & facing & near
        if name == "soles":
            visible &= points[:, 1] < _SOLE_TOP
        if name == "right":
            visible &= part != regions.ARM
        result[name] = visible
    return result
