"""Rules of the regions of hand and fingers."""

from __future__ import annotations

import numpy as np

from .regions_frame import Body, Line, Rule, Samples, curve

_WRIST_END = 0.06
"""Where the hand begins, as a share of the way from the wrist to the tip of the middle finger."""

FINGERS = ("thumb", "index_finger", "middle_finger", "ring_finger", "little_finger")
_CREASE_MM = 7.0
_THUMB_CREASE_MM = 3.0
"""How far beyond the middle of the knuckles the fingers, and the thumb, begin."""


def on_hand(body: Body, at: Samples) -> np.ndarray:
    """Which samples lie beyond the wrist."""
    return (at.part == "hand") & (body.segments["hand"].fraction(at.xyz) > _WRIST_END)


def hand(body: Body, at: Samples) -> list[Rule]:
    """Fingers, palm and back of the hand."""
    palmar = _faces_palm(body, at)
    number = _finger(body, at)
    rules: list[Rule] = []
    for each, name in enumerate(FINGERS, 1):
        on = number == each
        rules += [(on & palmar, f"{name}_front"), (on, f"{name}_back")]
    by_thumb = _by_thumb(body, at, palmar)
    return [
        *rules,
        (palmar & by_thumb, "thumb_ball"),
        (palmar, "palm"),
        (by_thumb, "thumb_web"),
        (~palmar, "hand_back"),
    ]


def _finger_line(body: Body, number: int) -> Line:
    places = ("hand_knuckle", "finger_pad", "finger")
    return Line.through(*(body.bone(f"{place}_{number}") for place in places))


def _palm_lines(body: Body) -> list[Line]:
    """Lines through the metacarpals: of the thumb, and of the four others."""
    wrist = (body.bone("radial_styloid") + body.bone("ulnar_styloid")) / 2
    thumb = Line.through(body.bone("thumb_base"), body.bone("hand_knuckle_1"))
    return [thumb] + [Line.through(wrist, body.bone(f"hand_knuckle_{n}")) for n in range(2, 6)]


def _faces_palm(body: Body, at: Samples) -> np.ndarray:
    """The side of the palm: by the normal and by the side of the bones a sample lies on."""
    segment = body.segments["hand"]
    long_fingers = [_finger_line(body, n) for n in range(2, 6)]
    thumb, *palm = _palm_lines(body)
    lines = [_finger_line(body, 1), *long_fingers, thumb, *palm]
    offsets = np.array([line.offset(at.xyz) for line in lines])
    distance = np.linalg.norm(offsets, axis=2)
    nearest = distance.argmin(axis=0)
    rows = np.arange(len(at.xyz))
    away = offsets[nearest, rows] / np.maximum(distance[nearest, rows], 1e-9)[:, None]
    # The thumb is turned: its pad looks to the little finger as much as to the front.
    turned = np.isin(nearest, (0, 5))
    outward = np.where(
        turned[:, None], 0.8 * segment.outward - 0.6 * segment.lateral, segment.outward
    )
    return ((away + at.normal) * outward).sum(axis=1) > 0


def _finger(body: Body, at: Samples) -> np.ndarray:
    """The number ``(n,)`` of the finger, 0 elsewhere."""
    segment = body.segments["hand"]
    lines = [_finger_line(body, n) for n in range(1, 6)]
    distance = np.array([line.distance(at.xyz) for line in lines])
    knuckles = np.array([body.bone(f"hand_knuckle_{n}") for n in range(2, 6)])
    along, across = knuckles @ segment.axis, knuckles @ segment.lateral
    ahead = at.xyz @ segment.axis - curve(
        at.xyz @ segment.lateral, *zip(across, along, strict=True)
    )
    root, *_, tip = lines[0].points
    length = np.linalg.norm(tip - root)
    beyond = (at.xyz - root) @ (tip - root) / length > _THUMB_CREASE_MM
    on_thumb = beyond & (distance[0] < 0.28 * length)
    nearest = at.digit("hand")
    number = np.where(nearest > 1, nearest, 2 + distance[1:].argmin(axis=0))
    return np.where(on_thumb, 1, np.where(ahead > _CREASE_MM, number, 0))


def _by_thumb(body: Body, at: Samples, palmar: np.ndarray) -> np.ndarray:
    """The part of the hand that the bone of the ball of the thumb lies in."""
    thumb, *palm = (line.distance(at.xyz) for line in _palm_lines(body))
    # On the back the web as far as the bone of the index finger belongs to it.
    return thumb < np.where(palmar, 1.1, 1.45) * np.array(palm).min(axis=0)
