"""Measures the recorded muscles and nerves: how deep they lie, and how near they run."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from referral_map.errors import UnknownName, nearest

from . import structures
from .meshes import Mesh, scatter
from .nerve_drawing import Line, lines_of

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
    # Reaches the shoulder blade in the source, which is a fault of it.
    "scalenus_medius",
)
_SHEETS = ("latissimus", "serratus")
_APRONS = ("oblique", "transversus_abdominis")


def measure_muscles(
    records: dict[str, dict],
    all_muscles: dict[str, Mesh],
    skin_xyz: np.ndarray,
    skin_normal: np.ndarray,
    lowest_rib: float,
) -> dict[str, dict]:
    """Depth, cover and layer of every recorded muscle; muscles that lie wholly above
    ``lowest_rib`` (mm) cover none of them."""
    weights = {name: _cover_weight(name, mesh, lowest_rib) for name, mesh in all_muscles.items()}
    measured = {}
    for mid, record in records.items():
        parts = heads_of(record, all_muscles)
        others = [
            (mesh, weights[name])
            for name, mesh in all_muscles.items()
            if weights[name] and not any(mesh is part for part in parts)
        ]
        depth, cover = structures.depth_and_cover(
            parts[0].joined(*parts[1:]), others, skin_xyz, skin_normal
        )
        measured[mid] = {
            "depth_mm": round(depth, 1),
            "cover": round(cover, 2),
            "layer": structures.layer(cover),
        }
    return measured


def heads_of(record: dict, all_muscles: dict[str, Mesh]) -> list[Mesh]:
    """The meshes of a muscle's heads. Raises UnknownName for a structure without a mesh."""
    for name in record["structures"]:
        if name not in all_muscles:
            hint = nearest(name, all_muscles)
            raise UnknownName(f"muscles/{record['id']}.toml: no mesh {name!r}{hint}")
    return [all_muscles[name] for name in record["structures"]]


def _cover_weight(name: str, mesh: Mesh, lowest_rib: float) -> float:
    """What a muscle counts as a layer over another: flesh 1, a thin sheet 0.5, an apron of
    the belly wall, mostly tendon over its neighbours, 0.2, tendon 0."""
    if mesh.vertices[:, 1].min() > lowest_rib or any(word in name for word in _FLESHLESS):
        return 0.0
    if any(word in name for word in _APRONS):
        return 0.2
    return 0.5 if any(word in name for word in _SHEETS) else 1.0


def nerve_lines(records: dict[str, dict], nerves: dict[str, Mesh]) -> dict[str, list[Line]]:
    """The centre lines of every recorded branch."""
    return {
        branch["id"]: [line for name in branch["structures"] for line in lines_of(nerves[name])]
        for record in records.values()
        for branch in record.get("branches", [])
    }


def distances(
    heads: dict[str, list[Mesh]], lines: dict[str, list[Line]], nerves: dict[str, dict]
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


def _gap(surface: cKDTree, drawn: list[Line]) -> dict | None:
    best = None
    for line in drawn:
        gaps = surface.query(line.places)[0] - line.widths / 2
        at = int(gaps.argmin())
        if best is None or gaps[at] < best[0]:
            steps = np.linalg.norm(np.diff(line.places, axis=0), axis=1)
            best = (float(gaps[at]), line.places[at], float(steps[:at].sum()))
    if best is None or best[0] > NEAR_MM:
        return None
    return {
        "distance_mm": round(max(best[0], 0.0)),
        "at": np.round(best[1], 1).tolist(),
        "along_mm": round(best[2]),
    }
