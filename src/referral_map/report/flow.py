"""Blocks that flow down one column, from page to page, and are never cut or laid over another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypedDict, Unpack

from matplotlib.axes import Axes

from ..figures.style import INK
from . import typeset
from .paper import Sheet
from .typeset import Run


class Block(Protocol):
    """Something with a height in a given width; both in points."""

    def height(self, width: float, /) -> float:
        """Its height in a width."""
        ...

    def draw(self, sheet: Sheet, x: float, y: float, width: float, /) -> None:
        """Draws it on a sheet, its upper left corner at ``x``, ``y``."""
        ...


_BULLET = 3.2


@dataclass(frozen=True)
class Paragraph:
    """Runs broken into lines.

    before: points above it; bullet: whether a small square stands left of an indented one;
    together: whether the next block must begin on the same page; color: of its letters.
    """

    runs: tuple[Run, ...]
    size: float = typeset.BODY
    before: float = 3.0
    indent: float = 0.0
    bullet: bool = False
    together: bool = False
    color: str = INK

    def lines(self, width: float) -> list[typeset.Line]:
        """Its lines in a width."""
        return typeset.broken(self.runs, self.size, width - self.indent)

    def height(self, width: float) -> float:
        """Of its lines, and of what is above it."""
        return self.before + len(self.lines(width)) * self.size * typeset.LEADING

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draws its lines, one below the other."""
        baseline = y + self.before + typeset.ASCENT * self.size
        if self.bullet:
            at = baseline - 0.38 * self.size - _BULLET / 2
            sheet.box(x + 1, at, _BULLET, _BULLET, facecolor=self.color, linewidth=0)
        from_the_right = typeset.runs_from_the_right(self.runs[0].text)
        for line in self.lines(width):
            for begin, run in line:
                at = x + width - begin if from_the_right else x + self.indent + begin
                side = "right" if from_the_right else "left"
                sheet.run(at, baseline, run, self.size, color=self.color, ha=side)
            baseline += typeset.LEADING * self.size


class Look(TypedDict, total=False):
    """What a paragraph may look like: fields of Paragraph."""

    size: float
    before: float
    indent: float
    bullet: bool
    together: bool
    color: str


def plain(text: str, **look: Unpack[Look]) -> Paragraph:
    """A paragraph in one weight."""
    return Paragraph((Run(text),), **look)


def heading(text: str, size: float = typeset.HEADING, before: float = 9.0) -> Paragraph:
    """A heading, which stays with what follows it."""
    return Paragraph((Run(text, bold=True),), size, before, together=True)


@dataclass(frozen=True)
class Picture:
    """Something drawn on axes of a fixed size: ``draw_on(axes)``."""

    wide: float
    tall: float
    draw_on: Callable[[Axes], object]

    def height(self, _width: float) -> float:
        """Its own, in every width."""
        return self.tall

    def draw(self, sheet: Sheet, x: float, y: float, _width: float) -> None:
        """Draws it in its own size."""
        self.draw_on(sheet.axes(x, y, self.wide, self.tall))


