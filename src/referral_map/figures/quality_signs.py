"""The signs that say what pain feels like, as paper pain drawings use them: one table for the page
(``frontend/body/fill_patterns.js``) and for paper (``report``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from ..domain import Quality

SQUARE = 18.0
"""The side of the square that a sign stands in; on the page that is so many picture mm."""

LIGHTEST = 0.4
"""The weakest pain is coloured so strongly; the worst, and pain that was not rated, wholly."""

Line: TypeAlias = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Sign:
    """lines, and a ring of a radius, round the middle of the square, v down; ruled: on the page
    its one line runs on from square to square."""

    lines: tuple[Line, ...] = ()
    ring: float = 0.0
    ruled: bool = False

    def as_lines(self, size: float) -> list[np.ndarray]:
        """The sign as lines ``(k, 2)`` round the middle of a square of a size."""
        lines = [np.array(line) for line in self.lines]
        if self.ring:
            turns = np.linspace(0, 2 * np.pi, 25)
            lines.append(self.ring * np.column_stack([np.cos(turns), np.sin(turns)]))
        return [line * (size / SQUARE) for line in lines]

    def as_path(self) -> str:
        """The sign as SVG path data in its square, ``0, 0`` at the upper left."""
        middle = SQUARE / 2
        lines = _ruling() if self.ruled else self.lines
        drawn = "".join(
            "M" + "L".join(f"{u + middle:g},{v + middle:g}" for u, v in line) for line in lines
        )
        if self.ring:
            r = f"{self.ring:g}"
            arcs = f"a{r},{r} 0 1 0 {2 * self.ring:g},0a{r},{r} 0 1 0 -{2 * self.ring:g},0"
            drawn += f"M{middle - self.ring:g},{middle:g}{arcs}"
        return drawn


def _ruling() -> tuple[Line, ...]:
    """Slashes that meet those of the squares round it: through the middle, and past two corners."""
    reach = SQUARE / 2 + 2
    return tuple(
        ((across - reach, reach), (across + reach, -reach)) for across in (-SQUARE, 0.0, SQUARE)
    )


SIGNS: dict[Quality | None, Sign] = {
    None: Sign((((-6, 6), (6, -6)),), ruled=True),
    "ache": Sign((((-6, 3), (0, -3), (6, 3)),)),
    "burning": Sign((((-4, -4), (4, 4)), ((4, -4), (-4, 4)))),
    "electric": Sign((((-8, 3), (-3, -3), (0, 3), (5, -3), (8, 3)),)),
    "tingling": Sign(ring=4.0),
    "numb": Sign((((-6, -3), (6, -3)), ((-6, 3), (6, 3)))),
}
"""By quality; None is pain without one."""
