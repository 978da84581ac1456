"""Signs of the quality of pain, as paper drawings use them, and the colours of its strength."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgb

from ..colours import on_paper
from ..domain import QUALITIES, Quality
from ..figures.quality_signs import LIGHTEST, SIGNS
from ..geometry.paths import path_to_shape, polygons
from ..matching.marks import MOST_INTENSE, NO_QUALITY

GROUND, INK = on_paper("mark_ground"), on_paper("mark")
"""Marked skin and the signs on it, the same as on the page."""


def quality_name(number: int) -> Quality | None:
    """The name of a quality by its place in QUALITIES."""
    return None if number == NO_QUALITY else QUALITIES[number]


def ground_colour(intensity: float | None) -> tuple[float, float, float]:
    """The colour of marked skin: the darker the worse."""
    depth = 1.0 if intensity is None else LIGHTEST + (1 - LIGHTEST) * intensity / MOST_INTENSE
    red, green, blue = (1 - depth * (1 - part) for part in to_rgb(GROUND))
    return red, green, blue


def draw_signs(
    ax: Axes, path: str, quality: Quality | None, step: float, **kw: Any
) -> LineCollection:
    """The sign of a quality all over a shape, every ``step`` mm; at least once in each part."""
    sign = SIGNS[quality].as_lines(step)
    lines = [line + place for place in _places(path, step) for line in sign]
    look: dict[str, Any] = {
        "colors": INK,
        "linewidths": 0.7,
        "capstyle": "round",
        "zorder": 6,
        "gid": f"signs-{quality or 'none'}",
    }
    signs = LineCollection(lines, **(look | kw))
    ax.add_collection(signs)
    return signs


def _places(path: str, step: float) -> np.ndarray:
    """Places ``(k, 2)`` of the signs in a shape, on a grid that is the same for every shape."""
    places: list[np.ndarray] = []
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
