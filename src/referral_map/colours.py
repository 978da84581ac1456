"""The colours of the project, each once: the page, the figures and the handout take theirs here.

Calm and warm, and told apart without colour vision: each kind also differs in form (hatched,
solid, stippled, outlined, a cased line) and in lightness, so nothing rests on hue alone. Where the
page and the paper once differed, the one kept is: the page's skin and opacities, which most people
see; the paper's ink of the signs in marked skin, which stands out more (4.6 : 1 on its ground, the
page had 3.3 : 1); and the page's ink of words. After a change run ``make contract``: it writes
``app/frontend/styles/tokens.css`` and the theme in ``.streamlit/config.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Colour:
    """light, dark: ``#rrggbb`` on light and on dark ground; paper is light.

    dark None: it is used on paper alone.
    """

    light: str
    dark: str | None = None


@dataclass(frozen=True)
class Tint:
    """Another colour of the table, let through: light, dark: how opaque, 0..1."""

    of: str
    light: float
    dark: float


COLOURS: dict[str, Colour | Tint] = {
    # Words, paper and what is round the map: most of it is the theme of Streamlit.
    "ink": Colour("#181614", "#ece8e1"),
    "quiet": Colour("#4a4846", "#bebbb5"),
    "background": Colour("#fcfaf6", "#1b1a18"),
    "paper": Colour("#f2ede4", "#282622"),
    "line": Colour("#ded7ca", "#45413a"),
    "link": Colour("#1a5f69", "#86c9d0"),
    "accent": Colour("#1f6b75", "#2f808a"),
    "on_accent": Colour("#ffffff", "#ffffff"),
    "focus": Colour("#0b3d91", "#ffd54a"),
    "alarm": Colour("#9c1c12", "#ff9d8c"),
    "alarm_ground": Colour("#fdeae6", "#431a14"),
    "care": Colour("#7a5200", "#f0c766"),
    "care_ground": Colour("#fbf1d6", "#3a2f12"),
    "found_ground": Colour("#ffe08a", "#6b5200"),
    # The body.
    "body": Colour("#ecd6c2", "#564a40"),
    "body_light": Colour("#f6e8dc", "#6a5f57"),
    "body_dark": Colour("#b68a6a", "#3d2d23"),
    "body_grey": Colour("#ececec"),
    "body_line": Colour("#8a6f5a", "#b3a48e"),
    "body_line_dark": Colour("#5c3d29", "#8f7460"),
    "shade": Colour("#7d4a2a", "#000000"),
    "body_shade": Tint("shade", 0.10, 0.22),
    "body_fold": Tint("shade", 0.55, 0.6),
    "bone": Colour("#fbf5ea", "#6d6355"),
    "region_line": Colour("#b9a488", "#776b5b"),
    "point_at": Colour("#12525c", "#a6e3ea"),
    # What is marked, and the signs of its quality.
    "mark": Colour("#123a80", "#9cc4ff"),
    "mark_ground": Colour("#86abe6", "#3b5f9a"),
    # Where pain is felt: the essential and the spillover zone.
    "zone": Colour("#cd3c1e", "#ff7a54"),
    "essential": Tint("zone", 0.82, 0.85),
    "zone_line": Colour("#8c2309", "#ffc0a8"),
    "spillover_ground": Tint("zone", 0.13, 0.15),
    "spillover_dot": Colour("#b5391a", "#ff9a77"),
    # A trigger point is a pale disc with a dark X, on whatever ground.
    "point_disc": Colour("#ffffff", "#ffffff"),
    "point_line": Colour("#181614", "#181614"),
    # Muscles, one alone and all of a layer.
    "flesh": Colour("#7a3e78", "#ce96cd"),
    "muscle": Tint("flesh", 0.42, 0.45),
    "muscle_line": Colour("#5e2b5d", "#e5bfe4"),
    "flesh_1": Colour("#dcb4ae", "#7d5652"),
    "flesh_2": Colour("#d2a6a6", "#714c4f"),
    "flesh_3": Colour("#e2beb3", "#87605a"),
    "flesh_4": Colour("#caa0a6", "#684650"),
    "fibre": Colour("#8d5a5c", "#c79c98"),
    "tendon": Colour("#f3e9dc", "#b9aa97"),
    # Nerves and the skin they feel.
    "nerve": Colour("#f7c325", "#f7c325"),
    "nerve_casing": Colour("#5b4300", "#2b2000"),
    "area_1": Colour("#1f6b75", "#86c9d0"),
    "area_2": Colour("#6a4c93", "#c3aee6"),
    "area_3": Colour("#4f6d1f", "#b4d07c"),
    "area_4": Colour("#8a4b08", "#e5b073"),
    # From visit to visit: pain that is gone, and that is new. On paper the new is darker, so that
    # it is told from what is gone without colour, too.
    "gone": Colour("#0f6d5f", "#6fd6c3"),
    "gone_ground": Colour("#cfe9e3", "#1d453e"),
    "new": Colour("#a6360f", "#ffae8a"),
    "new_ground": Colour("#fbdccd", "#57301f"),
    "new_on_paper": Colour("#e9967a"),
    # Boxes of words that Streamlit draws itself.
    "note": Colour("#1b535b", "#9fd3d8"),
    "note_ground": Colour("#e5f0ef", "#1e3033"),
    "warning": Colour("#6b4f00", "#ecc974"),
    "warning_ground": Colour("#faf0d3", "#342b15"),
}
"""Every colour by name; on the page ``body_line`` is ``var(--body-line)``."""

THEME: dict[str, str] = {
    "textColor": "ink",
    "primaryColor": "accent",
    "backgroundColor": "background",
    "secondaryBackgroundColor": "paper",
    "linkColor": "link",
    "borderColor": "line",
    "blueBackgroundColor": "note_ground",
    "blueTextColor": "note",
    "yellowBackgroundColor": "warning_ground",
    "yellowTextColor": "warning",
}
"""Which of them Streamlit's theme has, by its own names; the page takes these back from it."""


