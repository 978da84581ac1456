"""Named places, found on the bones by rule and put on the skin.

Each rule picks an extreme or a mean of a bone's vertices, in shares of the bone's own extent
(see ``landmarks_frame``), so that it holds on bodies of any size; the place on the skin is where
a ray from there, in the named direction, leaves the body. Right side and midline only. This file
holds the trunk from T9 down and the leg; ``landmarks_upper`` all above.
"""

from __future__ import annotations

import numpy as np
import trimesh

from .landmarks_frame import (
    BACK,
    BODY,
    DOWN,
    FRONT,
    IN,
    OUT,
    UP,
    Frame,
    Point,
    box,
    extent,
    extreme,
    hip_joint,
    middle,
    midline,
    within,
)
from .landmarks_upper import upper_points
from .meshes import Mesh

_TOES = ("first", "second", "third", "fourth", "fifth")
_LOWER_SPINE = ("t9", "t10", "t11", "t12", "l1", "l2", "l3", "l4", "l5")


def bone_points(bones: dict[str, Mesh]) -> dict[str, Point]:
    """Every landmark as a point on bone (mm) and the direction in which the skin is sought."""
    leg = leg_frame(bones)
    points: dict[str, Point] = {}
    points |= _spine(bones)
    points |= _lower_ribs(bones)
    points |= _pelvis(bones)
    points |= _groin_and_buttock(bones, leg)
    points |= _knee(bones, leg)
    points |= _below_knee(bones, leg)
    points |= _ankle(bones, leg)
    points |= _foot(bones)
    points |= _toes(bones)
    points |= upper_points(bones)
    return points


def leg_frame(bones: dict[str, Mesh]) -> Frame:
    """The frame of thigh and leg: from the ankle to the hip joint as seen from the front.

    It leans as the leg does in the frontal plane; its front is the front of the body.
    """
    top, bottom = hip_joint(bones), middle(bones["talus"])
    return Frame.along(np.array([*top[:2], 0]), np.array([*bottom[:2], 0]))


def _spine(bones: dict[str, Mesh]) -> dict[str, Point]:
    points = {}
    for level in _LOWER_SPINE:
        tip = extreme(bones[f"vertebra_{level}"], BACK, 0.036)
        points[f"{level}_spine"] = (midline(tip), BACK)
    sacrum = bones["sacrum"]
    # The second sacral spine lies about a third of the way down the bone.
    s2 = within(sacrum, UP, 0.59, 0.69)
    points["s2_spine"] = (midline(extreme(s2, BACK)), BACK)
    points["sacral_apex"] = (midline(extreme(sacrum, DOWN, 0.026)), BACK)
    tip = extreme(bones["coccyx"], DOWN, 0.1)
    points["coccyx_tip"] = (midline(tip), np.array([0, -0.5, -0.87]))
    points["xiphoid"] = (midline(extreme(bones["xiphoid_process"], DOWN, 0.13)), FRONT)
    # The navel lies at the level of the disc between L3 and L4.
    level = bones["vertebra_l3"].vertices[:, 1].min() + bones["vertebra_l4"].vertices[:, 1].max()
    points["navel"] = (np.array([0, level / 2, 0]), FRONT)
    return points


def _lower_ribs(bones: dict[str, Mesh]) -> dict[str, Point]:
    towards_tip = np.array([-0.6, -0.4, 0.69])
    arch = extreme(bones["costal_cartilage_of_tenth_rib"], DOWN, 0.17)
    return {
        "rib_12_tip": (extreme(bones["twelfth_rib"], towards_tip), np.array([-0.8, 0, -0.6])),
        "rib_11_tip": (extreme(bones["eleventh_rib"], towards_tip, 0.035), OUT),
        "rib_10_front": (arch, np.array([-0.6, 0, 0.8])),
    }


def _pelvis(bones: dict[str, Mesh]) -> dict[str, Point]:
    hip = bones["hip_bone"]
    crest = within(hip, UP, 0.67, 1)
    back_crest = box(hip, up=(0.62, 1), front=(0, 0.26))
    # The body of the pubis, at the midline: its inner fifteenth of the hip bone's breadth.
    body = box(hip, out=(0, 0.07), front=(0.6, 1))
    return {
        "iliac_crest_top": (extreme(hip, UP, 0.014), np.array([-0.5, 0, -0.87])),
        "iliac_crest_lateral": (extreme(crest, OUT, 0.03), OUT),
        "psis": (extreme(back_crest, np.array([0, -0.3, -0.95]), 0.06), BACK),
        "asis": (_asis(hip), np.array([-0.4, 0, 0.92])),
        "pubic_tubercle": (_pubic_tubercle(hip), FRONT),
        "pubic_symphysis": (midline(extreme(body, UP, 0.3)), FRONT),
    }


def _asis(hip: Mesh) -> np.ndarray:
    return extreme(within(hip, UP, 0.48, 1), np.array([-0.25, -0.1, 0.96]), 0.02)


def _pubic_tubercle(hip: Mesh) -> np.ndarray:
    pubis = box(hip, out=(0, 0.28), front=(0.6, 1))
    return extreme(within(pubis, OUT, 0.32, 0.86), np.array([0, 0.6, 0.8]), 0.05)


