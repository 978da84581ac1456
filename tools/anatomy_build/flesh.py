"""Draws the recorded muscles and nerves into the views, and measures how near they run."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from referral_map.errors import UnknownName, nearest
from referral_map.geometry.body_frame import DRAWN_VIEWS, VIEWS
from referral_map.geometry.paths import path_to_shape

from . import structures
from .meshes import Mesh, scatter

NEAR_MM = 30.0
"""Nerves farther than this from a muscle are not listed with it."""

_SURFACE_SAMPLES = 6000
_FLESHLESS = (
    "tendon",
    "aponeurosis",
    "intercostal",
    "anal",
    "diaphragm",
    "hand",
    "pollicis",
    "carpi",
    "brachi",
    "pronator",
    "finger",
    "transversus_thoracis",
)
_SHEETS = ("latissimus", "serratus")
_APRONS = ("oblique", "transversus_abdominis")


@dataclass(frozen=True)
class SkinCloud:
    """The right half's skin points: place, normal, what each drawn view sees, whether clickable."""

    xyz: np.ndarray
    normal: np.ndarray
    seen: np.ndarray
    clickable: np.ndarray


def draw_muscles(
    records: dict[str, dict],
    all_muscles: dict[str, Mesh],
    skin: SkinCloud,
    drawings: dict[str, dict],
) -> dict[str, dict]:
    """Adds every recorded muscle to the drawings; returns its depth, cover and layer.

    A view draws a muscle when enough of it lies nearest to skin the view shows, and always when one
    of its trigger points names the view.
    """
    bodies = {name: path_to_shape(drawings[name]["body"]) for name in DRAWN_VIEWS}
    weights = {name: _cover_weight(name, mesh) for name, mesh in all_muscles.items()}
    near = skin.clickable
    measured = {}
    for mid, record in records.items():
        parts = heads_of(record, all_muscles)
        named = {point["view"] for point in record["trigger_points"]}
        others = [
            (mesh, weights[name])
            for name, mesh in all_muscles.items()
            if weights[name] and not any(mesh is part for part in parts)
        ]
        depth, cover, nearest = structures.depth_and_cover(
            parts[0].joined(*parts[1:]), others, skin.xyz[near], skin.normal[near]
        )
        measured[mid] = {
            "depth_mm": round(depth, 1),
            "cover": round(cover, 2),
            "layer": structures.layer(cover),
        }
        for column, name in enumerate(DRAWN_VIEWS):
            facing = float(skin.seen[near][nearest, column].mean())
            if facing >= structures.LEAST_FACING or name in named:
                path = structures.muscle_drawing(parts, VIEWS[name], bodies[name])
                drawings[name]["muscles"][mid] = {"path": path, "facing": round(facing, 2)}
    return measured


def heads_of(record: dict, all_muscles: dict[str, Mesh]) -> list[Mesh]:
    """The meshes of a muscle's heads. Raises UnknownName for a structure without a mesh."""
    for name in record["structures"]:
        if name not in all_muscles:
            hint = nearest(name, all_muscles)
            raise UnknownName(f"muscles/{record['id']}.toml: no mesh {name!r}{hint}")
    return [all_muscles[name] for name in record["structures"]]


def _cover_weight(name: str, mesh: Mesh) -> float:
    """What a muscle counts as a layer over another: flesh 1, a thin sheet 0.5, an apron of
    the belly wall, mostly tendon over its neighbours, 0.2, tendon 0."""
    if mesh.vertices[:, 1].min() > 1100 or any(word in name for word in _FLESHLESS):
        return 0.0
    if any(word in name for word in _APRONS):
        return 0.2
    return 0.5 if any(word in name for word in _SHEETS) else 1.0


def draw_nerves(
    nerves: dict[str, dict], meshes: dict[str, Mesh], drawings: dict[str, dict]
) -> dict[str, list[dict]]:
    """Adds every branch to the drawings; returns its centre lines, mm."""
    lines = {}
    for record in nerves.values():
        for branch in record.get("branches", []):
            visible = [
                line
                for name in branch["structures"]
                for line in structures.nerve_lines(meshes[name])
            ]
            lines[branch["id"]] = [
                {"line": np.round(line, 1).tolist(), "width": width} for line, width in visible
            ]
            for name in DRAWN_VIEWS:
                drawn = structures.nerve_drawing(visible, VIEWS[name])
                if drawn:
                    drawings[name]["nerves"][branch["id"]] = drawn
    return lines


def distances(
    heads: dict[str, list[Mesh]], lines: dict[str, list[dict]], nerves: dict[str, dict]
) -> dict[str, list[dict]]:
    """For each muscle the branches within NEAR_MM of it, nearest first.

    distance_mm: from the muscle's surface to the nerve's, 0 where they touch; at: the place on the
    nerve, mm; along_mm: how far down its longest line that is.
    """
    owner = {
        branch["id"]: nid for nid, record in nerves.items() for branch in record.get("branches", [])
    }
    near = {}
    for mid, parts in heads.items():
        surface = cKDTree(np.vstack([scatter(p, _SURFACE_SAMPLES, 11)[0] for p in parts]))
        nearest = [
            {"nerve": owner[branch], "branch": branch} | gap
            for branch, drawn in lines.items()
            if (gap := _gap(surface, drawn)) is not None
        ]
        near[mid] = sorted(nearest, key=lambda item: (item["distance_mm"], item["branch"]))
    return near


def _gap(surface: cKDTree, drawn: list[dict]) -> dict | None:
    best = None
    for item in drawn:
        line = _fine(np.array(item["line"]))
        gaps = surface.query(line)[0] - item["width"] / 2
        at = int(gaps.argmin())
        if best is None or gaps[at] < best[0]:
            steps = np.linalg.norm(np.diff(line, axis=0), axis=1)
            best = (float(gaps[at]), line[at], float(steps[:at].sum()))
    if best is None or best[0] > NEAR_MM:
        return None
    return {
        "distance_mm": round(max(best[0], 0.0)),
        "at": np.round(best[1], 1).tolist(),
        "along_mm": round(best[2]),
    }


def _fine(line: np.ndarray, step: float = 2.0) -> np.ndarray:
    """The line with points every ``step`` mm."""
    pieces = [line[:1]]
    for a, b in itertools.pairwise(line):
        count = max(1, int(np.ceil(np.linalg.norm(b - a) / step)))
        pieces.append(a + (b - a) * (np.arange(1, count + 1) / count)[:, None])
    return np.vstack(pieces)
