"""The skin as a cloud of evenly spread points, and the limb segments measured on it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from referral_map.geometry.limbs import Segment

from .meshes import Mesh, normals_and_areas, scatter

POINTS_A_SIDE = 8000
DENSE = 600_000
ROUNDS = 14
NORMAL_WEIGHT = 12.0
"""mm a full turn of the normal counts: keeps the two faces of a thin toe apart."""


@dataclass(frozen=True)
class DenseSkin:
    """Many random skin samples: position (mm), smoothed normal, and the skin's area in cm2."""

    xyz: np.ndarray
    normal: np.ndarray
    area_cm2: float

    def right(self) -> DenseSkin:
        """The samples of the right half."""
        keep = self.xyz[:, 0] < 0
        return DenseSkin(self.xyz[keep], self.normal[keep], self.area_cm2 / 2)


def vertex_normals(mesh: Mesh) -> np.ndarray:
    """Area-weighted outward normals ``(n, 3)`` of the vertices, smoothed once over neighbours."""
    normals, areas = normals_and_areas(mesh)
    total = np.zeros_like(mesh.vertices)
    for corner in range(3):
        np.add.at(total, mesh.faces[:, corner], normals * areas[:, None])
    smooth = total.copy()
    for a, b in ((0, 1), (1, 2), (2, 0)):
        np.add.at(smooth, mesh.faces[:, a], total[mesh.faces[:, b]])
        np.add.at(smooth, mesh.faces[:, b], total[mesh.faces[:, a]])
    return smooth / np.maximum(np.linalg.norm(smooth, axis=1), 1e-9)[:, None]


def dense(mesh: Mesh, count: int = DENSE, seed: int = 1) -> DenseSkin:
    """``count`` samples of the whole skin with interpolated normals."""
    xyz, face = scatter(mesh, count, seed)
    corners = mesh.triangles[face]
    weights = _barycentric(xyz, corners)
    normals = np.einsum("nk,nkd->nd", weights, vertex_normals(mesh)[mesh.faces[face]])
    normals /= np.linalg.norm(normals, axis=1)[:, None]
    _, areas = normals_and_areas(mesh)
    return DenseSkin(xyz, normals, float(areas.sum()) / 100)


def _barycentric(xyz: np.ndarray, corners: np.ndarray) -> np.ndarray:
    a, b, c = np.moveaxis(corners, 1, 0)
    v0, v1, v2 = b - a, c - a, xyz - a
    d00, d01, d11 = (v0 * v0).sum(1), (v0 * v1).sum(1), (v1 * v1).sum(1)
    d20, d21 = (v2 * v0).sum(1), (v2 * v1).sum(1)
    scale = np.maximum(d00 * d11 - d01 * d01, 1e-12)
    s = (d11 * d20 - d01 * d21) / scale
    t = (d00 * d21 - d01 * d20) / scale
    return np.column_stack([1 - s - t, s, t])


def even_points(
    skin: DenseSkin, count: int = POINTS_A_SIDE, seed: int = 2
) -> tuple[np.ndarray, ...]:
    """``count`` evenly spread right-side points: position (mm), normal, area (cm2).

    Lloyd's relaxation: each point moves to the middle of the samples nearest to it, then back
    onto the skin. Its area is its share of the samples.
    """
    half = skin.right()
    samples = np.hstack([half.xyz, NORMAL_WEIGHT * half.normal])
    rng = np.random.default_rng(seed)
    index = np.sort(rng.choice(len(samples), count, replace=False))
    tree = cKDTree(samples)
    for _ in range(ROUNDS):
        owner = cKDTree(samples[index]).query(samples)[1]
        counts = np.bincount(owner, minlength=count)
        middle = np.column_stack(
            [np.bincount(owner, column, count) / np.maximum(counts, 1) for column in samples.T]
        )
        index = np.unique(tree.query(middle)[1])
        count = len(index)
    owner = cKDTree(samples[index]).query(samples)[1]
    area = np.bincount(owner, minlength=len(index)) * half.area_cm2 / len(samples)
    order = np.lexsort(np.round(half.xyz[index], 1).T)
    index = index[order]
    return np.round(half.xyz[index], 1), half.normal[index], area[order]


def segments(
    skin: DenseSkin, landmarks: dict[str, dict], hip_joint: np.ndarray
) -> dict[str, Segment]:
    """Thigh, leg and foot of the right side, their centre lines measured on the skin."""

    def bone(name: str) -> np.ndarray:
        return np.array(landmarks[name]["bone"])

    def on_skin(name: str) -> np.ndarray:
        return np.array(landmarks[name]["skin"])

    knee = (bone("medial_femoral_condyle") + bone("lateral_femoral_condyle")) / 2
    knee[1] = bone("popliteal_crease")[1]
    ankle = (bone("medial_malleolus") + bone("lateral_malleolus")) / 2
    toe = on_skin("toe_2")
    heel = on_skin("heel_back")
    half = skin.right()
    front, up = np.array([0.0, 0, 1]), np.array([0.0, 1, 0])
    middle_height = 18.0
    heel[1] = toe[1] = middle_height
    return {
        "thigh": _measure("thigh", hip_joint, knee, front, half, reach=130),
        "leg": _measure("leg", knee, ankle, front, half, reach=90),
        "foot": _measure("foot", heel, toe, up, half, reach=62),
    }


def _measure(
    name: str,
    start: np.ndarray,
    end: np.ndarray,
    outward: np.ndarray,
    half: DenseSkin,
    reach: float,
    knots: int = 21,
) -> Segment:
    flat = end - start
    outward = outward - flat * (outward @ flat) / (flat @ flat)
    outward /= np.linalg.norm(outward)
    rough = Segment(name, start, end, outward, np.linspace(start, end, knots), np.ones((knots, 2)))
    fraction = rough.fraction(half.xyz)
    away = half.xyz - (start + np.outer(fraction, flat))
    near = np.linalg.norm(away, axis=1) < reach
    if name == "foot":
        near &= half.xyz[:, 1] < 62
    centres, halves = [], []
    for knot in np.linspace(0, 1, knots):
        ring = near & (abs(fraction - knot) * rough.length < 8)
        centre, sizes = _section(half.xyz[ring], rough)
        centres.append(centre)
        halves.append(sizes)
    return Segment(name, start, end, outward, _smooth(np.array(centres)), _smooth(np.array(halves)))


def _section(ring: np.ndarray, segment: Segment) -> tuple[np.ndarray, np.ndarray]:
    front, side = ring @ segment.outward, ring @ segment.lateral
    middle = np.array([(f.min() + f.max()) / 2 for f in (front, side)])
    sizes = np.array([(f.max() - f.min()) / 2 for f in (front, side)])
    along = float((ring @ segment.axis).mean())
    centre = along * segment.axis + middle[0] * segment.outward + middle[1] * segment.lateral
    return centre, sizes


def _smooth(values: np.ndarray) -> np.ndarray:
    padded = np.pad(values, ((1, 1), (0, 0)), mode="edge")
    return np.round((padded[:-2] + 2 * padded[1:-1] + padded[2:]) / 4, 1)