def on_paper(name: str) -> str:
    """A colour as ``#rrggbb`` on paper and in figures, without its opacity. Raises KeyError."""
    colour = COLOURS[name]
    return on_paper(colour.of) if isinstance(colour, Tint) else colour.light


def opacity(name: str) -> float:
    """How opaque a colour is on paper and in figures, 0..1. Raises KeyError."""
    colour = COLOURS[name]
    return colour.light if isinstance(colour, Tint) else 1.0


def tokens() -> dict[str, str]:
    """By name of a custom property such as ``--body-line``: its value in a style sheet."""
    from_theme = {name: option for option, name in THEME.items()}
    return {
        f"--{name.replace('_', '-')}": _theme_value(from_theme[name])
        if name in from_theme
        else _value(colour)
        for name, colour in COLOURS.items()
        if isinstance(colour, Tint) or colour.dark is not None
    }


def theme_on_paper() -> dict[str, str]:
    """By name of a custom property of Streamlit's theme: its value where the page is printed, which
    is light whatever the theme."""
    light = {_theme_property(option): on_paper(name) for option, name in THEME.items()}
    return light | {"--st-background-color": "white", "--st-heading-color": on_paper("ink")}


def _theme_value(option: str) -> str:
    return f"var({_theme_property(option)})"


def _theme_property(option: str) -> str:
    """The property in which Streamlit hands a component a colour of the theme."""
    dashed = "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in option)
    return f"--st-{dashed}"


def _value(colour: Colour | Tint) -> str:
    if isinstance(colour, Tint):
        base = COLOURS[colour.of]
        if isinstance(base, Tint) or base.dark is None:
            raise ValueError(f"a tint is of a colour of its own, not of {colour.of!r}")
        light, dark = _rgb(base.light, colour.light), _rgb(base.dark, colour.dark)
    else:
        light, dark = colour.light, colour.dark or colour.light
    return light if light == dark else f"light-dark({light}, {dark})"


def _rgb(colour: str, alpha: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red} {green} {blue} / {alpha:g})"
