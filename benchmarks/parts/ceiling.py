"""How often a reader who knows how the drawings are made would find the points from clicks.

From other drawings of every point, made with the same noise, it has counted how often each region
is clicked, and ranks by the chance of the clicks it sees, all points alike before. It takes the
regions as independent and its counts are small, so it is about the best one can do, not a bound.
"""

from __future__ import annotations

import numpy as np

from .simulated import CLICKED, NEIGHBOUR_MM, Noise, Simulator

STRAY_CLICK = 0.002
"""No region is surer than this to stay unclicked, or to be clicked."""


def click_rates(
    simulator: Simulator, noise: Noise, columns: range, count: int, seed: int
) -> np.ndarray:
    """How often each region is clicked for some points of the right side ``(c, r)``."""
    rates = np.zeros((len(columns), len(simulator.region_area)))
    for place, column in enumerate(columns):
        for number in range(count):
            rng = np.random.default_rng([seed, column, number])
            drawn = simulator.drawing((column,), noise, "brush", rng)
            share = simulator.by_region(drawn) / np.maximum(simulator.region_area, 1e-9)
            clicks = share >= CLICKED
            clicks[share.argmax()] |= not clicks.any()
            rates[place] += clicks / count
    return rates


class Reader:
    """Ranks points by what clicked regions make of their chance."""

    def __init__(self, simulator: Simulator, right_rates: np.ndarray) -> None:
        self.simulator = simulator
        rates = np.vstack([right_rates, right_rates[:, mirrored_regions(simulator)]])
        self.rates = np.clip(rates, STRAY_CLICK, 1 - STRAY_CLICK)

    def one(self, weights: np.ndarray) -> np.ndarray:
        """Points, the likeliest first, where one hurts."""
        return np.argsort(-self._likely(self.rates, weights), kind="stable")

    def two(self, weights: np.ndarray) -> np.ndarray:
        """Points, the likeliest first, where two hurt: a point's chance is that of its pairs."""
        first, second = self._pairs
        rates = 1 - (1 - self.rates[first]) * (1 - self.rates[second])
        likely = self._likely(np.clip(rates, STRAY_CLICK, 1 - STRAY_CLICK), weights)
        chance = np.exp(likely - likely.max())
        count = len(self.rates)
        each = np.bincount(first, chance, count) + np.bincount(second, chance, count)
        return np.argsort(-each, kind="stable")

    @property
    def _pairs(self) -> tuple[np.ndarray, np.ndarray]:
        middles, sides = self.simulator.middles, self.simulator.sides
        away = np.linalg.norm(middles[:, None] - middles, axis=2)
        near = (away < NEIGHBOUR_MM) & (sides[:, None] == sides)
        first, second = np.nonzero(np.triu(near, 1))
        return first, second

    def _likely(self, rates: np.ndarray, weights: np.ndarray) -> np.ndarray:
        clicked = (self.simulator.by_region(weights) > 0).astype(float)
        return np.log(rates) @ clicked + np.log(1 - rates) @ (1 - clicked)


def mirrored_regions(simulator: Simulator) -> np.ndarray:
    """For each region the one of the other side ``(r,)``."""
    half, region = simulator.skin.half, simulator.skin.region
    other = np.arange(len(simulator.region_area))
    inside = region[:half] >= 0
    other[region[:half][inside]] = region[half:][inside]
    other[region[half:][inside]] = region[:half][inside]
    return other
