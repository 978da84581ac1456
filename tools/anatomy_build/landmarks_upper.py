"""The rules of the landmarks above T9: head, neck, chest, shoulder girdle, arm and hand.

As in ``landmarks``: each is a point on bone, found in shares of the bone's own extent, and the
direction in which the skin is sought. In the chart pose the palms look to the front.
"""

from __future__ import annotations

import numpy as np

from .landmarks_frame import (
    BACK,
    DOWN,
    FRONT,
    IN,
    OUT,
    UP,
    Frame,
    Point,
    box,
    extreme,
    middle,
    midline,
    shoulder_joint,
    unit,
    within,
)
from .meshes import Mesh

_FINGERS = ("first", "second", "third", "fourth", "fifth")
_NECK_SPINES = {"c2": "axis_c2"} | {f"c{n}": f"vertebra_c{n}" for n in range(3, 8)}
_CHEST_SPINES = {f"t{n}": f"vertebra_t{n}" for n in range(1, 9)}


def upper_points(bones: dict[str, Mesh]) -> dict[str, Point]:
    """The landmarks above T9 as points on bone (mm) and directions to the skin."""
    points: dict[str, Point] = {}
    points |= _head(bones)
    points |= _face(bones)
    points |= _neck(bones)
    points |= _chest(bones)
    points |= _clavicle(bones)
    points |= _scapula(bones)
    points |= _armpit(bones)
    points |= _upper_arm(bones)
    points |= _elbow(bones)
    points |= _wrist(bones)
    points |= _knuckles(bones)
    points |= _fingers(bones)
    return points


def arm_frame(bones: dict[str, Mesh]) -> Frame:
    """The frame of the arm: from the middle of the elbow to the shoulder joint."""
    low = within(bones["humerus"], UP, 0, 0.06)
    return Frame.along(shoulder_joint(bones), middle(low))


def forearm_frame(bones: dict[str, Mesh]) -> Frame:
    """The frame of the forearm: along radius and ulna together."""
    both = bones["radius"].joined(bones["ulna"])
    return Frame.along(middle(within(both, UP, 0.9, 1)), middle(within(both, UP, 0, 0.06)))


def hand_frame(bones: dict[str, Mesh]) -> Frame:
    """The frame of the palm: up to the wrist, out to the thumb, front out of the palm."""
    wrist = middle(bones["capitate_bone"])
    heads = [_head_of_metacarpal(bones, number) for number in (2, 5)]
    palm = np.cross(heads[1] - heads[0], wrist - heads[0])
    return Frame.along(wrist, _head_of_metacarpal(bones, 3), palm if palm[2] > 0 else -palm)


def _head(bones: dict[str, Mesh]) -> dict[str, Point]:
    brow = box(bones["frontal_bone"], out=(0.42, 0.58), up=(0.17, 0.3))
    bump = box(bones["occipital_bone"], out=(0.44, 0.56), up=(0.3, 0.55))
    return {
        "crown": (midline(extreme(bones["parietal_bone"], UP, 0.02)), UP),
        "forehead": (midline(extreme(brow, FRONT, 0.2)), FRONT),
        "nasion": (midline(extreme(bones["nasal_bone"], UP, 0.08)), FRONT),
        "occiput": (midline(extreme(bump, np.array([0, -0.7, -0.7]), 0.15)), BACK),
        "mastoid": (_mastoid(bones), np.array([-0.8, 0, -0.6])),
    }


def _mastoid(bones: dict[str, Mesh]) -> np.ndarray:
    return extreme(box(bones["temporal_bone"], front=(0, 0.4)), DOWN, 0.06)


