"""The picture of one trigger point: muscle, point, pattern and nerve in every view that helps."""

from __future__ import annotations

from pathlib import Path as FilePath
from textwrap import fill

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from ..atlas import Atlas
from ..atlas.credit import zone_citations, zones_credit
from ..atlas.drawings import CREDIT, Drawings, ViewDrawing, shown_structures
from ..atlas.folded import MARK_RADIUS_MM
from ..atlas.how_sure import in_words
from ..domain import FILE_FORMATS
from ..errors import ReferralMapError
from ..geometry.body_frame import VIEWS, first_framing
from ..geometry.paths import path_to_shape
from ..words import Words
from . import artists, calls, inside, style

FORMATS = tuple(f".{each}" for each in FILE_FORMATS)
_LEAST_ZONE_MM2 = 1200.0
_POINTS_A_MM = 0.38
_SMALL_MM = 400.0
"""A view that is less high shows hands, feet or the head."""


def views_of(drawings: Drawings, point_id: str, side: str) -> list[str]:
    """The views worth showing: the point's own, and each that shows enough of its pattern."""
    names: list[str] = []
    for name, view in drawings["views"].items():
        pattern = view["patterns"].get(point_id, {}).get(side)
        if not pattern:
            continue
        zones = (pattern["essential"], pattern["spillover"])
        area = sum(path_to_shape(zone).area for zone in zones)
        if area >= _LEAST_ZONE_MM2 or (pattern["mark"] and area > 0):
            names.append(name)
    return names


def draw_view(
    ax: Axes,
    drawings: Drawings,
    view_name: str,
    point_id: str | None = None,
    side: str = "right",
    nerve: bool = True,
) -> None:
    """One view on axes: body, bones, and a trigger point's muscle, zones, nerve and mark."""
    view = drawings["views"][view_name]
    framing = first_framing(view["windows"])
    artists.set_window(ax, view["windows"][framing])
    artists.draw_skin(ax, view)
    if point_id is None:
        inside.draw_bones(ax, view)
    else:
        _draw_point(ax, drawings, view, point_id, side, nerve)
    for letter in view["letters"][framing]:
        artists.draw_letter(ax, letter)
    artists.draw_title(ax, view["title"])


def _draw_point(
    ax: Axes, drawings: Drawings, view: ViewDrawing, point_id: str, side: str, nerve: bool
) -> None:
    muscle = drawings["trigger_points"][point_id]["muscle"]
    inside.draw_chosen(ax, view, muscle, side)
    pattern = view["patterns"].get(point_id, {}).get(side)
    if pattern:
        artists.draw_spillover(ax, pattern["spillover"], point_id)
        artists.draw_essential(ax, pattern["essential"], point_id)
    if nerve:
        main = drawings["main_nerve"]
        lines = view["nerves"].get(main, {}).get(side, [])
        inside.draw_nerve(ax, lines, main, shown_structures(view, [muscle]))
    if pattern and pattern["mark"]:
        u, v = pattern["mark"]
        artists.draw_mark(ax, (u, v), point_id)


def pattern_figure(atlas: Atlas, drawings: Drawings, point_id: str, side: str = "right") -> Figure:
    """The figure of a trigger point on a side of the patient.

    Raises UnknownName for a trigger point the atlas does not have.
    """
    point, muscle = atlas.trigger_point(point_id), atlas.muscle_of(point_id)
    names = views_of(drawings, point_id, side)
    widths = [_drawn_size(name)[0] for name in names]
    height = max(_drawn_size(name)[1] for name in names)
    inch = _POINTS_A_MM / 72
    page = Figure(figsize=(max(sum(widths) * inch + 0.6, 6.4), height * inch + 1.9), dpi=100)
    wide, tall = page.get_size_inches()
    left = (wide - sum(widths) * inch) / 2
    for name, width in zip(names, widths, strict=True):
        part = _drawn_size(name)[1]
        low = 1.15 + (height - part) / 2 * inch
        place = left / wide, low / tall, width * inch / wide, part * inch / tall
        ax = calls.axes_in(page, place)
        draw_view(ax, drawings, name, point_id, side)
        left += width * inch
    calls.write(
        page,
        (0.3 / wide, 1 - 0.15 / tall),
        atlas.on_side(atlas.words("figure.title", muscle=muscle.name, point=point.name), side),
        fontsize=12,
        fontweight="bold",
        va="top",
        **style.FONT,
    )
    calls.legend(
        page,
        _legend(atlas.words),
        loc="lower left",
        bbox_to_anchor=(0.22 / wide, 0.74 / tall),
        ncols=5,
        fontsize=7.2,
        frameon=False,
        handlelength=1.5,
        columnspacing=1.1,
    )
    calls.write(
        page,
        (0.3 / wide, 0.12 / tall),
        _footer(atlas, point_id, int(wide * 21)),
        fontsize=5.6,
        va="bottom",
        linespacing=1.35,
        **style.FONT,
    )
    return page


def _drawn_size(name: str) -> tuple[float, float]:
    """Width and height of a view's window; feet and hands are drawn larger than the other views."""
    windows = VIEWS[name].windows
    _, _, width, height = windows[first_framing(windows)]
    return (width * 1.5, height * 1.5) if height < _SMALL_MM else (width, height)


def _legend(words: Words) -> list[Artist]:
    disc = Line2D(
        [],
        [],
        marker=r"$\otimes$",
        markersize=10,
        color=style.INK,
        linestyle="",
        linewidth=0,
        label=words("figure.trigger_point", number=round(MARK_RADIUS_MM)),
    )
    nerve = Line2D([], [], color=style.NERVE, linewidth=3, label=words("figure.nerve"))
    return [
        Patch(
            facecolor=style.ESSENTIAL,
            alpha=style.ESSENTIAL_ALPHA,
            label=words("figure.essential"),
        ),
        Patch(
            facecolor="none",
            edgecolor=style.SPILLOVER,
            hatch=style.SPILLOVER_HATCH,
            linewidth=0,
            label=words("figure.spillover"),
        ),
        Patch(
            facecolor=style.FLESH,
            edgecolor=style.MUSCLE_EDGE,
            label=words("figure.muscle"),
        ),
        nerve,
        disc,
    ]


def _footer(atlas: Atlas, point_id: str, width: int) -> str:
    credited = zones_credit(atlas, zone_citations(atlas, point_id))
    lines = [in_words(atlas, point_id), credited, CREDIT, atlas.words("figure.what_it_is")]
    return "\n".join(fill(line, width) for line in lines)


def save(figure: Figure, path: FilePath, dpi: int = 160) -> None:
    """Writes a figure as PNG, SVG or PDF by its suffix.

    Raises ReferralMapError for another suffix or a place that cannot be written.
    """
    if path.suffix.lower() not in FORMATS:
        raise ReferralMapError(
            f"cannot write {path.name!r}: the suffix is {path.suffix!r}; "
            f"allowed: {', '.join(FORMATS)}"
        )
    try:
        metadata = {"Date": None} if path.suffix.lower() == ".svg" else None
        calls.save_figure(figure, path, dpi=dpi, metadata=metadata)
    except OSError as error:
        raise ReferralMapError(f"cannot write {str(path)!r}: {error.strerror}") from error
