"""The skin points as plain data: what a browser needs to know which skin a stroke reaches."""

from __future__ import annotations

import base64
import hashlib
from typing import Any, TypedDict

import numpy as np
import numpy.typing as npt

from ..domain import DRAWN_VIEWS
from ..geometry.body_frame import VIEWS
from .atlas import Atlas

UV_STEPS = 10
"""Picture coordinates are sent in tenths of a mm."""

AREA_STEPS = 1000
"""Areas are sent in thousandths of a cm2."""


class SeenSkin(TypedDict):
    """The points of the right half that a view shows; index: uint16; uv: int16 pairs, tenths of
    picture mm; both: their mirrors are seen in it, too."""

    index: str
    uv: str
    both: bool


class SkinPoints(TypedDict):
    """Every skin point, as base64 of little-endian arrays.

    Point ``i + count / 2`` is the mirror of point ``i``, so what follows from that is not sent.
    area: of the right half, uint16, thousandths of a cm2; region: of both, int16, index into the
    atlas' regions, -1 not clickable; views: those that are stored; ``left`` mirrors ``right``.
    """

    count: int
    area: str
    region: str
    views: dict[str, SeenSkin]
    hash: str


def skin_points(atlas: Atlas) -> SkinPoints:
    """Every skin point, and which of them each view shows."""
    skin = atlas.skin
    area = _packed(np.round(skin.area[: skin.half] * AREA_STEPS), "<u2")
    views = {name: _seen(atlas, name) for name in DRAWN_VIEWS}
    text = "".join(f"{view['index']}{view['uv']}" for view in views.values())
    return {
        "count": len(skin.xyz),
        "area": area,
        "region": _packed(skin.region, "<i2"),
        "views": views,
        "hash": hashlib.sha256((text + area).encode()).hexdigest()[:16],
    }


def _seen(atlas: Atlas, view: str) -> SeenSkin:
    visible = np.flatnonzero(atlas.skin.seen[view][: atlas.skin.half])
    places = np.round(VIEWS[view].project(atlas.skin.xyz[visible]) * UV_STEPS)
    return {
        "index": _packed(visible, "<u2"),
        "uv": _packed(places, "<i2"),
        "both": VIEWS[view].two_sided,
    }


def _packed(numbers: npt.NDArray[Any], kind: str) -> str:
    """Numbers as base64 of an array of a kind such as ``<u2``."""
    return base64.b64encode(np.ascontiguousarray(numbers).astype(kind).tobytes()).decode()