def _face(bones: dict[str, Mesh]) -> dict[str, Point]:
    cheek, jaw = bones["zygomatic_bone"], bones["mandible"]
    right_jaw = box(jaw, out=(0.5, 1))
    angle = extreme(box(right_jaw, up=(0, 0.6)), np.array([-0.5, -0.4, -0.77]), 0.08)
    joint = extreme(box(right_jaw, front=(0, 0.3)), UP, 0.06)
    chin = box(jaw, out=(0.44, 0.56), front=(0.75, 1), up=(0, 0.16))
    body, rim = within(cheek, UP, 0.15, 0.5), within(cheek, UP, 0.55, 0.8)
    return {
        "cheekbone": (extreme(body, np.array([-0.7, 0, 0.7]), 0.1), np.array([-0.7, 0, 0.7])),
        "jaw_angle": (angle, np.array([-0.87, -0.1, -0.48])),
        "jaw_joint": (joint, OUT),
        "chin": (midline(middle(chin)), FRONT),
        "eye_outer": (extreme(rim, np.array([-0.8, 0, 0.6]), 0.2), np.array([-0.8, 0, 0.6])),
    }


def _neck(bones: dict[str, Mesh]) -> dict[str, Point]:
    points: dict[str, Point] = {}
    for level, bone in (_NECK_SPINES | _CHEST_SPINES).items():
        points[f"{level}_spine"] = (midline(extreme(bones[bone], BACK, 0.036)), BACK)
    larynx = within(bones["thyroid_cartilage"], UP, 0, 0.5)
    points["throat"] = (midline(extreme(larynx, FRONT, 0.1)), np.array([0, -0.4, 0.92]))
    mastoid = _mastoid(bones)
    level = (mastoid[1] + middle(bones["clavicle"])[1]) / 2
    column = middle(bones["vertebra_c4"].joined(bones["vertebra_c5"]))
    points["neck_side"] = (np.array([0.3 * mastoid[0], level, column[2]]), OUT)
    return points


def _chest(bones: dict[str, Mesh]) -> dict[str, Point]:
    manubrium, sternum = bones["manubrium_of_sternum"], bones["body_of_sternum"]
    notch = extreme(box(manubrium, out=(0.4, 0.6)), UP, 0.06)
    low, high = extreme(manubrium, DOWN, 0.06), extreme(sternum, UP, 0.04)
    side = box(bones["sixth_rib"], out=(0.8, 1), front=(0.5, 0.62))
    return {
        "sternal_notch": (midline(notch), np.array([0, 0.2, 0.98])),
        "sternal_angle": (midline((low + high) / 2), FRONT),
        "rib_4_front": (extreme(bones["costal_cartilage_of_fourth_rib"], OUT, 0.08), FRONT),
        "rib_6_side": (middle(side), OUT),
    }


def _clavicle(bones: dict[str, Mesh]) -> dict[str, Point]:
    clavicle = bones["clavicle"]
    return {
        "clavicle_inner": (middle(within(clavicle, OUT, 0, 0.12)), np.array([0, 0.45, 0.89])),
        "clavicle_middle": (middle(within(clavicle, OUT, 0.45, 0.55)), np.array([0, 0.5, 0.87])),
        "clavicle_outer": (middle(within(clavicle, OUT, 0.93, 1)), np.array([0, 0.97, 0.26])),
    }


def _scapula(bones: dict[str, Mesh]) -> dict[str, Point]:
    scapula = bones["scapula"]
    root = extreme(within(scapula, UP, 0.7, 0.78), IN, 0.06)
    spine = extreme(box(scapula, out=(0.42, 0.58), up=(0.6, 1)), BACK, 0.1)
    upper = extreme(box(scapula, out=(0, 0.4)), np.array([0.3, 0.95, 0]), 0.03)
    acromion = extreme(within(scapula, UP, 0.85, 1), OUT, 0.05)
    return {
        "acromion": (acromion, np.array([-0.6, 0.8, 0])),
        "coracoid": (extreme(scapula, FRONT, 0.06), FRONT),
        "scapula_root": (root, BACK),
        "scapula_spine_middle": (spine, np.array([0, 0.3, -0.95])),
        "scapula_upper_angle": (upper, np.array([0, 0.3, -0.95])),
        "scapula_lower_angle": (extreme(scapula, DOWN, 0.03), BACK),
    }


def _armpit(bones: dict[str, Mesh]) -> dict[str, Point]:
    """The folds, beside the crease: between the side of rib 4 and the shaft of the arm bone."""
    arm = arm_frame(bones)
    shaft = middle(within(bones["humerus"], arm.up, 0.66, 0.72))
    rib = extreme(bones["fourth_rib"], OUT, 0.05)
    return {
        "armpit_front": (rib + 0.4 * (shaft - rib), FRONT),
        "armpit_back": (rib + 0.3 * (shaft - rib), BACK),
    }


