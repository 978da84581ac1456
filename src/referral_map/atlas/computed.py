"""Loads what was measured on the body: skin, landmarks, limb segments, view drawings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..errors import ReferralMapError
from ..geometry.frame import DRAWN_VIEWS, VIEWS
from ..geometry.limbs import Segment
from ..geometry.paths import path_to_shape
from ..geometry.places import Gazetteer, Place
from ..geometry.skin import Skin, both_sides
from ..geometry.surfaces import Surface


@dataclass(frozen=True)
class Computed:
    """The measured body, right side.

    region_order: region names in the order of the skin's region index; drawings: the stored
    drawing of each view; muscles: depth and layer of each; surfaces: the skin each view sees;
    nerve_lines: centre lines ``{line: [[x, y, z], ...], width}`` of each branch, mm;
    nerve_distances: the nerves near each muscle.
    """

    skin: Skin
    gazetteer: Gazetteer
    region_order: tuple[str, ...]
    drawings: dict[str, dict]
    muscles: dict[str, dict]
    surfaces: dict[str, Surface]
    nerve_lines: dict[str, list[dict]]
    nerve_distances: dict[str, list[dict]]


def load_computed(folder: Path) -> Computed:
    """The measured body in ``<folder>/computed``. Raises ReferralMapError when it is damaged."""
    computed = folder / "computed"
    try:
        body = json.loads((computed / "body.json").read_text(encoding="utf-8"))
        muscles = json.loads((computed / "muscles.json").read_text(encoding="utf-8"))
        nerves = json.loads((computed / "nerves.json").read_text(encoding="utf-8"))
        drawings = {
            name: json.loads((computed / "views" / f"{name}.json").read_text("utf-8"))
            for name in DRAWN_VIEWS
        }
        skin = _skin(computed / "skin.npz", len(body["regions"]))
        surfaces = _surfaces(computed / "surfaces.npz", body["surface_step_mm"], drawings)
        gazetteer = _gazetteer(body, skin)
    except (OSError, ValueError, KeyError) as error:
        raise ReferralMapError(
            f"the measured body in {computed.name}/ cannot be read: {error}; "
            "restore it or run tools/build_anatomy.py"
        ) from error
    return Computed(
        skin,
        gazetteer,
        tuple(body["regions"]),
        drawings,
        muscles,
        surfaces,
        nerves["lines"],
        nerves["distances"],
    )


def _skin(path: Path, region_count: int) -> Skin:
    with np.load(path) as data:
        normal = data["normal"].astype(float)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        seen = dict(zip(DRAWN_VIEWS, data["seen"].T, strict=True))
        return both_sides(data["xyz"], normal, data["area"], data["region"], region_count, seen)


def _surfaces(path: Path, steps: dict[str, float], drawings: dict[str, dict]) -> dict[str, Surface]:
    found = {}
    with np.load(path) as data:
        for name in DRAWN_VIEWS:
            u, v, _, _ = VIEWS[name].right_half
            depth = data[f"{name}_depth"].astype(float)
            found[name] = Surface(
                view=name,
                origin=(u, v),
                step=steps[name],
                depth=np.where(depth > -32768, depth / 10, np.nan),
                normal=data[f"{name}_normal"] / 127.0,
                skin=path_to_shape(drawings[name]["body"]),
            )
    return found


def _gazetteer(body: dict, skin: Skin) -> Gazetteer:
    landmarks = {
        name: Place(np.array(item["skin"]), np.array(item["normal"]))
        for name, item in body["landmarks"].items()
    }
    segments = {
        name: Segment(name, **{key: np.array(value) for key, value in item.items()})
        for name, item in body["segments"].items()
    }
    return Gazetteer(landmarks, segments, skin)
