"""Contact sheets: every pattern in every view, small, to be compared with the texts."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from matplotlib.figure import Figure

from ..atlas import Atlas
from ..atlas.credit import zone_citations, zones_credit
from ..atlas.drawings import Drawings
from ..geometry.body_frame import VIEWS
from . import calls, style
from .pattern import draw_view

_COLUMNS = tuple(name for name, view in VIEWS.items() if "lower" in view.windows)
"""Views of the part of the body whose muscles there are."""

_ROWS = 4


def contact_sheets(
    atlas: Atlas, drawings: Drawings, rows: int = _ROWS
) -> Iterator[tuple[list[str], Figure]]:
    """Ids of ``rows`` trigger points and their figure: a pattern a row, right-sided.

    The nerve is left out, so that nothing lies over a zone."""
    points = atlas.trigger_points
    for start in range(0, len(points), rows):
        point_ids = [point.id for point in points[start : start + rows]]
        yield point_ids, _sheet(atlas, drawings, point_ids)


def _sheet(atlas: Atlas, drawings: Drawings, point_ids: list[str]) -> Figure:
    figure = Figure(figsize=(15.0, 4.9 * len(point_ids)), dpi=100)
    grid = figure.subplots(
        len(point_ids),
        len(_COLUMNS) + 1,
        squeeze=False,
        width_ratios=[340] + [VIEWS[name].windows["lower"][2] for name in _COLUMNS],
    )
    top = 1 - 0.3 / figure.get_figheight()
    figure.subplots_adjust(0.01, 0.01, 0.99, top, wspace=0.02, hspace=0.06)
    for row, point_id in zip(grid, point_ids, strict=True):
        row[0].set_axis_off()
        calls.write(
            row[0],
            (0, 0.98),
            _caption(atlas, point_id),
            fontsize=6.5,
            va="top",
            wrap=True,
            transform=row[0].transAxes,
            **style.FONT,
        )
        for ax, name in zip(row[1:], _COLUMNS, strict=True):
            draw_view(ax, drawings, name, point_id, nerve=False)
    return figure


def _caption(atlas: Atlas, point_id: str, width: int = 30) -> str:
    point, muscle = atlas.trigger_point(point_id), atlas.muscle_of(point_id)
    words, area = atlas.words, atlas.zone_area_cm2(point_id)
    sizes = {zone: f"{area[zone]:.0f}" for zone in ("essential", "spillover")}
    parts = [
        words("figure.title", muscle=muscle.name, point=point.name),
        point_id,
        words("figure.areas", **sizes),
        words("figure.in_essential", words=point.essential.words),
    ]
    if point.spillover:
        parts.append(words("figure.in_spillover", words=point.spillover.words))
    parts.append(zones_credit(atlas, zone_citations(atlas, point_id)))
    return "\n\n".join(fill(part, width) for part in parts)
