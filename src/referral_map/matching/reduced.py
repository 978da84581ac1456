"""A drawing reduced to what the search for sets of points needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..geometry.frame import SIDES
from .pressed import effect_on
from .rows import Row, Rows
from .score import score
from .search import Best, Search

LEAST_ADDED = 0.05
"""A larger set must explain at least this share of the drawing more. A point that would explain
less on its own can therefore never be the one that is added, and is left out of the search."""


@dataclass(frozen=True)
class Reduced:
    """Felt skin and the patterns that may be members of a set.

    columns: patterns that explain enough to be a member, best first; shared ``(f, c)`` cm2
    of each piece of felt skin that lies in each pattern, and weight ``(f, c)`` of the pattern
    there. Felt skin of one strength that all patterns credit alike is one piece.
    """

    columns: list[int]
    shared: np.ndarray
    weight: np.ndarray
    marked: float
    search: Search

    @classmethod
    def of(cls, rows: Rows, pain: np.ndarray, findings: Mapping) -> Reduced:
        """The drawing ``(n,)`` after some findings of pressing, as ``read_pressed`` gives them."""
        felt, skin = rows.felt(pain), np.flatnonzero(pain)
        worth = np.flatnonzero(felt.shared >= LEAST_ADDED * felt.marked)
        scored = score(felt.credited, felt.marked, rows.expected)[worth]
        order = sorted(
            zip(np.round(-scored, 6).tolist(), worth.tolist(), strict=True),
            key=lambda item: (item[0], *_name(rows.points[item[1]])),
        )
        columns = [column for _, column in order]
        first, area = _pieces(rows, pain, skin, columns)
        strength = pain[first, None]
        weight = rows.weights(first, columns)
        shared = area[:, None] * np.minimum(strength, weight)
        credited = area[:, None] * strength * rows.credit[np.ix_(first, columns)]
        effects = [effect_on(rows.points[column], findings) for column in columns]
        factor = np.array([1.0 if effect is None else effect.factor for effect in effects])
        search = Search(credited * factor, rows.expected[columns], felt.marked)
        return cls(columns, shared, weight, felt.marked, search)

    def growing(self, most: int) -> list[Best]:
        """The best set of one column, of two and so on, while each is credited enough more."""
        found: list[Best] = []
        enough = 0.0
        for size in range(1, min(most, len(self.columns)) + 1):
            best = self.search.best(size, enough)
            if best is None:
                break
            found.append(best)
            enough = self.search.explained(best.chosen) + LEAST_ADDED * self.marked
        return found

    def explained(self, best: Best) -> float:
        """cm2 of the drawing that lie in the zones of a set."""
        return float(self.shared[:, list(best.chosen)].max(axis=1).sum())

    def shares(self, chosen: tuple[int, ...]) -> np.ndarray:
        """cm2 of the drawing that each of some columns explains, together all that they do."""
        weight = self.weight[:, list(chosen)]
        # Pain goes to the member whose zone weighs most there; equal ones split it.
        owner = (weight == weight.max(axis=1, keepdims=True)) & (weight > 0)
        split = owner / np.maximum(owner.sum(axis=1, keepdims=True), 1)
        return (split * self.shared[:, list(chosen)]).sum(axis=0)


def _name(point: Row) -> tuple[str, int]:
    return point.trigger_point, SIDES.index(point.side)


def _pieces(
    rows: Rows, pain: np.ndarray, felt: np.ndarray, columns: list[int]
) -> tuple[np.ndarray, np.ndarray]:
    """One skin point of each piece ``(f,)`` and the cm2 of the piece."""
    if not columns:
        return felt[:0], np.zeros(0)
    # Credits as a random sum: equal credits give equal sums, others do not.
    chance = np.random.default_rng(0).random(len(columns) + 1)
    code = rows.credit[np.ix_(felt, columns)].astype(float) @ chance[1:] + pain[felt] * chance[0]
    _, first, piece = np.unique(np.round(code, 9), return_index=True, return_inverse=True)
    return felt[first], np.bincount(piece, weights=rows.area[felt], minlength=len(first))
