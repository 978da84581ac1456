"""What the rules of the regions are made of: landmarks, curves, lines, and sides of a limb.

A rule is a pair (which samples, name of the region); of a list of rules the first that holds wins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.interpolate import PchipInterpolator

from referral_map.geometry.limbs import Segment

from .parts import part_of_bone

ORDINALS = ("first", "second", "third", "fourth", "fifth")

Rule = tuple[np.ndarray, str]


@dataclass(frozen=True)
class Samples:
    """Right-side skin samples: place (mm) and normal ``(n, 3)``, name of the nearest bone and the
    part of the body it belongs to ``(n,)``."""

    xyz: np.ndarray
    normal: np.ndarray
    bone: np.ndarray
    part: np.ndarray

    @classmethod
    def of(cls, xyz: np.ndarray, normal: np.ndarray, bone: np.ndarray) -> Samples:
        """The samples with their parts."""
        names, index = np.unique(bone, return_inverse=True)
        part = np.array([part_of_bone(name) for name in names], dtype=str)[index]
        return cls(xyz, normal, bone, part)

    def some(self, which: np.ndarray) -> Samples:
        """Some of the samples."""
        return Samples(self.xyz[which], self.normal[which], self.bone[which], self.part[which])

    def digit(self, place: str) -> np.ndarray:
        """The number of the finger or toe whose phalanx is nearest, 0 elsewhere; place: ``hand`` or
        ``foot``."""
        names, index = np.unique(self.bone, return_inverse=True)
        return np.array([_digit(name, place) for name in names], dtype=int)[index]

    @property
    def out(self) -> np.ndarray:
        """How far from the midline, mm."""
        return -self.xyz[:, 0]

    @property
    def up(self) -> np.ndarray:
        """How high above the floor, mm."""
        return self.xyz[:, 1]

    @property
    def front(self) -> np.ndarray:
        """How far to the front, mm."""
        return self.xyz[:, 2]


@dataclass(frozen=True)
class Body:
    """The landmarks, on skin and on bone, and the segments that the rules are written in."""

    landmarks: dict[str, dict]
    segments: dict[str, Segment]

    def skin(self, name: str) -> np.ndarray:
        """A landmark on the skin, mm."""
        return np.array(self.landmarks[name]["skin"], float)

    def bone(self, name: str) -> np.ndarray:
        """A landmark on the bone, mm."""
        return np.array(self.landmarks[name]["bone"], float)

    def out(self, name: str) -> float:
        """How far a landmark's skin is from the midline, mm."""
        return float(-self.skin(name)[0])

    def up(self, name: str) -> float:
        """How high a landmark's skin is, mm."""
        return float(self.skin(name)[1])

    def front(self, name: str) -> float:
        """How far to the front a landmark's skin is, mm."""
        return float(self.skin(name)[2])


def _digit(bone: str, place: str) -> int:
    if not bone.endswith(f"_finger_of_{place}"):
        return 0
    return next(n for n, word in enumerate(ORDINALS, 1) if f"_{word}_" in bone)


def first_of(rules: Sequence[Rule], count: int) -> np.ndarray:
    """The name ``(count,)`` of the first rule that holds at each sample, "" where none does."""
    names = np.full(count, "", dtype=object)
    for holds, name in reversed(rules):
        names[holds] = name
    return names


def curve(at: np.ndarray, *knots: tuple[float, float]) -> np.ndarray:
    """A smooth curve through knots ``(at, value)``, without overshoot, flat beyond its ends."""
    where, values = np.array(sorted(knots)).T
    smooth: Callable[[np.ndarray], np.ndarray] = PchipInterpolator(where, values)
    return smooth(np.clip(at, where[0], where[-1]))


def quarters(
    where: np.ndarray,
    angle: np.ndarray,
    names: Sequence[str],
    borders: Sequence[np.ndarray | float],
) -> list[Rule]:
    """Front, outer, back and inner side of a limb; borders: the angles, in degrees, that front and
    back end at on the outer side, and those on the inner side (below 0)."""
    in_front, outer, behind, inner = names
    front_outer, back_outer, front_inner, back_inner = borders
    return [
        (where & (angle < front_outer) & (angle > front_inner), in_front),
        (where & ((angle > back_outer) | (angle < back_inner)), behind),
        (where & (angle > 0), outer),
        (where, inner),
    ]


@dataclass(frozen=True)
class Line:
    """A path of straight pieces through a bone or a finger: points ``(k, 3)``, mm."""

    points: np.ndarray

    @classmethod
    def through(cls, *points: np.ndarray) -> Line:
        """The line through some points."""
        return cls(np.array(points))

    def offset(self, xyz: np.ndarray) -> np.ndarray:
        """From the nearest point of the line to each place, ``(n, 3)`` mm."""
        best = np.full((len(xyz), 3), np.inf)
        for start, end in zip(self.points, self.points[1:], strict=False):
            along = end - start
            share = np.clip((xyz - start) @ along / (along @ along), 0, 1)
            away = xyz - start - np.outer(share, along)
            nearer = (away**2).sum(axis=1) < (best**2).sum(axis=1)
            best[nearer] = away[nearer]
        return best

    def distance(self, xyz: np.ndarray) -> np.ndarray:
        """How far each place is from the line, ``(n,)`` mm."""
        return np.linalg.norm(self.offset(xyz), axis=1)
