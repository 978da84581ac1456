"""How well a referral pattern explains a pain drawing: coverage, fit and score.

With skin point areas ``a``, pain ``p`` and pattern ``w``, all on the same skin points::

    shared   = sum(a min(p, w))
    coverage = shared / sum(a p)     how much of the pain the pattern would explain
    fit      = shared / sum(a w)     how much of the usual pattern is felt
    score    = 1 / (C / coverage + (1 - C) / fit)

The score is the weighted harmonic mean, with C = COVERAGE_WEIGHT: people mark a part of a
pattern, so what is marked and not explained weighs more than what is usual and not felt.
For marks of 0 or 1, ``min(p, w) = p w``. The reasons stand in docs/decisions/0003-score.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

COVERAGE_WEIGHT = 0.7


@dataclass(frozen=True)
class Scores:
    """coverage, fit and score ``(k,)`` of k patterns, each 0..1."""

    coverage: np.ndarray
    fit: np.ndarray
    score: np.ndarray


def usual_areas(area: np.ndarray, patterns: np.ndarray) -> np.ndarray:
    """Weighted area ``(k,)`` in cm2 of patterns ``(k, n)``: the sum of ``a w``."""
    return patterns @ area


def scores(
    area: np.ndarray, pain: np.ndarray, patterns: np.ndarray, usual: np.ndarray | None = None
) -> Scores:
    """Scores of patterns ``(k, n)`` against pain ``(n,)`` on skin points of ``area`` ``(n,)`` cm2.

    No pain, or a pattern without area, scores 0. ``usual`` saves working out ``usual_areas`` again.
    """
    felt = np.flatnonzero(pain)
    shared = np.minimum(patterns[:, felt], pain[felt].astype(patterns.dtype)) @ area[felt]
    marked = float(area[felt] @ pain[felt])
    return from_areas(shared, marked, usual_areas(area, patterns) if usual is None else usual)


def from_areas(shared: np.ndarray, marked: float, usual: np.ndarray) -> Scores:
    """Scores from areas in cm2: shared by both, marked as pain, usual for each pattern."""
    shared = np.asarray(shared, float)
    coverage = np.divide(shared, marked, out=np.zeros_like(shared), where=marked > 0)
    fit = np.divide(shared, usual, out=np.zeros_like(shared), where=usual > 0)
    mean = COVERAGE_WEIGHT * marked + (1 - COVERAGE_WEIGHT) * np.asarray(usual, float)
    score = np.divide(shared, mean, out=np.zeros_like(shared), where=mean > 0)
    return Scores(*(np.clip(part, 0.0, 1.0) for part in (coverage, fit, score)))
