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
from referral_map.atlas.drawings import drawings, view_drawing
from referral_map.domain import MEASURED_BODY, Body
from referral_map.figures import artists, inside, pattern_figure
from referral_map.figures.pattern import draw_view
from referral_map.geometry.body_frame import first_framing

if TYPE_CHECKING:
    from referral_map.atlas.drawings import ViewDrawing
    from referral_map.atlas.folded import DrawnNerve

KEPT = Path(__file__).parent / "references"
DPI = 40

RING = "M10,10 90,10 90,70 10,70ZM30,30 30,50 60,50 60,30Z"
BLOB = "M20,20 70,15 80,60 25,65Z"
CORNER = "M55,40 90,40 90,70 55,70Z"
OUTSIDE = "M300,300 320,300 320,320Z"
NERVE: list[DrawnNerve] = [
    {"path": "M15,15 40,45", "width": 4.0, "name": "Nerve", "under": []},
    {"path": "M40,45 50,68", "width": 4.0, "name": "Nerve", "under": ["muscle:a_muscle"]},
]
WINDOW = (0, 0, 100, 80)
VIEW: ViewDrawing = {
    "title": "A view",
    "window": [*WINDOW],
    "windows": {"lower": [*WINDOW]},
    "letters": {"lower": [{"text": "R", "side": "right", "at": [94, 6]}]},
    "stored": "right",
    "two_sided": False,
    "right_at": 0,
    "body": RING,
    "shades": ["M12,12 88,12 88,24 12,24Z", "M12,12 88,12 88,18 12,18Z"],
    "folds": "M12,61C30,57 60,57 88,61 60,63 30,63 12,61Z",
    "bony": "M78,30 86,30 86,50 78,50Z",
    "order": ["bone:behind", "muscle:a_muscle", "muscle:another", "bone:before"],
    "patches": [{"of": "muscle:a_muscle", "over": "bone:before", "path": "M60,40 76,40 76,50Z"}],
    "bones": {
        "behind": {"path": "M15,12 25,12 25,68 15,68Z", "midline": False},
        "before": {"path": "M55,25 65,25 65,65 55,65Z", "midline": False},
    },
    "regions": {},
    "muscles": {"a_muscle": {"right": BLOB}, "another": {"right": CORNER}},
    "fibres": {"a_muscle": {"right": "M28,30 70,25M30,45 72,40"}},
    "tendons": {"a_muscle": {"right": "M25,65 35,63 34,55Z"}},
    "nerves": {"a_nerve": {"right": NERVE}},
    "patterns": {},
}
"""A view of no body."""


@cache
def drawn():
    """The drawings of all views."""
    return drawings(load_atlas())


def every_artist() -> Figure:
    """Each artist once, on shapes of no body."""
    figure = Figure(figsize=(5, 4), dpi=100)
    ax = figure.add_axes((0, 0, 1, 1))
    artists.set_window(ax, WINDOW)
    artists.draw_skin(ax, VIEW)
    inside.draw_bones(ax, {**VIEW, "order": ["bone:behind"]})
    inside.draw_depth(ax, {**VIEW, "order": VIEW["order"][1:]}, {"a_muscle"}, "a_muscle", "right")
    artists.draw_spillover(ax, CORNER, "a_point")
    artists.draw_essential(ax, "M62,12 88,12 88,38Z", "a_point")
    artists.draw_skin_area(ax, "M2,2 30,2 30,9 2,9Z", "an_area")
    inside.draw_nerve(ax, NERVE, "a_nerve", {"muscle:a_muscle"})
    inside.draw_narrow_place(ax, (40, 45), "a_place")
    artists.draw_mark(ax, (72, 52), "a_point")
    artists.draw_letter(ax, {"text": "R", "side": "right", "at": [94, 6]})
    return figure


def bare_view(name: str, body: Body = MEASURED_BODY) -> Figure:
    """A view with nothing but the body."""
    view = view_drawing(load_atlas(body=body), name)
    width, height = (side / 90 for side in view["windows"][first_framing(view["windows"])][2:])
    figure = Figure(figsize=(width, height + 0.5), dpi=100)
    ax = figure.add_axes((0, 0, 1, height / (height + 0.5)))
    draw_view(ax, {**drawn(), "views": {name: view}}, name)
    return figure


PICTURES = {
    "every_artist": every_artist,
    "back": lambda: bare_view("back"),
    "soles": lambda: bare_view("soles"),
    "arms_inner": lambda: bare_view("arms_inner"),
    "woman_front": lambda: bare_view("front", "woman"),
    "piriformis_lateral": lambda: pattern_figure(load_atlas(), drawn(), "piriformis_lateral"),
}


def save(name: str, path: Path) -> None:
    """Save a picture without its words: machines draw letters a little differently."""
    figure = PICTURES[name]()
    for text in figure.findobj(Text):
        text.set_visible(False)
    figure.savefig(path, dpi=DPI, pil_kwargs={"optimize": True})


def main() -> None:
    """Draw the kept pictures anew."""
    KEPT.mkdir(exist_ok=True)
    for name in PICTURES:
        save(name, KEPT / f"{name}.png")


if __name__ == "__main__":
    main()
