"""What is known of a point before any drawing: how common it is, and how sure its pattern is.

Both are log odds, added to those of the drawing (``posterior``): 0 changes nothing, 0.7 doubles
the odds, -0.7 halves them.

- **How common**, from the word its record cites: 3.3 times the odds where it is very common, 1.6
  times where it is common, less where it is occasional or rare. Nobody counted is not rare: it
  is 0.
- **How sure**: 0 where studies mapped the zone or the standard work and others agree; less where
  one text alone says so; a third of the odds where texts are weak or differ. It goes by the
  essential zone, and by the spillover zone as far as pain lies there and that is less sure.

The numbers were chosen by trying on every second list of a set of region lists
(benchmarks/guides.py); docs/decisions/0030-posterior.md says how, and how the rest did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..atlas import Atlas
from ..atlas.how_sure import how_common
from ..domain import GRADES, Grade

COMMON: Mapping[str, float] = {
    "very_common": 1.2,
    "common": 0.5,
    "unknown": 0.0,
    "occasional": -0.25,
    "rare": -0.5,
}
"""Log odds of how common a point is."""

SURE: Mapping[Grade, float] = {"measured": 0.0, "consensus": 0.0, "single": -0.5, "weak": -1.1}
"""Log odds of how sure a zone is."""


@dataclass(frozen=True)
class Prior:
    """Log odds ``(k,)`` of how common each point is and of how sure its pattern is here.

    grade: of the pattern where most of the pain lies that it would explain.
    """

    common: np.ndarray
    sure: np.ndarray
    grade: tuple[Grade, ...]

    def times(self, part: float) -> Prior:
        """The same where only a part 0..1 of it counts."""
        return Prior(part * self.common, part * self.sure, self.grade)


@dataclass(frozen=True)
class Known:
    """What is known of the columns of a pattern table.

    how_common: the word for the commonest of a column's points; essential, spillover: grades of its
    zones (that of the essential zone where there is no other).
    """

    how_common: tuple[str, ...]
    essential: tuple[Grade, ...]
    spillover: tuple[Grade, ...]

    def of_drawing(
        self, in_essential: np.ndarray, weigh_common: bool, weigh_evidence: bool
    ) -> Prior:
        """For the share 0..1 ``(k,)`` of what each would explain that lies in its essential zone.

        weigh_common, weigh_evidence: False leaves one out.
        """
        inner, outer = (
            np.array([SURE[grade] for grade in grades])
            for grades in (self.essential, self.spillover)
        )
        sure = inner + np.minimum(outer - inner, 0.0) * (1 - in_essential)
        common = np.array([COMMON[word] for word in self.how_common])
        places: list[bool] = (in_essential >= 0.5).tolist()
        both = zip(self.essential, self.spillover, places, strict=True)
        grades: tuple[Grade, ...] = tuple(
            _less_sure(one, other, is_inner) for one, other, is_inner in both
        )
        return Prior(common * weigh_common, sure * weigh_evidence, grades)


def _less_sure(essential: Grade, spillover: Grade, in_essential: bool) -> Grade:
    """The grade that counts where most of the pain lies in one of two zones."""
    if in_essential or GRADES.index(spillover) < GRADES.index(essential):
        return essential
    return spillover


def known(atlas: Atlas, members: Sequence[tuple[str, ...]]) -> Known:
    """What is known of columns that stand for these trigger points each."""
    words: list[str] = []
    essential: list[Grade] = []
    spillover: list[Grade] = []
    for points in members:
        words.append(
            max((how_common(atlas.trigger_point(p)) for p in points), key=COMMON.__getitem__)
        )
        named = atlas.trigger_point(points[0])
        essential.append(named.essential.how_sure.grade)
        spillover.append((named.spillover or named.essential).how_sure.grade)
    return Known(tuple(words), tuple(essential), tuple(spillover))
