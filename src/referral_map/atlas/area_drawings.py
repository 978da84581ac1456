"""The skin areas of nerves, dermatomes and narrow places as drawings, loaded on request."""

from __future__ import annotations

from typing import TypedDict

import numpy as np

from ..geometry.body_frame import SIDES, VIEWS, View, other_side
from ..geometry.paths import shape_to_path
from .atlas import Atlas
from .drawings import on_side


class DrawnAreas(TypedDict):
    """The areas of skin of one view, by id and side; narrow_places: ``[u, v]``, picture mm."""

    areas: dict[str, dict[str, str]]
    narrow_places: dict[str, dict[str, list[float]]]


class AreaDrawings(TypedDict):
    """The areas of skin and the narrow places of every view."""

    views: dict[str, DrawnAreas]


def area_drawings(atlas: Atlas) -> AreaDrawings:
    """By view: ``areas``, SVG paths by area and side, and ``narrow_places``, picture mm by place
    and side. Both sides are written out, as in ``drawings``."""
    return {
        "views": {
            name: {"areas": _areas(atlas, view), "narrow_places": _places(atlas, view)}
            for name, view in VIEWS.items()
        }
    }


def _areas(atlas: Atlas, view: View) -> dict[str, dict[str, str]]:
    surface = atlas.computed.surfaces[view.stored]
    outlines: dict[str, dict[str, str]] = {}
    for area_id, area in atlas.areas.items():
        own, across = (shape_to_path(shape) for shape in area.outline(surface))
        paths: dict[str, str] = {}
        for side in SIDES:
            if view.two_sided:
                path = on_side(own, side) + on_side(across, other_side(side))
            else:
                path = on_side(own if side == view.name else across, view.name)
            if path:
                paths[side] = path
        if paths:
            outlines[area_id] = paths
    return outlines


def _places(atlas: Atlas, view: View) -> dict[str, dict[str, list[float]]]:
    places: dict[str, dict[str, list[float]]] = {}
    for nerve in atlas.nerves:
        for narrow in nerve.narrow_places:
            if narrow.view != view.stored or narrow.id not in atlas.narrow_places:
                continue
            place = atlas.narrow_places[narrow.id].xyz
            u, v = np.round(VIEWS[view.stored].project(place), 1)[0]
            sides = {"right": [float(u), float(v)], "left": [float(-u), float(v)]}
            places[narrow.id] = sides if view.two_sided else {view.name: sides[view.name]}
    return places
