"""Rules of the regions of neck, face and scalp."""

from __future__ import annotations

import numpy as np

from .regions_frame import Body, Rule, Samples, curve

_THROAT, _NAPE = 42.0, 128.0
"""Degrees round the neck, from the front, where its side begins and ends."""


def above_shoulders(body: Body, at: Samples) -> np.ndarray:
    """Which samples lie above the root of the neck: it rises from spine and notch to its sides."""
    spine, notch = body.skin("c7_spine"), body.skin("sternal_notch")
    root = (spine[1] + body.up("t1_spine")) / 2
    level = np.interp(at.front, (spine[2], notch[2]), (root, notch[1] + 4))
    side = body.out("neck_side")
    rise = curve(at.out, (0, 0), (0.7 * side, 8), (1.25 * side, 36), (1.7 * side, 90))
    return at.up > level + rise


def neck(body: Body, at: Samples) -> list[Rule]:
    """Throat, side and back of the neck."""
    angle = abs(body.segments["neck"].angle(at.xyz))
    middle = (body.up("c3_spine") + body.up("c4_spine")) / 2
    behind = angle > _NAPE
    return [
        (angle < _THROAT, "throat"),
        (behind & (at.up > middle), "neck_back_upper"),
        (behind, "neck_back_lower"),
        (~behind, "neck_side"),
    ]


def in_head(body: Body, at: Samples) -> np.ndarray:
    """Which samples lie above the lower edge of jaw, mastoid and occiput."""
    chin, angle = body.skin("chin"), body.skin("jaw_angle")
    mastoid, occiput = body.skin("mastoid"), body.skin("occiput")
    edge = curve(
        at.front,
        (chin[2], chin[1] - 16),
        (chin[2] - 30, chin[1] - 14),
        ((chin[2] + angle[2]) / 2, chin[1] - 4),
        (angle[2] + 14, angle[1] - 10),
        (angle[2], angle[1] - 3),
        (mastoid[2] + 12, mastoid[1] - 14),
        (mastoid[2], mastoid[1] - 6),
        (occiput[2] + 24, occiput[1] - 18),
        (occiput[2], occiput[1] - 9),
    )
    return at.up > edge


def head(body: Body, at: Samples) -> list[Rule]:
    """Ear, face and scalp."""
    angle = abs(body.segments["head"].angle(at.xyz))
    top = body.segments["head"].fraction(at.xyz) > 0.68
    brow = body.up("nasion")
    arch = body.up("eye_outer") - 5
    front, side = angle < 47, angle < 103
    return [
        (_in_ear(body, at), "ear"),
        (top, "scalp_top"),
        (_in_eye(body, at), "eye_area"),
        *_nose(body, at),
        (front & (at.up > brow), "forehead"),
        (_behind_ear(body, at), "behind_ear"),
        (side & (at.up > arch), "temple"),
        (at.front < body.front("jaw_joint") - 28, "back_of_head"),
        *_cheek(body, at),
    ]


def _in_ear(body: Body, at: Samples) -> np.ndarray:
    joint = body.skin("jaw_joint")
    away = np.hypot((at.front - joint[2] + 13) / 22, (at.up - joint[1] - 3) / 34)
    return (away < 1) & (at.out > 0.75 * -joint[0])


def _in_eye(body: Body, at: Samples) -> np.ndarray:
    outer = body.skin("eye_outer")
    away = np.hypot((at.out + outer[0] + 25) / 28, (at.up - outer[1] - 4) / 21)
    return (away < 1) & (at.front > 0.5 * outer[2])


def _behind_ear(body: Body, at: Samples) -> np.ndarray:
    mastoid = body.skin("mastoid")
    away = np.hypot((at.front - mastoid[2] + 4) / 25, (at.up - mastoid[1] - 10) / 36)
    return (away < 1) & (at.out > 0.5 * -mastoid[0])


def _nose(body: Body, at: Samples) -> list[Rule]:
    """Nose, lips and chin."""
    nasion, lip = body.skin("nasion"), body.up("chin") + 11
    nose = curve(at.up, (lip, 30), (lip + 22, 30), (lip + 40, 21), (nasion[1] - 14, 13))
    in_face = at.front > 0.5 * nasion[2]
    return [
        (in_face & (at.out < nose) & (at.up > lip) & (at.up < nasion[1]), "nose_and_mouth"),
        (in_face & (at.out < 32) & (at.up <= lip), "chin"),
    ]


def _cheek(body: Body, at: Samples) -> list[Rule]:
    """Cheek, and jaw below a line from the corner of the mouth to the lobe of the ear."""
    joint, cheek, lip = body.skin("jaw_joint"), body.skin("cheekbone"), body.up("chin") + 11
    line = curve(at.front, (joint[2], joint[1] - 24), (cheek[2], lip + 18))
    return [(at.up > line, "cheek"), (at.up <= line, "jaw")]
