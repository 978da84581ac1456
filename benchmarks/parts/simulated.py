"""Simulated pain drawings of people whose trigger points are known; all from a seed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from referral_map.atlas import Atlas
from referral_map.matching.pattern_table import PatternTable, pattern_table

NORMAL_MM = 45.0
"""mm that a unit change of the skin's normal counts, as in the library."""

NEIGHBOUR_MM = 500.0
"""Points that hurt together have patterns whose middles lie no farther apart."""

CLICKED = 0.4
"""A region is clicked when at least this share of it hurts."""

BRUSH, REGIONS = "brush", "regions"

JACCARD_MEAN, JACCARD_SD = 0.62, 0.18
"""Overlap of a drawing with the same patient's next, a minute later (barbero_2013)."""


@dataclass(frozen=True)
class Noise:
    """How a drawing departs from its patterns.

    shift: mm the whole is moved along the skin; ragged: mm its edge wanders; least: smallest part
    0..1 of the essential zone that hurts (the largest is all); spillover: largest part of the
    spillover zone that hurts; patches: most unrelated spots.
    """

    shift: float
    ragged: float
    least: float
    spillover: float
    patches: int


LEVELS = {
    "light": Noise(10, 5, 0.8, 0.5, 0),
    "moderate": Noise(20, 8, 0.6, 0.7, 1),
    "strong": Noise(40, 12, 0.4, 0.9, 2),
}


