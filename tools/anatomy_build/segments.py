"""The segments of limbs, neck and head, their centre lines measured on the skin.

A section is the skin near a plane across the axis. Near the trunk a limb has no skin of its own
all round, so only skin within reach of the axis counts, and of the arm only that over arm bones.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from referral_map.geometry.limbs import Segment

from .landmarks_frame import FRONT, UP, hip_joint, middle, midline, shoulder_joint
from .landmarks_upper import hand_frame
from .meshes import Mesh, scatter

KNOTS = 21
_SLICE = 0.02
"""Half the thickness of a section, as a share of the segment's length."""
_LEAST_SLICE_MM = 4.0
_EDGE = 0.5
"""Per cent of a section's samples beyond each of its edges: strays of a neighbouring part."""
_BONE_SAMPLES = 400

Place = Callable[[str], np.ndarray]


@dataclass(frozen=True)
class _Axis:
    """A segment before it is measured; reach: the farthest its skin is from the axis, mm."""

    name: str
    start: np.ndarray
    end: np.ndarray
    outward: np.ndarray
    reach: float


def segments(
    skin_xyz: np.ndarray, landmarks: dict[str, dict], bones: dict[str, Mesh]
) -> dict[str, Segment]:
    """Every segment of the right side and of the midline, in mm.

    skin_xyz: dense samples ``(n, 3)`` of the right half of the skin, mm.
    """
    bone, skin = _reader(landmarks, "bone"), _reader(landmarks, "skin")
    own = _Owner(bones)
    both = np.vstack([skin_xyz, skin_xyz * np.array([-1.0, 1, 1])])
    found = {}
    for axis in _leg_axes(bone, skin, bones):
        found[axis.name] = _measure(axis, _near(axis, skin_xyz))
    for axis in _arm_axes(bone, skin, bones):
        found[axis.name] = _measure(axis, own.only(axis.name, _near(axis, skin_xyz)))
    for axis in _midline_axes(bone, skin, bones):
        measured = _measure(axis, _near(axis, both))
        measured.centres[:, 0] = 0.0
        found[axis.name] = measured
    return found


def _reader(landmarks: dict[str, dict], key: str) -> Place:
    return lambda name: np.array(landmarks[name][key], float)


def _leg_axes(bone: Place, skin: Place, bones: dict[str, Mesh]) -> list[_Axis]:
    hip = np.round(hip_joint(bones), 1)
    knee = (bone("medial_femoral_condyle") + bone("lateral_femoral_condyle")) / 2
    knee[1] = bone("popliteal_crease")[1]
    ankle = (bone("medial_malleolus") + bone("lateral_malleolus")) / 2
    heel, toe = skin("heel_back"), skin("toe_2")
    heel[1] = toe[1] = skin("toe_2")[1]
    return [
        _axis("thigh", hip, knee, FRONT, 0.31),
        _axis("leg", knee, ankle, FRONT, 0.25),
        _axis("foot", heel, toe, UP, 0.26),
    ]


def _arm_axes(bone: Place, skin: Place, bones: dict[str, Mesh]) -> list[_Axis]:
    shoulder = np.round(shoulder_joint(bones), 1)
    elbow = (bone("medial_epicondyle") + bone("lateral_epicondyle")) / 2
    wrist = (bone("radial_styloid") + bone("ulnar_styloid")) / 2
    return [
        _axis("arm", shoulder, elbow, FRONT, 0.29),
        _axis("forearm", elbow, wrist, FRONT, 0.29),
        _axis("hand", wrist, skin("finger_3"), hand_frame(bones).front, 0.4),
    ]


def _midline_axes(bone: Place, skin: Place, bones: dict[str, Mesh]) -> list[_Axis]:
    discs = (middle(bones["vertebra_c7"]) + middle(bones["vertebra_t1"])) / 2
    level, crown = bone("mastoid")[1], skin("crown")
    # From the gap between the bodies of C7 and T1, in the middle between throat and nape.
    low = np.array([0, discs[1], (skin("c7_spine")[2] + skin("throat")[2]) / 2])
    base = np.array([0, level, middle(bones["atlas_c1"])[2]])
    top = midline(np.array([0, crown[1], (skin("forehead")[2] + skin("occiput")[2]) / 2]))
    under = np.array([0, level, top[2]])
    return [
        _axis("neck", low, base, FRONT, 0.75),
        _axis("head", under, top, FRONT, 0.85),
    ]


