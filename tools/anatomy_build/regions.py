"""Which clickable region a skin point belongs to: rules in landmarks and limb coordinates.

Right-sided points in, region names (without their side) out. The body is divided into zones and
each zone by the rules of one of the files ``regions_*``; of zones and of rules the first that
holds wins, so every point has exactly one region. The rules run on the measured body: the other
has its regions by the triangles that both share.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from referral_map.geometry.limbs import Segment

from . import regions_arm, regions_chest, regions_hand, regions_head, regions_leg, regions_trunk
from .regions_frame import Body, Rule, Samples, first_of

Zone = tuple[np.ndarray, Callable[[Body, Samples], list[Rule]]]


class Rules:
    """The rules for one body: its landmarks and limb segments."""

    def __init__(self, landmarks: dict[str, dict], segments: dict[str, Segment]) -> None:
        self._body = Body(landmarks, segments)

    def label(self, xyz: np.ndarray, normal: np.ndarray, bone: np.ndarray) -> np.ndarray:
        """Region name ``(n,)`` of right-side points ``(n, 3)`` mm; ``bone``: the nearest to each.

        Raises ValueError where no rule holds.
        """
        at = Samples.of(xyz, normal, bone)
        names = np.full(len(xyz), "", dtype=object)
        left = np.ones(len(xyz), bool)
        for zone, rules in _zones(self._body, at):
            here = zone & left
            names[here] = first_of(rules(self._body, at.some(here)), int(here.sum()))
            left &= ~here
        if (names == "").any():
            raise ValueError(f"no region at {xyz[names == ''][0].round()} mm")
        return names


def _zones(body: Body, at: Samples) -> list[Zone]:
    arm = regions_arm.on_arm(body, at)
    above_shoulders = regions_head.above_shoulders(body, at)
    return [
        (regions_arm.in_armpit(body, at), regions_arm.armpit),
        (arm & regions_hand.on_hand(body, at), regions_hand.hand),
        (arm, regions_arm.arm),
        (above_shoulders & regions_head.in_head(body, at), regions_head.head),
        (above_shoulders, regions_head.neck),
        (at.up > regions_trunk.ribs_top(body), regions_chest.upper_trunk),
        (np.ones(len(at.xyz), bool), _lower_body),
    ]


def _lower_body(body: Body, at: Samples) -> list[Rule]:
    return [
        *regions_leg.foot(body, at),
        *regions_leg.ankle(body, at),
        *regions_leg.leg_and_knee(body, at),
        *regions_trunk.pelvis(body, at),
        *regions_trunk.trunk(body, at),
        *regions_leg.thigh(body, at),
    ]
