"""Rules of the regions of thigh, knee, leg, ankle and foot."""

from __future__ import annotations

import numpy as np

from .regions_frame import Body, Line, Rule, Samples, curve, quarters

_THIGH_CUTS = (0.474, 0.705, 0.902)
_LEG_CUTS = (0.147, 0.393, 0.639, 0.875)
"""Where the regions end along the limb, as shares of its length."""

_BORDERS = (
    (0.24, 51, 136, -46, -137),
    (0.58, 47, 137, -47, -135),
    (0.80, 45, 135, -46, -134),
    (1.00, 38, 127, -33, -134),
    (1.27, 43, 131, -36, -139),
    (1.50, 48, 131, -40, -140),
    (1.75, 51, 131, -45, -139),
    (1.93, 51, 135, -46, -139),
)
"""By share of the thigh, from 1 of the leg: the angles that part front and outer side, outer side
and back, inner side and front, back and inner side."""


def foot(body: Body, at: Samples) -> list[Rule]:
    """Foot and toes: along it in shares of the way from the heel bone to the metatarsal heads."""
    heel, heads = body.bone("heel_back"), np.array([body.bone(f"knuckle_{n}") for n in range(1, 6)])
    length = heads[2, 2] - heel[2]
    along = (at.front - heel[2]) / length
    ahead = (at.front - curve(at.out, *zip(-heads[:, 0], heads[:, 2], strict=True))) / length
    below_ankle = curve(
        along, (-0.09, 0.76), (0.1, 0.63), (0.28, 0.6), (0.4, 0.7), (0.5, 0.84), (0.62, 1.1)
    )
    foot = at.up < below_ankle * body.bone("ankle_front")[1]
    sole, under = (foot & (at.normal[:, 1] < -steep) for steep in (0.38, 0.2))
    toes, ball = ahead > 0.11, ahead > -0.147
    big = _on_big_toe(body, at)
    angle = body.segments["foot"].angle(at.xyz)
    # The skin between the toes is none of the foot's edges.
    web = (ahead > 0) & (at.out > -heads[0, 0] + 6) & (at.out < -heads[4, 0] - 6)
    edge = foot & ~toes & ~web & ((angle > 53) | (angle < -49))
    return [
        (under & toes & big, "big_toe_under"),
        (under & toes, "toes_under"),
        (foot & toes & big, "big_toe_top"),
        (foot & toes, "toes_top"),
        (sole & ball, "ball_of_foot"),
        (sole & (along < 0.355), "heel_under"),
        (sole, "arch_of_foot"),
        (foot & (along < 0.086), "heel_back"),
        (edge & (angle < 0), "foot_inner_edge"),
        (edge, "foot_outer_edge"),
        (foot, "foot_top"),
    ]


def _on_big_toe(body: Body, at: Samples) -> np.ndarray:
    lines = [
        Line.through(*(body.bone(f"{place}_{n}") for place in ("knuckle", "toe_pad", "toe")))
        for n in (1, 2)
    ]
    first, second = (line.distance(at.xyz) for line in lines)
    digit = at.digit("foot")
    # Where no toe's own bone is nearest: the big toe is thicker than the others.
    return np.where(digit > 0, digit == 1, first < 1.15 * second)


def ankle(body: Body, at: Samples) -> list[Rule]:
    """The four sides of the ankle."""
    return _sides(body, at, body.segments["leg"].fraction(at.xyz) > _LEG_CUTS[3], "ankle_{}")


def leg_and_knee(body: Body, at: Samples) -> list[Rule]:
    """The four sides of the leg in three heights, and those of the knee."""
    fraction = body.segments["leg"].fraction(at.xyz)
    rules: list[Rule] = []
    for height, cut in zip(("lower", "middle", "upper"), _LEG_CUTS[2::-1], strict=True):
        places = [f"{place}_{height}" for place in ("shin", "leg_outer", "calf", "leg_inner")]
        rules += quarters(fraction > cut, _angle(body, at), places, _borders(body, at))
    knee = body.segments["thigh"].fraction(at.xyz) > _THIGH_CUTS[2]
    return rules + _sides(body, at, knee, "knee_{}")


def thigh(body: Body, at: Samples) -> list[Rule]:
    """The four sides of the thigh in three heights."""
    fraction = body.segments["thigh"].fraction(at.xyz)
    rules: list[Rule] = []
    for height, cut in (("lower", _THIGH_CUTS[1]), ("middle", _THIGH_CUTS[0]), ("upper", -9.0)):
        rules += _sides(body, at, fraction > cut, f"thigh_{{}}_{height}")
    return rules


def _sides(body: Body, at: Samples, where: np.ndarray, name: str) -> list[Rule]:
    places = [name.format(side) for side in ("front", "outer", "back", "inner")]
    return quarters(where, _angle(body, at), places, _borders(body, at))


def _angle(body: Body, at: Samples) -> np.ndarray:
    leg, thigh = body.segments["leg"], body.segments["thigh"]
    return np.where(leg.fraction(at.xyz) > 0, leg.angle(at.xyz), thigh.angle(at.xyz))


def _borders(body: Body, at: Samples) -> list[np.ndarray]:
    below_knee = body.segments["leg"].fraction(at.xyz)
    share = np.where(below_knee > 0, 1 + below_knee, body.segments["thigh"].fraction(at.xyz))
    heights, *angles = zip(*_BORDERS, strict=True)
    return [curve(share, *zip(heights, angle, strict=True)) for angle in angles]
