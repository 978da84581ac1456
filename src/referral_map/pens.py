"""Lines, dots and fading of the drawings, each once: the page and the figures take theirs here.

The colours are in ``colours.py``. After a change run ``make contract``: it writes
``app/frontend/styles/tokens.css`` and ``app/frontend/lib/constants.js``.
"""

from __future__ import annotations

WIDTHS: dict[str, float] = {
    "body": 1.5,
    "bone": 0.6,
    "muscle": 1.2,
    "fibre": 0.6,
    "hidden": 1.5,
    "essential": 1.2,
    "spillover": 1.0,
    "point": 1.5,
    "point_cross": 2.5,
}
"""Width of lines in px of the page, whatever the scale of the picture."""

DASHES: dict[str, tuple[float, float]] = {
    "hidden": (5.0, 4.0),
    "spillover": (3.0, 3.0),
    "nerve_hidden": (7.0, 6.0),
}
"""Dash and gap: px of the page, of a nerve picture mm."""

OPACITIES: dict[str, float] = {
    "faint": 0.4,
    "faint_dark": 0.2,
    "bony": 0.5,
    "fibre": 0.7,
    "tendon": 0.85,
    "hidden": 0.6,
    "nerve_hidden": 0.45,
}
"""How opaque things are beside what their colour says; ``faint``: bones that shine
through, ``faint_dark``: through dark skin."""

NERVE_LEAST_MM = 2.0
"""No nerve is drawn thinner."""

NERVE_CASING_MM = 2.5
"""The dark edge of a nerve is so much wider than the nerve."""

NERVE_HIDDEN_SHARE = 0.7
"""Width of the dashed line of a covered nerve, of its own."""

STIPPLE_MM = 10.0
"""The side of the square that holds two dots of a stippled zone."""

STIPPLE_DOT_MM = 2.7
"""The radius of a dot."""

FADE_MM = 30.0
"""Where a window cuts the body, it fades out over so much."""

CUT_WITHIN_MM = 3.0
"""An outline that was cut at an edge of a window lies so near to it."""


def tokens() -> dict[str, str]:
    """By name of a custom property such as ``--pen-body``: its value in a style sheet."""
    widths = {f"--pen-{name}": f"{width:g}" for name, width in WIDTHS.items()}
    dashes = {f"--dash-{name}": f"{dash:g} {gap:g}" for name, (dash, gap) in DASHES.items()}
    opacities = {f"--opacity-{name}": f"{share:g}" for name, share in OPACITIES.items()}
    return {name.replace("_", "-"): value for name, value in (widths | dashes | opacities).items()}
