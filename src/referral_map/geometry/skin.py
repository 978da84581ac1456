"""The skin as points; pain, patterns and regions are weights on them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..arrays import Flags, Floats, Integers
from .body_frame import mirror

_NORMAL_MM = 45.0
"""mm that a unit change of the normal counts when the nearest skin is sought: a point beside the
thigh finds the skin that faces it, not the far side of the limb."""


_REACH_MM = 120.0


@dataclass(frozen=True)
class Skin:
    """Evenly spread points of the whole skin, right side first, then its mirror.

    xyz ``(n, 3)`` mm; normal ``(n, 3)`` outward unit vectors; area ``(n,)`` cm2; region ``(n,)``
    index into the list of regions of both sides, -1 where the skin is not clickable; seen: for
    each view, which points it shows.
    """

    xyz: Floats
    normal: Floats
    area: Floats
    region: Integers
    seen: dict[str, Flags]

    def of_region(self, number: int) -> Integers:
        """Numbers ``(k,)`` of the points of a region; none where the region has no skin."""
        return self._by_region.get(number, np.zeros(0, int))

    @cached_property
    def _by_region(self) -> dict[int, Integers]:
        return {int(number): np.flatnonzero(self.region == number) for number in set(self.region)}

    @property
    def half(self) -> int:
        """Number of points a side; point ``i + half`` is the mirror of point ``i``."""
        return len(self.xyz) // 2

    @cached_property
    def right(self) -> Flags:
        """Which points are on the patient's right ``(n,)``."""
        return np.arange(len(self.xyz)) < self.half

    def on_side(self, side: str) -> Flags:
        """Which points ``(n,)`` are on a side of the patient."""
        return self.right if side == "right" else ~self.right

    def mirrored(self, weights: Floats) -> Floats:
        """Weights ``(..., n)`` moved to the other side of the body."""
        return np.concatenate([weights[..., self.half :], weights[..., : self.half]], axis=-1)

    @cached_property
    def _search(self) -> tuple[Floats, Floats]:
        """Right-side places with their scaled normals ``(half, 6)``, and their squared lengths."""
        places = np.hstack([self.xyz, _NORMAL_MM * self.normal])[: self.half]
        return places, (places**2).sum(axis=1)

    def distance(self, xyz: Floats) -> float:
        """mm from a place ``(3,)`` to the nearest skin point."""
        return float(np.linalg.norm(self.xyz - xyz, axis=1).min())

    def put_on(self, xyz: Floats, normal: Floats) -> tuple[Floats, Floats]:
        """The right-side skin nearest to points ``(k, 3)`` that face ``normal`` ``(k, 3)``: place
        and normal.

        The surface is taken as the plane through the nearest few skin points, so the result does
        not jump from point to point.
        """
        wanted = np.hstack([np.atleast_2d(xyz), _NORMAL_MM * np.atleast_2d(normal)])
        places, lengths = self._search
        # Skin that is farther up or down than the thickness of a limb cannot be the nearest.
        level = wanted[:, 1]
        off_level = abs(places[:, 1] - (level.min() + level.max()) / 2)
        part = np.flatnonzero(off_level < (level.max() - level.min()) / 2 + _REACH_MM)
        if len(part) < 5:
            part = np.arange(len(places))
        places, lengths = places[part], lengths[part]
        far = (wanted**2).sum(axis=1)[:, None] + lengths - 2 * wanted @ places.T
        near = np.argpartition(far, 5, axis=1)[:, :5]
        weight = 1.0 / (np.take_along_axis(far, near, axis=1) + 25.0)
        near = part[near]
        weight /= weight.sum(axis=1, keepdims=True)
        middle = np.einsum("kj,kjd->kd", weight, self.xyz[near])
        facing = np.einsum("kj,kjd->kd", weight, self.normal[near])
        facing /= np.linalg.norm(facing, axis=1, keepdims=True)
        height = ((np.atleast_2d(xyz) - middle) * facing).sum(axis=1, keepdims=True)
        placed = np.atleast_2d(xyz) - height * facing
        # The right side ends at the midline.
        placed[:, 0] = np.minimum(placed[:, 0], 0.0)
        return placed, facing


def both_sides(
    xyz: Floats,
    normal: Floats,
    area: Floats,
    region: Integers,
    region_count: int,
    seen: dict[str, Flags],
) -> Skin:
    """The whole skin from its right half; left regions follow the right ones in number.

    ``seen`` holds the stored views; the side views each show their own side only.
    """
    left_region = np.where(region >= 0, region + region_count, -1)
    none = np.zeros(len(xyz), bool)
    views = {name: np.concatenate([marks, marks]) for name, marks in seen.items()}
    if "right" in seen:
        views["left"] = np.concatenate([none, seen["right"]])
        views["right"] = np.concatenate([seen["right"], none])
    return Skin(
        np.vstack([xyz, mirror(xyz)]).astype(float),
        np.vstack([normal, mirror(normal)]).astype(float),
        np.concatenate([area, area]).astype(float),
        np.concatenate([region, left_region]).astype(int),
        views,
    )
