"""The drawings of all views as plain data: what a browser needs to show the map.

Coordinates are picture mm, shapes SVG path strings; both sides are written out, so that a client
does not have to mirror anything. The format is in docs/data_dictionary.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container

from shapely import Point, unary_union

from ..geometry.body_frame import SIDES, VIEWS, View, other_side, side_letters
from ..geometry.paths import mirror_path, path_to_shape, shape_to_path
from .atlas import Atlas

CREDIT = (
    "Anatomy: BodyParts3D, (c) The Database Center for Life Science (DBCLS), Japan; "
    "Z-Anatomy; Open3DModel, AnatomyTOOL / Leiden University Medical Center. "
    "Geometry and zones: CC BY-SA 4.0."
)
"""The credit that goes with every picture made from the body."""


MARK_RADIUS_MM = 13.0
"""Examiners' marks of one trigger point lie 12.9 mm apart on average (Holm-Jensen 2020), so a
point is drawn as a disc of that radius and never as a pin."""


def drawings(atlas: Atlas) -> dict:
    """Everything the map shows: views, regions, muscles, trigger points, credit, content hash."""
    content = {
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
            p.id: {"name": p.name, "muscle": atlas.muscle_of(p.id).id, "where": p.where}
            for p in atlas.trigger_points
        },
        "main_nerve": atlas.records.main_nerve,
        "credit": CREDIT,
    }
    for point_id, point in content["trigger_points"].items():
        point["best_view"] = {side: best_view(atlas, point_id, side) for side in SIDES}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    content["hash"] = hashlib.sha256(text.encode()).hexdigest()[:16]
    return content


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


def view_drawing(atlas: Atlas, name: str, point_ids: Container[str] | None = None) -> dict:
    """One view as ``drawings`` has it; with ``point_ids``, only the patterns of these points."""
    view = VIEWS[name]
    stored = "right" if view.name == "left" else view.name
    drawing = atlas.computed.drawings[stored]
    sides = SIDES if view.two_sided else (view.name,)
    return {
        "title": atlas.words(f"view.{view.name}"),
        "window": list(view.window),
        "letters": [
            letter | {"text": atlas.words(f"side.letter.{letter['side']}")}
            for letter in side_letters(view)
        ],
        "body": _whole_body(view, drawing["body"]),
        "creases": _both(view, drawing["creases"]),
        "bones": _both(view, drawing["bones"]),
        "regions": {
            f"{name}_{side}": _for_side(view, path, side)
            for side in sides
            for name, path in drawing["regions"].items()
            if view.name in atlas.region(f"{name}_{side}").views
        },
        "muscles": {
            mid: {side: _for_side(view, item["path"], side) for side in sides}
            for mid, item in drawing["muscles"].items()
        },
        "nerves": {
            nerve.id: lines
            for nerve in atlas.nerves
            if any((lines := _nerve_sides(atlas, view, drawing, nerve.id, sides)).values())
        },
        "patterns": {
            p.id: zones
            for p in atlas.trigger_points
            if (point_ids is None or p.id in point_ids)
            and (zones := _pattern(atlas, view, stored, p.id))
        },
    }


def _for_side(view: View, path: str, side: str) -> str:
    """A stored (right-sided) path as it is seen on a side in a view."""
    return path if side == "right" else mirror_path(path)


def _both(view: View, path: str) -> str:
    if view.two_sided:
        return path + mirror_path(path)
    return _for_side(view, path, view.name)


def _whole_body(view: View, path: str) -> str:
    """Both halves as one outline, without the seam between them."""
    if not view.two_sided:
        return _for_side(view, path, view.name)
    # The halves meet at u = 0; a tiny overlap makes their union one shape.
    halves = [path_to_shape(half).buffer(0.05) for half in (path, mirror_path(path))]
    return shape_to_path(unary_union(halves).simplify(0.1))


def _nerve_sides(
    atlas: Atlas, view: View, drawing: dict, nerve_id: str, sides: tuple[str, ...]
) -> dict[str, list[dict]]:
    return {side: _nerve(atlas, view, drawing, nerve_id, side) for side in sides}


def _nerve(atlas: Atlas, view: View, drawing: dict, nerve_id: str, side: str) -> list[dict]:
    """The lines of a nerve, and the main line of each branch of the nerves that are part of it:
    ``{path, width, name}``."""
    visible = []
    for nerve in atlas.nerves:
        for branch in nerve.branches:
            lines = drawing["nerves"].get(branch.id, [])
            if nerve_id == nerve.id:
                visible += [(branch, line) for line in lines]
            elif nerve_id == nerve.part_of:
                visible += [(branch, line) for line in lines[:1]]
    return [
        {"path": _for_side(view, line["path"], side), "width": line["width"], "name": branch.name}
        for branch, line in visible
    ]


def mark_on_muscle(atlas: Atlas, point_id: str, stored: str) -> tuple[float, float] | None:
    """Where a view shows the point: only where it also shows the muscle under it."""
    at = atlas.mark(point_id, stored)
    muscle = atlas.computed.drawings[stored]["muscles"].get(atlas.muscle_of(point_id).id)
    if at is None or muscle is None:
        return None
    return at if path_to_shape(muscle["path"]).distance(Point(at)) < MARK_RADIUS_MM else None


def _pattern(atlas: Atlas, view: View, stored: str, point_id: str) -> dict:
    """The pattern of a point on each side: what lies on its own and on the other half."""
    shape = atlas.outline(point_id, stored)
    inner, outer = shape_to_path(shape.essential), shape_to_path(shape.spillover)
    inner_across = shape_to_path(shape.essential_across)
    outer_across = shape_to_path(shape.spillover_across)
    at = mark_on_muscle(atlas, point_id, stored)
    if not any((inner, outer, inner_across, outer_across, at)):
        return {}
    sides = {}
    for side in SIDES:
        if not view.two_sided and side != view.name:
            # A side view shows the other side's point only where its pattern crosses over.
            own, across, mark = ("", ""), (inner_across, outer_across), None
            across = tuple(_for_side(view, path, view.name) for path in across)
        else:
            own = tuple(_for_side(view, path, side) for path in (inner, outer))
            mark = at and [at[0] if side == "right" else -at[0], at[1]]
            crossing = (inner_across, outer_across) if view.two_sided else ("", "")
            across = tuple(_for_side(view, path, other_side(side)) for path in crossing)
        if any((*own, *across, mark)):
            sides[side] = {
                "essential": own[0] + across[0],
                "spillover": own[1] + across[1],
                "mark": mark,
            }
    return sides
