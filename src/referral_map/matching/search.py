"""Branch and bound for the set of columns with the best score. ``sets`` explains the bound."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from .score import COVERAGE_WEIGHT

MOST_NODES = 600
"""A search with more steps stops and reports the best score it could have missed."""

_HAIR = 1e-9


@dataclass(frozen=True)
class Best:
    """Chosen columns, their score, and what no set of that size exceeds."""

    chosen: tuple[int, ...]
    score: float
    best_possible: float


@dataclass
class _State:
    """The best set found so far and how far the search has come."""

    at_least: float = 0.0
    chosen: tuple[int, ...] = ()
    score: float = 0.0
    nodes: int = 0
    missed: float = 0.0


class _Part(NamedTuple):
    """Columns chosen so far, the cm2 ``(f,)`` and the sum of them that they explain, and what the
    score is divided by."""

    chosen: tuple[int, ...]
    covered: np.ndarray
    explained: float
    cost: float

    def with_member(self, number: int, credited: np.ndarray, cost: float) -> _Part:
        """The same with one column more, of which ``credited`` ``(f,)`` cm2 are its own."""
        covered = np.maximum(self.covered, credited)
        return _Part((*self.chosen, number), covered, float(covered.sum()), self.cost + cost)


@dataclass(frozen=True)
class Search:
    """shared ``(f, c)`` cm2 of f pieces of skin credited to c columns; usual ``(c,)`` cm2 that is
    expected of each; marked: cm2 of the drawing."""

    shared: np.ndarray
    usual: np.ndarray
    marked: float
    costs: np.ndarray = field(init=False)
    _credited: np.ndarray = field(init=False)
    """``(c, f)``: the pieces of a column in one row of memory, which is read most."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "costs", (1 - COVERAGE_WEIGHT) * np.asarray(self.usual, float))
        object.__setattr__(self, "_credited", np.ascontiguousarray(self.shared.T, float))

    def best(self, size: int, at_least: float = 0.0) -> Best | None:
        """The set of ``size`` columns with the best score that explains ``at_least`` so many cm2;
        of equal ones the first, None where there is none."""
        state = _State(at_least=at_least)
        base = COVERAGE_WEIGHT * self.marked
        self._greedy(size, base, state)
        nothing = _Part((), np.zeros(len(self.shared)), 0.0, base)
        self._grow(state, nothing, np.arange(len(self.usual)), self._credited, size)
        if not state.chosen:
            return None
        return Best(state.chosen, state.score, state.score + state.missed / base)

    def explained(self, chosen: tuple[int, ...]) -> float:
        """cm2 that columns explain together."""
        return float(self._credited[list(chosen)].max(axis=0).sum())

    def standing(self, chosen: tuple[int, ...]) -> np.ndarray:
        """For each column ``(c,)`` the best score of the set when it takes a member's place; for a
        member of the set, the score of the set itself."""
        best = np.zeros(len(self.usual))
        for member in chosen:
            others = [number for number in chosen if number != member]
            covered = self._credited[others].max(axis=0, initial=0.0)
            cost = COVERAGE_WEIGHT * self.marked + self.costs[others].sum()
            score = _together(self._credited, covered) / (cost + self.costs)
            score[others] = 0.0
            best = np.maximum(best, score)
        return best

    def _greedy(self, size: int, cost: float, state: _State) -> None:
        """A first good set, one member at a time."""
        part = _Part((), np.zeros(len(self.shared)), 0.0, cost)
        for _ in range(size):
            score = _together(self._credited, part.covered) / (part.cost + self.costs)
            score[list(part.chosen)] = 0.0
            number = _first_best(score)
            part = part.with_member(number, self._credited[number], float(self.costs[number]))
        if part.explained >= state.at_least:
            state.chosen, state.score = part.chosen, part.explained / part.cost

    def _grow(
        self, state: _State, so_far: _Part, columns: np.ndarray, credited: np.ndarray, left: int
    ) -> None:
        """Tries every way to fill a set with ``left`` more of the columns that may still win;
        credited ``(c, f)``: theirs."""
        state.nodes += 1
        costs = self.costs[columns]
        together = _together(credited, so_far.covered)
        if left == 1:
            score = together / (so_far.cost + costs)
            score[together < state.at_least] = 0.0
            if score.max() > state.score + _HAIR:
                number = _first_best(score)
                state.chosen = (*so_far.chosen, int(columns[number]))
                state.score = float(score[number])
            return
        added = together - so_far.explained
        if so_far.explained + np.sort(added)[-left:].sum() < state.at_least:
            return
        net = added - state.score * costs
        order = np.argsort(-net, kind="stable")
        net = net[order]
        # Most branches end here, before the costly sorting below.
        if so_far.explained - state.score * so_far.cost + net[:left].sum() <= _HAIR * self.marked:
            return
        columns, credited = columns[order], credited[order]
        for place in range(len(columns) - left + 1):
            # The score may have grown since ``net`` was worked out: then this bound is loose.
            ahead = so_far.explained - state.score * so_far.cost
            bound = ahead + float(net[place : place + left].sum())
            if bound <= _HAIR * self.marked:
                return
            if state.nodes >= MOST_NODES:
                state.missed = max(state.missed, bound)
                return
            number = int(columns[place])
            grown = so_far.with_member(number, credited[place], float(self.costs[number]))
            self._grow(state, grown, columns[place + 1 :], credited[place + 1 :], left - 1)


def _together(credited: np.ndarray, covered: np.ndarray) -> np.ndarray:
    """cm2 that what is covered ``(f,)`` and each of some columns ``(c, f)`` explain together."""
    return np.maximum(credited, covered).sum(axis=1)


def _first_best(score: np.ndarray) -> int:
    """The first of the scores that equal the best one within _HAIR."""
    return int(np.argmax(score >= score.max() - _HAIR))