@dataclass(frozen=True)
class Beside:
    """Pictures in a row at the left, and words at their right.

    again: words that are repeated at the top of the next page when the rest continues there.
    """

    pictures: tuple[Picture, ...]
    words: tuple[Block, ...]
    before: float = 5.0
    again: str = ""
    gap: float = 8.0
    room: float = 0.0

    @property
    def left(self) -> float:
        """Points that the pictures take, at least ``room``."""
        taken = sum(picture.wide + self.gap for picture in self.pictures)
        return max(taken, self.room + self.gap if self.room else 0.0)

    @property
    def _tall(self) -> float:
        return max((picture.tall for picture in self.pictures), default=0.0)

    def height(self, width: float) -> float:
        """Of the pictures or the words, whichever is more."""
        words_height = sum(each.height(width - self.left) for each in self.words)
        return self.before + max(words_height, self._tall)

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draws the pictures from left to right, and the words below each other beside them."""
        y += self.before
        at = x
        for picture in self.pictures:
            picture.draw(sheet, at, y, picture.wide)
            at += picture.wide + self.gap
        for each in self.words:
            each.draw(sheet, x + self.left, y, width - self.left)
            y += each.height(width - self.left)

    def split(self, width: float, space: float) -> tuple[Beside, Beside] | None:
        """What fits into ``space`` points, with the pictures, and the rest; None if too little."""
        used, count = self.before, 0
        for each in self.words:
            used += each.height(width - self.left)
            if used > space:
                break
            count += 1
        if self.before + self._tall > space or not 1 < count < len(self.words):
            return None
        title = [Paragraph((Run(self.again, bold=True),), before=0.0)] if self.again else []
        left_words = (*title, *self.words[count:])
        rest = replace(self, pictures=(), words=left_words, room=self.left - self.gap)
        return replace(self, words=self.words[:count]), rest


@dataclass(frozen=True)
class Boxed:
    """Blocks in a frame; a thick one for what is most important."""

    words: tuple[Block, ...]
    before: float = 8.0
    inside: float = 7.0
    line: float = 1.4

    def height(self, width: float) -> float:
        """Of what is in it, and of the frame."""
        within = width - 2 * self.inside
        return self.before + 2 * self.inside + sum(each.height(within) for each in self.words)

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draws the frame, and the blocks in it."""
        tall = self.height(width) - self.before
        sheet.box(x, y + self.before, width, tall, fill=False, edgecolor=INK, linewidth=self.line)
        y += self.before + self.inside
        for each in self.words:
            each.draw(sheet, x + self.inside, y, width - 2 * self.inside)
            y += each.height(width - 2 * self.inside)


@dataclass(frozen=True)
class Halves:
    """Two short lists side by side, the left one first."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    gap: float = 14.0

    def height(self, width: float) -> float:
        """Of the longer list."""
        half = (width - self.gap) / 2
        return max(sum(each.height(half) for each in part) for part in (self.left, self.right))

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draws both lists from the same height on."""
        half = (width - self.gap) / 2
        for part, at in ((self.left, x), (self.right, x + half + self.gap)):
            below = y
            for each in part:
                each.draw(sheet, at, below, half)
                below += each.height(half)


Placed = tuple[float, Block]
"""A block and the points from the top of the column at which it stands."""


def flowed(blocks: Sequence[Block], width: float, tall: float) -> list[list[Placed]]:
    """The blocks on as many pages as they need, each page ``tall`` points high.

    A block that would pass the foot of a page begins the next one, with the headings right above
    it. A block higher than a page passes the foot: keep blocks small.
    """
    pages: list[list[Placed]] = [[]]
    waiting, y = list(blocks), 0.0
    while waiting:
        block = waiting.pop(0)
        needed = block.height(width)
        if y + needed <= tall or not pages[-1]:
            pages[-1].append((y, block))
            y += needed
            continue
        parts = block.split(width, tall - y) if isinstance(block, Beside) else None
        if parts:
            pages[-1].append((y, parts[0]))
            waiting.insert(0, parts[1])
        else:
            waiting[:0] = [*_headings_at_the_end(pages[-1]), block]
        pages.append([])
        y = 0.0
    return pages


def _headings_at_the_end(page: list[Placed]) -> list[Block]:
    """Takes the headings from the end of a page, unless it holds nothing else."""
    taken: list[Block] = []
    while len(page) > 1 and getattr(page[-1][1], "together", False):
        taken.insert(0, page.pop()[1])
    return taken


def fits(blocks: Sequence[Block], width: float, tall: float, pages: int) -> bool:
    """Whether the blocks need no more than so many pages, and nothing passes the foot of one."""
    flow = flowed(blocks, width, tall)
    return len(flow) <= pages and all(
        y + block.height(width) <= tall + 1e-6 for page in flow for y, block in page
    )
