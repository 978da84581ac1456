"""How common a point is among people with the complaint that a drawing is of.

A study counts a point in people with one complaint, such as pain under the heel. It says nothing
of people with pain elsewhere, so its share counts only for a drawing of that complaint.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..atlas import Atlas
from ..atlas.records import Involvement

LEAST_OF_COMPLAINT = 1 / 3
"""A drawing is of a complaint when at least this share of what it marks lies in the complaint's
regions: a choice of this project."""


@dataclass(frozen=True)
class CommonPoints:
    """Shares of people by complaint, for the columns of a pattern table.

    complaints: ids, in the order of the file; regions ``(c, r)``: whether a region belongs to a
    complaint; shares ``(c, k)`` 0..1 of people with it in whom a point was found, 0 where no study
    counts.
    """

    complaints: tuple[str, ...]
    regions: np.ndarray
    shares: np.ndarray

    def of_drawing(self, marked_by_region: np.ndarray, marked: float) -> Common:
        """What studies counted for a drawing: cm2 marked in each region ``(r,)``, and in all."""
        inside = self.regions @ marked_by_region
        counts = (inside > 0) & (inside >= LEAST_OF_COMPLAINT * marked)
        drawn = frozenset(
            key for key, it_is in zip(self.complaints, counts.tolist(), strict=True) if it_is
        )
        shares = self.shares * counts[:, None]
        if not len(shares):
            none = np.zeros(self.shares.shape[1])
            return Common(none, none.astype(int), self.complaints, drawn)
        return Common(shares.max(axis=0), shares.argmax(axis=0), self.complaints, drawn)


@dataclass(frozen=True)
class Common:
    """Share of people ``(k,)`` 0..1 for one drawing, and the complaint it was counted in.

    drawn: the complaints that the drawing is of.
    """

    share: np.ndarray
    place: np.ndarray
    complaints: tuple[str, ...]
    drawn: frozenset[str]

    def complaint(self, column: int) -> str:
        """Id of the complaint in which the share of a column was counted."""
        return self.complaints[int(self.place[column])]


def common_points(atlas: Atlas, members: Sequence[tuple[str, ...]]) -> CommonPoints:
    """The shares for columns that stand for these trigger points each."""
    ids = tuple(atlas.complaints)
    regions = np.zeros((len(ids), len(atlas.regions)))
    shares = np.zeros((len(ids), len(members)))
    for row, key in enumerate(ids):
        named = set(atlas.complaints[key].regions)
        regions[row] = [region.id.rpartition("_")[0] in named for region in atlas.regions]
        shares[row] = [_share(atlas, points, key) for points in members]
    return CommonPoints(ids, regions, shares)


def _share(atlas: Atlas, points: Sequence[str], complaint: str) -> float:
    """Share of people with a complaint who had the commonest of some points."""
    fact = counted_fact(atlas, points, complaint)
    return (fact.share_of_people or 0.0) if fact else 0.0


def counted_fact(atlas: Atlas, points: Sequence[str], complaint: str) -> Involvement | None:
    """What is said of the commonest of some points in people with a complaint, if anything."""
    facts = [atlas.trigger_point(point).involvement for point in points]
    counted = [fact for fact in facts if fact is not None and fact.complaint == complaint]
    return max(counted, key=lambda fact: fact.share_of_people or 0.0, default=None)