def _axis(
    name: str, start: np.ndarray, end: np.ndarray, outward: np.ndarray, reach: float
) -> _Axis:
    """reach: as a share of the length."""
    along = end - start
    outward = outward - along * (outward @ along) / (along @ along)
    length = float(np.linalg.norm(along))
    return _Axis(name, start, end, outward / np.linalg.norm(outward), reach * length)


def _near(axis: _Axis, xyz: np.ndarray) -> np.ndarray:
    """The samples within reach of the axis; of the foot, none of the leg above it."""
    along = axis.end - axis.start
    share = (xyz - axis.start) @ along / (along @ along)
    away = np.linalg.norm(xyz - axis.start - np.outer(share, along), axis=1)
    keep = (away < axis.reach) & (share > -0.1) & (share < 1.1)
    if axis.name == "foot":
        keep &= xyz[:, 1] < axis.reach
    return xyz[keep]


class _Owner:
    """Which samples of skin lie over bones of the arm, and not over those of trunk or thumb."""

    def __init__(self, bones: dict[str, Mesh]) -> None:
        self.names = sorted(bones)
        cloud = [scatter(bones[name], _BONE_SAMPLES, 3)[0] for name in self.names]
        self.tree = cKDTree(np.vstack(cloud))

    def only(self, segment: str, xyz: np.ndarray) -> np.ndarray:
        """The samples whose nearest bone belongs to this segment or to those next to it."""
        nearest = self.tree.query(xyz)[1] // _BONE_SAMPLES
        owned = np.array([self._owns(segment, name) for name in self.names])
        return xyz[owned[nearest]]

    @staticmethod
    def _owns(segment: str, bone: str) -> bool:
        if segment == "arm":
            return bone in ("humerus", "radius", "ulna", "scapula", "clavicle")
        if segment == "forearm":
            return not _on_trunk(bone)
        # The thumb beyond its ball stands off the hand and would draw the centre line aside.
        return not _on_trunk(bone) and not bone.endswith("phalanx_of_first_finger_of_hand")


def _on_trunk(bone: str) -> bool:
    return any(word in bone for word in ("rib", "vertebra", "hip_bone", "femur", "sternum"))


def _measure(axis: _Axis, near: np.ndarray) -> Segment:
    length = float(np.linalg.norm(axis.end - axis.start))
    flat = np.linspace(axis.start, axis.end, KNOTS)
    rough = Segment(axis.name, axis.start, axis.end, axis.outward, flat, np.ones((KNOTS, 2)))
    along = rough.fraction(near) * length
    half = max(_SLICE * length, _LEAST_SLICE_MM)
    centres, sizes = [], []
    for knot, middle_of_axis in zip(np.linspace(0, length, KNOTS), flat, strict=True):
        centre, size = _section(near[abs(along - knot) < half], rough, middle_of_axis)
        centres.append(centre)
        sizes.append(size)
    return Segment(
        axis.name,
        axis.start,
        axis.end,
        axis.outward,
        _smooth(np.array(centres)),
        _smooth(np.array(sizes)),
    )


def _section(
    ring: np.ndarray, segment: Segment, on_axis: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Centre and half-widths of the skin in one plane across the axis."""
    away = ring - on_axis
    front, side = away @ segment.outward, away @ segment.lateral
    (f0, f1), (s0, s1) = (np.percentile(way, [_EDGE, 100 - _EDGE]) for way in (front, side))
    centre = on_axis + (f0 + f1) / 2 * segment.outward + (s0 + s1) / 2 * segment.lateral
    return centre, np.array([(f1 - f0) / 2, (s1 - s0) / 2])


def _smooth(values: np.ndarray) -> np.ndarray:
    padded = np.pad(values, ((1, 1), (0, 0)), mode="edge")
    return np.round((padded[:-2] + 2 * padded[1:-1] + padded[2:]) / 4, 1)
