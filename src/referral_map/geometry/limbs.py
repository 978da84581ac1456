"""Limb coordinates: where on a limb, the neck or the head a skin point lies.

A segment has an axis from its near to its far end and, along it, a centre line and half-widths
measured on the skin. A point is then ``fraction`` (0 near the trunk, 1 far) and ``angle`` (degrees
round the segment). Angle 90 always leads away from the midline on the right side:

======================================  ==========  ==========  ==========  ==========
segment                                 0           90          180         -90
======================================  ==========  ==========  ==========  ==========
thigh, leg, arm, forearm, neck, head    anterior    lateral     posterior   medial
foot                                    dorsal      lateral     plantar     medial
hand (palm to the front)                palmar      radial      dorsal      ulnar
======================================  ==========  ==========  ==========  ==========

Neck and head have their axis in the midline: there lateral is the right and medial the left.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import Floats

SEGMENTS = ("thigh", "leg", "foot", "arm", "forearm", "hand", "neck", "head")
"""The arm is the upper arm; the head begins at the level of the mastoids, where the neck ends."""

_COMPASS = {
    "anterior": 0.0,
    "anterolateral": 45.0,
    "lateral": 90.0,
    "posterolateral": 135.0,
    "posterior": 180.0,
    "posteromedial": -135.0,
    "medial": -90.0,
    "anteromedial": -45.0,
}
_FOOT_COMPASS = {
    name.replace("antero", "dorso")
    .replace("postero", "plantar")
    .replace("anterior", "dorsal")
    .replace("posterior", "plantar"): angle
    for name, angle in _COMPASS.items()
}
_HAND_COMPASS = {
    name.replace("anterior", "palmar")
    .replace("posterior", "dorsal")
    .replace("antero", "palmo")
    .replace("postero", "dorso")
    .replace("lateral", "radial")
    .replace("medial", "ulnar"): angle
    for name, angle in _COMPASS.items()
}
_COMPASSES = {
    "foot": _FOOT_COMPASS,
    "hand": _HAND_COMPASS,
    "forearm": _COMPASS | {"radial": 90.0, "ulnar": -90.0},
}


def directions(segment: str) -> dict[str, float]:
    """Direction words of a segment and their angles in degrees."""
    return _COMPASSES.get(segment, _COMPASS)


@dataclass(frozen=True)
class Segment:
    """One right-sided limb segment, or the neck or the head.

    start, end: joints, mm; outward: unit vector of angle 0 (the front; top of the foot, palm of the
    hand); centres ``(k, 3)`` and half_widths ``(k, 2)`` (along angle 0, along angle 90), mm,
    at k evenly spaced fractions.
    """

    name: str
    start: Floats
    end: Floats
    outward: Floats
    centres: Floats
    half_widths: Floats

    @property
    def axis(self) -> Floats:
        """Unit vector from start to end."""
        along = self.end - self.start
        return along / np.linalg.norm(along)

    @property
    def length(self) -> float:
        """Distance between the joints, mm."""
        return float(np.linalg.norm(self.end - self.start))

    @property
    def lateral(self) -> Floats:
        """Unit vector of angle 90: away from the midline on the right side."""
        across = np.cross(self.axis, self.outward)
        across /= np.linalg.norm(across)
        return across if across[0] < 0 else -across

    def fraction(self, xyz: Floats) -> Floats:
        """Fraction along the axis ``(n,)`` of right-sided points ``(n, 3)``."""
        return (np.atleast_2d(xyz) - self.start) @ self.axis / self.length

    def angle(self, xyz: Floats) -> Floats:
        """Angle round the limb ``(n,)`` in degrees, -180..180, of points ``(n, 3)``."""
        xyz = np.atleast_2d(xyz)
        centre, half = self._section(self.fraction(xyz))
        away = xyz - centre
        front = away @ self.outward / half[:, 0]
        side = away @ self.lateral / half[:, 1]
        return np.degrees(np.arctan2(side, front))

    def guess(self, fraction: Floats | float, angle: Floats | float) -> tuple[Floats, Floats]:
        """Points ``(k, 3)`` near the skin and outward directions, for fractions and angles."""
        centre, half = self._section(np.atleast_1d(fraction))
        turn = np.radians(np.atleast_1d(angle))[:, None]
        reach = (
            np.cos(turn) * half[:, :1] * self.outward + np.sin(turn) * half[:, 1:] * self.lateral
        )
        return centre + reach, reach / np.linalg.norm(reach, axis=1, keepdims=True)

    def _section(self, fraction: Floats) -> tuple[Floats, Floats]:
        knots = np.linspace(0.0, 1.0, len(self.centres))
        return _between(fraction, knots, self.centres), _between(fraction, knots, self.half_widths)


def _between(fraction: Floats, knots: Floats, rows: Floats) -> Floats:
    """Rows ``(n, d)`` at fractions ``(n,)``, in proportion between those at the knots."""
    columns: list[Floats] = [np.interp(fraction, knots, rows[:, at]) for at in range(rows.shape[1])]
    return np.column_stack(columns)
