"""Drawing functions: the axes first, style keywords to the one artist, the artist returned.

Everything is in picture mm, v down. ``gid`` is the id of the drawn record.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection, PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Bbox, IdentityTransform
from shapely import contains_xy

from ..arrays import Floats
from ..atlas.drawings import ViewDrawing
from ..atlas.folded import MARK_ARM, MARK_RADIUS_MM
from ..domain import SkinTone
from ..geometry.body_frame import SideLetter
from ..geometry.paths import path_to_shape, subpaths
from ..pens import CUT_WITHIN_MM, DASHES, FADE_MM, OPACITIES, STIPPLE_DOT_MM, STIPPLE_MM, WIDTHS
from . import calls, style

POINTS_A_PX = 0.75
"""A px of a style sheet is 1/96 inch, a point 1/72."""

_FULL_POINTS_A_MM, _FINEST = 0.34, 0.5
"""Pictures of this scale have lines as wide as on the page, smaller ones finer, down to half."""

_LEAST_STIPPLE_POINTS = 2.4
"""The square of a stippled zone is no smaller on paper."""

_FADE_STEPS = 24


def compound_path(data: str) -> Path | None:
    """SVG path data as one matplotlib path, holes and curves included; None when it is empty."""
    rings = subpaths(data)
    if not rings:
        return None
    places: list[Floats] = []
    codes: list[int] = []
    for line, curves, closed in rings:
        places += [line, curves]
        codes += [int(Path.MOVETO), *[int(Path.LINETO)] * (len(line) - 1)]
        codes += [int(Path.CURVE4)] * len(curves)
        if closed:
            places.append(line[:1])
            codes.append(int(Path.CLOSEPOLY))
    return Path(np.vstack(places), codes)


def draw_shape(ax: Axes, data: str, gid: str, **patch_style: Any) -> PathPatch | None:
    """A filled shape; None when there is nothing to draw, or nothing of it in the window."""
    path = compound_path(data)
    if path is None or not ax.viewLim.overlaps(_extent(path)):
        return None
    # The window is set explicitly, so the measuring that add_patch does would be wasted.
    patch = PathPatch(path, gid=gid, **patch_style)
    ax.add_artist(patch)
    return patch


def _extent(path: Path) -> Bbox:
    """The box round the points of a path, which holds its curves."""
    places = np.asarray(path.vertices, float)
    return Bbox([places.min(axis=0), places.max(axis=0)])


def draw_skin(ax: Axes, view: ViewDrawing, tone: SkinTone | None = "medium") -> None:
    """The body: its outline, light and shade, folds, and bones that lie just under the skin.

    ``tone`` None: in grey, for print.
    """
    ground, edge = style.skin_of(tone)
    draw_shape(
        ax, view["body"], "body",
        facecolor=ground, edgecolor=edge, linewidth=pen(ax, "body"), zorder=1,
    )  # fmt: skip
    for number, path in enumerate(view["shades"]):
        draw_shape(ax, path, f"shade-{number}", **_shade(style.SHADE_ALPHA, 1.1))
    draw_shape(ax, view["bony"], "bony", **_shade(style.SHADE_ALPHA * OPACITIES["bony"], 1.2))
    draw_shape(ax, view["folds"], "folds", **_shade(style.FOLD_ALPHA, 1.3))
    _fade(ax, view["body"])


def _fade(ax: Axes, body: str) -> None:
    """Lets the picture fade into the paper at the edges of its window that cut the body."""
    path = compound_path(body)
    if path is None:
        return
    inside, window = _extent(path), ax.viewLim
    u, v = sorted(window.intervalx), sorted(window.intervaly)
    shares = np.linspace(0, 1, _FADE_STEPS + 1)
    for at, toward, low, cut in (
        (u[0], 1, v, inside.x0 < u[0] + CUT_WITHIN_MM),
        (u[1], -1, v, inside.x1 > u[1] - CUT_WITHIN_MM),
        (v[0], 1, u, inside.y0 < v[0] + CUT_WITHIN_MM),
        (v[1], -1, u, inside.y1 > v[1] - CUT_WITHIN_MM),
    ):
        if cut:
            along = at + toward * FADE_MM * shares
            _strips(ax, along, low, down=at in v)


def _strips(ax: Axes, along: Floats, across: Sequence[float], down: bool) -> None:
    """Strips of paper over the picture, the first as good as opaque, the last as good as clear."""
    a, b = across
    boxes = [
        [(a, near), (b, near), (b, far), (a, far)] if down
        else [(near, a), (near, b), (far, b), (far, a)]
        for near, far in pairwise(along)
    ]  # fmt: skip
    shares = (np.arange(_FADE_STEPS) + 0.5) / _FADE_STEPS
    colours = [(*to_rgb(style.PAPER), 1 - share) for share in shares]
    ax.add_collection(
        PolyCollection(
            boxes, facecolors=colours, linewidths=0, antialiaseds=False, zorder=9.5, gid="fade"
        ),
        autolim=False,
    )


def _shade(alpha: float, order: float) -> dict[str, Any]:
    return {"facecolor": style.SHADE, "alpha": alpha, "linewidth": 0, "zorder": order}


def draw_essential(ax: Axes, data: str, point_id: str, **kw: Any) -> PathPatch | None:
    """An essential zone: solid."""
    look: dict[str, Any] = {
        "facecolor": (*to_rgb(style.ESSENTIAL), style.ESSENTIAL_ALPHA),
        "edgecolor": style.ZONE_EDGE,
        "linewidth": pen(ax, "essential"),
        "zorder": 5,
    }
    return draw_shape(ax, data, f"{point_id}-essential", **(look | kw))


def draw_spillover(
    ax: Axes, data: str, point_id: str, square: float = STIPPLE_MM, **kw: Any
) -> PathPatch | None:
    """A spillover zone: stippled; ``square``: the side of the square that holds two dots."""
    look: dict[str, Any] = {
        "facecolor": (*to_rgb(style.SPILLOVER_GROUND), style.SPILLOVER_ALPHA),
        "edgecolor": style.SPILLOVER,
        "linewidth": pen(ax, "spillover"),
        "linestyle": dashes("spillover"),
        "zorder": 4,
    } | kw
    zone = draw_shape(ax, data, f"{point_id}-spillover", **look)
    if zone is not None:
        _stipple(ax, data, zone, square, float(look["zorder"]))
    return zone


def _stipple(ax: Axes, data: str, zone: PathPatch, square: float, order: float) -> None:
    """Dots over a zone, two in each square, and no smaller on paper than can be told apart."""
    scale = points_a_mm(ax)
    side = max(square, _LEAST_STIPPLE_POINTS / scale)
    radius = STIPPLE_DOT_MM * side / STIPPLE_MM
    box = _extent(zone.get_path())
    u, v = np.meshgrid(_squares(box.x0, box.x1, side), _squares(box.y0, box.y1, side))
    first = np.column_stack([u.ravel(), v.ravel()]) + side / 4
    dots = np.vstack([first, first + side / 2])
    near = contains_xy(path_to_shape(data).buffer(radius), dots)
    collection = PathCollection(
        [Path.unit_circle()], sizes=[(radius * scale) ** 2], offsets=dots[near],
        offset_transform=ax.transData, facecolors=style.SPILLOVER, linewidths=0,
        zorder=order + 0.1, gid=f"{zone.get_gid()}-dots",
    )  # fmt: skip
    collection.set_transform(IdentityTransform())
    ax.add_collection(collection, autolim=False)
    collection.set_clip_path(zone.get_path(), ax.transData)


def _squares(low: float, high: float, side: float) -> Floats:
    """Where the squares of a pattern begin, counted from 0, from one place to another."""
    return np.asarray(side * np.arange(np.floor(low / side) - 1, np.ceil(high / side) + 1), float)


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


def draw_mark(ax: Axes, at: tuple[float, float], point_id: str, **kw: Any) -> Circle:
    """A trigger point: an X in a disc of the radius by which examiners' marks differ."""
    look: dict[str, Any] = {
        "facecolor": style.MARK_DISC,
        "edgecolor": style.MARK_EDGE,
        "linewidth": pen(ax, "point"),
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
                linewidth=pen(ax, "point_cross"),
                solid_capstyle="round",
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
        "zorder": 10,
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


def points_a_mm(ax: Axes) -> float:
    """Typographic points that one picture mm takes on the page."""
    box = ax.get_window_extent()
    page = ax.get_figure(root=True)
    if page is None:
        raise ValueError("axes without a figure have no size on paper")
    tall = abs(ax.get_ylim()[1] - ax.get_ylim()[0])
    wide = abs(ax.get_xlim()[1] - ax.get_xlim()[0])
    # The picture keeps its proportions, so the tighter of the two directions sets the scale.
    return min(box.height / tall, box.width / wide) * 72.0 / page.dpi


def pen(ax: Axes, name: str) -> float:
    """Width of a line in points: as on the page, and finer where the picture is small."""
    share = min(1.0, max(_FINEST, points_a_mm(ax) / _FULL_POINTS_A_MM))
    return WIDTHS[name] * POINTS_A_PX * share


def dashes(name: str) -> tuple[float, tuple[float, ...]]:
    """A dashed line as on the page."""
    return 0, tuple(each / WIDTHS[name] for each in DASHES[name])
