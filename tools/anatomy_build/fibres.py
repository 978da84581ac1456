"""Which way a muscle's fibres run and where it is tendon, from the form of its mesh.

The meshes hold no fibres. A muscle is taken to run along its own surface from where it lies on
bone to where it lies on the bone of the next part of the limb, or, where it has not two such ends,
from one end of its long axis to the other: a vertex lies at ``share`` 0 at one end, 1 at the other,
and fibres follow the share where it grows fastest. Where the cross-section is small at an end, it
is tendon.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from referral_map.geometry.body_frame import View
from referral_map.geometry.paths import curve_to_path

from . import curves, depths, silhouettes
from .meshes import Mesh, scatter
from .parts import part_of_bone
from .raster import Grid

END_SHARE = 0.10
"""The share of its length at either end from which a muscle is measured."""

TENDON_SHARE = 0.24
"""Where the cross-section is less than this share of the largest, a muscle is tendon."""

APART_MM = 7.0
_SEED_LEVELS = (0.5, 0.3, 0.7, 0.15, 0.85)
_STEP_MM = 1.5
_SHORTEST_MM = 18.0
_SMOOTH_MM = 5.0
_WITHIN_MM = 1.2
_FLAT = 0.0006
"""Where the share grows by less than this a mm, a muscle lies flat on its bone or is seen from its
end: no fibre is drawn."""

_LEAST_STRAIGHT = 0.8
"""Cosine of the most that a fibre bends from step to step."""
_BINS = 40
_SMALLEST_TENDON_MM2 = 30.0
_CHAIN = ("trunk", "thigh", "leg", "foot")
_ON_BONE_MM = 5.0
_FEWEST_ON_BONE = 8
_BONE_SAMPLES = 1500


@dataclass(frozen=True)
class Course:
    """One head of a muscle: its mesh, the share 0..1 along it of each vertex, and the shares
    between which it is flesh."""

    mesh: Mesh
    share: np.ndarray
    flesh: tuple[float, float]

    def below(self, height: float) -> Course | None:
        """The part below a height, mm; None where there is none."""
        low = self.mesh.triangles[:, :, 1].mean(axis=1) < height
        if not low.any():
            return None
        return Course(Mesh(self.mesh.vertices, self.mesh.faces[low]), self.share, self.flesh)


@dataclass(frozen=True)
class BoneParts:
    """Points on the bones, and which part of the limb, from the trunk outwards, each belongs to."""

    tree: cKDTree
    part: np.ndarray

    @classmethod
    def of(cls, bones: dict[str, Mesh]) -> BoneParts:
        """All bones of a body."""
        clouds = [scatter(mesh, _BONE_SAMPLES, 3)[0] for mesh in bones.values()]
        names = [part_of_bone(name) for name in bones]
        part = np.array([_CHAIN.index(name) if name in _CHAIN else 0 for name in names])
        return cls(cKDTree(np.vstack(clouds)), np.repeat(part, _BONE_SAMPLES))

    def ends(self, points: np.ndarray) -> list[np.ndarray]:
        """Index of the points on the innermost and on the outermost part that a muscle lies on;
        none where it lies on one part alone."""
        distance, near = self.tree.query(points)
        part = np.where(distance < _ON_BONE_MM, self.part[near], -1)
        counts = np.bincount(part[part >= 0], minlength=len(_CHAIN))
        touched = np.flatnonzero(counts >= _FEWEST_ON_BONE)
        if len(touched) < 2:
            return []
        return [np.flatnonzero(part == touched[0]), np.flatnonzero(part == touched[-1])]


def course(mesh: Mesh, bones: BoneParts) -> Course:
    """The course of a head, worked out once for all views."""
    points, inverse = np.unique(np.round(mesh.vertices, 2), axis=0, return_inverse=True)
    faces = inverse.reshape(-1)[mesh.faces]
    edges = np.vstack([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    edges = np.unique(np.sort(edges, axis=1), axis=0)
    edges = edges[edges[:, 0] != edges[:, 1]]
    length = np.linalg.norm(points[edges[:, 0]] - points[edges[:, 1]], axis=1)
    net = csr_matrix((length, (edges[:, 0], edges[:, 1])), shape=(len(points),) * 2)
    net = net + net.T
    middle = points - points.mean(axis=0)
    along = middle @ np.linalg.svd(middle, full_matrices=False)[2][0]
    low, high = np.quantile(along, (0.0, 1.0))
    ends = bones.ends(points) or [
        np.flatnonzero(along <= low + END_SHARE * (high - low)),
        np.flatnonzero(along >= high - END_SHARE * (high - low)),
    ]
    gone = [dijkstra(net, indices=end, min_only=True) for end in ends]
    total = gone[0] + gone[1]
    straight = (along - low) / max(high - low, 1e-9)
    known = np.isfinite(total) & (total > 0)
    share = np.where(known, gone[0] / np.where(known, total, 1.0), straight)
    return Course(mesh, share[inverse.reshape(-1)], _flesh(points, share))


def _flesh(points: np.ndarray, share: np.ndarray) -> tuple[float, float]:
    """The shares between which the cross-section is more than that of a tendon."""
    size = np.zeros(_BINS)
    for at in range(_BINS):
        ring = points[np.abs(share - (at + 0.5) / _BINS) < 0.75 / _BINS]
        if len(ring) > 3:
            spread = np.linalg.svd(ring - ring.mean(axis=0), compute_uv=False)
            # A slice is flat: its two largest spreads span it.
            size[at] = spread[0] * spread[1] / len(ring)
    size = ndimage.uniform_filter1d(size, 3)
    thick = np.flatnonzero(size > TENDON_SHARE * size.max())
    return float(thick[0] / _BINS), float((thick[-1] + 1) / _BINS)


@dataclass(frozen=True)
class _Field:
    """The share along a head in the cells of a grid, nan where it is not nearest to the viewer."""

    grid: Grid
    share: np.ndarray


def drawn(head: Course, view: View, inside: silhouettes.Within) -> tuple[str, str]:
    """The fibre lines and the tendon of a head in a view, as path data, inside of the body."""
    field = _field(head, view, inside)
    low, high = head.flesh
    filled = np.nan_to_num(field.share, nan=0.5)
    tendon = np.isfinite(field.share) & ((filled < low) | (filled > high))
    return _lines(field, low, high), silhouettes.outline_of(
        tendon, field.grid, 1.2, _SMALLEST_TENDON_MM2
    )


def _field(head: Course, view: View, inside: silhouettes.Within) -> _Field:
    grid = silhouettes.local_grid(view, [head.mesh], depths.STEP)
    xyz, share = depths.spread(head.mesh, head.share)
    row, column, _ = grid.index(view.right_side(xyz))
    order = np.argsort(view.depth(np.minimum(xyz, [0.0, np.inf, np.inf])), kind="stable")
    cells = np.full(grid.shape, np.nan)
    cells[row[order], column[order]] = share[order]
    hit = np.isfinite(cells)
    closed = (ndimage.binary_closing(hit, iterations=2) | hit) & inside.on(grid)
    index = ndimage.distance_transform_edt(~hit, return_distances=False, return_indices=True)
    filled = ndimage.gaussian_filter(cells[tuple(index)], 2.0, mode="nearest")
    return _Field(grid, np.where(closed, filled, np.nan))


def _lines(field: _Field, low: float, high: float) -> str:
    """Fibre lines about APART_MM apart, from tendon to tendon."""
    index = ndimage.distance_transform_edt(
        ~np.isfinite(field.share), return_distances=False, return_indices=True
    )
    whole = field.share[tuple(index)]
    slope = np.stack(np.gradient(ndimage.gaussian_filter(whole, _SMOOTH_MM)), axis=-1)
    steep = np.linalg.norm(slope, axis=2)
    slope /= np.maximum(steep, 1e-9)[..., None]
    inner = ndimage.binary_erosion(np.isfinite(field.share), iterations=2) & (steep > _FLAT)
    taken = np.zeros(field.share.shape, bool)
    paths = []
    for level in _SEED_LEVELS:
        at_level = inner & (np.abs(whole - (low + level * (high - low))) < 0.012)
        for seed in np.argwhere(at_level & ~taken).tolist():
            if taken[seed[0], seed[1]]:
                continue
            line = _traced(np.array(seed, float), slope, inner, taken)
            _take(taken, line)
            if (len(line) - 1) * _STEP_MM >= _SHORTEST_MM:
                place = np.array(field.grid.origin) + (line[:, ::-1] + 0.5) * field.grid.step
                paths.append(curve_to_path(curves.fitted(place, closed=False, within=_WITHIN_MM)))
    return "".join(paths)


def _traced(
    seed: np.ndarray, slope: np.ndarray, inner: np.ndarray, taken: np.ndarray
) -> np.ndarray:
    """The way of a fibre through a place, as rows and columns, both ways to the end."""
    halves = []
    for way in (-1.0, 1.0):
        at, line, before = seed, [], np.zeros(2)
        for _ in range(400):
            r, c = round(at[0]), round(at[1])
            if not (0 <= r < inner.shape[0] and 0 <= c < inner.shape[1]) or not inner[r, c]:
                break
            if taken[r, c] or (line and slope[r, c] @ before < _LEAST_STRAIGHT):
                break
            line.append(at)
            before = slope[r, c]
            at = at + way * _STEP_MM * before
        halves.append(line)
    return np.array([*halves[0][::-1], *halves[1][1:]]) if halves[0] else seed[None]


def _take(taken: np.ndarray, line: np.ndarray) -> None:
    reach = int(APART_MM) // 2 + 1
    for r, c in np.round(line).astype(int).tolist():
        taken[max(r - reach, 0) : r + reach + 1, max(c - reach, 0) : c + reach + 1] = True
