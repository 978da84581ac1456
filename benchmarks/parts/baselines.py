"""Three simpler ways to rank trigger points, for comparison."""

from __future__ import annotations

import numpy as np

from .simulated import Simulator

LISTED = 0.25
"""A printed guide lists a point under a region of which its pattern covers so much."""


class Baselines:
    """Ranks the same patterns by simpler rules; each gives columns, best first, for weights."""

    def __init__(self, simulator: Simulator) -> None:
        self.simulator, table = simulator, simulator.table
        self.area = simulator.skin.area
        self.pattern = (table.essential + table.spillover) > 0
        self.pattern_area = self.area @ self.pattern
        in_region = np.array(
            [simulator.by_region(self.pattern[:, k]) for k in range(self.pattern.shape[1])]
        ).T
        share = in_region / np.maximum(simulator.region_area[:, None], 1e-9)
        # Under each region its points in order of how much of it they cover.
        self.listed = share >= LISTED
        place = (-share).argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
        self.merit = np.where(self.listed, 1.0 / (1.0 + place), 0.0)

    def ways(self) -> dict:
        """The three by name."""
        return {
            "look-up list": self.look_up,
            "Jaccard": self.jaccard,
            "nearest centroid": self.centroid,
        }

    def look_up(self, weights: np.ndarray) -> np.ndarray:
        """By in how many marked regions' lists a point stands, then by its places in them."""
        sim = self.simulator
        share = sim.by_region(weights) / np.maximum(sim.region_area, 1e-9)
        marked = share >= 0.25
        if not marked.any():
            marked[int(share.argmax())] = True
        count = self.listed[marked].sum(axis=0) + 1e-3 * self.merit[marked].sum(axis=0)
        return np.argsort(-count, kind="stable")

    def jaccard(self, weights: np.ndarray) -> np.ndarray:
        """By plain overlap of marked skin and pattern, main and wider zone alike."""
        marked = np.flatnonzero(weights)
        both = self.area[marked] @ self.pattern[marked]
        either = self.area[marked].sum() + self.pattern_area - both
        return np.argsort(-both / either, kind="stable")

    def centroid(self, weights: np.ndarray) -> np.ndarray:
        """By how near the middle of the pattern lies to the middle of the drawing."""
        mass = self.area * weights
        middle = mass @ self.simulator.skin.xyz / mass.sum()
        away = np.linalg.norm(self.simulator.middles - middle, axis=1)
        return np.argsort(away, kind="stable")
