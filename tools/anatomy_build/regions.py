"""Which clickable region a skin point belongs to: rules in landmarks and limb coordinates.

Right-sided points in, region names (without their side) out. Rules are read from the top: the
first that holds wins, so every point that is not context has exactly one region.
"""

from __future__ import annotations

import numpy as np

from referral_map.geometry.limbs import Segment

CONTEXT = "context"
"""Skin that is drawn but not clickable: chest, upper back and head."""

ARM = "arm"
"""Skin of the arms: drawn faintly from front and back, left out from the side."""

_QUARTER = 44.0
"""Half the opening, in degrees, of the front and back quarter of a limb."""

_THIGH_CUTS = (0.47, 0.70, 0.895)
_LEG_CUTS = (0.14, 0.387, 0.635, 0.87)
_RIBS_TOP = 1215.0


class Rules:
    """The rules for one body: its landmarks and limb segments."""

    def __init__(self, landmarks: dict[str, dict], segments: dict[str, Segment]) -> None:
        self._at = {name: np.array(place["skin"]) for name, place in landmarks.items()}
        self._segments = segments

    def label(self, xyz: np.ndarray, normal: np.ndarray, arm: np.ndarray) -> np.ndarray:
        """Region name ``(n,)`` of right-side points ``(n, 3)`` mm; ``arm`` marks points on arms."""
        rules = [(arm, ARM), (xyz[:, 1] > _RIBS_TOP, CONTEXT)]
        rules += self._foot(xyz, normal)
        rules += self._ankle(xyz)
        rules += self._leg_and_knee(xyz)
        rules += self._pelvis(xyz)
        rules += self._trunk(xyz)
        rules += self._thigh(xyz)
        names = np.full(len(xyz), "", dtype=object)
        for holds, name in reversed(rules):
            names[holds] = name
        return names

    def _turn(self, xyz: np.ndarray) -> np.ndarray:
        """Angle round the trunk in degrees: 0 front, 90 side, 180 back."""
        return np.degrees(np.arctan2(-xyz[:, 0] / 150.0, (xyz[:, 2] - 5.0) / 105.0))

    def _foot(self, xyz: np.ndarray, normal: np.ndarray) -> list:
        z, out = xyz[:, 2], -xyz[:, 0]
        foot = xyz[:, 1] < np.interp(z, (-105, -75, -40, -10, 12), (62, 50, 48, 66, 90))
        sole = foot & (normal[:, 1] < -0.5)
        heads = np.array([self._at[f"knuckle_{n}"] for n in range(1, 6)])
        ahead = z - np.interp(out, -heads[:, 0], heads[:, 2])
        toes, ball = ahead > 21, ahead > -24
        big = out < np.interp(z, (78, 135), (82, 95))
        angle = self._segments["foot"].angle(xyz)
        edge = foot & ~toes & (abs(angle) > 48)
        return [
            (sole & toes & big, "big_toe_under"),
            (sole & toes, "toes_under"),
            (foot & toes & big, "big_toe_top"),
            (foot & toes, "toes_top"),
            (sole & ball, "ball_of_foot"),
            (sole & (z < -32), "heel_under"),
            (sole, "arch_of_foot"),
            (foot & (z < -76), "heel_back"),
            (edge & (angle < 0), "foot_inner_edge"),
            (edge, "foot_outer_edge"),
            (foot, "foot_top"),
        ]

    def _quarters(self, where: np.ndarray, angle: np.ndarray, names: tuple[str, ...]) -> list:
        front, outer, back, inner = names
        return [
            (where & (abs(angle) < _QUARTER), front),
            (where & (abs(angle) > 180 - _QUARTER), back),
            (where & (angle > 0), outer),
            (where, inner),
        ]

    def _ankle(self, xyz: np.ndarray) -> list:
        leg = self._segments["leg"]
        where = leg.fraction(xyz) > _LEG_CUTS[3]
        names = ("ankle_front", "ankle_outer", "ankle_back", "ankle_inner")
        return self._quarters(where, leg.angle(xyz), names)

    def _leg_and_knee(self, xyz: np.ndarray) -> list:
        leg, thigh = self._segments["leg"], self._segments["thigh"]
        fraction, angle = leg.fraction(xyz), leg.angle(xyz)
        rules = []
        for height, cut in zip(("lower", "middle", "upper"), _LEG_CUTS[2::-1], strict=True):
            names = tuple(
                f"{place}_{height}" for place in ("shin", "leg_outer", "calf", "leg_inner")
            )
            rules += self._quarters(fraction > cut, angle, names)
        knee = thigh.fraction(xyz) > _THIGH_CUTS[2]
        angle = np.where(fraction > 0, angle, thigh.angle(xyz))
        names = ("knee_front", "knee_outer", "knee_back", "knee_inner")
        return rules + self._quarters(knee, angle, names)

    def _thigh(self, xyz: np.ndarray) -> list:
        thigh = self._segments["thigh"]
        fraction, angle = thigh.fraction(xyz), thigh.angle(xyz)
        cuts = (("lower", _THIGH_CUTS[1]), ("middle", _THIGH_CUTS[0]), ("upper", -9.0))
        rules = []
        for height, cut in cuts:
            names = tuple(
                f"thigh_{place}_{height}" for place in ("front", "outer", "back", "inner")
            )
            rules += self._quarters(fraction > cut, angle, names)
        return rules

    def _pelvis(self, xyz: np.ndarray) -> list:
        y, out, turn = xyz[:, 1], -xyz[:, 0], self._turn(xyz)
        at = self._at
        apex, psis = at["sacral_apex"][1], at["psis"][1] + 4
        fold = at["gluteal_fold"][1] - 8
        crest = self._crest(out)
        back, front = turn > 124, turn < 58
        side = ~back & ~front
        inguinal = self._inguinal(out)
        half_sacrum = np.interp(y, (apex, psis), (19, 50))
        groin_end = -at["inguinal_midpoint"][0]
        middle = -at["pubic_tubercle"][0] + 16
        buttock = back & (y > fold) & (y < crest)
        groin = front & (y < inguinal + 6) & (y > inguinal - 58)
        return [
            (back & (y < psis) & (y > apex) & (out < half_sacrum), "sacrum"),
            (back & (y <= apex) & (y > at["coccyx_tip"][1] - 6) & (out < 19), "coccyx"),
            (
                (y < at["pubic_symphysis"][1] + 14)
                & (y > 757)
                & (out < middle)
                & ~(back & (y > fold)),
                "genital_area",
            ),
            (buttock & (y > 905), "buttock_upper"),
            (buttock & (out < 96), "buttock_lower"),
            (buttock, "buttock_outer"),
            (groin & (out < groin_end), "groin"),
            (groin, "hip_front"),
            (side & (y < 968) & (y > 884), "hip_outer_upper"),
            (side & (y <= 884) & (y > 792), "hip_outer"),
        ]

    def _trunk(self, xyz: np.ndarray) -> list:
        y, out, turn = xyz[:, 1], -xyz[:, 0], self._turn(xyz)
        at = self._at
        back, front = turn > 124, turn < 58
        low, middle, high = at["psis"][1] - 60, at["l3_spine"][1] - 4, at["t12_spine"][1] + 4
        column = out < 86
        above = np.where(back, y > low, y > 884)
        belly = front & (y > self._inguinal(out))
        return [
            (back & column & (y > high), "back_lower_ribs"),
            (back & column & (y > middle), "low_back_upper"),
            (back & above & (y <= middle) & (out < 112), "low_back_lower"),
            (~front & (y > high), "ribs_side"),
            (~front & above, "flank"),
            (belly & (y > at["navel"][1]), "belly_upper"),
            (belly, "belly_lower"),
        ]

    def _crest(self, out: np.ndarray) -> np.ndarray:
        """Height of the iliac crest, mm, at a distance from the midline, seen from behind."""
        psis, top, side = (self._at[n] for n in ("psis", "iliac_crest_top", "iliac_crest_lateral"))
        return np.interp(
            out, (-psis[0], -top[0] - 14, -side[0]), (psis[1] + 4, top[1] - 8, side[1])
        )

    def _inguinal(self, out: np.ndarray) -> np.ndarray:
        """Height of the groin crease, mm, at a distance from the midline, seen from the front."""
        asis, tubercle = self._at["asis"], self._at["pubic_tubercle"]
        return np.interp(out, (-tubercle[0], -asis[0]), (tubercle[1] + 8, asis[1] - 6))
