"""Branch and bound for the set of columns with the best score. The bound is told in ``sets``."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from .score import COVERAGE_WEIGHT

MOST_NODES = 600
"""A search of more steps stops and says what score it could have missed."""

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


@dataclass(frozen=True)
class Search:
    """shared ``(f, c)`` cm2 of f pieces of skin credited to c columns; usual ``(c,)`` cm2 that is
    expected of each; marked: cm2 of the drawing."""

    shared: np.ndarray
    usual: np.ndarray
    marked: float
    costs: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "costs", (1 - COVERAGE_WEIGHT) * np.asarray(self.usual, float))

    def best(self, size: int, at_least: float = 0.0) -> Best | None:
        """The set of ``size`` columns with the best score that explains ``at_least`` so many cm2;
        of equal ones the first found, None where there is none."""
        state = _State(at_least=at_least)
        base = COVERAGE_WEIGHT * self.marked
        self._greedy(size, base, state)
        nothing = np.zeros(len(self.shared))
        self._grow(state, (), nothing, 0.0, base, np.arange(len(self.usual)), size)
        if not state.chosen:
            return None
        return Best(state.chosen, state.score, state.score + state.missed / base)

    def explained(self, chosen: tuple[int, ...]) -> float:
        """cm2 that columns explain together."""
        return float(self.shared[:, list(chosen)].max(axis=1).sum())

    def standing(self, chosen: tuple[int, ...]) -> np.ndarray:
        """For each column ``(c,)`` the best score of the set when it takes a member's place; for a
        member of the set, the score of the set itself."""
        best = np.zeros(len(self.usual))
        everything = np.arange(len(self.usual))
        for member in chosen:
            others = [number for number in chosen if number != member]
            covered = self.shared[:, others].max(axis=1, initial=0.0)
            cost = COVERAGE_WEIGHT * self.marked + self.costs[others].sum()
            added = self._added(covered, everything)
            score = (covered.sum() + added) / (cost + self.costs)
            score[others] = 0.0
            best = np.maximum(best, score)
        return best

    def _greedy(self, size: int, cost: float, state: _State) -> None:
        """A first good set, one member at a time."""
        chosen: tuple[int, ...] = ()
        covered, explained = np.zeros(len(self.shared)), 0.0
        left = np.arange(len(self.usual))
        for _ in range(size):
            score = (explained + self._added(covered, left)) / (cost + self.costs[left])
            number = int(left[_first_best(score)])
            chosen += (number,)
            covered = np.maximum(covered, self.shared[:, number])
            explained, cost = float(covered.sum()), cost + float(self.costs[number])
            left = left[left != number]
        if explained >= state.at_least:
            state.chosen, state.score = chosen, explained / cost

    def _added(self, covered: np.ndarray, columns: np.ndarray) -> np.ndarray:
        """cm2 that each column would add to what is covered."""
        return np.maximum(self.shared[:, columns] - covered[:, None], 0.0).sum(axis=0)

    def _grow(
        self,
        state: _State,
        chosen: tuple[int, ...],
        covered: np.ndarray,
        explained: float,
        cost: float,
        columns: np.ndarray,
        left: int,
    ) -> None:
        """Tries every way to fill a set with ``left`` more of the columns that may still win."""
        state.nodes += 1
        added = self._added(covered, columns)
        if left == 1:
            score = (explained + added) / (cost + self.costs[columns])
            score[explained + added < state.at_least] = 0.0
            number = _first_best(score)
            if score[number] > state.score + _HAIR:
                state.chosen = (*chosen, int(columns[number]))
                state.score = float(score[number])
            return
        net = added - state.score * self.costs[columns]
        if explained + np.sort(added)[-left:].sum() < state.at_least:
            return
        order = np.argsort(-net, kind="stable")
        columns, added, net = columns[order], added[order], net[order]
        for place in range(len(columns) - left + 1):
            ahead = explained - state.score * cost
            # The score may have grown since ``net`` was worked out: then this bound is loose.
            bound = ahead + float(net[place : place + left].sum())
            if bound <= _HAIR * self.marked:
                return
            if state.nodes >= MOST_NODES:
                state.missed = max(state.missed, bound)
                return
            number = int(columns[place])
            self._grow(
                state,
                (*chosen, number),
                np.maximum(covered, self.shared[:, number]),
                explained + float(added[place]),
                cost + float(self.costs[number]),
                columns[place + 1 :],
                left - 1,
            )


def _first_best(score: np.ndarray) -> int:
    """The first of the scores that are the best but for a hair."""
    return int(np.argmax(score >= score.max() - _HAIR))
