"""The pain drawing: where it hurts, as a weight on the skin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from ..atlas import Atlas


@dataclass(frozen=True)
class PainDrawing:
    """Pain on the skin: weights ``(n,)`` 0..1 on the skin points, and the regions it was made of.

    Make one with ``from_regions`` or ``from_weights``.
    """

    weights: np.ndarray
    regions: tuple[str, ...]
    area_cm2: float

    @classmethod
    def from_regions(cls, atlas: Atlas, region_ids: Iterable[str]) -> PainDrawing:
        """The drawing that marks whole regions; repeated ids count once, order is kept.

        Raises UnknownName for a region the atlas does not have.
        """
        regions = [atlas.region(region_id) for region_id in dict.fromkeys(region_ids)]
        marked = np.isin(atlas.skin.region, [region.index for region in regions])
        return cls._made(atlas, marked.astype(float), tuple(region.id for region in regions))

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
        area = float(atlas.skin.area @ weights)
        return cls(weights, regions, round(area, 1))

    @property
    def empty(self) -> bool:
        """Whether nothing is marked."""
        return not self.weights.any()
