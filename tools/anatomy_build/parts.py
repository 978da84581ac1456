"""Which part of the body a place on the skin belongs to: that of the bone nearest to it."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from .meshes import Mesh, scatter

SAMPLES_A_BONE = 300

_WORDS = {
    "hand": (
        "of_hand", "metacarpal", "scaphoid", "lunate", "triquetrum", "pisiform", "trapezium",
        "trapezoid", "capitate", "hamate",
    ),
    "foot": (
        "of_foot", "metatarsal", "talus", "calcaneus", "navicular", "cuboid", "cuneiform",
    ),
    "forearm": ("radius", "ulna"),
    "arm": ("humerus",),
    "thigh": ("femur",),
    "leg": ("tibia", "fibula", "patella"),
    "neck": (
        "_c1", "_c2", "_c3", "_c4", "_c5", "_c6", "_c7", "hyoid", "thyroid", "cricoid",
        "arytenoid", "corniculate",
    ),
    "head": (
        "frontal", "parietal", "occipital", "temporal", "sphenoid", "ethmoid", "nasal", "maxilla",
        "mandible", "zygomatic", "lacrimal", "palatine", "vomer", "alar_cartilage",
    ),
}  # fmt: skip

SHOULDER_SHARE = 0.3
"""The upper share of the arm that counts as shoulder: it is drawn with the trunk, too."""


def part_of_bone(name: str) -> str:
    """The part of the body, one of ``body_frame.PARTS``, that a bone belongs to."""
    for part, words in _WORDS.items():
        if any(word in name for word in words):
            return part
    return "trunk"


def nearest_bones(xyz: np.ndarray, bones: dict[str, Mesh]) -> np.ndarray:
    """The name ``(n,)`` of the bone nearest to each place ``(n, 3)``, mm."""
    names = list(bones)
    clouds = [scatter(bones[name], SAMPLES_A_BONE, 3)[0] for name in names]
    at = cKDTree(np.vstack(clouds)).query(xyz)[1] // SAMPLES_A_BONE
    return np.array(names)[at]


def parts_of(xyz: np.ndarray, bone: np.ndarray, humerus: Mesh) -> np.ndarray:
    """The part ``(n,)`` of the body of places whose nearest bones are known."""
    names, index = np.unique(bone, return_inverse=True)
    part = np.array([part_of_bone(name) for name in names], dtype="<U8")[index]
    along = humerus.vertices
    top, low = along[along[:, 1].argmax()], along[along[:, 1].argmin()]
    share = (xyz - top) @ (low - top) / ((low - top) @ (low - top))
    part[(part == "arm") & (share < SHOULDER_SHARE)] = "shoulder"
    return part
