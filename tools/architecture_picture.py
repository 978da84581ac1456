"""Draws docs/pictures/architecture.svg: the layers of the code, and the way of a mark through them.

The library's layers are those that pyproject.toml holds the code to, so the picture cannot tell
of another house than the one that stands.

python tools/architecture_picture.py
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "docs" / "pictures" / "architecture.svg"

WIDTH, HEIGHT = 960, 980
INK, QUIET = "#181614", "#5d564c"
BROWSER, SERVER = ("#f2ede4", "#b9ad98"), ("#e5f0ef", "#7fb0b4")
"""Ground and edge of what runs in the browser, and of what runs in Python."""

ROOMS = (
    ("pages/*", "map, results, teach, learn, handout, visits, head, foot"),
    ("shell", "brings the parts of a page to life"),
    ("body | care", "views, zoom, marks, patterns | timer, urgent"),
    ("document", "what the person marked, and the reading"),
    ("language", "words, terms, citations"),
    ("lib", "dom, fields, svg paths"),
)
"""The rooms of app/frontend from the top, and what is in each."""

MEANINGS = (
    "what people use: the web app, the command",
    "pages to take home: handout, visits",
    "pictures of points, patterns and nerves",
    "one person's marks and answers; the whole reading",
    "which points | muscle or nerve | who needs a doctor",
    "the data: read, checked and joined with the body",
    "skin, views, places, zones | every sentence",
    "colours, names and arrays | what goes wrong | JSON",
)
"""What each layer of the library is for, from the top."""

WAY = (
    (BROWSER, "1 a finger", "pages/map, body", "taps or paints"),
    (BROWSER, "2 the document", "document", "keeps the mark"),
    (SERVER, "3 the question", "app/answers.py", "/answer/reading"),
    (SERVER, "4 Session", "sessions", "what was sent, read"),
    (SERVER, "5 MarkedSkin", "matching", "pain on the skin"),
    (SERVER, "6 PatternTable", "matching", "a column a pattern"),
    (SERVER, "7 Analysis", "matching", "list, sets, order"),
    (SERVER, "8 the answer", "app", "the reading, JSON"),
    (BROWSER, "9 the list", "pages/results", "might explain it"),
)
"""The way of a mark: where it runs, what it is then, whose it is, and what happens."""


def layers() -> list[str]:
    """The layers of the library from the top, as the import rules have them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return settings["tool"]["importlinter"]["contracts"][0]["layers"]


def _text(x: float, y: float, words: str, size: int = 15, **style: str) -> str:
    extra = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in style.items())
    return f'<text x="{x}" y="{y}" font-size="{size}"{extra}>{escape(words)}</text>'


def _box(x: float, y: float, wide: float, high: float, colours: tuple[str, str]) -> str:
    ground, edge = colours
    return (
        f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="6" '
        f'fill="{ground}" stroke="{edge}" stroke-width="1.5"/>'
    )


def _arrow(x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{QUIET}" '
        'stroke-width="1.5" marker-end="url(#head)"/>'
    )


def _bend(x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<path d="M{x1},{y1} V{y2} H{x2}" fill="none" stroke="{QUIET}" '
        'stroke-width="1.5" marker-end="url(#head)"/>'
    )


def _stack(
    x: float, wide: float, title: str, floors: Sequence[tuple[str, str]], colours
) -> list[str]:
    """Floors of a house, the upper on the lower; each may use those below it."""
    drawn = [_text(x, 74, title, 17, font_weight="600")]
    high = 440 / len(floors)
    for number, (name, meaning) in enumerate(floors):
        top = 90 + number * high
        drawn += [
            _box(x, top, wide, high - 8, colours),
            _text(x + 14, top + high / 2 - 8, name, 16, font_weight="600"),
            _text(x + 14, top + high / 2 + 11, meaning, 14, fill=QUIET),
        ]
    return drawn


def _way() -> list[str]:
    """The boxes of the way: five from left to right, then back from right to left."""
    drawn, wide, high = [], 160, 92
    places = [(30 + 185 * n, 640) for n in range(5)] + [(585 - 185 * n, 790) for n in range(4)]
    for (colours, name, owner, words), (x, y) in zip(WAY, places, strict=True):
        drawn += [
            _box(x, y, wide, high, colours),
            _text(x + 12, y + 28, name, 15, font_weight="600"),
            _text(x + 12, y + 51, owner, 14),
            _text(x + 12, y + 73, words, 14, fill=QUIET),
        ]
    for (x1, y1), (x2, y2) in pairwise(places):
        if y1 == y2 and x2 > x1:
            drawn.append(_arrow(x1 + wide, y1 + high / 2, x2 - 3, y2 + high / 2))
        elif y1 == y2:
            drawn.append(_arrow(x1, y1 + high / 2, x2 + wide + 3, y2 + high / 2))
        else:
            # Down from the last of the upper row, then to the first of the lower one.
            drawn.append(_bend(x1 + wide / 2, y1 + high, x2 + wide + 3, y2 + high / 2))
    return drawn


def picture() -> str:
    """The picture as SVG."""
    floors = list(zip(layers(), MEANINGS, strict=True))
    head = (
        '<marker id="head" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="8" markerHeight="8" '
        f'orient="auto"><path d="M0,0 8,4 0,8Z" fill="{QUIET}"/></marker>'
    )
    drawn = [
        _text(30, 36, "The layers: each may use those below it, none those above", 20),
        *_stack(30, 410, "In the browser: app/frontend", list(ROOMS), BROWSER),
        *_stack(500, 430, "In Python: referral_map", floors, SERVER),
        _text(30, 590, "The way of a mark, from the finger to the list", 20),
        _text(30, 616, "Nothing of it stays with the server: an answer is made, sent, forgotten."),
        *_way(),
        _text(30, 926, "anatomy/ : what people wrote about the body, and what was measured on it."),
        _text(30, 950, "The atlas reads it once; all patterns become weights on the skin points."),
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            f'font-family="system-ui, sans-serif" fill="{INK}" role="img">',
            "<title>Layers of the code, and the way of a mark through them</title>",
            f"<defs>{head}</defs>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
            *drawn,
            "</svg>",
            "",
        ]
    )


def draw() -> None:
    """Writes the picture."""
    FILE.write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    draw()
