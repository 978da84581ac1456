"""Rules of the regions of chest, upper back and shoulder blade, above the lower ribs."""

from __future__ import annotations

import numpy as np

from .regions_frame import Body, Rule, Samples, curve
from .regions_trunk import FRONT_TURN, ribs_top, turn

_SPINE = ("scapula_root", "scapula_spine_middle", "acromion")
"""The spine of the shoulder blade, from its inner end to its outer."""


def upper_trunk(body: Body, at: Samples) -> list[Rule]:
    """Chest and upper back between neck, shoulders and lower ribs."""
    high = at.up > body.up("armpit_front")
    behind = at.front < np.where(high, body.front("clavicle_outer"), body.front("rib_6_side"))
    return [
        (_top_of_shoulder(body, at), "shoulder_top"),
        *((behind & holds, name) for holds, name in _back(body, at)),
        *((~behind & holds, name) for holds, name in _chest(body, at)),
        (np.ones(len(behind), bool), "chest_side"),
    ]


def _top_of_shoulder(body: Body, at: Samples) -> np.ndarray:
    """Between the top of the clavicle and the spine of the shoulder blade."""
    inner, middle, outer = (body.skin(f"clavicle_{part}") for part in ("inner", "middle", "outer"))
    clavicle = curve(
        at.out, (-inner[0], inner[1] + 4), (-middle[0], middle[1] + 3), (-outer[0], outer[1] - 2)
    )
    spine = curve(at.out, *((body.out(name), body.up(name)) for name in _SPINE))
    beside_spine = at.out > _inner_border(body, at)
    is_front = at.front > body.front("clavicle_outer")
    return np.where(is_front, at.up > clavicle, (at.up > spine) & beside_spine)


def _back(body: Body, at: Samples) -> list[Rule]:
    inner = at.out < _inner_border(body, at)
    middle_of_back = inner & (at.up < body.up("t4_spine"))
    lower_angle, fold = body.skin("scapula_lower_angle"), body.skin("armpit_back")
    edge = curve(
        at.out,
        (-lower_angle[0] - 10, ribs_top(body)),
        (-lower_angle[0] + 10, ribs_top(body) + 8),
        (-lower_angle[0] + 30, lower_angle[1] - 9),
        (-fold[0] - 6, (lower_angle[1] + fold[1]) / 2 - 6),
        (-fold[0] + 14, fold[1] - 5),
    )
    return [
        (middle_of_back, "back_middle"),
        (inner, "back_upper"),
        (at.up > edge, "shoulder_blade"),
    ]


def _inner_border(body: Body, at: Samples) -> np.ndarray:
    """How far from the midline the inner border of the shoulder blade is, mm."""
    root, low = body.skin("scapula_root"), body.skin("scapula_lower_angle")
    upper = body.skin("scapula_upper_angle")
    return curve(
        at.up,
        (ribs_top(body), 86),
        (low[1], -low[0] - 14),
        ((root[1] + low[1]) / 2, -root[0] + 4),
        (root[1], -root[0] - 4),
        (upper[1], -upper[0] - 14),
        (upper[1] + 35, -upper[0] - 14),
    )


def _chest(body: Body, at: Samples) -> list[Rule]:
    fold = body.skin("armpit_front")
    top, low = body.up("sternal_angle"), ribs_top(body)
    # A woman's breast ends where the lower ribs begin.
    side = turn(body, at) > curve(at.up, (low, FRONT_TURN), (fold[1] - 8, 84))
    breast_top = curve(at.out, (20, top - 14), (-fold[0], fold[1] + 2))
    return [
        (side & (at.up < fold[1]), "chest_side"),
        (at.out < 30, "breastbone"),
        (at.up > breast_top, "chest_upper"),
        (at.up <= breast_top, "chest_breast"),
    ]
