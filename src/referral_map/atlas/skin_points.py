"""The skin points as plain data: what a browser needs to know which skin a stroke reaches."""

from __future__ import annotations

import base64
import hashlib

import numpy as np

from ..geometry.body_frame import VIEWS
from .atlas import Atlas

UV_STEPS = 10
"""Picture coordinates are sent in tenths of a mm."""

AREA_STEPS = 1000
"""Areas are sent in thousandths of a cm2."""


def skin_points(atlas: Atlas) -> dict:
    """Every skin point of both sides, as base64 of little-endian arrays.

    count; area (uint16, thousandths of a cm2); region (int16, index into the atlas' regions, -1
    not clickable); views: for each, ``index`` (uint16) of the points it shows and ``uv`` (int16
    pairs, tenths of picture mm). Point ``i + count / 2`` is the mirror of point ``i``.
    """
    skin = atlas.skin
    content = {
        "count": len(skin.xyz),
        "area": _packed(np.round(skin.area * AREA_STEPS), "<u2"),
        "region": _packed(skin.region, "<i2"),
        "views": {},
    }
    for name, view in VIEWS.items():
        visible = np.flatnonzero(skin.seen[name])
        places = np.round(view.project(skin.xyz[visible]) * UV_STEPS)
        content["views"][name] = {"index": _packed(visible, "<u2"), "uv": _packed(places, "<i2")}
    text = "".join(f"{view['index']}{view['uv']}" for view in content["views"].values())
    content["hash"] = hashlib.sha256((text + content["area"]).encode()).hexdigest()[:16]
    return content


def _packed(numbers: np.ndarray, kind: str) -> str:
    """Numbers as base64 of an array of a kind such as ``<u2``."""
    return base64.b64encode(np.ascontiguousarray(numbers).astype(kind).tobytes()).decode()
