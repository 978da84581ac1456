"""Line and tone of the skin in a view: shades, folds, and bones that lie just under it."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from referral_map.geometry.body_frame import View

from . import curves, depths, silhouettes
from .body import MeasuredBody, cells_of, smooth_over, step_of
from .raster import Grid

SHADES = (0.66, 0.40)
"""Skin that catches less than these shares of the light is drawn darker, step by step."""

FOLD_MM = 6.0
"""A fold is drawn where skin lies this much nearer to the viewer than the skin beside it, or, as a
furrow, this much deeper than the skin around it."""

FURROW_MM = 0.42
_SHADE_SMOOTH_MM = 6.0
_EDGE_MM = 4.0

BONY_MM = 9.0
"""A bone shows through skin that is thinner than this."""

BONY = ("patella", "tibia", "fibula", "scapula", "clavicle", "ulna", "calcaneus", "hip_bone")
_SMALLEST_MM2 = 150.0
_SMALLEST_FOLD_MM2 = 22.0


def body_outline(body: MeasuredBody, view: View) -> str:
    """The outline of the body: of both sides in a view that shows both."""
    grid = Grid.over(view.right_half, step_of(view))
    cells, _ = cells_of(body, view, grid, 2)
    return _outline(view, cells >= 0, grid, 1.4, 200.0)


def shades(body: MeasuredBody, view: View) -> list[str]:
    """The areas of each shade, the lightest and largest first, both sides."""
    grid = Grid.over(view.right_half, step_of(view))
    cells, seen = cells_of(body, view, grid, 2)
    light = np.asarray(view.toward, float) + 0.42 * np.asarray(view.up, float)
    light /= np.linalg.norm(light)
    lit = smooth_over((body.normal @ light)[cells], seen, _SHADE_SMOOTH_MM / grid.step)
    dark, inside = np.where(seen, lit, 1.0), cells >= 0
    return [_outline(view, dark < limit, grid, 4.0, _SMALLEST_MM2, 1.2, inside) for limit in SHADES]


def folds(body: MeasuredBody, view: View) -> str:
    """Thin shapes where skin stands before other skin: the gluteal fold, the chin, fingers."""
    grid = Grid.over(view.right_half, step_of(view))
    cells, seen = cells_of(body, view, grid, 2)
    depth = np.where(seen, view.depth(body.xyz)[cells], np.nan)
    behind = ndimage.grey_dilation(np.nan_to_num(depth, nan=-1e4), 3) - depth > FOLD_MM
    deep = smooth_over(body.hollow[cells], seen, 1.5 / grid.step) > FURROW_MM
    inside = ndimage.binary_erosion(cells >= 0, iterations=int(_EDGE_MM / grid.step))
    return _outline(view, seen & inside & (behind | deep), grid, 0.9, _SMALLEST_FOLD_MM2)


def bony_edges(body: MeasuredBody, view: View, maps: dict[str, depths.DepthMap]) -> str:
    """Outlines of the places where a bone lies just under the skin that a view shows."""
    grid = Grid.over(view.right_half, depths.STEP)
    cells, seen = cells_of(body, view, grid, 2)
    skin = np.where(seen, view.depth(body.xyz)[cells], np.nan)
    paths = []
    for name in BONY:
        if name not in maps:
            continue
        bone = maps[name]
        rows = slice(bone.row, bone.row + bone.near.shape[0])
        columns = slice(bone.column, bone.column + bone.near.shape[1])
        gap = skin[rows, columns] - bone.near
        bare = np.zeros(skin.shape, bool)
        bare[rows, columns] = np.nan_to_num(gap, nan=99.0) < BONY_MM
        paths.append(_outline(view, bare, grid, 1.8, _SMALLEST_MM2))
    return "".join(paths)


def _outline(
    view: View,
    covered: np.ndarray,
    grid: Grid,
    smooth_mm: float,
    smallest: float,
    within: float = curves.WITHIN_MM,
    inside: np.ndarray | None = None,
) -> str:
    """The outline of cells of the right half, and of both halves in a view that shows both."""
    whole, both = _both(view, covered, grid)
    within_both = None if inside is None else _both(view, inside, grid)[0]
    return silhouettes.outline_of(
        whole, both, smooth_mm, smallest, within, within_both, mirrored=view.two_sided
    )


def _both(view: View, cells: np.ndarray, grid: Grid) -> tuple[np.ndarray, Grid]:
    """The cells of both halves of a picture, of which the right one was worked out."""
    if not view.two_sided:
        return cells, grid
    halves = (cells[:, ::-1], cells) if view.right_at > 0 else (cells, cells[:, ::-1])
    whole = np.hstack(halves)
    return whole, Grid((-whole.shape[1] / 2 * grid.step, grid.origin[1]), grid.step, whole.shape)
