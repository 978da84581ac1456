"""Nerves in a view: smooth, tapering lines in pieces, each with what lies over it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy import interpolate, ndimage

from referral_map.geometry.body_frame import View
from referral_map.geometry.paths import curve_to_path

from . import curves, nerve_paths
from .depths import DepthMap
from .meshes import Mesh
from .raster import Grid

SHORTEST_MM = 48.0
THINNEST_MM = 0.8
STEP_MM = 2.0
LONGEST_PIECE_MM = 45.0
"""A nerve grows thinner from piece to piece, so none is longer than this."""

OVER_MM = 1.0
"""A structure lies over a nerve where it is this much nearer to the viewer than its middle."""

_SHORTEST_COVER = 4
_SHORTEST_FREE = 9
"""Steps: what covers less of a nerve than the first, or leaves less of it free than the second, is
not drawn so."""


@dataclass(frozen=True)
class Line:
    """A branch of a nerve from its upper end: places ``(n, 3)`` every 2 mm, widths ``(n,)``, mm."""

    places: np.ndarray
    widths: np.ndarray

    @property
    def width(self) -> float:
        """The width in its middle, mm."""
        return round(float(np.median(self.widths)), 1)


def lines_of(mesh: Mesh) -> list[Line]:
    """The lines of a nerve, the longest first."""
    top = mesh.vertices[np.argmax(mesh.vertices[:, 1])]
    branches = nerve_paths.centre_lines(mesh, top)
    lengths = [np.linalg.norm(np.diff(line, axis=0), axis=1).sum() for line, _ in branches]
    # The longest is the nerve itself, however short; stubs beside it are muscular twigs.
    return [
        _smooth(line, radius)
        for (line, radius), length in zip(branches, lengths, strict=True)
        if length >= SHORTEST_MM or length == max(lengths)
    ]


def _smooth(line: np.ndarray, radius: np.ndarray) -> Line:
    """A line as a smooth curve; its width only grows smaller on the way."""
    along = np.append(0.0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1)))
    wanted = np.linspace(0, along[-1], max(2, int(along[-1] / STEP_MM) + 1))
    degree = min(3, len(line) - 1)
    spline, _ = interpolate.splprep(line.T, u=along, s=len(line) * 0.8, k=degree, quiet=2)
    places = np.column_stack(interpolate.splev(wanted, spline))
    wide = ndimage.gaussian_filter1d(2 * np.interp(wanted, along, radius), 8, mode="nearest")
    return Line(places, np.maximum(THINNEST_MM, np.minimum.accumulate(wide)))


def pieces(
    line: Line, view: View, grid: Grid, shown: np.ndarray, maps: dict[str, DepthMap]
) -> list[dict]:
    """What a view draws of a line: ``{path, width, under}``, from its upper end.

    shown ``(n,)``: which of its places the view draws; under: ids of the structures that lie over
    the piece.
    """
    row, column, inside = grid.index(view.right_side(line.places))
    depth = view.depth(np.minimum(line.places, [0.0, np.inf, np.inf]))
    names = list(maps)
    over = np.zeros((len(names), len(depth)), bool)
    for at, name in enumerate(names):
        gap = maps[name].at(row, column) - depth
        over[at] = _settled(np.nan_to_num(gap, nan=-1.0) > OVER_MM)
    _cover_gaps(over)
    drawn = []
    for first, last in _runs(over, shown & inside):
        places = view.right_side(line.places[first : last + 1])
        if len(places) > 2:
            drawn.append(
                {
                    "path": curve_to_path(curves.fitted(places, closed=False)),
                    "width": round(float(line.widths[first : last + 1].mean()), 1),
                    "under": [
                        name for at, name in enumerate(names) if over[at, (first + last) // 2]
                    ],
                }
            )
    return drawn


def _settled(over: np.ndarray) -> np.ndarray:
    """Cover without short gaps and short bits."""
    reach = np.ones(_SHORTEST_COVER)
    return ndimage.binary_opening(ndimage.binary_closing(over, reach), reach)


def _cover_gaps(over: np.ndarray) -> None:
    """Short free stretches beside covered ones get the cover of the place nearest to them."""
    covered = over.any(axis=0)
    if not covered.any():
        return
    ends = np.pad(covered, _SHORTEST_FREE, constant_values=True)
    filled = ndimage.binary_closing(ends, np.ones(_SHORTEST_FREE))[_SHORTEST_FREE:-_SHORTEST_FREE]
    known = np.flatnonzero(covered)
    for at in np.flatnonzero(filled & ~covered).tolist():
        over[:, at] = over[:, known[np.abs(known - at).argmin()]]


def _runs(over: np.ndarray, shown: np.ndarray) -> list[tuple[int, int]]:
    """First and last place of each piece that lies under the same structures; pieces touch."""
    longest = int(LONGEST_PIECE_MM / STEP_MM)
    changes = (over[:, 1:] != over[:, :-1]).any(axis=0) | (shown[1:] != shown[:-1])
    cuts = [0, *(np.flatnonzero(changes) + 1).tolist(), len(shown) - 1]
    runs = []
    for a, b in pairwise(cuts):
        if b > a and shown[(a + b) // 2]:
            parts = max(1, round((b - a) / longest))
            ends = np.linspace(a, b, parts + 1).round().astype(int).tolist()
            runs += list(pairwise(ends))
    return runs
