"""The skin points as plain data: what a browser needs to know which skin a stroke reaches."""

from __future__ import annotations

import base64
import hashlib
from typing import Any, TypedDict

import numpy as np
import numpy.typing as npt

from ..geometry.body_frame import VIEWS
from .atlas import Atlas

UV_STEPS = 10
"""Picture coordinates are sent in tenths of a mm."""

AREA_STEPS = 1000
"""Areas are sent in thousandths of a cm2."""


class SeenSkin(TypedDict):
    """The points that a view shows; index: uint16; uv: int16 pairs, tenths of picture mm."""

    index: str
    uv: str


class SkinPoints(TypedDict):
    """Every skin point of both sides, as base64 of little-endian arrays.

    area: uint16, thousandths of a cm2; region: int16, index into the atlas' regions, -1 not
    clickable. Point ``i + count / 2`` is the mirror of point ``i``.
    """

    count: int
    area: str
    region: str
    views: dict[str, SeenSkin]
    hash: str


def skin_points(atlas: Atlas) -> SkinPoints:
    """Every skin point of both sides, and which of them each view shows."""
    skin = atlas.skin
    area = _packed(np.round(skin.area * AREA_STEPS), "<u2")
    views = {name: _seen(atlas, name) for name in VIEWS}
    text = "".join(f"{view['index']}{view['uv']}" for view in views.values())
    return {
        "count": len(skin.xyz),
        "area": area,
        "region": _packed(skin.region, "<i2"),
        "views": views,
        "hash": hashlib.sha256((text + area).encode()).hexdigest()[:16],
    }


def _seen(atlas: Atlas, view: str) -> SeenSkin:
    visible = np.flatnonzero(atlas.skin.seen[view])
    places = np.round(VIEWS[view].project(atlas.skin.xyz[visible]) * UV_STEPS)
    return {"index": _packed(visible, "<u2"), "uv": _packed(places, "<i2")}


def _packed(numbers: npt.NDArray[Any], kind: str) -> str:
    """Numbers as base64 of an array of a kind such as ``<u2``."""
    return base64.b64encode(np.ascontiguousarray(numbers).astype(kind).tobytes()).decode()
