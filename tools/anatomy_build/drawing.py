"""Draws one view of a body: outline, relief, regions, bones, muscles and nerves by depth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from scipy.spatial import cKDTree
from shapely import unary_union

from referral_map.geometry.body_frame import View
from referral_map.geometry.paths import shape_to_path

from . import depths, fibres, nerve_drawing, parts, relief, silhouettes
from .body import MeasuredBody, cells_of, region_polygons
from .meshes import Mesh, scatter
from .nerve_drawing import Line
from .raster import Grid

LEAST_FACING = 0.12
"""A view draws a muscle when at least this share of it lies nearest to skin the view shows."""

LEAST_BONE_MM2 = 25.0
"""A view draws a bone when at least this much of it is seen among the other bones."""

LEAST_PATCH_MM2 = 160.0
"""Where two structures wind round each other, the part of the one that lies in front although it
is painted first is painted again, if it is at least this large."""

FOOT_TOP_MM = 95.0
_FACING_SAMPLES = 240


@dataclass(frozen=True)
class Flesh:
    """The recorded muscles and nerves of a body. heads: by muscle, with their courses; named: by
    muscle, the views in which its trigger points are to be seen; lines: by branch."""

    heads: dict[str, list[fibres.Course]]
    named: dict[str, set[str]]
    lines: dict[str, list[Line]]

    def meshes(self, muscle: str) -> list[Mesh]:
        """The meshes of a muscle's heads."""
        return [head.mesh for head in self.heads[muscle]]


@dataclass(frozen=True)
class SkinCloud:
    """The right half's skin points: place, and what each drawn view sees of them, by view."""

    xyz: np.ndarray
    seen: dict[str, np.ndarray]


def lowered(flesh: Flesh, view: View) -> Flesh:
    """What a view of the feet has in it of the muscles: not the calf above them."""
    if view.shows != ("foot",):
        return flesh
    heads = {
        mid: kept
        for mid, heads in flesh.heads.items()
        if (kept := [part for head in heads if (part := head.below(FOOT_TOP_MM)) is not None])
    }
    return Flesh(heads, flesh.named, flesh.lines)


def drawn_view(body: MeasuredBody, view: View, flesh: Flesh, cloud: SkinCloud) -> dict:
    """The stored drawing of a view; see ``docs/data_dictionary.md``."""
    flesh = lowered(flesh, view)
    grid = Grid.over(view.right_half, depths.STEP)
    bones = _bone_maps(body, view, grid)
    facing = _facing(view, flesh, cloud)
    muscles = {
        mid: found
        for mid in facing
        if (found := _map_of(flesh.meshes(mid), view, grid)) is not None
    }
    maps = {f"bone:{name}": each for name, each in bones.items()}
    maps |= {f"muscle:{mid}": each for mid, each in muscles.items()}
    cells, _ = cells_of(body, view, grid, 2)
    inside = silhouettes.Within(grid, ndimage.binary_dilation(cells >= 0, iterations=1))
    front = depths.in_front(maps)
    order = depths.painting_order(front)
    names = list(maps)
    return {
        "view": view.name,
        "body": relief.body_outline(body, view),
        "shades": relief.shades(body, view),
        "folds": relief.folds(body, view),
        "bony": relief.bony_edges(body, view, bones),
        "regions": {
            name: shape_to_path(unary_union(part))
            for name, part in region_polygons(body, view).items()
        },
        "order": [names[at] for at in order],
        "patches": _patches(names, order, maps, grid),
        "bones": {name: _bone(body.bones[name], view, inside) for name in bones},
        "muscles": {mid: _muscle(flesh.heads[mid], view, facing[mid], inside) for mid in muscles},
        "nerves": _nerves(body, view, flesh, grid, maps),
    }


def _map_of(meshes: list[Mesh], view: View, grid: Grid) -> depths.DepthMap | None:
    return depths.depth_map(meshes[0].joined(*meshes[1:]), view, grid)


