"""Named places, found on the bones by rule and put on the skin.

Each rule picks an extreme or a mean of a bone's vertices; the place on the skin is where a ray
from there, in the named direction, leaves the body. Right side and midline only.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import trimesh

from .meshes import Mesh

BACK, FRONT = np.array([0.0, 0, -1]), np.array([0.0, 0, 1])
OUT, IN = np.array([-1.0, 0, 0]), np.array([1.0, 0, 0])
UP, DOWN = np.array([0.0, 1, 0]), np.array([0.0, -1, 0])

_TOES = ("first", "second", "third", "fourth", "fifth")


def extreme(mesh: Mesh, direction: np.ndarray, spread: float = 3.0) -> np.ndarray:
    """Mean of the vertices within ``spread`` mm of the farthest one in a direction."""
    reach = mesh.vertices @ direction
    return mesh.vertices[reach > reach.max() - spread].mean(axis=0)


def part(mesh: Mesh, keep: Callable[[np.ndarray], np.ndarray]) -> Mesh:
    """The vertices that pass ``keep`` (faces are dropped: rules need none)."""
    return Mesh(mesh.vertices[keep(mesh.vertices)], np.empty((0, 3), int))


def bone_points(bones: dict[str, Mesh]) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Every landmark as a point on bone (mm) and the direction in which the skin is sought."""
    points = {}
    points |= _spine(bones)
    points |= _pelvis(bones)
    points |= _knee(bones)
    points |= _ankle(bones)
    points |= _foot(bones)
    return points


def _spine(bones: dict[str, Mesh]) -> dict:
    points = {}
    for level in ("t9", "t10", "t11", "t12", "l1", "l2", "l3", "l4", "l5"):
        tip = extreme(bones[f"vertebra_{level}"], BACK)
        points[f"{level}_spine"] = (np.array([0, *tip[1:]]), BACK)
    sacrum = bones["sacrum"]
    low, high = sacrum.vertices[:, 1].min(), sacrum.vertices[:, 1].max()
    # The second sacral spine lies about a third of the way down the bone.
    s2 = part(sacrum, lambda v: abs(v[:, 1] - (high - 0.36 * (high - low))) < 6)
    points["s2_spine"] = (np.array([0, *extreme(s2, BACK)[1:]]), BACK)
    points["sacral_apex"] = (np.array([0, *extreme(sacrum, DOWN)[1:]]), BACK)
    tip = extreme(bones["coccyx"], DOWN)
    points["coccyx_tip"] = (np.array([0, *tip[1:]]), np.array([0, -0.5, -0.87]))
    points["xiphoid"] = (np.array([0, *extreme(bones["xiphoid_process"], DOWN)[1:]]), FRONT)
    # The navel lies at the level of the disc between L3 and L4.
    level = bones["vertebra_l3"].vertices[:, 1].min() + bones["vertebra_l4"].vertices[:, 1].max()
    points["navel"] = (np.array([0, level / 2, 0]), FRONT)
    for rib, name in (("twelfth_rib", "rib_12_tip"), ("eleventh_rib", "rib_11_tip")):
        tip = extreme(bones[rib], np.array([-0.6, -0.4, 0.69]), 6)
        points[name] = (tip, np.array([-0.8, 0, -0.6]) if "12" in name else OUT)
    points["rib_10_front"] = (
        extreme(bones["costal_cartilage_of_tenth_rib"], DOWN, 6),
        np.array([-0.6, 0, 0.8]),
    )
    return points


def _pelvis(bones: dict[str, Mesh]) -> dict:
    hip, femur = bones["hip_bone"], bones["femur"]
    crest = part(hip, lambda v: v[:, 1] > v[:, 1].max() - 70)
    back_crest = part(hip, lambda v: (v[:, 1] > 930) & (v[:, 2] < -50))
    front_crest = part(hip, lambda v: v[:, 1] > 900)
    pubis = part(hip, lambda v: (v[:, 0] > -40) & (v[:, 2] > 0))
    body = part(pubis, lambda v: v[:, 0] > -12)
    asis = extreme(front_crest, np.array([-0.25, -0.1, 0.96]))
    tubercle = extreme(
        part(pubis, lambda v: (v[:, 0] < -15) & (v[:, 0] > -35)), np.array([0, 0.6, 0.8])
    )
    trochanter = part(femur, lambda v: v[:, 1] > v[:, 1].max() - 90)
    ischium = part(hip, lambda v: v[:, 1] < v[:, 1].min() + 45)
    tuber = extreme(ischium, np.array([0, -0.5, -0.87]), 6)
    return {
        "iliac_crest_top": (extreme(hip, UP), np.array([-0.5, 0, -0.87])),
        "iliac_crest_lateral": (extreme(crest, OUT), OUT),
        "psis": (extreme(back_crest, np.array([0, -0.3, -0.95])), BACK),
        "asis": (asis, np.array([-0.4, 0, 0.92])),
        "pubic_tubercle": (tubercle, FRONT),
        "pubic_symphysis": (np.array([0, *extreme(body, UP, 8)[1:]]), FRONT),
        "inguinal_midpoint": ((asis + tubercle) / 2, np.array([-0.2, 0, 0.98])),
        "greater_trochanter": (extreme(trochanter, OUT, 6), OUT),
        "ischial_tuberosity": (tuber, np.array([0, -0.3, -0.95])),
        "gluteal_fold": (tuber + np.array([-25.0, -25, 0]), BACK),
    }


