"""Signs of the quality of pain, as paper drawings use them, and the colours of its strength."""

from __future__ import annotations

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgb

from ..geometry.paths import path_to_shape, polygons
from ..matching.marks import MOST_INTENSE, NO_QUALITY, QUALITIES

GROUND, INK = "#86abe6", "#123a80"
"""Marked skin and the signs on it, the same as on the page."""

LIGHTEST = 0.4
"""The strength of colour of the weakest pain, 0..1; the worst and unrated pain have 1."""

_ANGLES = np.linspace(0, 2 * np.pi, 13)
_RING = np.column_stack([0.32 * np.cos(_ANGLES), 0.32 * np.sin(_ANGLES)])
_SIGNS: dict[str | None, list[list[tuple[float, float]]]] = {
    None: [[(-0.4, 0.4), (0.4, -0.4)]],
    "ache": [[(-0.38, 0.24), (0, -0.24), (0.38, 0.24)]],
    "burning": [[(-0.3, -0.3), (0.3, 0.3)], [(-0.3, 0.3), (0.3, -0.3)]],
    "electric": [[(-0.46, 0.2), (-0.23, -0.2), (0, 0.2), (0.23, -0.2), (0.46, 0.2)]],
    "tingling": [_RING.tolist()],
    "numb": [[(-0.36, -0.16), (0.36, -0.16)], [(-0.36, 0.16), (0.36, 0.16)]],
}
"""Lines in a square one wide round the middle, v down; None is pain without a quality."""


def quality_name(number: int) -> str | None:
    """The name of a quality by its place in QUALITIES."""
    return None if number == NO_QUALITY else QUALITIES[number]


def ground_colour(intensity: float | None) -> tuple[float, float, float]:
    """The colour of marked skin: the darker the worse."""
    depth = 1.0 if intensity is None else LIGHTEST + (1 - LIGHTEST) * intensity / MOST_INTENSE
    return tuple(1 - depth * (1 - part) for part in to_rgb(GROUND))


def draw_signs(ax: Axes, path: str, quality: str | None, step: float, **kw) -> LineCollection:
    """The sign of a quality all over a shape, every ``step`` mm; at least once in each part."""
    lines = [
        np.asarray(line) * step * 0.85 + place
        for place in _places(path, step)
        for line in _SIGNS[quality]
    ]
    look = {
        "colors": INK,
        "linewidths": 0.7,
        "capstyle": "round",
        "zorder": 6,
        "gid": f"signs-{quality or 'none'}",
    }
    return ax.add_collection(LineCollection(lines, **(look | kw)))


def _places(path: str, step: float) -> np.ndarray:
    """Places ``(k, 2)`` of the signs in a shape, on a grid that is the same for every shape."""
    places = []
    for part in polygons(path_to_shape(path)):
        left, top, right, bottom = part.bounds
        u = np.arange(np.floor(left / step), right / step + 1) * step
        v = np.arange(np.floor(top / step), bottom / step + 1) * step
        grid = np.stack(np.meshgrid(u, v), axis=-1)
        # Every other row is shifted by half a step, like bricks.
        grid[..., 0] += np.where(np.round(v / step).astype(int) % 2, step / 2, 0.0)[:, None]
        grid = grid.reshape(-1, 2)
        inside = grid[shapely.contains_xy(part, grid)]
        middle = part.representative_point()
        places.append(inside if len(inside) else np.array([[middle.x, middle.y]]))
    return np.vstack(places) if places else np.empty((0, 2))
