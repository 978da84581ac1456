"""What a pattern gives to pain at each skin point: the log odds that pain there is its own.

A person with a trigger point marks about ESSENTIAL_SHARE of its essential zone and SPILLOVER_SHARE
of its spillover zone, a little beside where texts draw them (BLUR_MM), and STRAY of any skin for
other reasons. With ``q`` the chance that skin is marked, so blurred, the credit is::

    m = (logit(q) - logit(STRAY)) / (logit(ESSENTIAL_SHARE) - logit(STRAY))

and then kept within what the laws of the score need: 1 in the essential zone; from
COVERAGE_WEIGHT to MOST_OF_SPILLOVER in the spillover zone; at most MOST_BESIDE outside.
"""

from __future__ import annotations

import numpy as np

from ..geometry.skin import Skin
from .score import COVERAGE_WEIGHT, SPILLOVER_EXPECTED

ESSENTIAL_SHARE, SPILLOVER_SHARE, STRAY = 0.8, 0.35, 0.01
"""Chosen with simulated drawings (docs/accuracy.md); no study has measured how much people mark."""

BLUR_MM = 15.0
"""About as far as two examiners mark the same point apart (12.9 mm, holm_jensen_2020)."""

MOST_OF_SPILLOVER = COVERAGE_WEIGHT + (1 - COVERAGE_WEIGHT) * SPILLOVER_EXPECTED
"""With more, a drawing could score above 1."""

MOST_BESIDE = 0.9 * COVERAGE_WEIGHT
"""With COVERAGE_WEIGHT or more, marking skin beside a pattern would not lower its score."""

NORMAL_MM = 45.0
"""mm that a unit change of the skin's normal counts, as in the search for the nearest skin."""

_REACH = 3.0
_PIECE = 400


def credits(skin: Skin, essential: np.ndarray, spillover: np.ndarray) -> np.ndarray:
    """Credit ``(n, k)`` 0..1 of zones ``(n, k)`` of 0 and 1, in single precision."""
    marked = ESSENTIAL_SHARE * essential + SPILLOVER_SHARE * spillover
    chance = np.maximum(blurred(skin, marked.astype(np.float32)), STRAY)
    credit = (_logit(chance) - _logit(STRAY)) / (_logit(ESSENTIAL_SHARE) - _logit(STRAY))
    inner, outer = essential > 0, spillover > 0
    credit = np.where(outer, np.clip(credit, COVERAGE_WEIGHT, MOST_OF_SPILLOVER),
                    np.clip(credit, 0.0, MOST_BESIDE))  # fmt: skip
    # Rounded, so that equal patterns have equal credits in every column of the table.
    return np.where(inner, 1.0, np.round(credit, 3)).astype(np.float32)


def blurred(skin: Skin, weights: np.ndarray) -> np.ndarray:
    """Weights ``(n, k)`` averaged over the skin near each point, BLUR_MM wide (one sigma)."""
    order = np.argsort(skin.xyz[:, 1], kind="stable")
    level, area = skin.xyz[order, 1], skin.area[order].astype(np.float32)
    places = np.hstack([skin.xyz, NORMAL_MM * skin.normal])[order]
    places = ((places - places.mean(axis=0)) / BLUR_MM).astype(np.float32)
    lengths, sorted_weights = (places**2).sum(axis=1), weights[order]
    averaged = np.empty_like(sorted_weights)
    for start in range(0, len(order), _PIECE):
        here = slice(start, start + _PIECE)
        reach = _REACH * BLUR_MM
        around = slice(*np.searchsorted(level, [level[here][0] - reach, level[here][-1] + reach]))
        gap = lengths[here, None] + lengths[around] - 2 * places[here] @ places[around].T
        near = np.where(gap < _REACH**2, np.exp(-0.5 * gap), 0) * area[around]
        averaged[here] = near @ sorted_weights[around] / near.sum(axis=1, keepdims=True)
    back = np.empty_like(averaged)
    back[order] = averaged
    return back


def _logit(chance: np.ndarray | float) -> np.ndarray:
    return np.asarray(np.log(chance / (1 - chance)))
