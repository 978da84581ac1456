"""A drawing reduced to what the search for sets of points needs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..domain import SIDES
from .pattern_table import PatternColumn, PatternTable
from .pressed import Findings, effect_on
from .score import score
from .search import Best, Search

LEAST_ADDED = 0.05
"""A larger set must explain at least this share of the drawing more. A point that would explain
less on its own can therefore never be the one that is added, and is left out of the search."""


@dataclass(frozen=True)
class SetProblem:
    """Marked skin and the patterns that may be members of a set.

    columns: patterns that explain enough to be a member, best first; shared ``(f, c)`` cm2 of each
    piece of marked skin that lies in each pattern, and weight ``(f, c)`` of the pattern there.
    Marked skin of one strength that all patterns credit alike is one piece.
    """

    columns: list[int]
    shared: np.ndarray
    weight: np.ndarray
    marked: float
    search: Search

    @classmethod
    def of(cls, table: PatternTable, pain: np.ndarray, findings: Findings) -> SetProblem:
        """The problem of a drawing ``(n,)`` and of findings as ``read_pressed`` returns them."""
        overlap, skin = table.overlap(pain), np.flatnonzero(pain)
        worth = np.flatnonzero(overlap.shared >= LEAST_ADDED * overlap.marked)
        scored = score(overlap.credited, overlap.marked, table.expected)[worth]
        order = sorted(
            zip(np.round(-scored, 6).tolist(), worth.tolist(), strict=True),
            key=lambda item: (item[0], *_name(table.points[item[1]])),
        )
        columns = [column for _, column in order]
        first, area = _pieces(table, pain, skin, columns)
        strength = pain[first, None]
        weight = table.weights(first, columns)
        shared = area[:, None] * np.minimum(strength, weight)
        credited = area[:, None] * strength * table.credit[np.ix_(first, np.array(columns, int))]
        effects = [effect_on(table.points[column], findings) for column in columns]
        factor = np.array([1.0 if effect is None else effect.factor for effect in effects])
        search = Search(credited * factor, table.expected[columns], overlap.marked)
        return cls(columns, shared, weight, overlap.marked, search)

    def growing(self, most: int) -> list[Best]:
        """The best set of one column, of two and so on, while each is credited enough more."""
        sets: list[Best] = []
        enough = 0.0
        for size in range(1, min(most, len(self.columns)) + 1):
            best = self.search.best(size, enough)
            if best is None:
                break
            sets.append(best)
            enough = self.search.explained(best.chosen) + LEAST_ADDED * self.marked
        return sets

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


def _name(point: PatternColumn) -> tuple[str, int]:
    return point.trigger_point, SIDES.index(point.side)


def _pieces(
    table: PatternTable, pain: np.ndarray, skin: np.ndarray, columns: list[int]
) -> tuple[np.ndarray, np.ndarray]:
    """One skin point of each piece ``(f,)`` and the cm2 of the piece."""
    if not columns:
        return skin[:0], np.zeros(0)
    # Credits as a random sum: equal credits give equal sums, others do not.
    chance = np.random.default_rng(0).random(len(columns) + 1)
    credit = table.credit[np.ix_(skin, np.array(columns, int))].astype(float)
    code: np.ndarray = credit @ chance[1:] + pain[skin] * chance[0]
    _, first, piece = np.unique(np.round(code, 9), return_index=True, return_inverse=True)
    return skin[first], np.bincount(piece, weights=table.area[skin], minlength=len(first))
