"""Plots of how numbers change from visit to visit, distinguished by dash and marker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator, MaxNLocator

from ..atlas import Atlas
from ..domain import SIDES, Side
from ..figures.style import INK
from ..matching.marks import MOST_INTENSE
from ..sessions import Comparison, TimeAxis, Visit
from . import typeset
from .flow import Picture
from .pictures import Captioned

_SIZE = 7.5
_DATE_SIZE = 7.0
_GAP = 8.0
_BESIDE = 0.03
"""How far the axis of time goes beyond the first and the last visit, as a share of it."""

_LOOKS = (("solid", "o", INK), ("dashed", "s", "white"))
"""Dash, marker and its filling of the first and the second line of a plot."""

Lines = list[tuple[str, list[float | None]]]


def trend_row(
    atlas: Atlas, comparison: Comparison, width: float, tall: float
) -> tuple[Picture, ...]:
    """Three plots over time: extent, strength, and how far down the nerve of each leg."""
    words, visits = atlas.words, comparison.visits
    plots: list[tuple[str, Lines]] = [
        _extent(atlas, comparison),
        (
            words("report.visits.plot.strength"),
            [
                (words("report.visits.worst"), [visit.worst_intensity for visit in visits]),
                (words("report.visits.mean"), [visit.mean_intensity for visit in visits]),
            ],
        ),
        (
            words("report.visits.plot.reach"),
            [(words(f"side.{s}"), _reach(visits, s)) for s in SIDES],
        ),
    ]
    each = width / 3 - _GAP
    tops = (None, MOST_INTENSE, None)
    return tuple(
        Captioned(each, tall, _plot(lines, comparison.axis, top, number == 2), title, (), each)
        for number, ((title, lines), top) in enumerate(zip(plots, tops, strict=True))
    )


def _extent(atlas: Atlas, comparison: Comparison) -> tuple[str, Lines]:
    """How much skin is marked: in percent of it where the visits are on two bodies."""
    if comparison.one_body:
        areas: list[float | None] = [visit.area_cm2 for visit in comparison.visits]
        return atlas.words("report.visits.plot.area"), [("", areas)]
    shares: list[float | None] = [100 * visit.share_of_skin for visit in comparison.visits]
    return atlas.words("report.visits.plot.share"), [("", shares)]


def _reach(visits: Sequence[Visit], side: Side) -> list[float | None]:
    return [far.cm if (far := visit.reach[side]) else None for visit in visits]


def _plot(
    lines: Lines, axis: TimeAxis, top: float | None, downward: bool
) -> Callable[[Axes], None]:
    """A function that draws lines over time; downward: 0 stands above."""

    def draw_on(ax: Axes) -> None:
        _smaller(ax)
        highest = top or 1.0
        for (name, values), (dash, marker, filled) in zip(lines, _LOOKS, strict=False):
            numbers = np.array([np.nan if value is None else value for value in values], float)
            if np.isnan(numbers).all():
                continue
            highest = max(highest, float(np.nanmax(numbers)))
            ax.plot(  # pyright: ignore[reportUnknownMemberType] matplotlib leaves keywords untyped
                axis.places,
                numbers,
                color=INK,
                linewidth=1.1,
                linestyle=dash,
                marker=marker,
                markersize=3.5,
                markerfacecolor=filled,
                label=name or None,
            )
        low, high = 0.0, highest * 1.12
        ax.set_ylim(*((high, low) if downward else (low, high)))
        ax.yaxis.set_major_locator(MaxNLocator(nbins=4))
        ax.tick_params(  # pyright: ignore[reportUnknownMemberType] matplotlib leaves keywords untyped
            labelsize=_SIZE, colors=INK, length=2.5, labelfontfamily=typeset.FAMILY
        )
        _draw_time(ax, axis)
        if ax.get_legend_handles_labels()[0] and lines[0][0]:
            ax.legend(  # pyright: ignore[reportUnknownMemberType] matplotlib leaves keywords untyped
                frameon=False,
                ncols=2,
                loc="best",
                borderaxespad=0.1,
                handlelength=2.2,
                columnspacing=0.9,
                prop={"family": typeset.FAMILY, "size": _SIZE - 0.5},
            )
        ax.spines[["top", "right"]].set_visible(False)

    return draw_on


def _draw_time(ax: Axes, axis: TimeAxis) -> None:
    """A tick for each visit, and the dates there is room for."""
    ax.set_xlim(-_BESIDE, 1 + _BESIDE)
    ax.xaxis.set_major_locator(FixedLocator([place for place, _ in axis.labels]))
    ax.xaxis.set_major_formatter(FixedFormatter([text for _, text in axis.labels]))
    ax.xaxis.set_minor_locator(FixedLocator(sorted(set(axis.places))))
    for tick, (place, _) in zip(ax.xaxis.get_major_ticks(), axis.labels, strict=True):
        tick.tick1line.set_visible(place in axis.places)
        tick.label1.set_fontsize(_DATE_SIZE)
    # The first date begins with the axis, and the last one ends with it.
    first, *_, last = ax.get_xticklabels()
    first.set_horizontalalignment("left")
    last.set_horizontalalignment("right")


def _smaller(ax: Axes) -> None:
    """Makes room inside the picture for the numbers on the axes."""
    left, low, width, height = ax.get_position().bounds
    figure = cast("Figure", ax.get_figure(root=True))
    wide, tall = figure.get_figwidth() * 72, figure.get_figheight() * 72
    ax.set_position((left + 22 / wide, low + 13 / tall, width - 24 / wide, height - 15 / tall))
