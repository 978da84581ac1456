"""What is written of the tables of colours and pens: the tokens of the page, and the theme of
Streamlit."""

from __future__ import annotations

import re

from referral_map import pens
from referral_map.colours import COLOURS, THEME, Colour, theme_on_paper, tokens

HEAD = "/* Made by `make contract` from colours.py and pens.py: change those. */"


def tokens_css() -> str:
    """``frontend/styles/tokens.css``: every colour and pen of the page as a custom
    property."""
    page, paper = _lines(tokens() | pens.tokens(), "  "), _lines(theme_on_paper(), "    ")
    return f"{HEAD}\n:host {{\n{page}}}\n@media print {{\n  :host {{\n{paper}  }}\n}}\n"


def _lines(properties: dict[str, str], indent: str) -> str:
    return "".join(f"{indent}{name}: {value};\n" for name, value in properties.items())


def with_theme(settings: str) -> str:
    """The settings of Streamlit (``config.toml``) with the colours of the table.

    Raises ValueError where they lack a colour.
    """
    for part in ("light", "dark"):
        for option, name in THEME.items():
            colour = COLOURS[name]
            if not isinstance(colour, Colour) or colour.dark is None:
                raise ValueError(f"{name!r} is in the theme, and needs a light and a dark colour")
            value = getattr(colour, part)
            line = rf'(\[theme\.{part}\]\n(?:(?!\[).*\n)*?{option} = ")[^"]*'
            settings, count = re.subn(line, rf"\g<1>{value}", settings)
            if count != 1:
                raise ValueError(f"the theme has no {option} under [theme.{part}]")
    return settings
