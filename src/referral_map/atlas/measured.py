"""The form of what was measured on the body, as ``anatomy/computed`` stores it; right side, mm."""

from __future__ import annotations

from typing import TypedDict

from ..domain import Layer


class MuscleShape(TypedDict):
    """A muscle in a view; facing: the share 0..1 of it that faces the viewer."""

    path: str
    facing: float


class NerveShape(TypedDict):
    """A line of a branch in a view, with its width in picture mm."""

    path: str
    width: float


class ViewShapes(TypedDict):
    """A stored view: SVG path data in picture mm, ``nerves`` by branch."""

    view: str
    body: str
    bones: str
    creases: str
    regions: dict[str, str]
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
    landmarks: dict[str, LandmarkMeasure]
    regions: list[str]
    segments: dict[str, SegmentMeasure]
    surface_step_mm: dict[str, float]


class Nerves(TypedDict):
    """What ``nerves.json`` holds: lines by branch, the nerves near each muscle."""

    lines: dict[str, list[NerveLine]]
    distances: dict[str, list[NearNerve]]
