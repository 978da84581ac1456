"""Draws five pictures of what lies over what, and their page, beside what anatomy texts say.

    python tools/draw_order_pictures.py

The statements and their sources are in ``docs/facts/order_and_course.json``; each names the panel
in which it is to be seen.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src")]

from referral_map import Atlas, load_atlas  # noqa: E402
from referral_map.atlas.drawings import CREDIT, ViewDrawing, shown_structures, view_drawing  # noqa: E402
from referral_map.domain import BODIES  # noqa: E402
from referral_map.figures import artists, calls, inside  # noqa: E402

FACTS = ROOT / "docs" / "facts" / "order_and_course.json"
PICTURES = ROOT / "docs" / "pictures"
PAGE = ROOT / "docs" / "order_and_course.md"
PANEL_INCHES = 3.6
SIDE = "right"

HEAD = """# What lies over what

Five pictures of the right side, each peeled from panel to panel (a, b, c ...), and beside them what
anatomy texts say about order and course. Nothing is drawn by hand: what covers what follows from
how near each muscle, bone and nerve of the mesh lies to the viewer. A nerve is dashed where
something that is shown lies over it. Each statement was looked at in the panel that it names, on
both bodies. The woman's anatomy is the man's in another form.

Made by `make figures` from `docs/facts/order_and_course.json`.
"""


def panel(atlas: Atlas, picture: dict, view: ViewDrawing, muscles: list[str], ax: Axes) -> None:
    """One panel: bones, some muscles and the nerves of a picture, in its window."""
    artists.set_window(ax, picture["windows"][atlas.body])
    artists.draw_skin(ax, view)
    inside.draw_depth(ax, view, set(muscles), None, SIDE)
    shown = shown_structures(view, muscles)
    for nerve in picture["nerves"]:
        lines = view["nerves"].get(nerve, {}).get(SIDE, [])
        inside.draw_nerve(ax, lines, nerve, shown)


def draw(atlas: Atlas, picture: dict) -> Figure:
    """The panels of a picture side by side."""
    view = view_drawing(atlas, picture["view"], ())
    _, _, width, height = picture["windows"][atlas.body]
    count = len(picture["panels"])
    tall = PANEL_INCHES * height / width
    figure = Figure(figsize=(PANEL_INCHES * count, tall + 0.3), dpi=100)
    for number, name in enumerate(picture["panels"]):
        place = number / count, 0.0, 1 / count - 0.005, tall / (tall + 0.3)
        ax = calls.axes_in(figure, place)
        panel(atlas, picture, view, picture["panels"][name], ax)
        artists.draw_title(ax, name)
    return figure


def page(facts: list[dict]) -> str:
    """The page: each picture, its panels in words, and the statements with their sources."""
    parts = [HEAD]
    for picture in facts:
        parts.append(f"## {picture['title']}\n")
        for body in BODIES:
            file = f"order_{picture['picture']}_{body}.png"
            parts.append(f"![{picture['title']}: {body}](pictures/{file})\n")
        for name, muscles in picture["panels"].items():
            words = ", ".join(muscle.replace("_", " ") for muscle in muscles) or "bones alone"
            parts.append(f"- **{name}**: {words}")
        parts += ["", "| panel | what texts say | seen in |", "|---|---|---|"]
        for fact in picture["statements"]:
            sources = ", ".join(f"[{each['title']}]({each['url']})" for each in fact["sources"])
            parts.append(f"| {fact['panel']} | {fact['text']} | {sources} |")
        parts.append("")
    return "\n".join([*parts, CREDIT, ""])


def main() -> None:
    """Writes the pictures of both bodies and the page."""
    facts = json.loads(FACTS.read_text(encoding="utf-8"))
    for body in BODIES:
        atlas = load_atlas(body=body)
        for picture in facts:
            file = PICTURES / f"order_{picture['picture']}_{body}.png"
            draw(atlas, picture).savefig(file, dpi=110)
            print(file.relative_to(ROOT))
    PAGE.write_text(page(facts), encoding="utf-8")


if __name__ == "__main__":
    main()
