"""Which complaint a drawing is of, and what studies counted in people with it.

A study counts a point in people with one complaint, such as pain under the heel. It says nothing
of people with pain elsewhere, so its share is told only where a drawing is of that complaint.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from ..atlas import Atlas
from ..atlas.records import Involvement

LEAST_OF_COMPLAINT = 1 / 3
"""A drawing is of a complaint when at least this share of what it marks lies in the complaint's
regions: a choice of this project."""


@dataclass(frozen=True)
class Complaints:
    """ids, as the file orders them; regions ``(c, r)``: whether a region belongs to a complaint."""

    ids: tuple[str, ...]
    regions: np.ndarray

    def of_drawing(self, marked_by_region: np.ndarray, marked: float) -> frozenset[str]:
        """Ids of those a drawing is of: cm2 marked in each region ``(r,)``, and in all."""
        inside = self.regions @ marked_by_region
        counts = (inside > 0) & (inside >= LEAST_OF_COMPLAINT * marked)
        return frozenset(key for key, it_is in zip(self.ids, counts.tolist(), strict=True) if it_is)


def complaints(atlas: Atlas) -> Complaints:
    """The complaints of an atlas."""
    ids = tuple(atlas.complaints)
    regions = np.zeros((len(ids), len(atlas.regions)))
    for row, key in enumerate(ids):
        named = set(atlas.complaints[key].regions)
        regions[row] = [region.id.rpartition("_")[0] in named for region in atlas.regions]
    return Complaints(ids, regions)


def counted_fact(atlas: Atlas, points: Sequence[str], drawn: Collection[str]) -> Involvement | None:
    """What is said of the commonest of some points in people with one of the drawn complaints, if
    anyone counted."""
    facts = [atlas.trigger_point(point).involvement for point in points]
    counted = [fact for fact in facts if fact and fact.complaint in drawn and fact.share_of_people]
    return max(counted, key=lambda fact: fact.share_of_people or 0.0, default=None)
