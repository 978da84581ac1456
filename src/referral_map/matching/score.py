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

A region that is clicked is a rough mark: who clicks one says nothing of the others, so nothing more
is expected, C = 1; the credit is MOST_CLICKED in the essential zone, SPILLOVER_CLICKED of that in
the spillover zone and 0 beside them. A drawing that is clicked in part lies between, by the part
(docs/decisions/0030-posterior.md).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

COVERAGE_WEIGHT = 0.6

SPILLOVER_EXPECTED = 0.3
"""The part of a spillover zone that is expected to hurt: texts call it what *may* be felt too."""

MOST_CLICKED = 0.9
"""However well a pattern fits clicked regions, a part stays open."""

SPILLOVER_CLICKED = 0.2
"""The credit of a spillover zone for clicked regions, of which a pattern's main zone explains more
than its outskirts. Chosen as the numbers of ``prior`` were."""


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


def score(
    credited: np.ndarray,
    marked: float,
    expected: np.ndarray,
    coverage_weight: float = COVERAGE_WEIGHT,
) -> np.ndarray:
    """Scores ``(k,)`` 0..1 from areas in cm2: credited, marked as pain, expected of each pattern.

    coverage_weight: C. No pain, or a pattern without area, scores 0.
    """
    credited = np.asarray(credited, float)
    whole = coverage_weight * marked + (1 - coverage_weight) * np.asarray(expected, float)
    ratio = np.divide(credited, whole, out=np.zeros_like(credited), where=whole > 0)
    return np.clip(ratio, 0.0, 1.0)


def coverage_weight(clicked: float) -> float:
    """C for the share 0..1 of a drawing that was made by clicking regions."""
    return clicked + (1 - clicked) * COVERAGE_WEIGHT
