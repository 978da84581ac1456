"""Muscles: how deep they lie under the skin, and in which layer."""

from __future__ import annotations

import numpy as np
import trimesh
from scipy.spatial import cKDTree

from .meshes import Mesh, scatter

SAMPLES = 240


def depth_and_cover(
    mesh: Mesh, others: list[tuple[Mesh, float]], skin_xyz: np.ndarray, skin_normal: np.ndarray
) -> tuple[float, float]:
    """Median depth under the skin (mm), mean number of muscles over it.

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
    return float(np.median(distance)), float(over.mean())


def layer(mean_cover: float) -> str:
    """The layer of a muscle by how many muscles lie over its outer half on average."""
    if mean_cover < 0.25:
        return "superficial"
    return "intermediate" if mean_cover < 0.9 else "deep"