def _knee(bones: dict[str, Mesh]) -> dict:
    femur, tibia = bones["femur"], bones["tibia"]
    patella, fibula = bones["patella"], bones["fibula"]
    condyles = part(femur, lambda v: v[:, 1] < v[:, 1].min() + 45)
    plateau = part(tibia, lambda v: v[:, 1] > v[:, 1].max() - 12)
    middle = (condyles.vertices.mean(axis=0) + plateau.vertices.mean(axis=0)) / 2
    tubercle_part = part(
        tibia, lambda v: (v[:, 1] < v[:, 1].max() - 28) & (v[:, 1] > v[:, 1].max() - 60)
    )
    tuberosity = extreme(tubercle_part, FRONT)
    upper_shaft = part(tibia, lambda v: abs(v[:, 1] - (v[:, 1].max() - 60)) < 15)
    return {
        "patella_top": (extreme(patella, UP), FRONT),
        "patella": (patella.vertices.mean(axis=0), FRONT),
        "patella_bottom": (extreme(patella, DOWN), FRONT),
        "medial_femoral_condyle": (extreme(condyles, IN), IN),
        "lateral_femoral_condyle": (extreme(condyles, OUT), OUT),
        "popliteal_crease": (middle, BACK),
        "fibular_head": (extreme(fibula, UP, 12), np.array([-0.9, 0, -0.44])),
        "tibial_tuberosity": (tuberosity, FRONT),
        "pes_anserinus": (extreme(upper_shaft, np.array([0.8, 0, 0.6])), np.array([0.7, 0, 0.71])),
    }


def _ankle(bones: dict[str, Mesh]) -> dict:
    tibia, fibula = bones["tibia"], bones["fibula"]
    calcaneus, talus = bones["calcaneus"], bones["talus"]
    low_tibia = part(tibia, lambda v: v[:, 1] < v[:, 1].min() + 30)
    low_fibula = part(fibula, lambda v: v[:, 1] < v[:, 1].min() + 35)
    dome = extreme(talus, UP, 8)
    heel = extreme(calcaneus, BACK, 6)
    return {
        "medial_malleolus": (extreme(low_tibia, IN), IN),
        "lateral_malleolus": (extreme(low_fibula, OUT), OUT),
        "achilles": (np.array([heel[0], dome[1] + 10, heel[2] + 25]), BACK),
        "ankle_front": (dome, np.array([0, 0.35, 0.94])),
        "heel_back": (heel, BACK),
        "heel_sole": (extreme(part(calcaneus, lambda v: v[:, 2] < v[:, 2].min() + 35), DOWN), DOWN),
    }


def _foot(bones: dict[str, Mesh]) -> dict:
    points = {
        "navicular": (extreme(bones["navicular_bone"], IN), np.array([0.9, 0.1, 0])),
        "cuboid": (extreme(bones["cuboid_bone"], OUT), OUT),
        "fifth_metatarsal_base": (
            extreme(
                part(bones["fifth_metatarsal_bone"], lambda v: v[:, 2] < v[:, 2].min() + 20), OUT
            ),
            OUT,
        ),
    }
    for number, word in enumerate(_TOES, 1):
        metatarsal = bones[f"{word}_metatarsal_bone"]
        head = part(metatarsal, lambda v: v[:, 2] > v[:, 2].max() - 16).vertices.mean(axis=0)
        points[f"knuckle_{number}"] = (head, UP)
        points[f"ball_{number}"] = (head, DOWN)
        tip = bones[f"distal_phalanx_of_{word}_finger_of_foot"]
        points[f"toe_{number}"] = (extreme(tip, FRONT), np.array([0, 0.4, 0.92]))
        points[f"toe_pad_{number}"] = (tip.vertices.mean(axis=0), DOWN)
    return points


def on_skin(points: dict[str, tuple[np.ndarray, np.ndarray]], skin: Mesh) -> dict[str, dict]:
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
        placed[name] = {
            "bone": np.round(bone, 1).tolist(),
            "skin": np.round(hits[first], 1).tolist(),
            "normal": np.round(body.face_normals[faces[first]], 3).tolist(),
        }
    return placed
