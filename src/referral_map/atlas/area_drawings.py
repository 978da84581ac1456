"""The skin areas of nerves, dermatomes and narrow places as drawings, loaded on request."""

from __future__ import annotations

import numpy as np

from ..geometry.body_frame import SIDES, VIEWS, View, other_side
from ..geometry.paths import mirror_path, shape_to_path
from .atlas import Atlas


def area_drawings(atlas: Atlas) -> dict:
    """By view: ``areas``, SVG paths by area and side, and ``narrow_places``, picture mm by place
    and side. Both sides are written out, as in ``drawings``."""
    return {
        "views": {
            name: {"areas": _areas(atlas, view), "narrow_places": _places(atlas, view)}
            for name, view in VIEWS.items()
        }
    }


def _stored(view: View) -> str:
    return "right" if view.name == "left" else view.name


def _areas(atlas: Atlas, view: View) -> dict[str, dict[str, str]]:
    surface, outlines = atlas.computed.surfaces[_stored(view)], {}
    for area_id, area in atlas.areas.items():
        own, across = (shape_to_path(shape) for shape in area.outline(surface))
        paths = {}
        for side in SIDES:
            if view.two_sided:
                path = _seen_on(own, side) + _seen_on(across, other_side(side))
            else:
                path = _seen_on(own if side == view.name else across, view.name)
            if path:
                paths[side] = path
        if paths:
            outlines[area_id] = paths
    return outlines


def _seen_on(path: str, side: str) -> str:
    """A stored (right-sided) path as it is seen on a side."""
    return path if side == "right" else mirror_path(path)


def _places(atlas: Atlas, view: View) -> dict[str, dict[str, list[float]]]:
    places = {}
    for nerve in atlas.nerves:
        for narrow in nerve.narrow_places:
            if narrow.view != _stored(view) or narrow.id not in atlas.narrow_places:
                continue
            u, v = np.round(VIEWS[_stored(view)].project(atlas.narrow_places[narrow.id].xyz)[0], 1)
            sides = {"right": [float(u), float(v)], "left": [float(-u), float(v)]}
            places[narrow.id] = sides if view.two_sided else {view.name: sides[view.name]}
    return places