def _upper_arm(bones: dict[str, Mesh]) -> dict[str, Point]:
    humerus, arm = bones["humerus"], arm_frame(bones)
    front = extreme(within(humerus, arm.up, 0.85, 1), arm.front, 0.08)
    outer = extreme(within(humerus, arm.up, 0.52, 0.6), arm.out, 0.2)
    return {"shoulder_front": (front, FRONT), "deltoid_tuberosity": (outer, arm.out)}


def _elbow(bones: dict[str, Mesh]) -> dict[str, Point]:
    arm, ulna = arm_frame(bones), bones["ulna"]
    low = within(bones["humerus"], arm.up, 0, 0.16)
    inner, outer = extreme(low, -arm.out, 0.06), extreme(low, arm.out, 0.06)
    olecranon = extreme(within(ulna, UP, 0.9, 1), arm.way(up=0.4, front=-0.92), 0.12)
    return {
        "medial_epicondyle": (inner, -arm.out),
        "lateral_epicondyle": (outer, arm.out),
        "olecranon": (olecranon, arm.way(up=0.2, front=-0.98)),
        "elbow_crease": ((inner + outer) / 2, arm.front),
    }


def _wrist(bones: dict[str, Mesh]) -> dict[str, Point]:
    forearm, hand = forearm_frame(bones), hand_frame(bones)
    radial = extreme(bones["radius"], -forearm.up, 0.025)
    ulnar = extreme(bones["ulna"], -forearm.up, 0.025)
    wrist = (radial + ulnar) / 2
    base = extreme(bones["first_metacarpal_bone"], UP, 0.15)
    thumb = (base + middle(bones["trapezium_bone"])) / 2
    return {
        "radial_styloid": (radial, forearm.out),
        "ulnar_styloid": (ulnar, forearm.way(out=-0.8, front=-0.6)),
        "wrist_front": (wrist, forearm.front),
        "wrist_back": (wrist, -forearm.front),
        "pisiform": (middle(bones["pisiform_bone"]), hand.front),
        "thumb_base": (thumb, hand.way(out=0.9, front=-0.44)),
    }


def _head_of_metacarpal(bones: dict[str, Mesh], number: int) -> np.ndarray:
    return middle(within(bones[f"{_FINGERS[number - 1]}_metacarpal_bone"], DOWN, 0.8, 1))


def _finger_frame(bones: dict[str, Mesh], number: int, part: str) -> Frame:
    """The frame of a bone of a finger: up to the wrist, front to the side of the pad."""
    bone, hand = bones[part], hand_frame(bones)
    # The thumb is turned: its pad looks to the little finger as much as to the front.
    pad = hand.way(out=-0.6, front=0.8) if number == 1 else hand.front
    top, bottom = extreme(bone, hand.up, 0.1), extreme(bone, -hand.up, 0.1)
    return Frame.along(top, bottom, pad)


def _knuckles(bones: dict[str, Mesh]) -> dict[str, Point]:
    points: dict[str, Point] = {}
    for number, word in enumerate(_FINGERS, 1):
        frame = _finger_frame(bones, number, f"{word}_metacarpal_bone")
        head = _head_of_metacarpal(bones, number)
        points[f"hand_knuckle_{number}"] = (head, -frame.front)
        # Straight in front of the heads of the long fingers lies the web: seek a little higher.
        points[f"palm_{number}"] = (head, frame.way(up=0.0 if number == 1 else 0.45, front=0.89))
    return points


def _fingers(bones: dict[str, Mesh]) -> dict[str, Point]:
    points: dict[str, Point] = {}
    for number, word in enumerate(_FINGERS, 1):
        name = f"distal_phalanx_of_{word}_finger_of_hand"
        frame = _finger_frame(bones, number, name)
        tip = extreme(bones[name], -frame.up, 0.2)
        points[f"finger_{number}"] = (tip, unit(frame.way(up=-0.8, front=-0.6)))
        points[f"finger_pad_{number}"] = (middle(bones[name]), frame.front)
    return points
