"""The drawings of all views as plain data: what a browser needs to show the map.

Coordinates are picture mm, shapes SVG path strings; both sides are written out. What the browser
gets of a view is its right side (``folded.py``). The format is in docs/data_dictionary.md.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Container, Iterable
from typing import TypedDict

from ..domain import SIDES, Body, Framing, Layer, Side
from ..geometry.body_frame import VIEWS, SideLetter, View, Window, other_side, side_letters
from ..geometry.paths import mirror_path
from .atlas import Atlas
from .folded import DrawnNerve, FoldedPattern, FoldedView, folded_view, mark_on_muscle
from .measured import BoneShape, PatchShape

CREDIT = (
    "Anatomy: BodyParts3D, (c) The Database Center for Life Science (DBCLS), Japan; "
    "Z-Anatomy; Open3DModel, AnatomyTOOL / Leiden University Medical Center; "
    "skin: MakeHuman (CC0). Geometry and zones: CC BY-SA 4.0."
)
"""The credit that goes with every picture made from the bodies."""


class DrawnPattern(TypedDict):
    """A trigger point on a side in a view: its zones, and where the point itself is seen."""

    essential: str
    spillover: str
    mark: list[float] | None


class DrawnFrame(TypedDict):
    """What a view is, without its shapes; windows, letters: by the part of the body in use; stored:
    the view that it is, or is the mirror of."""

    title: str
    window: list[float]
    windows: dict[Framing, list[float]]
    letters: dict[Framing, list[SideLetter]]
    stored: str
    two_sided: bool
    right_at: int


class ViewDrawing(DrawnFrame):
    """One view, both sides written out: regions by id, all others by id and side."""

    body: str
    shades: list[str]
    folds: str
    bony: str
    order: list[str]
    patches: list[PatchShape]
    bones: dict[str, BoneShape]
    regions: dict[str, str]
    muscles: dict[str, dict[str, str]]
    fibres: dict[str, dict[str, str]]
    tendons: dict[str, dict[str, str]]
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
    patterns: bool


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


class _Known(TypedDict):
    body: Body
    regions: list[DrawnRegion]
    muscles: dict[str, DrawnMuscle]
    trigger_points: dict[str, DrawnPoint]
    main_nerve: str
    credit: str


class DrawnMap(_Known):
    """Everything the map has to know but the shapes."""

    views: dict[str, DrawnFrame]


class Drawings(_Known):
    """Everything the map shows; hash: of the content."""

    views: dict[str, ViewDrawing]
    hash: str


def drawn_map(atlas: Atlas) -> DrawnMap:
    """What the views are, and the regions, muscles and trigger points that they show."""
    covered = atlas.regions_with_patterns
    return {
        "body": atlas.body,
        "views": {name: _frame(atlas, view) for name, view in VIEWS.items()},
        "regions": [
            {
                "id": r.id,
                "name": r.name,
                "anatomical_name": r.anatomical_name,
                "part": r.part,
                "side": r.side,
                "views": list(r.views),
                "area_cm2": r.area_cm2,
                "patterns": r.id in covered,
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


def drawings(atlas: Atlas) -> Drawings:
    """Everything the map shows: views, regions, muscles, trigger points, credit, content hash."""
    known = drawn_map(atlas)
    views = {name: view_drawing(atlas, name) for name in VIEWS}
    text = json.dumps([known, views], sort_keys=True, separators=(",", ":"))
    marked = hashlib.sha256(text.encode()).hexdigest()[:16]
    return {**known, "views": views, "hash": marked}


def shown_structures(view: ViewDrawing, muscles: Iterable[str]) -> set[str]:
    """What can hide a nerve, named as in ``order``, where these muscles are drawn: the bones always
    are."""
    bones = (each for each in view["order"] if each.startswith("bone:"))
    return {*bones, *(f"muscle:{muscle}" for muscle in muscles)}


def best_view(atlas: Atlas, point_id: str, side: str) -> str:
    """The view that shows most of a point: of its zones, and rather one that shows the point."""
    best, most = "", -1.0
    for name, view in VIEWS.items():
        if not view.two_sided and name != side:
            continue
        shape = atlas.outline(point_id, view.stored)
        inner = shape.essential.area + shape.essential_across.area
        outer = shape.spillover.area + shape.spillover_across.area
        seen = 1.25 if mark_on_muscle(atlas, point_id, view.stored) else 1.0
        worth = (inner + outer / 3) * seen
        if worth > most:
            best, most = name, worth
    return best


def view_drawing(atlas: Atlas, name: str, point_ids: Container[str] | None = None) -> ViewDrawing:
    """One view as ``drawings`` has it; with ``point_ids``, only the patterns of these points."""
    view = VIEWS[name]
    folded = folded_view(atlas, view.stored, point_ids)
    sides: tuple[Side, ...] = SIDES if view.side is None else (view.side,)
    return {
        **_frame(atlas, view),
        "body": folded["body"] if view.two_sided else on_side(folded["body"], view.name),
        "shades": [_whole(view, each) for each in folded["shades"]],
        "folds": _whole(view, folded["folds"]),
        "bony": _whole(view, folded["bony"]),
        "order": folded["order"],
        "patches": [{**each, "path": _both(view, each["path"])} for each in folded["patches"]],
        "bones": {
            bone: {**each, "path": _bone(view, each)} for bone, each in folded["bones"].items()
        },
        "regions": {
            f"{region}_{side}": on_side(path, side)
            for side in sides
            for region, path in folded["regions"].items()
            if view.name in atlas.region(f"{region}_{side}").views
        },
        "muscles": _sided(folded["muscles"], sides),
        "fibres": _sided(folded["fibres"], sides),
        "tendons": _sided(folded["tendons"], sides),
        "nerves": {
            nerve: {
                side: [{**piece, "path": on_side(piece["path"], side)} for piece in pieces]
                for side in sides
            }
            for nerve, pieces in folded["nerves"].items()
        },
        "patterns": _patterns(view, folded),
    }


def _frame(atlas: Atlas, view: View) -> DrawnFrame:
    def named(window: Window) -> list[float]:
        return [float(each) for each in window]

    def letters(framing: Framing) -> list[SideLetter]:
        return [
            {**letter, "text": atlas.words(f"side.letter.{letter['side']}")}
            for letter in side_letters(view, framing)
        ]

    return {
        "title": atlas.words(f"view.{view.name}"),
        "window": named(view.window),
        "windows": {framing: named(window) for framing, window in view.windows.items()},
        "letters": {framing: letters(framing) for framing in view.windows},
        "stored": view.stored,
        "two_sided": view.two_sided,
        "right_at": view.right_at if view.two_sided else 0,
    }


def on_side(path: str, side: str) -> str:
    """A stored (right-sided) path as it is seen on a side."""
    return path if side == "right" else mirror_path(path)


def _whole(view: View, path: str) -> str:
    """What is stored of both sides, in a view."""
    return path if view.two_sided else on_side(path, view.name)


def _both(view: View, path: str) -> str:
    return path + mirror_path(path) if view.two_sided else on_side(path, view.name)


def _bone(view: View, bone: BoneShape) -> str:
    return _whole(view, bone["path"]) if bone["midline"] else _both(view, bone["path"])


def _sided(paths: dict[str, str], sides: tuple[Side, ...]) -> dict[str, dict[str, str]]:
    return {key: {side: on_side(path, side) for side in sides} for key, path in paths.items()}


def _patterns(view: View, folded: FoldedView) -> dict[str, dict[str, DrawnPattern]]:
    """The patterns on each side: what lies on the point's own half and on the other."""
    drawn: dict[str, dict[str, DrawnPattern]] = {}
    for point, pattern in folded["patterns"].items():
        sides = {side: _pattern_on(view, side, pattern) for side in SIDES}
        seen = {side: each for side, each in sides.items() if any(each.values())}
        if seen:
            drawn[point] = seen
    return drawn


def _pattern_on(view: View, side: Side, pattern: FoldedPattern) -> DrawnPattern:
    """The pattern of a point on a side."""
    across = pattern["essential_across"], pattern["spillover_across"]
    if not view.two_sided and side != view.name:
        # A side view shows the other side's point only where its pattern crosses over.
        essential, spillover = (on_side(path, view.name) for path in across)
        return {"essential": essential, "spillover": spillover, "mark": None}
    essential, spillover = (
        on_side(path, side) for path in (pattern["essential"], pattern["spillover"])
    )
    if view.two_sided:
        essential += on_side(across[0], other_side(side))
        spillover += on_side(across[1], other_side(side))
    at = pattern["mark"]
    mark = None if at is None else [at[0] if side == "right" else -at[0], at[1]]
    return {"essential": essential, "spillover": spillover, "mark": mark}
