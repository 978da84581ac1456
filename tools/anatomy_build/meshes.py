"""Reads the glTF body meshes and brings them, once, into the frame of the library (mm)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import trimesh


@dataclass(frozen=True)
class Mesh:
    """vertices ``(n, 3)`` in mm, faces ``(m, 3)``."""

    vertices: np.ndarray
    faces: np.ndarray

    @property
    def triangles(self) -> np.ndarray:
        """Corners ``(m, 3, 3)`` of the faces, mm."""
        return self.vertices[self.faces]

    def joined(self, *others: Mesh) -> Mesh:
        """This mesh and the others as one."""
        vertices, faces, count = [], [], 0
        for mesh in (self, *others):
            vertices.append(mesh.vertices)
            faces.append(mesh.faces + count)
            count += len(mesh.vertices)
        return Mesh(np.vstack(vertices), np.vstack(faces))


def read(folder: Path, name: str) -> dict[str, Mesh]:
    """The structures of ``<folder>/<name>.glb`` by name.

    Raises FileNotFoundError when the file is not there.
    """
    path = folder / f"{name}.glb"
    if not path.is_file():
        raise FileNotFoundError(f"no mesh file {path.name} in {folder}")
    scene = trimesh.load(path, process=False)
    # The files are metres in glTF axes, which are ours: +x left, +y up, +z front.
    return {
        key: Mesh(np.asarray(mesh.vertices, float) * 1000.0, np.asarray(mesh.faces))
        for key, mesh in sorted(scene.geometry.items())
    }


def normals_and_areas(mesh: Mesh) -> tuple[np.ndarray, np.ndarray]:
    """Outward unit normals ``(m, 3)`` and areas ``(m,)`` in mm2 of the faces."""
    a, b, c = np.moveaxis(mesh.triangles, 1, 0)
    cross = np.cross(b - a, c - a)
    double = np.linalg.norm(cross, axis=1)
    return cross / np.maximum(double, 1e-12)[:, None], double / 2


def scatter(mesh: Mesh, count: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Points spread at random by area: positions ``(count, 3)`` and face index ``(count,)``."""
    rng = np.random.default_rng(seed)
    _, areas = normals_and_areas(mesh)
    face = rng.choice(len(areas), count, p=areas / areas.sum())
    s, t = rng.random((2, count))
    flip = s + t > 1
    s[flip], t[flip] = 1 - s[flip], 1 - t[flip]
    a, b, c = np.moveaxis(mesh.triangles[face], 1, 0)
    return a + s[:, None] * (b - a) + t[:, None] * (c - a), face
