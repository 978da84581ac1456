"""Zones: strokes and patches on the skin, as a signed depth in mm.

The field of a zone is how many mm a skin place lies inside its border (negative outside). A skin
point belongs to the zone, and a picture shows it, where the field is positive.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Floats, Integers
from .place_language import Gazetteer, Place

SAMPLE_MM = 7.0
"""A stroke is sampled at most this many mm apart, which keeps its border accurate to 0.5 mm."""

BLEND_MM = 6.0
"""Where strokes and patches meet, their borders blend over about this many mm."""

_MARGIN_MM = 10.0

_FACING_MM = 70.0
_FACING_FROM = 0.25
"""Skin that faces away from a stroke counts as this much farther off, so that a stroke on the back
of a toe or a foot does not reach its other side."""


@dataclass(frozen=True)
class Brush:
    """One stroke or patch, sampled: centres ``(k, 3)``, normals ``(k, 3)``, radii ``(k,)`` mm.

    A patch has one centre, ``axes`` (along the body's length, across, and outward) and its two
    radii in ``extent``.
    """

    centres: Floats
    normals: Floats
    radii: Floats
    axes: Floats | None = None
    extent: tuple[float, float] = (0.0, 0.0)

    @property
    def reach(self) -> float:
        """No place farther than this (mm) from every centre can lie near the border."""
        return float(max(self.radii.max(), *self.extent)) + _MARGIN_MM + BLEND_MM

    def depth(self, xyz: Floats, normal: Floats) -> Floats:
        """mm inside the border ``(n,)`` of skin places ``(n, 3)`` with their normals."""
        if self.axes is not None:
            return self._patch_depth(self.axes, xyz, normal)
        middle = self.centres.mean(axis=0)
        places = (xyz - middle).astype(np.float32)
        centres = (self.centres - middle).astype(np.float32)
        # |p - c| by the dot product: one matrix product instead of an (n, k, 3) array.
        gap = (places**2).sum(axis=1)[:, None] + (centres**2).sum(axis=1)
        gap -= 2 * places @ centres.T
        np.sqrt(np.maximum(gap, 0, out=gap), out=gap)
        away = _FACING_FROM - normal.astype(np.float32) @ self.normals.astype(np.float32).T
        gap += _FACING_MM * np.maximum(away, 0, out=away)
        return (self.radii.astype(np.float32) - gap).max(axis=1)

    def _patch_depth(self, axes: Floats, xyz: Floats, normal: Floats) -> Floats:
        along, across = self.extent
        away = (xyz - self.centres[0]) @ axes.T
        # Off the tangent plane counts in full, so a patch does not reach through the body.
        scaled = np.hypot(away[:, 0] / along, away[:, 1] / across)
        scaled = np.hypot(scaled, away[:, 2] / (1.5 * max(along, across)))
        gap = _FACING_MM * np.clip(_FACING_FROM - normal @ self.normals[0], 0, None)
        return (1.0 - scaled) * min(along, across) - gap


def stroke(places: list[Place], widths: list[float], where: Gazetteer) -> Brush:
    """A stroke through two or more places with a width in mm at each, to the scale of the body."""
    centres: list[Floats] = []
    normals: list[Floats] = []
    radii: list[Floats] = []
    pairs = zip(places[:-1], places[1:], widths[:-1], widths[1:], strict=True)
    for first, second, width_a, width_b in pairs:
        steps = max(2, int(np.ceil(np.linalg.norm(second.xyz - first.xyz) / SAMPLE_MM)) + 1)
        shares = np.linspace(0, 1, steps)
        xyz, normal = where.path(first, second, shares)
        centres.append(xyz)
        normals.append(normal)
        radii.append(where.scale * (width_a + shares * (width_b - width_a)) / 2)
    return Brush(np.vstack(centres), np.vstack(normals), np.concatenate(radii))


def patch(place: Place, radii: tuple[float, float], scale: float = 1.0) -> Brush:
    """An ellipse on the skin round a place; radii in mm along the body's length and across."""
    radii = scale * radii[0], scale * radii[1]
    outward = place.normal
    length = np.array([0.0, 1.0, 0.0]) if abs(outward[1]) < 0.8 else np.array([0.0, 0.0, 1.0])
    along = length - outward * (length @ outward)
    along /= np.linalg.norm(along)
    axes = np.vstack([along, np.cross(outward, along), outward])
    return Brush(place.xyz[None], outward[None], np.array([max(radii)]), axes, radii)


def field(brushes: list[Brush], xyz: Floats, normal: Floats) -> Floats:
    """mm inside the union of brushes ``(n,)`` of skin places ``(n, 3)``; -1000 where far away."""
    total = np.full(len(xyz), -1000.0)
    for brush in brushes:
        low = brush.centres.min(axis=0) - brush.reach
        high = brush.centres.max(axis=0) + brush.reach
        near = _within(xyz, low, high)
        if len(near):
            depth = brush.depth(xyz[near], normal[near])
            total[near] = _melt(total[near], depth)
    return total


def _within(xyz: Floats, low: Floats, high: Floats) -> Integers:
    """Index of the places inside a box; height is tested first because it excludes most of them."""
    near = np.flatnonzero((xyz[:, 1] >= low[1]) & (xyz[:, 1] <= high[1]))
    part = xyz[near]
    return near[((part >= low) & (part <= high)).all(axis=1)]


def _melt(a: Floats, b: Floats) -> Floats:
    """The larger of two depths, rounded off by a quarter of BLEND_MM where they are equal."""
    overlap = np.clip(BLEND_MM - abs(a - b), 0, None) / BLEND_MM
    return np.maximum(a, b) + overlap**2 * BLEND_MM / 4
