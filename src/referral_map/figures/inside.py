"""Drawing functions for what lies under the skin, the nearer over the farther: bones, muscles and
nerves. As in ``artists``: the axes first, style keywords to the one artist, the artist returned.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any, TypeAlias

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from ..arrays import Floats
from ..atlas.drawings import ViewDrawing
from ..atlas.folded import DrawnNerve
from ..atlas.measured import NerveShape
from ..geometry.paths import path_to_lines
from ..pens import (
    DASHES,
    NERVE_CASING_MM,
    NERVE_HIDDEN_SHARE,
    NERVE_LEAST_MM,
    OPACITIES,
)
from . import style
from .artists import compound_path, dashes, draw_shape, pen, points_a_mm

_STEP = 1e-3
"""Of the order in which structures are drawn, from one to the next."""

_Line: TypeAlias = tuple[Floats, float]
"""A line of a nerve and its width, picture mm."""


def draw_bones(ax: Axes, view: ViewDrawing, **kw: Any) -> None:
    """The bones, faint, each over those behind it."""
    bones = [name for kind, name in _parts(view) if kind == "bone"]
    for number, name in enumerate(bones):
        _bone(ax, view, name, 2 + number * _STEP, **({"alpha": style.BONE_ALPHA} | kw))


def _bone(ax: Axes, view: ViewDrawing, name: str, order: float, **kw: Any) -> PathPatch | None:
    look: dict[str, Any] = {
        "facecolor": style.BONE,
        "edgecolor": style.SKIN_EDGE,
        "linewidth": pen(ax, "bone"),
        "zorder": order,
    }
    return draw_shape(ax, view["bones"][name]["path"], f"bone-{name}", **(look | kw))


def _parts(view: ViewDrawing) -> list[tuple[str, str]]:
    """Bones and muscles of a view as kind and id, from the farthest to the nearest."""
    pairs = (each.partition(":") for each in view["order"])
    return [(kind, name) for kind, _, name in pairs]


def draw_depth(
    ax: Axes, view: ViewDrawing, muscles: Container[str], chosen: str | None, side: str
) -> None:
    """Bones and some muscles of a side as they lie before each other; what is hidden of the chosen
    one is drawn as a dashed line."""
    shown = [(kind, name) for kind, name in _parts(view) if kind == "bone" or name in muscles]
    for number, (kind, name) in enumerate(shown):
        order = 2 + number * _STEP
        _structure(ax, view, kind, name, side, order)
        for patch in view["patches"]:
            of_kind, _, of = patch["of"].partition(":")
            if patch["over"] == f"{kind}:{name}" and (of_kind, of) in shown:
                before = _structure(ax, view, of_kind, of, side, order + _STEP / 2)
                _cut_to(ax, before, patch["path"])
    if chosen is not None:
        outline = view["muscles"].get(chosen, {}).get(side, "")
        draw_shape(
            ax, outline, f"{chosen}-hidden", facecolor="none", edgecolor=style.MUSCLE_EDGE,
            linewidth=pen(ax, "hidden"), linestyle=dashes("hidden"),
            alpha=OPACITIES["hidden"], zorder=3.2,
        )  # fmt: skip


def draw_chosen(ax: Axes, view: ViewDrawing, muscle: str, side: str) -> None:
    """A muscle among the bones; where a view does not show it, the bones are faint."""
    if view["muscles"].get(muscle, {}).get(side):
        draw_depth(ax, view, {muscle}, muscle, side)
    else:
        draw_bones(ax, view)


def _structure(
    ax: Axes, view: ViewDrawing, kind: str, name: str, side: str, order: float
) -> list[Artist]:
    if kind == "muscle":
        return _muscle(ax, view, name, side, {"zorder": order})
    bone = _bone(ax, view, name, order)
    return [bone] if bone else []


def _cut_to(ax: Axes, drawn: Sequence[Artist], data: str) -> None:
    """Leaves of what is drawn what lies inside a path, for it is drawn once more: before what was
    drawn after it."""
    inside = compound_path(data)
    for artist in drawn:
        artist.set_gid(f"{artist.get_gid()}-before")
        if inside is not None:
            artist.set_clip_path(inside, ax.transData)


def draw_muscle(
    ax: Axes, view: ViewDrawing, muscle_id: str, side: str, **kw: Any
) -> PathPatch | None:
    """A muscle: flesh with its fibres, tendon pale."""
    flesh = next(iter(_muscle(ax, view, muscle_id, side, kw)), None)
    return flesh if isinstance(flesh, PathPatch) else None


def _muscle(
    ax: Axes, view: ViewDrawing, muscle_id: str, side: str, kw: dict[str, Any]
) -> list[Artist]:
    """What is drawn of a muscle, its flesh first."""
    look: dict[str, Any] = {
        "facecolor": style.FLESH,
        "edgecolor": style.MUSCLE_EDGE,
        "linewidth": pen(ax, "muscle"),
        "zorder": 3,
    } | kw
    order = float(look["zorder"])
    flesh = draw_shape(ax, view["muscles"].get(muscle_id, {}).get(side, ""), muscle_id, **look)
    lines = path_to_lines(view["fibres"].get(muscle_id, {}).get(side, ""))
    fibres = _add_lines(ax, lines, {
        "colors": style.FIBRE, "linewidths": pen(ax, "fibre"), "alpha": OPACITIES["fibre"],
        "zorder": order + _STEP / 10, "gid": f"{muscle_id}-fibres",
    }) if flesh and lines else None  # fmt: skip
    tendon = draw_shape(
        ax, view["tendons"].get(muscle_id, {}).get(side, ""), f"{muscle_id}-tendon",
        facecolor=style.TENDON, alpha=OPACITIES["tendon"], linewidth=0, zorder=order + _STEP / 5,
    )  # fmt: skip
    return [each for each in (flesh, fibres, tendon) if each is not None]


def draw_nerve(
    ax: Axes,
    lines: Sequence[NerveShape | DrawnNerve],
    nerve_id: str,
    shown: Container[str] = (),
    **kw: Any,
) -> LineCollection:
    """A nerve: pieces as wide as it is, at least 2 mm, with a dark edge; a piece that lies under
    something of ``shown`` (``muscle:id``, ``bone:id``) as a dashed, paler line."""
    covered: list[_Line] = []
    free: list[_Line] = []
    for item in lines:
        hidden = any(each in shown for each in item["under"])
        width = max(NERVE_LEAST_MM, item["width"])
        (covered if hidden else free).extend((line, width) for line in path_to_lines(item["path"]))
    _draw_covered(ax, _joined(covered))
    edge = [(line, width + NERVE_CASING_MM) for line, width in free]
    _nerve_lines(ax, edge, {"colors": style.NERVE_EDGE, "zorder": 6, "capstyle": "round"})
    look = {"colors": style.NERVE, "zorder": 6.1, "gid": nerve_id, "capstyle": "round"}
    return _nerve_lines(ax, free, look | kw)


def _draw_covered(ax: Axes, lines: Sequence[_Line]) -> None:
    """Dashed lines, with dashes of the same length whatever their width."""
    thin = [(line, width * NERVE_HIDDEN_SHARE) for line, width in lines]
    styles = [(0, tuple(each / width for each in DASHES["nerve_hidden"])) for _, width in thin]
    look: dict[str, Any] = {"colors": style.NERVE_EDGE, "zorder": 5.9, "linestyles": styles}
    _nerve_lines(ax, thin, look | {"alpha": OPACITIES["nerve_hidden"], "capstyle": "round"})


def _joined(lines: Sequence[_Line]) -> list[_Line]:
    """Pieces that go on from each other as one line: dashes are too long for short pieces."""
    whole: list[_Line] = []
    for line, width in lines:
        if whole and np.array_equal(whole[-1][0][-1], line[0]):
            whole[-1] = np.vstack([whole[-1][0], line[1:]]), whole[-1][1]
        else:
            whole.append((line, width))
    return whole


def _nerve_lines(ax: Axes, lines: Sequence[_Line], look: dict[str, Any]) -> LineCollection:
    scale = points_a_mm(ax)
    widths = [width * scale for _, width in lines]
    return _add_lines(ax, [line for line, _ in lines], look | {"linewidths": widths})


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


def _add_lines(ax: Axes, lines: list[Floats], look: dict[str, Any]) -> LineCollection:
    collection = LineCollection(lines, **look)
    ax.add_collection(collection)
    return collection