def _groin_and_buttock(bones: dict[str, Mesh], leg: Frame) -> dict[str, Point]:
    hip, femur = bones["hip_bone"], bones["femur"]
    trochanter = within(femur, leg.up, 0.8, 1)
    tuber = extreme(within(hip, UP, 0, 0.21), np.array([0, -0.5, -0.87]), 0.08)
    below = 0.116 * extent(hip, UP)
    return {
        "inguinal_midpoint": ((_asis(hip) + _pubic_tubercle(hip)) / 2, np.array([-0.2, 0, 0.98])),
        "greater_trochanter": (extreme(trochanter, leg.out, 0.06), leg.out),
        "ischial_tuberosity": (tuber, np.array([0, -0.3, -0.95])),
        "gluteal_fold": (tuber + below * (OUT + DOWN), BACK),
    }


def _knee(bones: dict[str, Mesh], leg: Frame) -> dict[str, Point]:
    patella, tibia = bones["patella"], bones["tibia"]
    condyles = within(bones["femur"], leg.up, 0, 0.1)
    plateau = within(tibia, leg.up, 0.967, 1)
    return {
        "patella_top": (extreme(patella, leg.up, 0.07), FRONT),
        "patella": (middle(patella), FRONT),
        "patella_bottom": (extreme(patella, -leg.up, 0.07), FRONT),
        "medial_femoral_condyle": (extreme(condyles, -leg.out, 0.035), -leg.out),
        "lateral_femoral_condyle": (extreme(condyles, leg.out, 0.035), leg.out),
        "popliteal_crease": ((middle(condyles) + middle(plateau)) / 2, BACK),
    }


def _below_knee(bones: dict[str, Mesh], leg: Frame) -> dict[str, Point]:
    tibia = bones["tibia"]
    tubercle = within(tibia, leg.up, 0.832, 0.922)
    shaft = within(tibia, leg.up, 0.79, 0.874)
    return {
        "fibular_head": (extreme(bones["fibula"], leg.up, 0.033), leg.way(out=0.9, front=-0.44)),
        "tibial_tuberosity": (extreme(tubercle, FRONT, 0.05), FRONT),
        "pes_anserinus": (
            extreme(shaft, leg.way(out=-0.8, front=0.6), 0.08),
            leg.way(out=-0.7, front=0.71),
        ),
    }


def _ankle(bones: dict[str, Mesh], leg: Frame) -> dict[str, Point]:
    calcaneus, talus = bones["calcaneus"], bones["talus"]
    low_tibia = within(bones["tibia"], leg.up, 0, 0.084)
    low_fibula = within(bones["fibula"], leg.up, 0, 0.096)
    dome = extreme(talus, UP, 0.23)
    heel = extreme(calcaneus, BACK, 0.08)
    inward = 0.33 * extent(calcaneus, FRONT)
    achilles = np.array([heel[0], dome[1] + 0.3 * extent(talus, UP), heel[2] + inward])
    return {
        "medial_malleolus": (extreme(low_tibia, -leg.out, 0.055), -leg.out),
        "lateral_malleolus": (extreme(low_fibula, leg.out, 0.14), leg.out),
        "achilles": (achilles, BACK),
        "ankle_front": (dome, np.array([0, 0.35, 0.94])),
        "heel_back": (heel, BACK),
        "heel_sole": (extreme(box(calcaneus, front=(0, 0.46)), DOWN, 0.07), DOWN),
    }


def _foot(bones: dict[str, Mesh]) -> dict[str, Point]:
    base = within(bones["fifth_metatarsal_bone"], FRONT, 0, 0.27)
    return {
        "navicular": (extreme(bones["navicular_bone"], IN, 0.07), np.array([0.9, 0.1, 0])),
        "cuboid": (extreme(bones["cuboid_bone"], OUT, 0.09), OUT),
        "fifth_metatarsal_base": (extreme(base, OUT, 0.18), OUT),
    }


def _toes(bones: dict[str, Mesh]) -> dict[str, Point]:
    points = {}
    for number, word in enumerate(_TOES, 1):
        head = middle(within(bones[f"{word}_metatarsal_bone"], FRONT, 0.785, 1))
        points[f"knuckle_{number}"] = (head, UP)
        points[f"ball_{number}"] = (head, DOWN)
        tip = bones[f"distal_phalanx_of_{word}_finger_of_foot"]
        points[f"toe_{number}"] = (extreme(tip, FRONT, 0.2), BODY.way(up=0.4, front=0.92))
        points[f"toe_pad_{number}"] = (middle(tip), DOWN)
    return points


def on_skin(points: dict[str, Point], skin: Mesh) -> dict[str, dict]:
    """``{name: {bone, skin, normal}}``, mm, rounded to 0.1: where each ray leaves the body.

    Raises ValueError naming a landmark whose ray never meets the skin.
    """
    body = trimesh.Trimesh(skin.vertices, skin.faces, process=False)
    placed = {}
    for name, (bone, direction) in sorted(points.items()):
        unit = np.asarray(direction, float) / np.linalg.norm(direction)
        hits, _, faces = body.ray.intersects_location([bone], [unit], multiple_hits=True)
        if len(hits) == 0:
            raise ValueError(f"landmark {name}: no skin in its direction")
        first = np.argmin((hits - bone) @ unit)
        normal = np.array(body.face_normals[faces[first]])
        if bone[0] == 0:
            # In a cleft the one triangle that is met is a wall of it, to the right or the left.
            normal = _without_side(normal)
        placed[name] = {
            "bone": np.round(bone, 1).tolist(),
            "skin": np.round(hits[first], 1).tolist(),
            "normal": np.round(normal, 3).tolist(),
        }
    return placed


def _without_side(normal: np.ndarray) -> np.ndarray:
    """A normal on the midline: it points to neither side."""
    flat = normal * [0.0, 1.0, 1.0]
    return flat / max(float(np.linalg.norm(flat)), 1e-9)