def _facing(view: View, flesh: Flesh, cloud: SkinCloud) -> dict[str, float]:
    """By muscle that the view draws, the share of it that lies nearest to skin the view shows."""
    tree = cKDTree(cloud.xyz)
    facing = {}
    for mid in flesh.heads:
        parts_of_it = flesh.meshes(mid)
        samples, _ = scatter(parts_of_it[0].joined(*parts_of_it[1:]), _FACING_SAMPLES, 5)
        share = float(cloud.seen[view.name][tree.query(samples)[1]].mean())
        if share >= LEAST_FACING or view.name in flesh.named[mid]:
            facing[mid] = share
    return facing


def _bone_maps(body: MeasuredBody, view: View, grid: Grid) -> dict[str, depths.DepthMap]:
    """The bones of which a view without flesh shows enough."""
    maps = {}
    for name, mesh in body.bones.items():
        part = parts.part_of_bone(name)
        if part in view.shows or (part == "trunk" and "arm" in view.shows and _of_shoulder(name)):
            found = depths.depth_map(mesh, view, grid)
            if found is not None:
                maps[name] = found
    nearest = np.full(grid.shape, -np.inf)
    owner = np.full(grid.shape, -1)
    for number, each in enumerate(maps.values()):
        rows = slice(each.row, each.row + each.near.shape[0])
        columns = slice(each.column, each.column + each.near.shape[1])
        closer = np.nan_to_num(each.near, nan=-np.inf) > nearest[rows, columns]
        nearest[rows, columns][closer] = each.near[closer]
        owner[rows, columns][closer] = number
    seen = np.bincount(owner[owner >= 0], minlength=len(maps)) * grid.step**2
    return {
        n: each
        for (n, each), area in zip(maps.items(), seen, strict=True)
        if area >= LEAST_BONE_MM2
    }


def _of_shoulder(name: str) -> bool:
    return name in ("scapula", "clavicle")


def _bone(mesh: Mesh, view: View, inside: silhouettes.Within) -> dict:
    """A bone's outline; midline: whether it lies on both sides and is drawn once."""
    midline = bool(mesh.vertices[:, 0].max() > 3.0)
    return {"path": silhouettes.outline(view, [mesh], inside), "midline": midline}


def _muscle(
    heads: list[fibres.Course], view: View, facing: float, inside: silhouettes.Within
) -> dict:
    drawn = [fibres.drawn(head, view, inside) for head in heads]
    return {
        "path": silhouettes.outline(view, [head.mesh for head in heads], inside),
        "facing": round(facing, 2),
        "fibres": "".join(lines for lines, _ in drawn),
        "tendon": "".join(tendon for _, tendon in drawn),
    }


def _nerves(
    body: MeasuredBody, view: View, flesh: Flesh, grid: Grid, maps: dict[str, depths.DepthMap]
) -> dict[str, list[dict]]:
    drawn = {}
    for branch, lines in flesh.lines.items():
        pieces = []
        for number, line in enumerate(lines):
            bone = parts.nearest_bones(line.places, body.bones)
            part = parts.parts_of(line.places, bone, body.bones["humerus"])
            shown = np.isin(part, view.shows)
            for piece in nerve_drawing.pieces(line, view, grid, shown, maps):
                pieces.append(piece | {"line": number})
        if pieces:
            drawn[branch] = pieces
    return drawn


def _patches(
    names: list[str], order: list[int], maps: dict[str, depths.DepthMap], grid: Grid
) -> list[dict]:
    """Parts of structures that lie in front of one that is painted later."""
    found = []
    for place, early in enumerate(order):
        for late in order[place + 1 :]:
            one, other = maps[names[early]], maps[names[late]]
            both = one.over(other)
            if both is None or not names[early].startswith("muscle"):
                continue
            front = np.nan_to_num(both[0] - both[1], nan=-1.0) > 1.5
            if front.sum() * grid.step**2 < LEAST_PATCH_MM2:
                continue
            whole = np.zeros(grid.shape, bool)
            row, column = max(one.row, other.row), max(one.column, other.column)
            rows = slice(row, row + front.shape[0])
            whole[rows, column : column + front.shape[1]] = front
            path = silhouettes.outline_of(whole, grid, 1.4, LEAST_PATCH_MM2)
            if path:
                found.append({"of": names[early], "over": names[late], "path": path})
    return found
