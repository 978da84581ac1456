"""The form of what was measured, as ``anatomy/computed`` stores it; right side, mm."""

from __future__ import annotations

from typing import TypedDict

from ..domain import Layer


class MuscleShape(TypedDict):
    """A muscle in a view; facing: the share 0..1 of it that faces the viewer; fibres: lines along
    its flesh; tendon: the part of it that is tendon."""

    path: str
    facing: float
    fibres: str
    tendon: str


class BoneShape(TypedDict):
    """A bone in a view; midline: whether it lies on both sides, and is drawn once."""

    path: str
    midline: bool


class NerveShape(TypedDict):
    """A piece of a branch in a view, with its width in picture mm; under: what lies over it, as in
    ``order``; line: which of the branch's lines it is part of."""

    path: str
    width: float
    under: list[str]
    line: int


class PatchShape(TypedDict):
    """The part of a muscle that lies in front of what is painted after it."""

    of: str
    over: str
    path: str


class ViewShapes(TypedDict):
    """A stored view: SVG path data in picture mm, ``nerves`` by branch.

    body, shades (darker and darker), folds, bony (bones just under the skin): of the whole picture;
    all others: of its right half. order: bones and muscles as ``bone:id`` and ``muscle:id``, from
    the farthest to the nearest.
    """

    view: str
    body: str
    shades: list[str]
    folds: str
    bony: str
    regions: dict[str, str]
    order: list[str]
    patches: list[PatchShape]
    bones: dict[str, BoneShape]
    muscles: dict[str, MuscleShape]
    nerves: dict[str, list[NerveShape]]


class MuscleMeasure(TypedDict):
    """How deep a muscle lies; cover: the mean number of muscles over it."""

    depth_mm: float
    cover: float
    layer: Layer


class NerveLine(TypedDict):
    """A centre line ``[[x, y, z], ...]`` of a branch, and its width."""

    line: list[list[float]]
    width: float


class NearNerve(TypedDict):
    """A nerve that runs by a muscle: at: where it is nearest; along_mm: how far down its
    longest line."""

    nerve: str
    branch: str
    distance_mm: float
    at: list[float]
    along_mm: float


class LandmarkMeasure(TypedDict):
    """A landmark on the bone, on the skin over it, and the outward normal of that skin."""

    bone: list[float]
    skin: list[float]
    normal: list[float]


class SegmentMeasure(TypedDict):
    """A limb segment, as ``geometry.limbs.Segment`` has it."""

    start: list[float]
    end: list[float]
    outward: list[float]
    centres: list[list[float]]
    half_widths: list[list[float]]


class Body(TypedDict):
    """What ``body.json`` holds; surface_step_mm: the grid of each stored view."""

    area_cm2: float
    height_mm: float
    landmarks: dict[str, LandmarkMeasure]
    regions: list[str]
    segments: dict[str, SegmentMeasure]
    surface_step_mm: dict[str, float]


class Nerves(TypedDict):
    """What ``nerves.json`` holds: lines by branch."""

    lines: dict[str, list[NerveLine]]
