"""The pain drawing: where it hurts, as a weight on the skin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ..atlas import Atlas
from ..geometry.frame import SIDES

MOST_INTENSE = 10.0
"""The worst pain on the scale a mark is rated on, 0 to 10: it weighs 1."""


@dataclass(frozen=True)
class PainDrawing:
    """Pain on the skin: weights ``(n,)`` 0..1 on the skin points, and the regions it was made of.

    area_cm2: the weighted area; side: the side of the patient that is marked most, the right one
    where both are marked alike. Make one with ``from_regions``, ``from_marks`` or
    ``from_weights``.
    """

    weights: np.ndarray
    regions: tuple[str, ...]
    area_cm2: float
    side: str = SIDES[0]

    @classmethod
    def from_regions(cls, atlas: Atlas, region_ids: Iterable[str]) -> PainDrawing:
        """The drawing that marks whole regions; repeated ids count once, order is kept.

        Raises UnknownName for a region the atlas does not have.
        """
        regions = [atlas.region(region_id) for region_id in dict.fromkeys(region_ids)]
        marked = np.isin(atlas.skin.region, [region.index for region in regions])
        return cls._made(atlas, marked.astype(float), tuple(region.id for region in regions))

    @classmethod
    def from_marks(cls, atlas: Atlas, marks: Mapping[str, float]) -> PainDrawing:
        """The drawing that marks whole regions, each with an intensity 0..10 (weight 0..1).

        Regions marked 0 do not hurt and are left out. Raises UnknownName for a region the atlas
        does not have, ValueError for an intensity that is not a number in 0..10.
        """
        weights, hurting = np.zeros(atlas.skin.area.shape), []
        for region_id, intensity in marks.items():
            region = atlas.region(region_id)
            if not 0 <= intensity <= MOST_INTENSE:
                raise ValueError(f"intensity of {region_id!r} must lie in 0..10, not {intensity!r}")
            if intensity > 0:
                weights[atlas.skin.region == region.index] = intensity / MOST_INTENSE
                hurting.append(region.id)
        return cls._made(atlas, weights, tuple(hurting))

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
        return cls._made(atlas, weights, ())

    @classmethod
    def _made(cls, atlas: Atlas, weights: np.ndarray, regions: tuple[str, ...]) -> PainDrawing:
        half = atlas.skin.half
        right, left = (
            float(atlas.skin.area[part] @ weights[part])
            for part in (slice(None, half), slice(half, None))
        )
        # Sums of the same numbers: a hair between them is rounding, not a side.
        side = SIDES[1] if left > right * (1 + 1e-9) else SIDES[0]
        return cls(weights, regions, round(right + left, 1), side)

    @property
    def empty(self) -> bool:
        """Whether nothing is marked."""
        return not self.weights.any()
