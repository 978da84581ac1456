"""Loads what was measured on a body: skin, landmarks, limb segments, view drawings."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from zipfile import BadZipFile

import numpy as np
from shapely import MultiPolygon, box

from ..arrays import Flags, Integers
from ..domain import BODIES, MEASURED_BODY
from ..domain import Body as BodyName
from ..errors import ReferralMapError
from ..geometry.body_frame import DRAWN_VIEWS, VIEWS, View
from ..geometry.first_pose import FIRST_WINDOWS, FirstPose
from ..geometry.limbs import Segment
from ..geometry.paths import is_path, path_to_shape, polygons
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

_T = TypeVar("_T")


@dataclass(frozen=True)
class Computed:
    """A measured body, right side.

    skins: the same skin points on every body; region_order: region names in the order of the skin's
    region index; drawings: the stored drawing of each view; muscles: depth and layer of each;
    surfaces: the skin each view sees; nerve_lines: the centre lines of each branch, mm;
    nerve_distances: the nerves near each muscle, the nearest first; whole_area_cm2:
    of the whole skin.
    """

    body: BodyName
    skins: dict[BodyName, Skin]
    gazetteer: Gazetteer
    region_order: tuple[str, ...]
    drawings: dict[str, ViewShapes]
    muscles: dict[str, MuscleMeasure]
    surfaces: dict[str, Surface]
    nerve_lines: dict[str, list[NerveLine]]
    nerve_distances: dict[str, list[NearNerve]]
    whole_area_cm2: float

    @property
    def skin(self) -> Skin:
        """The skin points on this body."""
        return self.skins[self.body]

    def drawing(self, view: str) -> ViewShapes:
        """The stored drawing that a view shows; the left side view mirrors the right one."""
        return self.drawings[VIEWS[view].stored]

    def is_measured(self, muscle: str) -> bool:
        """Whether a muscle has its depth and is drawn in some view."""
        drawn = any(muscle in drawing["muscles"] for drawing in self.drawings.values())
        return drawn and muscle in self.muscles


_UNREADABLE = (OSError, EOFError, KeyError, TypeError, ValueError, BadZipFile, zlib.error)


def load_computed(folder: Path, body: BodyName = MEASURED_BODY) -> Computed:
    """What was measured on a body, from ``<folder>/computed``. Raises ReferralMapError when it is
    damaged."""
    return _held(folder / "computed", lambda computed: _load(computed, body))


def load_first_pose(folder: Path) -> FirstPose:
    """Where strokes of old session files lie now. Raises ReferralMapError when it is damaged."""
    return _held(folder / "computed", lambda computed: _first_pose(computed / "first_pose.npz"))


def _held(computed: Path, load: Callable[[Path], _T]) -> _T:
    try:
        return load(computed)
    except _UNREADABLE as error:
        reason = " ".join(str(error).split())
        raise ReferralMapError(
            f"the measured body in {computed.name}/ cannot be read: {reason}; "
            "restore it or run tools/build_anatomy.py"
        ) from error


def _load(computed: Path, name: BodyName) -> Computed:
    own = computed / name
    body: Body = _content(own / "body.json")
    muscles: dict[str, MuscleMeasure] = _content(computed / "muscles.json")
    distances: dict[str, list[NearNerve]] = _content(computed / "near_nerves.json")
    nerves: Nerves = _content(own / "nerves.json")
    drawings = {view: _drawing(own / "views" / f"{view}.json") for view in DRAWN_VIEWS}
    skins = _skins(computed, len(body["regions"]))
    # Sizes in words are those of the measured body: another one is larger or smaller.
    measured: Body = (
        body if name == MEASURED_BODY else _content(computed / MEASURED_BODY / "body.json")
    )
    return Computed(
        body=name,
        skins=skins,
        gazetteer=_gazetteer(body, skins[name], body["height_mm"] / measured["height_mm"]),
        region_order=tuple(body["regions"]),
        drawings=drawings,
        muscles=muscles,
        surfaces=_surfaces(own / "surfaces.npz", body["surface_step_mm"], drawings),
        nerve_lines=nerves["lines"],
        nerve_distances=distances,
        whole_area_cm2=body["area_cm2"],
    )


def _content(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def _drawing(file: Path) -> ViewShapes:
    """A stored drawing, every path in it checked."""
    drawing: ViewShapes = _content(file)
    muscles, nerves = drawing["muscles"].values(), drawing["nerves"].values()
    paths = [drawing["body"], drawing["folds"], drawing["bony"], *drawing["shades"]]
    paths += drawing["regions"].values()
    paths += [shape["path"] for shape in (*drawing["bones"].values(), *drawing["patches"])]
    paths += [path for each in muscles for path in (each["path"], each["fibres"], each["tendon"])]
    paths += [piece["path"] for pieces in nerves for piece in pieces]
    for path in paths:
        if not is_path(path):
            raise ValueError(f"{file.name} holds what is no path: {path[:40]!r}")
    return drawing


def _skins(computed: Path, region_count: int) -> dict[BodyName, Skin]:
    with np.load(computed / "skin.npz") as data:
        region: Integers = data["region"].astype(int)
    return {name: _skin(computed / name / "skin.npz", region, region_count) for name in BODIES}


def _skin(path: Path, region: Integers, region_count: int) -> Skin:
    with np.load(path) as data:
        normal = data["normal"].astype(float)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        shown = np.unpackbits(data["seen"], axis=0, count=len(normal)).astype(bool)
        seen: dict[str, Flags] = dict(zip(DRAWN_VIEWS, shown.T, strict=True))
        return both_sides(data["xyz"], normal, data["area"], region, region_count, seen)


def _first_pose(path: Path) -> FirstPose:
    with np.load(path) as data:
        return FirstPose({name: data[name].astype(float) / 10 for name in FIRST_WINDOWS})


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
                skin=_right_half(path_to_shape(drawings[name]["body"]), VIEWS[name]),
            )
    return surfaces


def _right_half(body: MultiPolygon, view: View) -> MultiPolygon:
    """The part of a body's outline to which what is drawn of the right side is cut."""
    u, v, width, height = view.right_half
    return MultiPolygon(polygons(body.intersection(box(u, v, u + width, v + height))))


def _gazetteer(body: Body, skin: Skin, scale: float) -> Gazetteer:
    landmarks = {
        name: Place(np.array(item["skin"]), np.array(item["normal"]))
        for name, item in body["landmarks"].items()
    }
    segments = {name: _segment(name, item) for name, item in body["segments"].items()}
    return Gazetteer(landmarks, segments, skin, scale)


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
