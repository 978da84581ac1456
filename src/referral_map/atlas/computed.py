"""Loads what was measured on the body: skin, landmarks, limb segments, view drawings."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from ..arrays import Flags
from ..errors import ReferralMapError
from ..geometry.body_frame import DRAWN_VIEWS, VIEWS
from ..geometry.limbs import Segment
from ..geometry.paths import is_path, path_to_shape
from ..geometry.place_language import Gazetteer, Place
from ..geometry.skin import Skin, both_sides
from ..geometry.surfaces import Surface
from .measured import (
    Body,
    MuscleMeasure,
    NearNerve,
    NerveLine,
    Nerves,
    SegmentMeasure,
    ViewShapes,
)


@dataclass(frozen=True)
class Computed:
    """The measured body, right side.

    region_order: region names in the order of the skin's region index; drawings: the stored
    drawing of each view; muscles: depth and layer of each; surfaces: the skin each view sees;
    nerve_lines: the centre lines of each branch, mm; nerve_distances: the nerves near each muscle,
    the nearest first.
    """

    skin: Skin
    gazetteer: Gazetteer
    region_order: tuple[str, ...]
    drawings: dict[str, ViewShapes]
    muscles: dict[str, MuscleMeasure]
    surfaces: dict[str, Surface]
    nerve_lines: dict[str, list[NerveLine]]
    nerve_distances: dict[str, list[NearNerve]]

    def drawing(self, view: str) -> ViewShapes:
        """The stored drawing that a view shows; the left side view mirrors the right one."""
        return self.drawings["right" if view == "left" else view]

    def is_measured(self, muscle: str) -> bool:
        """Whether a muscle has its depth and is drawn in some view."""
        drawn = any(muscle in drawing["muscles"] for drawing in self.drawings.values())
        return drawn and muscle in self.muscles


_UNREADABLE = (OSError, EOFError, KeyError, TypeError, ValueError, BadZipFile, zlib.error)


def load_computed(folder: Path) -> Computed:
    """The measured body in ``<folder>/computed``. Raises ReferralMapError when it is damaged."""
    computed = folder / "computed"
    try:
        return _load(computed)
    except _UNREADABLE as error:
        reason = " ".join(str(error).split())
        raise ReferralMapError(
            f"the measured body in {computed.name}/ cannot be read: {reason}; "
            "restore it or run tools/build_anatomy.py"
        ) from error


def _load(computed: Path) -> Computed:
    body: Body = _content(computed / "body.json")
    muscles: dict[str, MuscleMeasure] = _content(computed / "muscles.json")
    nerves: Nerves = _content(computed / "nerves.json")
    drawings = {name: _drawing(computed / "views" / f"{name}.json") for name in DRAWN_VIEWS}
    skin = _skin(computed / "skin.npz", len(body["regions"]))
    return Computed(
        skin=skin,
        gazetteer=_gazetteer(body, skin),
        region_order=tuple(body["regions"]),
        drawings=drawings,
        muscles=muscles,
        surfaces=_surfaces(computed / "surfaces.npz", body["surface_step_mm"], drawings),
        nerve_lines=nerves["lines"],
        nerve_distances=nerves["distances"],
    )


def _content(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def _drawing(file: Path) -> ViewShapes:
    """A stored drawing, every path in it checked."""
    drawing: ViewShapes = _content(file)
    paths = [drawing["body"], drawing["bones"], drawing["creases"], *drawing["regions"].values()]
    paths += [muscle["path"] for muscle in drawing["muscles"].values()]
    paths += [line["path"] for lines in drawing["nerves"].values() for line in lines]
    for path in paths:
        if not is_path(path):
            raise ValueError(f"{file.name} holds what is no path: {path[:40]!r}")
    return drawing


def _skin(path: Path, region_count: int) -> Skin:
    with np.load(path) as data:
        normal = data["normal"].astype(float)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        seen: dict[str, Flags] = dict(zip(DRAWN_VIEWS, data["seen"].T, strict=True))
        return both_sides(data["xyz"], normal, data["area"], data["region"], region_count, seen)


def _surfaces(
    path: Path, steps: dict[str, float], drawings: dict[str, ViewShapes]
) -> dict[str, Surface]:
    surfaces: dict[str, Surface] = {}
    with np.load(path) as data:
        for name in DRAWN_VIEWS:
            u, v, _, _ = VIEWS[name].right_half
            depth = data[f"{name}_depth"].astype(float)
            surfaces[name] = Surface(
                view=name,
                origin=(u, v),
                step=steps[name],
                depth=np.where(depth > -32768, depth / 10, np.nan),
                normal=data[f"{name}_normal"] / 127.0,
                skin=path_to_shape(drawings[name]["body"]),
            )
    return surfaces


def _gazetteer(body: Body, skin: Skin) -> Gazetteer:
    landmarks = {
        name: Place(np.array(item["skin"]), np.array(item["normal"]))
        for name, item in body["landmarks"].items()
    }
    segments = {name: _segment(name, item) for name, item in body["segments"].items()}
    return Gazetteer(landmarks, segments, skin)


def _segment(name: str, measured: SegmentMeasure) -> Segment:
    if strangers := set(measured) - SegmentMeasure.__required_keys__:
        raise ValueError(
            f"the segment {name} holds what is unknown: {', '.join(sorted(strangers))}"
        )
    return Segment(
        name,
        start=np.array(measured["start"]),
        end=np.array(measured["end"]),
        outward=np.array(measured["outward"]),
        centres=np.array(measured["centres"]),
        half_widths=np.array(measured["half_widths"]),
    )
