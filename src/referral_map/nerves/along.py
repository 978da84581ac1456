"""How far down the sciatic nerve a place on the skin lies: in cm along the nerve, and in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..atlas import Atlas
from ..atlas.nerve_records import NerveBranch
from ..atlas.once import once_an_atlas
from ..domain import LEVELS, Level, Side
from .corridor import CORE_MM, FADED_MM, course, on_skin

WIDTH_MM = (CORE_MM + FADED_MM) / 2
"""Skin no farther than this from the course lies over the nerve: where the corridor weighs half."""

LEAST_CM2 = 2.0
"""At least this much marked skin must lie farther down, so that a slip of the pen does not
count."""

_KNEE_MM, _ANKLE_MM, _HEEL_MM, _FOLD_MM = 40.0, 28.0, 25.0, 14.0
"""Half the height of the knee and of the ankle round their landmarks; what lies farther below the
ankle bone than the third is the foot; the buttock ends this much below its fold. Choices, not
measures."""


@dataclass(frozen=True)
class Path:
    """The skin over the right-sided nerve and its branches.

    along ``(half,)``: cm along the nerve from where it leaves the pelvis to the place nearest to
    a skin point, nan where the skin is not over the nerve; level ``(half,)``: the place of that
    height in LEVELS; length_cm: the longest way.
    """

    along: np.ndarray
    level: np.ndarray
    length_cm: float


@dataclass(frozen=True)
class Reach:
    """How far down the nerve the pain of a side reaches: cm along it, and one of LEVELS."""

    cm: float
    level: Level


def reach(atlas: Atlas, marked: np.ndarray, side: Side) -> Reach | None:
    """How far down the sciatic nerve of a side the marked skin ``(n,)`` reaches.

    None when next to nothing over the nerve is marked. A mark below a gap counts: the result is how
    far the pain reaches, not whether it is continuous.
    """
    skin, path = atlas.skin, sciatic_path(atlas)
    over = np.flatnonzero(marked[skin.on_side(side)] & ~np.isnan(path.along))
    farthest_first = over[np.argsort(-path.along[over], kind="stable")]
    enough = np.flatnonzero(np.cumsum(skin.area[farthest_first]) >= LEAST_CM2)
    if not len(enough):
        return None
    at = farthest_first[enough[0]]
    return Reach(round(float(path.along[at]), 1), LEVELS[path.level[at]])


@once_an_atlas
def sciatic_path(atlas: Atlas) -> Path:
    """The path of an atlas, computed once."""
    skin = atlas.skin
    right = skin.xyz[: skin.half]
    nearest = np.full(skin.half, np.inf)
    along = np.full(skin.half, np.nan)
    for branch, line, ways in _with_ways(atlas):
        for place, way in zip(on_skin(atlas, branch, line), ways, strict=True):
            gap = np.linalg.norm(right - place, axis=1)
            nearer = (gap < nearest) & (gap <= WIDTH_MM)
            nearest[nearer], along[nearer] = gap[nearer], way / 10
    return Path(along, _levels(atlas, right[:, 1]), float(np.nanmax(along, initial=0.0)))


def _with_ways(atlas: Atlas) -> list[tuple[NerveBranch, np.ndarray, np.ndarray]]:
    """Each line of the course, from its upper end on, with the way ``(k,)`` in mm from where the
    nerve leaves the pelvis.

    The highest line is the trunk. Each other one begins at the place nearest to its upper end on
    the lines that are measured already, the nearest line first.
    """
    waiting = [
        (branch, line if line[0, 1] >= line[-1, 1] else line[::-1])
        for branch, line in course(atlas)
    ]
    waiting.sort(key=lambda item: -float(item[1][0, 1]))
    measured: list[tuple[NerveBranch, np.ndarray, np.ndarray]] = []
    while waiting:
        number, start = _next_line(waiting, measured) if measured else (0, 0.0)
        branch, line = waiting.pop(number)
        steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
        measured.append((branch, line, start + np.append(0.0, np.cumsum(steps))))
    return measured


def _next_line(
    waiting: list[tuple[NerveBranch, np.ndarray]],
    measured: list[tuple[NerveBranch, np.ndarray, np.ndarray]],
) -> tuple[int, float]:
    """The number of the line that begins nearest to what is measured, and the way to it, mm."""
    places = np.vstack([line for _, line, _ in measured])
    ways = np.concatenate([each for _, _, each in measured])
    gaps = np.array([np.linalg.norm(places - line[0], axis=1) for _, line in waiting])
    number, at = np.unravel_index(gaps.argmin(), gaps.shape)
    return int(number), float(ways[at] + gaps[number, at])


def _levels(atlas: Atlas, heights: np.ndarray) -> np.ndarray:
    """The places in LEVELS of heights ``(k,)`` in mm on the standing body."""
    height = {name: place.xyz[1] for name, place in atlas.computed.gazetteer.landmarks.items()}
    fold, crease = height["gluteal_fold"], height["popliteal_crease"]
    ankle = (height["lateral_malleolus"] + height["medial_malleolus"]) / 2
    thigh = np.linspace(float(fold), float(crease + _KNEE_MM), 4)
    thigh[0] -= _FOLD_MM
    leg = np.linspace(float(crease - _KNEE_MM), float(ankle + _ANKLE_MM), 4)
    borders = np.concatenate([thigh, leg, [ankle - _HEEL_MM]])
    return np.searchsorted(-borders, -heights)
