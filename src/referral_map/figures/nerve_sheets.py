"""Contact sheets of nerves with their skin fields and narrow places, and of dermatomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import fill
from typing import TypeAlias

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..atlas import Atlas
from ..atlas.drawings import Drawings
from ..geometry.body_frame import DRAWN_VIEWS, VIEWS, View
from ..geometry.paths import mirror_path, shape_to_path
from . import artists, calls, inside, style

_ROWS = 4
_COLUMNS = tuple(name for name in DRAWN_VIEWS if "lower" in VIEWS[name].windows)
"""Views of the part of the body whose nerves there are."""


Sheets: TypeAlias = Iterator[tuple[list[str], Figure]]
Row: TypeAlias = list[Axes]
"""The axes of one record: its caption, then a view each."""

DrawRow: TypeAlias = Callable[[Row, Atlas, Drawings, str], None]


def nerve_sheets(atlas: Atlas, drawings: Drawings) -> Sheets:
    """Ids of a few nerves and their figure: path, skin fields, narrow places, right side."""
    return _sheets([nerve.id for nerve in atlas.nerves], _nerve_row, atlas, drawings)


def dermatome_sheets(atlas: Atlas, drawings: Drawings) -> Sheets:
    """Ids of a few dermatomes and their figure, right side."""
    return _sheets([each.id for each in atlas.dermatomes], _dermatome_row, atlas, drawings)


def _sheets(ids: list[str], draw_row: DrawRow, atlas: Atlas, drawings: Drawings) -> Sheets:
    for start in range(0, len(ids), _ROWS):
        part = ids[start : start + _ROWS]
        figure, grid = _sheet(len(part))
        for row, record_id in zip(grid, part, strict=True):
            draw_row(row, atlas, drawings, record_id)
        yield part, figure


def _dermatome_row(row: Row, atlas: Atlas, drawings: Drawings, dermatome_id: str) -> None:
    record = atlas.records.dermatomes[dermatome_id]
    _caption(row[0], [record.name, record.words, f"UNSURE: {record.uncertainty}"])
    for ax, name in zip(row[1:], _COLUMNS, strict=True):
        _body(ax, drawings, name)
        _area(ax, atlas, dermatome_id, name)


def _sheet(rows: int) -> tuple[Figure, list[Row]]:
    figure = Figure(figsize=(15.0, 5.6 * rows), dpi=100)
    widths = [420] + [VIEWS[name].windows["lower"][2] for name in _COLUMNS]
    grid = figure.subplots(rows, len(widths), squeeze=False, width_ratios=widths)
    top = 1 - 0.3 / figure.get_figheight()
    figure.subplots_adjust(0.01, 0.01, 0.99, top, wspace=0.02, hspace=0.06)
    return figure, [list(row) for row in grid]


def _caption(ax: Axes, parts: list[str], width: int = 46) -> None:
    ax.set_axis_off()
    text = "\n\n".join(fill(part, width) for part in parts)
    calls.write(ax, (0, 0.98), text, fontsize=6, va="top", transform=ax.transAxes, **style.FONT)


def _body(ax: Axes, drawings: Drawings, name: str) -> None:
    view = drawings["views"][name]
    artists.set_window(ax, view["windows"]["lower"])
    artists.draw_skin(ax, view)
    inside.draw_bones(ax, view)
    for letter in view["letters"]["lower"]:
        artists.draw_letter(ax, letter)
    artists.draw_title(ax, view["title"])


def _area(ax: Axes, atlas: Atlas, area_id: str, name: str) -> None:
    own, across = atlas.areas[area_id].outline(atlas.computed.surfaces[name])
    view: View = VIEWS[name]
    path = shape_to_path(own)
    if view.two_sided:
        path += mirror_path(shape_to_path(across))
    artists.draw_skin_area(ax, path, area_id)


def _nerve_row(row: Row, atlas: Atlas, drawings: Drawings, nerve_id: str) -> None:
    nerve = atlas.nerve(nerve_id)
    parts = [f"{nerve.name} ({', '.join(nerve.roots)})"]
    parts += [f"FIELD {field.name}: {field.words}" for field in nerve.skin_fields]
    parts += [f"NARROW: {narrow.name} ({narrow.view})" for narrow in nerve.narrow_places]
    _caption(row[0], parts)
    for ax, name in zip(row[1:], _COLUMNS, strict=True):
        _body(ax, drawings, name)
        for field in nerve.skin_fields:
            _area(ax, atlas, field.id, name)
        lines = [
            line
            for branch in nerve.branches
            for line in atlas.computed.drawings[name]["nerves"].get(branch.id, [])
        ]
        inside.draw_nerve(ax, lines, nerve_id)
        for narrow in nerve.narrow_places:
            if narrow.view == name:
                u, v = VIEWS[name].project(atlas.narrow_places[narrow.id].xyz)[0]
                inside.draw_narrow_place(ax, (u, v), narrow.id)
