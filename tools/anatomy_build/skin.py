"""The skin as places that both bodies share: a triangle and a point in it, evenly spread.

Both skins have the same triangles, so one place lies on the man and on the woman.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from .meshes import Mesh, normals_and_areas

POINTS_A_SIDE = 10_000
FINER = 2.4
"""How many times denser skin points lie on head, hands and feet than on the trunk."""

FINE_PARTS = ("head", "hand", "foot")
ROUNDS = 14
NORMAL_WEIGHT = 12.0
"""mm a full turn of the normal counts: keeps the two faces of a thin toe apart."""


@dataclass(frozen=True)
class Places:
    """Places on the right half of the skin: a triangle ``(n,)`` and a point in it ``(n, 3)``."""

    face: np.ndarray
    weights: np.ndarray

    def on(self, mesh: Mesh, normals: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Position (mm) and outward normal on a body; ``normals``: of its vertices."""
        corners = mesh.faces[self.face]
        xyz = np.einsum("nk,nkd->nd", self.weights, mesh.vertices[corners])
        normal = np.einsum("nk,nkd->nd", self.weights, normals[corners])
        return xyz, normal / np.linalg.norm(normal, axis=1)[:, None]


def right_faces(mesh: Mesh) -> np.ndarray:
    """The triangles of the right half."""
    return np.flatnonzero(mesh.triangles[:, :, 0].mean(axis=1) < 0)


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


def dense_places(mesh: Mesh, a_mm2: float, seed: int = 1) -> Places:
    """At least one place in every triangle of the right half, about ``a_mm2`` a square mm."""
    faces = right_faces(mesh)
    _, areas = normals_and_areas(mesh)
    rng = np.random.default_rng(seed)
    wanted = areas[faces] * a_mm2
    count = np.maximum(1, np.floor(wanted + rng.random(len(faces))).astype(int))
    face = np.repeat(faces, count)
    s, t = rng.random((2, len(face)))
    flip = s + t > 1
    s[flip], t[flip] = 1 - s[flip], 1 - t[flip]
    return Places(face, np.column_stack([1 - s - t, s, t]))


def sample_areas(places: Places, mesh: Mesh) -> np.ndarray:
    """cm2 ``(n,)`` that each of dense places stands for: together the mesh's right half."""
    _, areas = normals_and_areas(mesh)
    count = np.bincount(places.face, minlength=len(areas))
    return areas[places.face] / count[places.face] / 100


def even_points(
    xyz: np.ndarray, normal: np.ndarray, part: np.ndarray, count: int = POINTS_A_SIDE, seed: int = 2
) -> tuple[np.ndarray, np.ndarray]:
    """Index of evenly spread dense samples, and for every sample the number of its point.

    Lloyd's relaxation over samples that are denser on head, hands and feet: each point moves to
    the middle of the samples nearest to it, then back onto the skin.
    """
    rng = np.random.default_rng(seed)
    fine = np.isin(part, FINE_PARTS)
    crowd = np.flatnonzero(fine | (rng.random(len(xyz)) < 1 / FINER))
    samples = np.hstack([xyz, NORMAL_WEIGHT * normal])
    crowded = samples[crowd]
    index = np.sort(rng.choice(len(crowd), count, replace=False))
    tree = cKDTree(crowded)
    for _ in range(ROUNDS):
        owner = cKDTree(crowded[index]).query(crowded)[1]
        counts = np.bincount(owner, minlength=len(index))
        middle = np.column_stack(
            [np.bincount(owner, column, len(index)) / np.maximum(counts, 1) for column in crowded.T]
        )
        index = np.unique(tree.query(middle)[1])
    chosen = crowd[index]
    chosen = chosen[np.lexsort(np.round(xyz[chosen], 1).T)]
    return chosen, cKDTree(samples[chosen]).query(samples)[1]