class Simulator:
    """Draws on the skin of an atlas."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas
        self.skin = atlas.skin
        self.table: PatternTable = pattern_table(atlas)
        self.xyz = self.skin.xyz.astype(np.float32)
        self.normal = self.skin.normal.astype(np.float32)
        weight = self.table.essential + 0.5 * self.table.spillover
        massed = weight * self.skin.area[:, None]
        self.middles = (massed.T @ self.skin.xyz) / massed.sum(axis=0)[:, None]
        self.sides = np.array([point.side for point in self.table.points])
        self.region_area = self.by_region(np.ones(len(self.xyz)))

    def points(self, count: int, rng: np.random.Generator) -> tuple[int, ...]:
        """Columns of the points that hurt: the first at random, the others near it on its side."""
        chosen = [int(rng.integers(len(self.sides)))]
        away = np.linalg.norm(self.middles - self.middles[chosen[0]], axis=1)
        near = (away < NEIGHBOUR_MM) & (self.sides == self.sides[chosen[0]])
        near[chosen] = False
        chosen += rng.choice(np.flatnonzero(near), count - 1, replace=False).tolist()
        return tuple(chosen)

    def drawing(
        self, columns: tuple[int, ...], noise: Noise, way: str, rng: np.random.Generator
    ) -> np.ndarray:
        """Weights 0 or 1 on the skin ``(n,)`` that a person with these points marks."""
        hurts = np.zeros(len(self.xyz), bool)
        for column in columns:
            zone = self._part_of_zones(column, noise, rng)
            hurts |= self.warped(zone, noise.shift, noise.ragged, rng)
        for _ in range(int(rng.integers(noise.patches + 1))):
            hurts |= self._patch(hurts, rng)
        return self.clicked(hurts) if way == REGIONS else hurts.astype(float)

    def _part_of_zones(self, column: int, noise: Noise, rng: np.random.Generator) -> np.ndarray:
        """The random part of the two zones that hurts: what lies low in a smooth random field."""
        field = self._field(self.xyz, 300.0, rng)
        hurting = np.zeros(len(self.xyz), bool)
        parts = (rng.uniform(noise.least, 1.0), rng.uniform(0.0, noise.spillover))
        for zone, part in zip((self.table.essential, self.table.spillover), parts, strict=True):
            inside = np.flatnonzero(zone[:, column])
            if len(inside):
                hurting[inside[field[inside] <= np.quantile(field[inside], part)]] = True
        return hurting

    def warped(
        self, marked: np.ndarray, shift: float, ragged: float, rng: np.random.Generator
    ) -> np.ndarray:
        """Marked skin moved ``shift`` mm along the skin, its edge wandering by ``ragged`` mm."""
        if not marked.any():
            return marked
        direction = rng.normal(size=3)
        reach = shift + 2 * ragged + 15
        low, high = self.xyz[marked].min(axis=0) - reach, self.xyz[marked].max(axis=0) + reach
        local = np.flatnonzero(((self.xyz >= low) & (self.xyz <= high)).all(axis=1))
        xyz, normal = self.xyz[local], self.normal[local]
        step = direction - (normal @ direction)[:, None] * normal
        step *= shift / np.maximum(np.linalg.norm(step, axis=1, keepdims=True), 0.3)
        wander = np.column_stack([self._field(xyz, 60.0, rng) for _ in range(3)])
        came_from = xyz - step - ragged * wander
        moved = np.zeros_like(marked)
        moved[local] = marked[local][self._nearest(came_from, normal, xyz, normal)]
        return moved

    def _patch(self, hurts: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """A spot of 15 to 40 mm radius within 250 mm of what hurts."""
        near = self.xyz[rng.choice(np.flatnonzero(hurts))] if hurts.any() else self.xyz[0]
        around = np.flatnonzero(np.linalg.norm(self.xyz - near, axis=1) < 250)
        centre = int(rng.choice(around))
        away = np.linalg.norm(self.xyz - self.xyz[centre], axis=1)
        facing = self.normal @ self.normal[centre] > 0
        return (away < rng.uniform(15, 40)) & facing

    def clicked(self, hurts: np.ndarray) -> np.ndarray:
        """Whole regions in place of marked skin; the most marked one where none is enough."""
        share = self.by_region(hurts) / np.maximum(self.region_area, 1e-9)
        regions = np.flatnonzero(share >= CLICKED)
        if not len(regions):
            regions = [int(share.argmax())]
        return np.isin(self.skin.region, regions).astype(float)

    def redrawn(self, marked: np.ndarray, rng: np.random.Generator) -> np.ndarray:
        """The same drawing a minute later: moved and roughened until the overlap is realistic."""
        wanted = float(np.clip(rng.normal(JACCARD_MEAN, JACCARD_SD), 0.1, 0.95))
        first, seed = marked > 0, int(rng.integers(2**32))
        low, high, best = 0.0, 1.0, (2.0, first)
        for _ in range(7):
            middle = (low + high) / 2
            again = self.warped(first, 120 * middle, 40 * middle, np.random.default_rng(seed))
            overlap = jaccard(first, again, self.skin.area)
            best = min(best, (abs(overlap - wanted), again), key=lambda item: item[0])
            low, high = (middle, high) if overlap > wanted else (low, middle)
        return best[1].astype(float)

    def by_region(self, weights: np.ndarray) -> np.ndarray:
        """cm2 of weights ``(n,)`` in each region."""
        inside = self.skin.region >= 0
        return np.bincount(
            self.skin.region[inside], (self.skin.area * weights)[inside], len(self.atlas.regions)
        )

    def _nearest(self, xyz, normal, among, facing) -> np.ndarray:
        wanted = np.hstack([xyz, NORMAL_MM * normal]).astype(np.float32)
        places = np.hstack([among, NORMAL_MM * facing])
        middle = places.mean(axis=0)
        wanted, places = wanted - middle, places - middle
        return ((places**2).sum(axis=1) - 2 * wanted @ places.T).argmin(axis=1)

    @staticmethod
    def _field(xyz: np.ndarray, scale: float, rng: np.random.Generator) -> np.ndarray:
        """A smooth random field of unit strength that changes over about ``scale`` mm."""
        waves = rng.normal(size=(3, 8)) * (2 * np.pi / scale) / np.sqrt(3)
        phases = rng.uniform(0, 2 * np.pi, 8)
        return np.cos(xyz @ waves.astype(np.float32) + phases).sum(axis=1) / 2


def jaccard(one: np.ndarray, other: np.ndarray, area: np.ndarray) -> float:
    """Overlap 0..1 of two markings by area."""
    either = float(area[one | other].sum())
    return float(area[one & other].sum()) / either if either else 0.0
