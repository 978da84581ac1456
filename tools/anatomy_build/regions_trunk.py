"""Rules of the regions of the pelvis, the hip, the belly and the low back."""

from __future__ import annotations

import numpy as np

from .regions_frame import Body, Rule, Samples, curve

FRONT_TURN, BACK_TURN = 60.5, 126.0
"""Degrees round the trunk, from the front, where its side begins and ends."""


def ribs_top(body: Body) -> float:
    """The height, mm, where the regions of the lower ribs end: just above the ninth spine."""
    return 0.73 * body.up("t9_spine") + 0.27 * body.up("t8_spine")


def turn(body: Body, at: Samples) -> np.ndarray:
    """Angle round the trunk in degrees: 0 front, 90 side, 180 back."""
    navel, loin = body.front("navel"), body.front("l3_spine")
    wide = at.out / body.out("iliac_crest_lateral")
    return np.degrees(np.arctan2(wide, (2 * at.front - navel - loin) / (navel - loin)))


def column(at: Samples) -> np.ndarray:
    """Which samples lie over the long muscles beside the spine."""
    return at.out < 86


def pelvis(body: Body, at: Samples) -> list[Rule]:
    """Sacrum, buttock, groin and hip."""
    y, out, round_trunk = at.up, at.out, turn(body, at)
    apex, psis = body.up("sacral_apex"), body.up("psis") + 4
    fold = body.up("gluteal_fold") - curve(out, (30, 9), (70, 15))
    # Below the waist the back of the body is narrower than the round of the trunk.
    buttock_turn = curve(y, (body.up("gluteal_fold"), 121), (psis, BACK_TURN))
    back, front = round_trunk > buttock_turn, round_trunk < FRONT_TURN
    side = ~back & ~front
    inguinal = _inguinal(body, out)
    half_sacrum = np.interp(y, (apex, psis), (19, 50))
    middle = body.out("pubic_tubercle") + 16
    buttock = back & (y > fold) & (y < _crest(body, out))
    groin = front & (y < inguinal + 6) & (y > inguinal - 58)
    between = (y < body.up("pubic_symphysis") + 14) & (y > fold - 19) & (out < middle)
    trochanter = body.bone("greater_trochanter")[1]
    upper_part = body.up("gluteal_fold") + 0.7 * (psis - body.up("gluteal_fold"))
    between_buttocks = curve(y, (body.up("gluteal_fold"), 99), (psis, 89))
    return [
        (back & (y < psis) & (y > apex) & (out < half_sacrum), "sacrum"),
        (back & (y <= apex) & (y > body.up("coccyx_tip") - 6) & (out < 19), "coccyx"),
        (between & ~(back & (y > fold)), "genital_area"),
        (buttock & (y > upper_part), "buttock_upper"),
        (buttock & (out < between_buttocks), "buttock_lower"),
        (buttock, "buttock_outer"),
        (groin & (out < body.out("inguinal_midpoint")), "groin"),
        (groin, "hip_front"),
        (
            side & (y < body.up("iliac_crest_lateral") - 3) & (y > trochanter + 39),
            "hip_outer_upper",
        ),
        (
            side & (y <= trochanter + 39) & (body.segments["thigh"].fraction(at.xyz) < 0.16),
            "hip_outer",
        ),
    ]


def trunk(body: Body, at: Samples) -> list[Rule]:
    """Low back, lower ribs, waist and belly; no higher than the lower ribs."""
    y, round_trunk = at.up, turn(body, at)
    back, front = round_trunk > BACK_TURN, round_trunk < FRONT_TURN
    low, middle = body.up("psis") - 60, body.up("l3_spine") - 4
    high = body.up("t12_spine") + 4
    above = np.where(back, y > low, y > body.bone("greater_trochanter")[1] + 39)
    belly = front & (y > _inguinal(body, at.out))
    return [
        (back & column(at) & (y > high), "back_lower_ribs"),
        (back & column(at) & (y > middle), "low_back_upper"),
        (back & above & (y <= middle) & (at.out < 112), "low_back_lower"),
        (~front & (y > high), "ribs_side"),
        (~front & above, "flank"),
        (belly & (y > body.up("navel")), "belly_upper"),
        (belly, "belly_lower"),
    ]


def _crest(body: Body, out: np.ndarray) -> np.ndarray:
    """Height of the iliac crest, mm, at a distance from the midline, seen from behind."""
    psis, top, side = (
        body.skin(name) for name in ("psis", "iliac_crest_top", "iliac_crest_lateral")
    )
    return np.interp(out, (-psis[0], -top[0] - 14, -side[0]), (psis[1] + 4, top[1] - 8, side[1]))


def _inguinal(body: Body, out: np.ndarray) -> np.ndarray:
    """Height of the groin crease, mm, at a distance from the midline, seen from the front."""
    asis, tubercle = body.skin("asis"), body.skin("pubic_tubercle")
    return np.interp(out, (-tubercle[0], -asis[0]), (tubercle[1] + 8, asis[1] - 6))
