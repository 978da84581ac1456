"""Points written in words of the body, resolved to a place on the skin of the right side.

See ``anatomy/README.md`` for what may be written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from ..arrays import Floats
from ..errors import nearest
from .limbs import SEGMENTS, Segment, directions
from .skin import Skin

_MOVES = {
    "up": (0, 1, 0),
    "down": (0, -1, 0),
    "lateral": (-1, 0, 0),
    "medial": (1, 0, 0),
    "front": (0, 0, 1),
    "back": (0, 0, -1),
}
_OFF_SKIN_MM = 40.0
_LONGEST_WAY_MM = 200.0
"""A move ends on the skin: no farther than the first from a skin point, or the second from its
end in the air."""
_NUMBER = r"-?\d+(?:\.\d+)?"
_MOVE = re.compile(rf"^({_NUMBER})\s+([a-z]+)$")
_LIMB = re.compile(rf"^([a-z]+)\s+({_NUMBER})\s+([a-z]+)(?:/([a-z]+))?$")
_BETWEEN = re.compile(rf"^between\s+(.+?)\s+and\s+(.+)\s+({_NUMBER})$")


class PlaceError(ValueError):
    """A point expression that cannot be read; the message names what is allowed."""


LimbPlace: TypeAlias = tuple[str, float, float]
"""Limb coordinates: the segment, the fraction along it (0..1) and the angle round it (degrees)."""


@dataclass(frozen=True)
class Place:
    """A place on the skin: xyz (mm), outward normal, and its limb coordinates when it has any."""

    xyz: Floats
    normal: Floats
    limb: LimbPlace | None = None


@dataclass(frozen=True)
class Gazetteer:
    """What the words mean on this body: landmarks, limb segments and skin; scale: how many mm of
    this body a mm in words is."""

    landmarks: dict[str, Place]
    segments: dict[str, Segment]
    skin: Skin
    scale: float = 1.0

    def find(self, words: str) -> Place:
        """The place that ``words`` name. Raises PlaceError."""
        words = words.strip()
        between = _BETWEEN.match(words)
        if between:
            first, second = self.find(between[1]), self.find(between[2])
            return self._part_way(first, second, float(between[3]))
        base, *moves = (part.strip() for part in words.split(","))
        place = self._limb(base) or self._landmark(base)
        for move in moves:
            place = self._moved(place, move)
        return place

    def _landmark(self, name: str) -> Place:
        if name in self.landmarks:
            return self.landmarks[name]
        raise PlaceError(f"unknown landmark {name!r}{nearest(name, self.landmarks)}")

    def _limb(self, words: str) -> Place | None:
        match = _LIMB.match(words)
        if not match:
            return None
        name, fraction, *turns = match.groups()
        if name not in self.segments:
            raise PlaceError(f"unknown segment {name!r}; allowed: {', '.join(SEGMENTS)}")
        fraction = float(fraction)
        if not -0.1 <= fraction <= 1.1:
            raise PlaceError(f"fraction {fraction} of {name}: allowed 0 to 1")
        angle = _mean_angle([_angle(name, turn) for turn in turns if turn])
        return self.on_limb(name, fraction, angle)

    def on_limb(self, name: str, fraction: float, angle: float) -> Place:
        """The place on the skin at a fraction (0..1) of a segment and an angle (degrees)."""
        xyz, normal = self.skin.put_on(*self.segments[name].guess(fraction, angle))
        return Place(xyz[0], normal[0], (name, fraction, angle))

    def _moved(self, place: Place, move: str) -> Place:
        match = _MOVE.match(move)
        if not match or match[2] not in _MOVES:
            raise PlaceError(
                f"cannot read the move {move!r}; write '30 lateral', one of {', '.join(_MOVES)}"
            )
        way = self.scale * float(match[1])
        target = place.xyz + way * np.array(_MOVES[match[2]], float)
        xyz, normal = self.skin.put_on(target[None], place.normal[None])
        if not (
            np.linalg.norm(xyz[0] - target) < _LONGEST_WAY_MM
            and self.skin.distance(xyz[0]) < _OFF_SKIN_MM
        ):
            raise PlaceError(f"the move {move!r} leaves the skin")
        return Place(xyz[0], normal[0])

    def _part_way(self, first: Place, second: Place, share: float) -> Place:
        if not 0 <= share <= 1:
            raise PlaceError(f"fraction {share} between two points: allowed 0 to 1")
        xyz, normal = self.path(first, second, np.array([share]))
        return Place(xyz[0], normal[0])

    def path(self, first: Place, second: Place, shares: Floats) -> tuple[Floats, Floats]:
        """Points ``(k, 3)`` and normals on the skin at shares 0..1 of the way between two places.

        Within one limb segment the way keeps its direction round the limb.
        """
        share = shares[:, None]
        if first.limb and second.limb and first.limb[0] == second.limb[0]:
            return self._limb_path(first.limb, second.limb, shares)
        straight = first.xyz + share * (second.xyz - first.xyz)
        facing = first.normal + share * (second.normal - first.normal)
        facing /= np.maximum(np.linalg.norm(facing, axis=1, keepdims=True), 1e-6)
        return self.skin.put_on(straight, facing)

    def _limb_path(
        self, first: LimbPlace, second: LimbPlace, shares: Floats
    ) -> tuple[Floats, Floats]:
        segment = self.segments[first[0]]
        turn = (second[2] - first[2] + 180) % 360 - 180
        fraction = first[1] + shares * (second[1] - first[1])
        return self.skin.put_on(*segment.guess(fraction, first[2] + shares * turn))


def _angle(segment: str, word: str) -> float:
    allowed = directions(segment)
    if word not in allowed:
        raise PlaceError(
            f"unknown direction {word!r} of the {segment}; "
            f"allowed: {', '.join(allowed)}{nearest(word, allowed)}"
        )
    return allowed[word]


def _mean_angle(angles: list[float]) -> float:
    turns = np.radians(angles)
    return float(np.degrees(np.arctan2(np.sin(turns).mean(), np.cos(turns).mean())))
