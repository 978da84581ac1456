"""What the landmark rules are made of: directions, parts and extremes of a bone.

Nothing here is a length: parts and extremes are shares of the bone's own extent, so that a rule
finds the same place on a larger and on a smaller body.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .meshes import Mesh

BACK, FRONT = np.array([0.0, 0, -1]), np.array([0.0, 0, 1])
OUT, IN = np.array([-1.0, 0, 0]), np.array([1.0, 0, 0])
UP, DOWN = np.array([0.0, 1, 0]), np.array([0.0, -1, 0])

Range = tuple[float, float]
Point = tuple[np.ndarray, np.ndarray]
"""A point on bone (mm) and the direction in which the skin is sought."""

WHOLE: Range = (0.0, 1.0)


@dataclass(frozen=True)
class Frame:
    """Three directions at right angles: up a limb, away from the midline, and to the front."""

    up: np.ndarray
    out: np.ndarray
    front: np.ndarray

    @classmethod
    def along(cls, top: np.ndarray, bottom: np.ndarray, front: np.ndarray = FRONT) -> Frame:
        """The frame of a limb between two points; its front is the given one, squared up."""
        up = unit(top - bottom)
        front = unit(front - up * (front @ up))
        return cls(up, np.cross(front, up), front)

    def way(self, out: float = 0.0, up: float = 0.0, front: float = 0.0) -> np.ndarray:
        """The direction with these parts."""
        return out * self.out + up * self.up + front * self.front


BODY = Frame(UP, OUT, FRONT)


def unit(vector: np.ndarray) -> np.ndarray:
    """The vector at length 1."""
    return vector / np.linalg.norm(vector)


def extreme(mesh: Mesh, direction: np.ndarray, share: float = 0.05) -> np.ndarray:
    """Mean of the vertices in the last ``share`` of a mesh's extent in a direction."""
    return within(mesh, direction, 1 - share, 1).vertices.mean(axis=0)


def within(mesh: Mesh, direction: np.ndarray, low: float, high: float) -> Mesh:
    """The vertices between two shares of a mesh's extent in a direction (faces are dropped)."""
    share = _shares(mesh, direction)
    return Mesh(mesh.vertices[(share >= low) & (share <= high)], np.empty((0, 3), int))


def _shares(mesh: Mesh, direction: np.ndarray) -> np.ndarray:
    """How far along the mesh's extent in a direction each vertex lies: 0 nearest, 1 farthest."""
    reach = mesh.vertices @ direction
    return (reach - reach.min()) / (reach.max() - reach.min())


def box(
    mesh: Mesh, frame: Frame = BODY, out: Range = WHOLE, up: Range = WHOLE, front: Range = WHOLE
) -> Mesh:
    """The vertices between shares of the mesh's extent in each direction of a frame."""
    keep = np.ones(len(mesh.vertices), bool)
    for direction, (low, high) in ((frame.out, out), (frame.up, up), (frame.front, front)):
        share = _shares(mesh, direction)
        keep &= (share >= low) & (share <= high)
    return Mesh(mesh.vertices[keep], np.empty((0, 3), int))


def middle(mesh: Mesh) -> np.ndarray:
    """Mean of the vertices."""
    return mesh.vertices.mean(axis=0)


def extent(mesh: Mesh, direction: np.ndarray) -> float:
    """How long a mesh is in a direction, mm."""
    return float(np.ptp(mesh.vertices @ direction))


def midline(point: np.ndarray) -> np.ndarray:
    """The point moved into the midline."""
    return np.array([0, *point[1:]])


def ball(mesh: Mesh) -> np.ndarray:
    """Centre of the sphere that fits the vertices best.

    Fitted again to the vertices near the first sphere, so that a little of the neck of the bone
    among them does no harm.
    """
    centre, radius = _sphere(mesh.vertices)
    off = abs(np.linalg.norm(mesh.vertices - centre, axis=1) - radius)
    return _sphere(mesh.vertices[off < 0.12 * radius])[0]


def _sphere(points: np.ndarray) -> tuple[np.ndarray, float]:
    system = np.column_stack([2 * points, np.ones(len(points))])
    fit = np.linalg.lstsq(system, (points**2).sum(axis=1), rcond=None)[0]
    return fit[:3], float(np.sqrt(fit[3] + fit[:3] @ fit[:3]))


def hip_joint(bones: dict[str, Mesh]) -> np.ndarray:
    """Centre of the head of the femur, mm: the innermost part of the top of the bone."""
    return ball(box(bones["femur"], out=(0, 0.37), up=(0.87, 1)))


def shoulder_joint(bones: dict[str, Mesh]) -> np.ndarray:
    """Centre of the head of the humerus, mm: the inner back part of the top of the bone."""
    return ball(box(bones["humerus"], out=(0, 0.2), up=(0.85, 1)))
