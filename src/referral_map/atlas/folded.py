"""The right side of a view as plain data: what is sent of it, and what both sides are made from."""

from __future__ import annotations

from collections.abc import Container
from typing import TypedDict

from shapely import Point

from ..geometry.body_frame import VIEWS
from ..geometry.paths import path_to_shape, shape_to_path
from .atlas import Atlas
from .measured import BoneShape, NerveShape, PatchShape
from .nerve_records import NerveBranch

MARK_RADIUS_MM = 13.0
"""Examiners' marks of one trigger point lie 12.9 mm apart on average (Holm-Jensen 2020), so a
point is drawn as a disc of that radius and never as a pin."""

MARK_ARM = 0.52
"""How far the X in it reaches along each axis, of its radius."""


class DrawnNerve(TypedDict):
    """A piece of a nerve in a view; width: picture mm; name: of its branch; under: what lies over
    it, as in ``order``."""

    path: str
    width: float
    name: str
    under: list[str]


class FoldedPattern(TypedDict):
    """The pattern of a right-sided point: on its own half, and, still on the right half, what lies
    on the other; mark: where the point is seen."""

    essential: str
    spillover: str
    essential_across: str
    spillover_across: str
    mark: list[float] | None


class FoldedView(TypedDict):
    """The right side of a view; body, shades, folds and bony are of both sides."""

    view: str
    body: str
    shades: list[str]
    folds: str
    bony: str
    order: list[str]
    patches: list[PatchShape]
    bones: dict[str, BoneShape]
    regions: dict[str, str]
    muscles: dict[str, str]
    fibres: dict[str, str]
    tendons: dict[str, str]
    nerves: dict[str, list[DrawnNerve]]
    patterns: dict[str, FoldedPattern]


class BodyFigure(TypedDict):
    """A body from before; window and paths in picture mm."""

    window: list[float]
    body: str
    shades: list[str]
    folds: str
    bony: str


def body_figure(atlas: Atlas) -> BodyFigure:
    """The whole body of an atlas from before, as one who chooses a body is shown it."""
    front = atlas.computed.drawings["front"]
    return {
        "window": list(VIEWS["front"].window),
        "body": front["body"],
        "shades": front["shades"],
        "folds": front["folds"],
        "bony": front["bony"],
    }


def folded_view(atlas: Atlas, name: str, point_ids: Container[str] | None = None) -> FoldedView:
    """A stored view; with ``point_ids``, only the patterns of these points."""
    drawing = atlas.computed.drawings[name]
    muscles = drawing["muscles"]
    nerves = {nerve.id: _nerve(atlas, drawing["nerves"], nerve.id) for nerve in atlas.nerves}
    return {
        "view": name,
        "body": drawing["body"],
        "shades": drawing["shades"],
        "folds": drawing["folds"],
        "bony": drawing["bony"],
        "order": drawing["order"],
        "patches": drawing["patches"],
        "bones": drawing["bones"],
        "regions": drawing["regions"],
        "muscles": {mid: item["path"] for mid, item in muscles.items()},
        "fibres": {mid: item["fibres"] for mid, item in muscles.items()},
        "tendons": {mid: item["tendon"] for mid, item in muscles.items()},
        "nerves": {nerve: pieces for nerve, pieces in nerves.items() if pieces},
        "patterns": {
            p.id: pattern
            for p in atlas.trigger_points
            if (point_ids is None or p.id in point_ids)
            and any((pattern := _pattern(atlas, name, p.id)).values())
        },
    }


def _nerve(atlas: Atlas, stored: dict[str, list[NerveShape]], nerve_id: str) -> list[DrawnNerve]:
    """The lines of a nerve, and the main line of each branch of the nerves that are part of it."""
    visible: list[tuple[NerveBranch, NerveShape]] = []
    for nerve in atlas.nerves:
        for branch in nerve.branches:
            pieces = stored.get(branch.id, [])
            if nerve_id == nerve.id:
                visible += [(branch, piece) for piece in pieces]
            elif nerve_id == nerve.part_of:
                visible += [(branch, piece) for piece in pieces if piece["line"] == 0]
    return [
        {
            "path": piece["path"],
            "width": piece["width"],
            "name": branch.name,
            "under": piece["under"],
        }
        for branch, piece in visible
    ]


def mark_on_muscle(atlas: Atlas, point_id: str, stored: str) -> tuple[float, float] | None:
    """Where a view shows the point: only where it also shows the muscle under it."""
    at = atlas.mark(point_id, stored)
    muscle = atlas.computed.drawings[stored]["muscles"].get(atlas.muscle_of(point_id).id)
    if at is None or muscle is None:
        return None
    return at if path_to_shape(muscle["path"]).distance(Point(at)) < MARK_RADIUS_MM else None


def _pattern(atlas: Atlas, stored: str, point_id: str) -> FoldedPattern:
    shape = atlas.outline(point_id, stored)
    at = mark_on_muscle(atlas, point_id, stored)
    return {
        "essential": shape_to_path(shape.essential),
        "spillover": shape_to_path(shape.spillover),
        "essential_across": shape_to_path(shape.essential_across),
        "spillover_across": shape_to_path(shape.spillover_across),
        "mark": None if at is None else list(at),
    }
