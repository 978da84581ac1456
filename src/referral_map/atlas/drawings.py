"""The drawings of all views as plain data: what a browser needs to show the map.

Coordinates are picture mm, shapes SVG path strings; both sides are written out, so that a client
does not have to mirror anything. The format is in docs/data_dictionary.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container
from typing import TypedDict

from shapely import Point, unary_union

from ..domain import Layer, Side
from ..geometry.body_frame import SIDES, VIEWS, SideLetter, View, other_side, side_letters
from ..geometry.paths import mirror_path, path_to_shape, shape_to_path
from .atlas import Atlas
from .measured import NerveShape, ViewShapes
from .nerve_records import NerveBranch

CREDIT = (
    "Anatomy: BodyParts3D, (c) The Database Center for Life Science (DBCLS), Japan; "
    "Z-Anatomy; Open3DModel, AnatomyTOOL / Leiden University Medical Center. "
    "Geometry and zones: CC BY-SA 4.0."
)
"""The credit that goes with every picture made from the body."""


MARK_RADIUS_MM = 13.0
"""Examiners' marks of one trigger point lie 12.9 mm apart on average (Holm-Jensen 2020), so a
point is drawn as a disc of that radius and never as a pin."""

MARK_ARM = 0.52
"""How far the X in it reaches along each axis, of its radius."""


class DrawnNerve(TypedDict):
    """A line of a nerve in a view; width: picture mm; name: of its branch."""

    path: str
    width: float
    name: str


class DrawnPattern(TypedDict):
    """A trigger point on a side in a view: its zones, and where the point itself is seen."""

    essential: str
    spillover: str
    mark: list[float] | None


class ViewDrawing(TypedDict):
    """One view, both sides written out: regions by id, all others by id and side."""

    title: str
    window: list[float]
    letters: list[SideLetter]
    body: str
    creases: str
    bones: str
    regions: dict[str, str]
    muscles: dict[str, dict[str, str]]
    nerves: dict[str, dict[str, list[DrawnNerve]]]
    patterns: dict[str, dict[str, DrawnPattern]]


class DrawnRegion(TypedDict):
    """A region that can be clicked."""

    id: str
    name: str
    anatomical_name: str
    part: str
    side: Side
    views: list[str]
    area_cm2: float


class DrawnMuscle(TypedDict):
    """What the map has to know of a muscle."""

    name: str
    plain_name: str
    layer: Layer


class DrawnPoint(TypedDict):
    """What the map has to know of a trigger point; best_view: by side."""

    name: str
    muscle: str
    where: str
    best_view: dict[str, str]


class DrawnMap(TypedDict):
    """Everything the map shows, without its hash."""

    views: dict[str, ViewDrawing]
    regions: list[DrawnRegion]
    muscles: dict[str, DrawnMuscle]
    trigger_points: dict[str, DrawnPoint]
    main_nerve: str
    credit: str


class Drawings(DrawnMap):
    """Everything the map shows; hash: of the content."""

    hash: str


def drawings(atlas: Atlas) -> Drawings:
    """Everything the map shows: views, regions, muscles, trigger points, credit, content hash."""
    content: DrawnMap = {
        "views": {name: view_drawing(atlas, name) for name in VIEWS},
        "regions": [
            {
                "id": r.id,
                "name": r.name,
                "anatomical_name": r.anatomical_name,
                "part": r.part,
                "side": r.side,
                "views": list(r.views),
                "area_cm2": r.area_cm2,
            }
            for r in atlas.regions
        ],
        "muscles": {
            m.id: {"name": m.name, "plain_name": m.plain_name, "layer": m.layer}
            for m in atlas.muscles
        },
        "trigger_points": {
            p.id: {
                "name": p.name,
                "muscle": atlas.muscle_of(p.id).id,
                "where": p.where,
                "best_view": {side: best_view(atlas, p.id, side) for side in SIDES},
            }
            for p in atlas.trigger_points
        },
        "main_nerve": atlas.records.main_nerve,
        "credit": CREDIT,
    }
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    return {**content, "hash": hashlib.sha256(text.encode()).hexdigest()[:16]}


def best_view(atlas: Atlas, point_id: str, side: str) -> str:
    """The view that shows most of a point: of its zones, and rather one that shows the point."""
    best, most = "", -1.0
    for name, view in VIEWS.items():
        if not view.two_sided and name != side:
            continue
        stored = "right" if name == "left" else name
        shape = atlas.outline(point_id, stored)
        inner = shape.essential.area + shape.essential_across.area
        outer = shape.spillover.area + shape.spillover_across.area
        seen = 1.25 if mark_on_muscle(atlas, point_id, stored) else 1.0
        worth = (inner + outer / 3) * seen
        if worth > most:
            best, most = name, worth
    return best


def view_drawing(atlas: Atlas, name: str, point_ids: Container[str] | None = None) -> ViewDrawing:
    """One view as ``drawings`` has it; with ``point_ids``, only the patterns of these points."""
    view = VIEWS[name]
    stored = "right" if view.name == "left" else view.name
    drawing = atlas.computed.drawings[stored]
    sides = SIDES if view.two_sided else (view.name,)
    return {
        "title": atlas.words(f"view.{view.name}"),
        "window": list(view.window),
        "letters": [
            {**letter, "text": atlas.words(f"side.letter.{letter['side']}")}
            for letter in side_letters(view)
        ],
        "body": _whole_body(view, drawing["body"]),
        "creases": _both(view, drawing["creases"]),
        "bones": _both(view, drawing["bones"]),
        "regions": {
            f"{name}_{side}": on_side(path, side)
            for side in sides
            for name, path in drawing["regions"].items()
            if view.name in atlas.region(f"{name}_{side}").views
        },
        "muscles": {
            mid: {side: on_side(item["path"], side) for side in sides}
            for mid, item in drawing["muscles"].items()
        },
        "nerves": {
            nerve.id: lines
            for nerve in atlas.nerves
            if any((lines := _nerve_sides(atlas, drawing, nerve.id, sides)).values())
        },
        "patterns": {
            p.id: zones
            for p in atlas.trigger_points
            if (point_ids is None or p.id in point_ids)
            and (zones := _pattern(atlas, view, stored, p.id))
        },
    }


def on_side(path: str, side: str) -> str:
    """A stored (right-sided) path as it is seen on a side."""
    return path if side == "right" else mirror_path(path)


def _both(view: View, path: str) -> str:
    if view.two_sided:
        return path + mirror_path(path)
    return on_side(path, view.name)


def _whole_body(view: View, path: str) -> str:
    """Both halves as one outline, without the seam between them."""
    if not view.two_sided:
        return on_side(path, view.name)
    # The halves meet at u = 0; a tiny overlap makes their union one shape.
    halves = [path_to_shape(half).buffer(0.05) for half in (path, mirror_path(path))]
    return shape_to_path(unary_union(halves).simplify(0.1))


def _nerve_sides(
    atlas: Atlas, drawing: ViewShapes, nerve_id: str, sides: tuple[str, ...]
) -> dict[str, list[DrawnNerve]]:
    return {side: _nerve(atlas, drawing, nerve_id, side) for side in sides}


def _nerve(atlas: Atlas, drawing: ViewShapes, nerve_id: str, side: str) -> list[DrawnNerve]:
    """The lines of a nerve, and the main line of each branch of the nerves that are part of it."""
    visible: list[tuple[NerveBranch, NerveShape]] = []
    for nerve in atlas.nerves:
        for branch in nerve.branches:
            lines = drawing["nerves"].get(branch.id, [])
            if nerve_id == nerve.id:
                visible += [(branch, line) for line in lines]
            elif nerve_id == nerve.part_of:
                visible += [(branch, line) for line in lines[:1]]
    return [
        {"path": on_side(line["path"], side), "width": line["width"], "name": branch.name}
        for branch, line in visible
    ]


def mark_on_muscle(atlas: Atlas, point_id: str, stored: str) -> tuple[float, float] | None:
    """Where a view shows the point: only where it also shows the muscle under it."""
    at = atlas.mark(point_id, stored)
    muscle = atlas.computed.drawings[stored]["muscles"].get(atlas.muscle_of(point_id).id)
    if at is None or muscle is None:
        return None
    return at if path_to_shape(muscle["path"]).distance(Point(at)) < MARK_RADIUS_MM else None


def _pattern(atlas: Atlas, view: View, stored: str, point_id: str) -> dict[str, DrawnPattern]:
    """The pattern of a point on each side: what lies on its own and on the other half."""
    shape = atlas.outline(point_id, stored)
    own = shape_to_path(shape.essential), shape_to_path(shape.spillover)
    across = shape_to_path(shape.essential_across), shape_to_path(shape.spillover_across)
    at = mark_on_muscle(atlas, point_id, stored)
    if not any((*own, *across, at)):
        return {}
    sides = {side: _pattern_on(view, side, own, across, at) for side in SIDES}
    return {side: drawn for side, drawn in sides.items() if any(drawn.values())}


def _pattern_on(
    view: View,
    side: Side,
    own: tuple[str, str],
    across: tuple[str, str],
    at: tuple[float, float] | None,
) -> DrawnPattern:
    """The pattern of a point on a side; own, across: its essential and spillover zone, as stored,
    on the half of the point and on the other half; at: where the point is."""
    if not view.two_sided and side != view.name:
        # A side view shows the other side's point only where its pattern crosses over.
        essential, spillover = (on_side(path, view.name) for path in across)
        return {"essential": essential, "spillover": spillover, "mark": None}
    essential, spillover = (on_side(path, side) for path in own)
    if view.two_sided:
        essential += on_side(across[0], other_side(side))
        spillover += on_side(across[1], other_side(side))
    mark = None if at is None else [at[0] if side == "right" else -at[0], at[1]]
    return {"essential": essential, "spillover": spillover, "mark": mark}
