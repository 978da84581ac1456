"""Small pictures with a word each, in rows."""

from __future__ import annotations

from dataclasses import dataclass

from . import typeset
from .flow import Picture
from .paper import Sheet

_GAP, _BETWEEN = 5.0, 14.0


@dataclass(frozen=True)
class Legend:
    """Swatches and what each means, side by side for as long as the width allows.

    together: whether the next block must begin on the same page.
    """

    items: tuple[tuple[Picture, str], ...]
    size: float = 9.0
    before: float = 4.0
    together: bool = False

    def _rows(self, width: float) -> list[list[tuple[float, Picture, str]]]:
        rows: list[list[tuple[float, Picture, str]]] = [[]]
        at = 0.0
        for picture, words in self.items:
            length = picture.wide + _GAP + typeset.width_of(words, self.size)
            if at and at + length > width:
                rows.append([])
                at = 0.0
            rows[-1].append((at, picture, words))
            at += length + _BETWEEN
        return rows

    def height(self, width: float) -> float:
        """Of its rows."""
        return self.before + len(self._rows(width)) * self._row_height

    @property
    def _row_height(self) -> float:
        return max(self.size * typeset.LEADING, *(p.tall + 3 for p, _ in self.items))

    def draw(self, sheet: Sheet, x: float, y: float, width: float) -> None:
        """Draws each swatch with its words at the right."""
        y += self.before
        for row in self._rows(width):
            middle = y + self._row_height / 2
            for at, picture, words in row:
                picture.draw(sheet, x + at, middle - picture.tall / 2, picture.wide)
                left = x + at + picture.wide + _GAP
                sheet.text(left, middle + self.size * 0.36, words, self.size)
            y += self._row_height
