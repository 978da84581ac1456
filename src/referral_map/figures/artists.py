"""Drawing functions: the axes first, style keywords to the one artist, the artist returned.

Everything is in picture mm, v down. ``gid`` is the id of the drawn record.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path
from matplotlib.text import Text

from ..arrays import Floats
from ..atlas.drawings import MARK_ARM, MARK_RADIUS_MM, DrawnNerve
from ..atlas.measured import NerveShape
from ..geometry.body_frame import SideLetter
from ..geometry.paths import path_to_lines
from . import calls, style


def compound_path(data: str) -> Path | None:
    """SVG path data as one matplotlib path, holes included; None when it is empty."""
    rings = path_to_lines(data)
    if not rings:
        return None
    codes = [[Path.MOVETO] + [Path.LINETO] * (len(ring) - 2) + [Path.CLOSEPOLY] for ring in rings]
    return Path(np.vstack(rings), np.concatenate(codes))


def draw_shape(ax: Axes, data: str, gid: str, **patch_style: Any) -> PathPatch | None:
    """A filled shape; None when there is nothing to draw."""
    path = compound_path(data)
    if path is None:
        return None
    # The window is set explicitly, so the measuring that add_patch does would be wasted.
    patch = PathPatch(path, gid=gid, **patch_style)
    ax.add_artist(patch)
    return patch


def draw_body(ax: Axes, data: str, **kw: Any) -> PathPatch | None:
    """The body's outline and skin."""
    look: dict[str, Any] = {
        "facecolor": style.SKIN,
        "edgecolor": style.SKIN_EDGE,
        "linewidth": 0.8,
        "zorder": 1,
    }
    return draw_shape(ax, data, "body", **(look | kw))


def draw_creases(ax: Axes, data: str, **kw: Any) -> LineCollection:
    """The cleft between the legs and the folds of the buttocks."""
    look: dict[str, Any] = {
        "colors": style.SKIN_EDGE,
        "linewidths": 0.7,
        "capstyle": "round",
        "zorder": 2.5,
        "gid": "creases",
    }
    return _add_lines(ax, path_to_lines(data), look | kw)


def _add_lines(ax: Axes, lines: list[Floats], look: dict[str, Any]) -> LineCollection:
    collection = LineCollection(lines, **look)
    ax.add_collection(collection)
    return collection


def draw_bones(ax: Axes, data: str, **kw: Any) -> PathPatch | None:
    """The bones, faint, under everything."""
    look: dict[str, Any] = {
        "facecolor": style.BONE,
        "edgecolor": style.BONE_EDGE,
        "linewidth": 0.35,
        "zorder": 2,
    }
    return draw_shape(ax, data, "bones", **(look | kw))


def draw_muscle(ax: Axes, data: str, muscle_id: str, **kw: Any) -> PathPatch | None:
    """A muscle's outline, tinted."""
    look: dict[str, Any] = {
        "facecolor": style.MUSCLE,
        "edgecolor": style.MUSCLE_EDGE,
        "linewidth": 0.9,
        "alpha": style.MUSCLE_ALPHA,
        "zorder": 3,
    }
    return draw_shape(ax, data, muscle_id, **(look | kw))


def draw_essential(ax: Axes, data: str, point_id: str, **kw: Any) -> PathPatch | None:
    """An essential zone: solid."""
    look: dict[str, Any] = {
        "facecolor": style.ESSENTIAL,
        "edgecolor": style.ESSENTIAL,
        "linewidth": 0.5,
        "alpha": style.ESSENTIAL_ALPHA,
        "zorder": 5,
    }
    return draw_shape(ax, data, f"{point_id}-essential", **(look | kw))


def draw_spillover(ax: Axes, data: str, point_id: str, **kw: Any) -> PathPatch | None:
    """A spillover zone: stippled."""
    look: dict[str, Any] = {
        "facecolor": "none",
        "edgecolor": style.SPILLOVER,
        "linewidth": 0.0,
        "hatch": style.SPILLOVER_HATCH,
        "zorder": 4,
    }
    return draw_shape(ax, data, f"{point_id}-spillover", **(look | kw))


