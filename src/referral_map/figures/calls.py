"""Calls of matplotlib whose keywords its own types leave open: each stands here, once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.legend import Legend
from matplotlib.text import Text


def write(on: Axes | Figure, at: tuple[float, float], text: str, **look: Any) -> Text:
    """Words on axes or on a page."""
    return on.text(*at, text, **look)  # pyright: ignore[reportUnknownMemberType] - its **kwargs


def title(ax: Axes, text: str, **look: Any) -> Text:
    """The heading over axes."""
    return ax.set_title(text, **look)  # pyright: ignore[reportUnknownMemberType] - its **kwargs


def axes_in(page: Figure, place: tuple[float, float, float, float]) -> Axes:
    """New axes at left, bottom, width and height, in shares of the page."""
    return page.add_axes(place)  # pyright: ignore[reportUnknownMemberType] - its **kwargs


def legend(page: Figure, handles: list[Artist], **look: Any) -> Legend:
    """The legend of a page."""
    return page.legend(  # pyright: ignore[reportUnknownMemberType] - its **kwargs
        handles=handles, **look
    )


def save_figure(page: Figure, path: Path, **options: Any) -> None:
    """Writes a page to a file. Raises OSError."""
    page.savefig(path, **options)  # pyright: ignore[reportUnknownMemberType] - its **kwargs
