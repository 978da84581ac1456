"""Rules of the regions of shoulder, armpit, arm, elbow, forearm and wrist."""

from __future__ import annotations

import numpy as np

from .regions_frame import Body, Rule, Samples, curve, quarters

_SHOULDER_END = 0.36
_ARM_CUTS = (0.615, 0.87)
_FOREARM_CUTS = (0.14, 0.5, 0.865)
"""Where the regions end along upper arm and forearm, as shares of their length."""

_BORDERS = (45.0, 135.0, -45.0, -135.0)
_DELTOID_BORDERS = (50.0, 128.0)
"""The angles, in degrees, that part the sides of the limb, and the parts of the deltoid."""


def in_armpit(body: Body, at: Samples) -> np.ndarray:
    """Which samples lie in the armpit: around its crease, a rounded block."""
    middle = (body.skin("armpit_front") + body.skin("armpit_back")) / 2
    away = (at.xyz - middle - np.array([-26.0, -38, -6])) / np.array([24.0, 50, 56])
    return (abs(away) ** 4).sum(axis=1) < 1


def armpit(_: Body, at: Samples) -> list[Rule]:
    """The armpit is one region."""
    return [(np.ones(len(at.xyz), bool), "armpit")]


def on_arm(body: Body, at: Samples) -> np.ndarray:
    """Which samples lie on the arm, shoulder included: out of a line from the clavicle, along the
    inner border of the deltoid, through both folds of the armpit."""
    tip, coracoid = body.skin("acromion"), body.skin("coracoid")
    folds = (body.skin("armpit_front") + body.skin("armpit_back")) / 2
    border = curve(
        at.up,
        (tip[1] + 8, -tip[0] - 22),
        (tip[1] - 8, -tip[0] - 27),
        (coracoid[1], -coracoid[0] + 6),
        ((coracoid[1] + folds[1]) / 2, -folds[0] - 3),
        (folds[1] - 4, -folds[0] + 15),
        (folds[1] - 74, -folds[0] + 35),
    )
    below = at.up < folds[1] - 74
    return np.where(below, np.isin(at.part, ("arm", "forearm", "hand")), at.out > border)


def arm(body: Body, at: Samples) -> list[Rule]:
    """Shoulder to wrist; the hand's own rules come before."""
    return [*_wrist(body, at), *_forearm(body, at), *_elbow_and_arm(body, at), *_shoulder(body, at)]


def _wrist(body: Body, at: Samples) -> list[Rule]:
    forearm = body.segments["forearm"]
    where = forearm.fraction(at.xyz) > _FOREARM_CUTS[2]
    angle = forearm.angle(at.xyz)
    return [(where & (abs(angle) < 90), "wrist_front"), (where, "wrist_back")]


def _forearm(body: Body, at: Samples) -> list[Rule]:
    forearm = body.segments["forearm"]
    fraction, angle = forearm.fraction(at.xyz), forearm.angle(at.xyz)
    rules: list[Rule] = []
    for height, cut in (("lower", _FOREARM_CUTS[1]), ("upper", _FOREARM_CUTS[0])):
        names = [f"forearm_{side}_{height}" for side in ("front", "outer", "back", "inner")]
        rules += quarters(fraction > cut, angle, names, _BORDERS)
    return rules


def _elbow_and_arm(body: Body, at: Samples) -> list[Rule]:
    segment, forearm = body.segments["arm"], body.segments["forearm"]
    fraction, angle = segment.fraction(at.xyz), segment.angle(at.xyz)
    at_elbow = np.where(forearm.fraction(at.xyz) > 0, forearm.angle(at.xyz), angle)
    names = [f"elbow_{side}" for side in ("front", "outer", "back", "inner")]
    rules = quarters(fraction > _ARM_CUTS[1], at_elbow, names, _BORDERS)
    for height, cut in (("lower", _ARM_CUTS[0]), ("upper", _SHOULDER_END)):
        names = [f"arm_front_{height}", f"arm_outer_{height}", f"arm_back_{height}", "arm_inner"]
        rules += quarters(fraction > cut, angle, names, _BORDERS)
    return rules


def _shoulder(body: Body, at: Samples) -> list[Rule]:
    angle = body.segments["arm"].angle(at.xyz)
    front, back = _DELTOID_BORDERS
    every = np.ones(len(angle), bool)
    return [
        ((angle > front) & (angle < back), "shoulder_outer"),
        (abs(angle) < 90, "shoulder_front"),
        (every, "shoulder_back"),
    ]
