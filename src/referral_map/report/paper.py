"""Paper: its sizes, and a sheet of it to draw on from the top left, in typographic points."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from ..domain import Paper
from ..errors import ReferralMapError, nearest
from ..figures.style import INK
from . import fonts, typeset
from .fonts import Families
from .said_text import SaidText
from .typeset import Run

PAPERS: dict[Paper, tuple[float, float]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}
"""Width and height in points."""

MARGIN, FOOT = 38.0, 42.0
"""Points left free at the sides and the top, and at the foot, where the page number stands."""


def paper_size(paper: str) -> tuple[float, float]:
    """Width and height of a paper in points. Raises ReferralMapError for one there is not."""
    if paper not in PAPERS:
        raise ReferralMapError(
            f"unknown paper {paper!r}; allowed: {', '.join(PAPERS)}{nearest(paper, PAPERS)}"
        )
    return PAPERS[paper]


@dataclass
class Sheet:
    """A part of a figure as high as a page: ``top`` points below the figure's upper edge.

    What is drawn later comes later in the file too, so the text is read in that order.
    """

    figure: Figure
    width: float
    height: float
    top: float = 0.0
    _order: list[int] = field(default_factory=lambda: [0])

    def text(
        self,
        x: float,
        baseline: float,
        words: str,
        size: float,
        bold: bool = False,
        *,
        color: str = INK,
        ha: str = "left",
        family: Families | None = None,
    ) -> Text:
        """Words of one line; nothing in them is read as a formula.

        family: the fonts that draw them; without, those that can.
        """
        drawn_by = family or fonts.families(words, fonts.cjk_of(words))
        # Only the basic font has a bold weight.
        bold = bold and drawn_by == typeset.FAMILIES[:1]
        text = SaidText(
            x / self._wide,
            1 - (self.top + baseline) / self._tall,
            words,
            family=(*drawn_by, *typeset.FAMILIES[1:]),
            color=color,
            va="baseline",
            ha=ha,
            fontsize=size,
            fontweight="bold" if bold else "normal",
            parse_math=False,
            transform=self.figure.transFigure,
            zorder=self._next(),
        )
        text.set_figure(self.figure)
        self.figure.texts.append(text)
        return text

    def run(self, x: float, baseline: float, run: Run, size: float, color: str, ha: str) -> None:
        """A run of a line, or the part of it in that line, from its left or its right edge on."""
        words = typeset.directed(run.text, run.from_the_right)
        self.text(x, baseline, words, size, run.bold, color=color, ha=ha, family=run.families)

    def axes(self, x: float, y: float, width: float, height: float) -> Axes:
        """Axes whose upper left corner is at a place of the sheet."""
        box = (
            x / self._wide,
            1 - (self.top + y + height) / self._tall,
            width / self._wide,
            height / self._tall,
        )
        return self.figure.add_axes(  # pyright: ignore[reportUnknownMemberType] matplotlib leaves keywords untyped
            box, zorder=self._next()
        )

    def box(self, x: float, y: float, width: float, height: float, **look: Any) -> Rectangle:
        """A rectangle."""
        corner = (x / self._wide, 1 - (self.top + y + height) / self._tall)
        shape = Rectangle(corner, width / self._wide, height / self._tall, **look)
        shape.set(transform=self.figure.transFigure, zorder=self._next())
        self.figure.add_artist(shape)
        return shape

    def rule(self, x: float, y: float, width: float, **look: Any) -> Line2D:
        """A line across."""
        at = 1 - (self.top + y) / self._tall
        ends = [x / self._wide, (x + width) / self._wide]
        line = Line2D(ends, [at, at], transform=self.figure.transFigure, **look)
        line.set_zorder(self._next())
        self.figure.add_artist(line)
        return line

    def below(self, number: int) -> Sheet:
        """The sheet so many pages farther down the same figure."""
        top = number * self.height
        return Sheet(self.figure, self.width, self.height, top, self._order)

    @property
    def _wide(self) -> float:
        return self.figure.get_figwidth() * 72

    @property
    def _tall(self) -> float:
        return self.figure.get_figheight() * 72

    def _next(self) -> int:
        self._order[0] += 1
        return self._order[0]


def sheets(count: int, paper: str, tall: bool) -> list[Sheet]:
    """So many pages, each a figure; or, tall, one below the other in one figure."""
    width, height = paper_size(paper)
    if tall:
        whole = Figure(figsize=(width / 72, count * height / 72), dpi=100, facecolor="white")
        first = Sheet(whole, width, height)
        return [first.below(number) for number in range(count)]
    return [
        Sheet(Figure(figsize=(width / 72, height / 72), dpi=100, facecolor="white"), width, height)
        for _ in range(count)
    ]
