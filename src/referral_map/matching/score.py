"""How well a referral pattern explains a pain drawing: coverage, fit and score.

With skin point areas ``a``, pain ``p`` and pattern ``w``, all on the same skin points::

    shared   = sum(a min(p, w))
    coverage = shared / sum(a p)     how much of the pain the pattern would explain
    fit      = shared / sum(a w)     how much of the usual pattern is marked

Both are strict: skin is in a zone or it is not. The score is not, because people draw roughly.
With the credit ``m`` that a pattern gives to pain at a skin point (1 in the essential zone, less
in the spillover zone, still less beside them, see ``credit``) and what of it is expected ``e``::

    credited = sum(a p m)            e = sum(a) of the essential + SPILLOVER_EXPECTED of the rest
    score    = credited / (C sum(a p) + (1 - C) e)

C = COVERAGE_WEIGHT: people mark a part of a pattern, so what is marked and not explained weighs
more than what is usual and not marked. The reasons are in docs/decisions/0003-score.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

COVERAGE_WEIGHT = 0.6

SPILLOVER_EXPECTED = 0.3
"""The part of a spillover zone that is expected to hurt: texts call it what *may* be felt too."""

COMMON_WEIGHT = 0.1
"""How much being common counts: a point found in everyone gains at most a quarter of this."""


@dataclass(frozen=True)
class Shares:
    """coverage and fit ``(k,)`` of k patterns, each 0..1."""

    coverage: np.ndarray
    fit: np.ndarray


def usual_areas(area: np.ndarray, patterns: np.ndarray) -> np.ndarray:
    """Weighted area ``(k,)`` in cm2 of patterns ``(k, n)``: the sum of ``a w``."""
    return patterns @ area


def shares(shared: np.ndarray, marked: float, usual: np.ndarray) -> Shares:
    """Coverage and fit from areas in cm2: shared by both, marked as pain, usual for each
    pattern."""
    shared = np.asarray(shared, float)
    coverage = np.divide(shared, marked, out=np.zeros_like(shared), where=marked > 0)
    fit = np.divide(shared, usual, out=np.zeros_like(shared), where=usual > 0)
    return Shares(np.clip(coverage, 0.0, 1.0), np.clip(fit, 0.0, 1.0))


def score(credited: np.ndarray, marked: float, expected: np.ndarray) -> np.ndarray:
    """Scores ``(k,)`` 0..1 from areas in cm2: credited, marked as pain, expected of each pattern.

    No pain, or a pattern without area, scores 0.
    """
    credited = np.asarray(credited, float)
    whole = COVERAGE_WEIGHT * marked + (1 - COVERAGE_WEIGHT) * np.asarray(expected, float)
    ratio = np.divide(credited, whole, out=np.zeros_like(credited), where=whole > 0)
    return np.clip(ratio, 0.0, 1.0)


def with_common(scores: np.ndarray, common: np.ndarray) -> np.ndarray:
    """Scores ``(k,)`` raised by how common each point is: ``s + COMMON_WEIGHT common s (1 - s)``.

    common: share 0..1 of the people with this complaint in whom the point was found, 0 where no
    study of it counts.
    0 and 1 stay as they are, and no score passes another of the same point that was higher.
    """
    return scores + COMMON_WEIGHT * common * scores * (1 - scores)
