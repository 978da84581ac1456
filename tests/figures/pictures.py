"""The pictures that are compared with a kept one. Run this file to draw the kept ones anew:

python tests/figures/pictures.py
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from matplotlib.text import Text

from referral_map import load_atlas
from referral_map.atlas.drawings import DrawnNerve, drawings
from referral_map.figures import artists, pattern_figure
from referral_map.figures.pattern import draw_view

if TYPE_CHECKING:
    from referral_map.atlas.drawings import DrawnNerve

KEPT = Path(__file__).parent / "references"
DPI = 40

RING = "M10,10 90,10 90,70 10,70ZM30,30 30,50 60,50 60,30Z"
BLOB = "M20,20 70,15 80,60 25,65Z"
CORNER = "M55,40 90,40 90,70 55,70Z"
NERVE: list[DrawnNerve] = [{"path": "M15,15 40,45 50,68", "width": 4.0, "name": "Nerve"}]


@cache
def drawn():
    """The drawings of all views."""
    return drawings(load_atlas())


def every_artist() -> Figure:
    """Each artist once, on shapes of no body."""
    figure = Figure(figsize=(5, 4), dpi=100)
    ax = figure.add_axes((0, 0, 1, 1))
    artists.set_window(ax, (0, 0, 100, 80))
    artists.draw_body(ax, RING)
    artists.draw_bones(ax, "M15,12 25,12 25,68 15,68Z")
    artists.draw_creases(ax, "M12,60 88,60")
    artists.draw_muscle(ax, BLOB, "a_muscle")
    artists.draw_spillover(ax, CORNER, "a_point")
    artists.draw_essential(ax, "M62,12 88,12 88,38Z", "a_point")
    artists.draw_nerve(ax, NERVE, "a_nerve")
    artists.draw_mark(ax, (72, 52), "a_point")
    artists.draw_letter(ax, {"text": "R", "side": "right", "at": [94, 6]})
    return figure


def bare_view(name: str) -> Figure:
    """A view with nothing but the body."""
    view = drawn()["views"][name]
    width, height = (side / 90 for side in view["window"][2:])
    figure = Figure(figsize=(width, height + 0.5), dpi=100)
    draw_view(figure.add_axes((0, 0, 1, height / (height + 0.5))), drawn(), name)
    return figure


PICTURES = {
    "every_artist": every_artist,
    "back": lambda: bare_view("back"),
    "soles": lambda: bare_view("soles"),
    "piriformis_lateral": lambda: pattern_figure(load_atlas(), drawn(), "piriformis_lateral"),
}


def save(name: str, path: Path) -> None:
    """Save a picture without its words: machines draw letters a little differently."""
    figure = PICTURES[name]()
    for text in figure.findobj(Text):
        text.set_visible(False)
    figure.savefig(path, dpi=DPI)


def main() -> None:
    """Draw the kept pictures anew."""
    KEPT.mkdir(exist_ok=True)
    for name in PICTURES:
        save(name, KEPT / f"{name}.png")


if __name__ == "__main__":
    main()
