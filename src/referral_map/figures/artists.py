"""Drawing functions: the axes first, style keywords to the one artist, the artist returned.

Everything is in picture mm, v down. ``gid`` is the id of the drawn record.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from ..arrays import Floats
from ..atlas.drawings import ViewDrawing
from ..atlas.folded import MARK_ARM, MARK_RADIUS_MM, DrawnNerve
from ..atlas.measured import NerveShape
from ..domain import SkinTone
from ..geometry.body_frame import SideLetter
from ..geometry.paths import path_to_lines, path_to_shape, shape_to_path, subpaths
from . import calls, style


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
    draw_shape(ax, view["body"], "body", facecolor=ground, edgecolor=edge, linewidth=0.8, zorder=1)
    for number, path in enumerate(view["shades"]):
        draw_shape(ax, path, f"shade-{number}", **_shade(style.SHADE_ALPHA, 1.1))
    draw_shape(ax, view["bony"], "bony", **_shade(style.SHADE_ALPHA / 2, 1.2))
    draw_shape(ax, view["folds"], "folds", **_shade(style.FOLD_ALPHA, 1.3))


def _shade(alpha: float, order: float) -> dict[str, Any]:
    return {"facecolor": style.SHADE, "alpha": alpha, "linewidth": 0, "zorder": order}


def draw_bones(ax: Axes, view: ViewDrawing, **kw: Any) -> None:
    """The bones, faint, each over those behind it."""
    bones = [name for kind, name in _parts(view) if kind == "bone"]
    for number, name in enumerate(bones):
        _bone(ax, view, name, 2 + number / 1000, **({"alpha": style.BONE_ALPHA} | kw))


def _bone(ax: Axes, view: ViewDrawing, name: str, order: float, **kw: Any) -> None:
    look: dict[str, Any] = {
        "facecolor": style.BONE,
        "edgecolor": style.BONE_EDGE,
        "linewidth": 0.35,
        "zorder": order,
    }
    draw_shape(ax, view["bones"][name]["path"], f"bone-{name}", **(look | kw))


def _parts(view: ViewDrawing) -> list[tuple[str, str]]:
    """Bones and muscles of a view as kind and id, from the farthest to the nearest."""
    pairs = (each.partition(":") for each in view["order"])
    return [(kind, name) for kind, _, name in pairs]


def draw_depth(
    ax: Axes, view: ViewDrawing, muscles: Container[str], chosen: str | None, side: str
) -> None:
    """Bones and some muscles of a side as they lie before each other; what is hidden of the chosen
    one is drawn as a dashed line."""
    for number, (kind, name) in enumerate(_parts(view)):
        order = 2 + number / 1000
        if kind == "bone":
            _bone(ax, view, name, order)
        elif name in muscles:
            draw_muscle(ax, view, name, side, zorder=order)
        else:
            continue
        for patch in view["patches"]:
            of = patch["of"].partition(":")[2]
            if patch["over"] == f"{kind}:{name}" and of in muscles:
                _patch(ax, patch["path"], of, order + 0.0006, side, view)
    if chosen is not None:
        outline = view["muscles"].get(chosen, {}).get(side, "")
        draw_shape(
            ax, outline, f"{chosen}-hidden", facecolor="none", edgecolor=style.MUSCLE_EDGE,
            linewidth=0.6, linestyle=(0, (3, 2)), alpha=0.75, zorder=3.2,
        )  # fmt: skip


def _patch(ax: Axes, path: str, muscle: str, order: float, side: str, view: ViewDrawing) -> None:
    """The part of a muscle that lies before what was painted after it; of one side only."""
    own = view["muscles"].get(muscle, {}).get(side, "")
    here = path_to_shape(path).intersection(path_to_shape(own).buffer(1.0))
    look = {"facecolor": style.FLESH, "edgecolor": "none", "zorder": order}
    draw_shape(ax, shape_to_path(here), f"{muscle}-before", **look)


def draw_muscle(
    ax: Axes, view: ViewDrawing, muscle_id: str, side: str, **kw: Any
) -> PathPatch | None:
    """A muscle: flesh with its fibres, tendon pale."""
    look: dict[str, Any] = {
        "facecolor": style.FLESH,
        "edgecolor": style.MUSCLE_EDGE,
        "linewidth": 0.7,
        "zorder": 3,
    } | kw
    order = float(look["zorder"])
    path = view["muscles"].get(muscle_id, {}).get(side, "")
    drawn = draw_shape(ax, path, muscle_id, **look)
    draw_shape(
        ax, view["tendons"].get(muscle_id, {}).get(side, ""), f"{muscle_id}-tendon",
        facecolor=style.TENDON, alpha=0.85, linewidth=0, zorder=order + 0.0002,
    )  # fmt: skip
    lines = path_to_lines(view["fibres"].get(muscle_id, {}).get(side, ""))
    if lines:
        look = {"colors": style.FIBRE, "linewidths": 0.35, "alpha": 0.8, "zorder": order + 0.0004}
        _add_lines(ax, lines, look | {"gid": f"{muscle_id}-fibres"})
    return drawn


def _add_lines(ax: Axes, lines: list[Floats], look: dict[str, Any]) -> LineCollection:
    collection = LineCollection(lines, **look)
    ax.add_collection(collection)
    return collection


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
    ax: Axes,
    lines: Sequence[NerveShape | DrawnNerve],
    nerve_id: str,
    shown: Container[str] = (),
    **kw: Any,
) -> LineCollection:
    """A nerve: pieces as wide as it is, at least 2 mm, with a dark edge; a piece that lies under
    something of ``shown`` (``muscle:id``, ``bone:id``) as a dashed, paler line."""
    hidden = [any(each in shown for each in item["under"]) for item in lines]
    points_a_mm = _points_a_mm(ax)
    free = [item for item, under in zip(lines, hidden, strict=True) if not under]
    covered = [item for item, under in zip(lines, hidden, strict=True) if under]
    dashed: dict[str, Any] = {"colors": style.NERVE_EDGE, "alpha": 0.65, "zorder": 5.9}
    _nerve_lines(ax, covered, points_a_mm * 0.55, dashed | {"linestyles": [(0, (2.2, 1.6))]})
    edge: dict[str, Any] = {"colors": style.NERVE_EDGE, "zorder": 6, "alpha": 0.9}
    _nerve_lines(ax, free, points_a_mm, edge | {"capstyle": "round"}, more=0.5)
    look: dict[str, Any] = {"colors": style.NERVE, "zorder": 6.1, "gid": nerve_id}
    return _nerve_lines(ax, free, points_a_mm, look | {"capstyle": "round"} | kw)


def _nerve_lines(
    ax: Axes,
    lines: Sequence[NerveShape | DrawnNerve],
    points_a_mm: float,
    look: dict[str, Any],
    more: float = 0.0,
) -> LineCollection:
    paths = [line for item in lines for line in path_to_lines(item["path"])]
    widths = [max(2.0, item["width"]) for item in lines for _ in path_to_lines(item["path"])]
    return _add_lines(ax, paths, look | {"linewidths": [w * points_a_mm + more for w in widths]})


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