def draw_skin_area(ax: Axes, data: str, area_id: str, **kw: Any) -> PathPatch | None:
    """A skin field or dermatome: tinted and ruled, for its border is not sharp."""
    look: dict[str, Any] = {
        "facecolor": (*to_rgb(style.SKIN_AREA), 0.32),
        "edgecolor": style.SKIN_AREA,
        "linewidth": 0.6,
        "linestyle": (0, (3, 2)),
        "hatch": "////",
        "zorder": 4,
    }
    return draw_shape(ax, data, area_id, **(look | kw))


def draw_narrow_place(ax: Axes, at: tuple[float, float], place_id: str, **kw: Any) -> Line2D:
    """A place where a nerve may be caught: a diamond."""
    look: dict[str, Any] = {
        "marker": "D",
        "markersize": 5,
        "markerfacecolor": "white",
        "color": style.INK,
        "linestyle": "",
        "zorder": 9,
        "gid": place_id,
    }
    return ax.add_line(Line2D([at[0]], [at[1]], **(look | kw)))


def draw_nerve(
    ax: Axes, lines: Sequence[NerveShape | DrawnNerve], nerve_id: str, **kw: Any
) -> LineCollection:
    """A nerve: its branches as lines as wide as it is, at least 2 mm, with a dark edge."""
    paths = [line for item in lines for line in path_to_lines(item["path"])]
    widths = [max(2.0, item["width"]) for item in lines for _ in path_to_lines(item["path"])]
    points_a_mm = _points_a_mm(ax)
    edge: dict[str, Any] = {
        "colors": style.NERVE_EDGE,
        "capstyle": "round",
        "zorder": 6,
        "alpha": 0.9,
        "linewidths": [w * points_a_mm + 0.5 for w in widths],
    }
    _add_lines(ax, paths, edge)
    look: dict[str, Any] = {
        "colors": style.NERVE,
        "capstyle": "round",
        "zorder": 6.1,
        "gid": nerve_id,
        "linewidths": [w * points_a_mm for w in widths],
    }
    return _add_lines(ax, paths, look | kw)


def draw_mark(ax: Axes, at: tuple[float, float], point_id: str, **kw: Any) -> Circle:
    """A trigger point: an X in a disc of the radius by which examiners' marks differ."""
    look: dict[str, Any] = {
        "facecolor": (*to_rgb(style.MARK_DISC), 0.72),
        "edgecolor": style.MARK_EDGE,
        "linewidth": 1.0,
        "zorder": 8,
    }
    disc = Circle(at, MARK_RADIUS_MM, gid=point_id, **(look | kw))
    ax.add_patch(disc)
    arm = MARK_RADIUS_MM * MARK_ARM
    for slope in (1, -1):
        ax.add_line(
            Line2D(
                [at[0] - arm, at[0] + arm],
                [at[1] - slope * arm, at[1] + slope * arm],
                color=style.MARK_EDGE,
                linewidth=1.5,
                zorder=9,
            )
        )
    return disc


def draw_letter(ax: Axes, letter: SideLetter, **kw: Any) -> Text:
    """The L or R of a picture: the patient's left or right."""
    look: dict[str, Any] = {
        "fontsize": 11,
        "fontweight": "bold",
        "ha": "center",
        "va": "center",
        "zorder": 9,
    }
    u, v = letter["at"]
    gid = f"side-{letter['side']}"
    return calls.write(ax, (u, v), letter["text"], gid=gid, **(style.FONT | look | kw))


def draw_title(ax: Axes, title: str) -> Text:
    """The name of a view, over its picture."""
    return calls.title(ax, title, fontsize=9, color=style.INK, pad=4)


def set_window(ax: Axes, window: Sequence[float]) -> None:
    """Shows just a view's window, in true proportion, without frame or ticks."""
    u, v, width, height = window
    ax.set_xlim(u, u + width)
    ax.set_ylim(v + height, v)
    ax.set_aspect("equal")
    ax.set_axis_off()


def _points_a_mm(ax: Axes) -> float:
    """Typographic points that one picture mm takes on the page."""
    box = ax.get_window_extent()
    page = ax.get_figure(root=True)
    if page is None:
        raise ValueError("axes without a figure have no size on paper")
    tall = abs(ax.get_ylim()[1] - ax.get_ylim()[0])
    wide = abs(ax.get_xlim()[1] - ax.get_xlim()[0])
    # The picture keeps its proportions, so the tighter of the two directions sets the scale.
    return min(box.height / tall, box.width / wide) * 72.0 / page.dpi
