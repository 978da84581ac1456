"""The pain drawing: where it hurts, as a weight on the skin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..atlas import Atlas
from ..domain import SIDES, Side
from .marks import Mark, MarkedSkin, RegionMark, marked_skin, unmarked_skin

MOSTLY = 0.5
"""A region of which at least this share is marked is named among those of the drawing."""


@dataclass(frozen=True)
class PainDrawing:
    """Pain on the skin: weights ``(n,)`` 0..1 on the skin points, and the regions it names.

    regions: those that are marked wholly or mostly; area_cm2: the weighted area; share_of_skin: the
    same as a share 0..1 of the whole skin of the atlas' body, which bodies of any size have alike;
    side: the side of the patient that is marked most, the right one where both are marked alike;
    intensity ``(n,)`` 0..10, nan where it was not rated; quality ``(n,)``: places in
    ``marks.QUALITIES``, -1 where none was given; worst_intensity, mean_intensity (over the rated
    skin): 0..10, None when nothing was rated; clicked: the share 0..1 of its area that was marked
    as whole regions, which is rough.
    Make one with ``from_regions``, ``from_marks`` or ``from_weights``.
    """

    weights: np.ndarray
    regions: tuple[str, ...]
    area_cm2: float
    share_of_skin: float
    side: Side
    intensity: np.ndarray
    quality: np.ndarray
    worst_intensity: float | None
    mean_intensity: float | None
    clicked: float

    @classmethod
    def from_regions(cls, atlas: Atlas, region_ids: Iterable[str]) -> PainDrawing:
        """The drawing that marks whole regions; repeated ids count once, order is kept.

        Raises UnknownName for a region the atlas does not have.
        """
        regions = [atlas.region(region_id) for region_id in dict.fromkeys(region_ids)]
        marked = np.isin(atlas.skin.region, [region.index for region in regions])
        named = tuple(region.id for region in regions)
        skin = replace(unmarked_skin(atlas), clicked=marked)
        return cls._from_skin(atlas, marked.astype(float), named, skin)

    @classmethod
    def from_marks(cls, atlas: Atlas, marks: Sequence[Mark]) -> PainDrawing:
        """The drawing that marks leave on the skin, put there in their order.

        A weight is the share of the worst intensity that is left; a mark without intensity counts
        as the worst one. Raises UnknownName for a region the atlas does not have.
        """
        marked = marked_skin(atlas, marks)
        regions = _mostly_marked(atlas, marked.marked, marks)
        return cls._from_skin(atlas, marked.weights, regions, marked)

    @classmethod
    def from_weights(cls, atlas: Atlas, weights: np.ndarray) -> PainDrawing:
        """The drawing with given weights ``(n,)``.

        Raises ValueError when their number is not the number of skin points, or one lies outside
        0..1 or is not a number.
        """
        weights = np.asarray(weights, float)
        if weights.shape != atlas.skin.area.shape:
            raise ValueError(f"{weights.size} weights for {atlas.skin.area.size} skin points")
        if not ((weights >= 0) & (weights <= 1)).all():
            raise ValueError("pain weights must lie in 0..1")
        return cls._from_skin(atlas, weights, (), unmarked_skin(atlas))

    @classmethod
    def _from_skin(
        cls,
        atlas: Atlas,
        weights: np.ndarray,
        regions: tuple[str, ...],
        marked: MarkedSkin,
    ) -> PainDrawing:
        half = atlas.skin.half
        right, left = (
            float(atlas.skin.area[part] @ weights[part])
            for part in (slice(None, half), slice(half, None))
        )
        # The same numbers in another order: a tiny difference is rounding, not a side.
        clicked = _share(atlas.skin.area, weights, marked.clicked)
        side = SIDES[1] if left > right * (1 + 1e-9) else SIDES[0]
        return cls(
            weights,
            regions,
            round(right + left, 1),
            share_of_skin(atlas, right + left),
            side,
            marked.intensity,
            marked.quality,
            marked.worst,
            _mean_intensity(atlas, marked),
            clicked,
        )

    @property
    def empty(self) -> bool:
        """Whether nothing is marked."""
        return not self.weights.any()


def share_of_skin(atlas: Atlas, area_cm2: float) -> float:
    """An area on the body of an atlas as a share 0..1 of its whole skin."""
    return min(round(area_cm2 / atlas.computed.whole_area_cm2, 6), 1.0)


def _share(area: np.ndarray, weights: np.ndarray, part: np.ndarray) -> float:
    """The share 0..1 of the weighted area that lies in a part of the skin; exact at both ends."""
    inside, outside = (float(area[at] @ weights[at]) for at in (part, ~part))
    return inside / (inside + outside) if inside else 0.0


def _mostly_marked(atlas: Atlas, marked: np.ndarray, marks: Sequence[Mark]) -> tuple[str, ...]:
    """Ids of the regions that are marked wholly or mostly: those marked as such first, in their
    order, the others as the atlas has them."""
    share = atlas.region_shares(marked)
    mostly = [atlas.regions[number].id for number in np.flatnonzero(share >= MOSTLY)]
    named = [mark.region for mark in marks if isinstance(mark, RegionMark)]
    return tuple(dict.fromkeys([*(each for each in named if each in mostly), *mostly]))


def _mean_intensity(atlas: Atlas, marked: MarkedSkin) -> float | None:
    """The mean intensity 0..10 over the rated skin, each point by its area."""
    rated = ~np.isnan(marked.intensity)
    if not rated.any():
        return None
    return round(float(np.average(marked.intensity[rated], weights=atlas.skin.area[rated])), 1)
