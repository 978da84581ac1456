"""One posterior, openly made: the score of the drawing, what is known before it, and pressing.

On a scale of log odds::

    log odds = logit(score) + w (common + sure) + pressed
    posterior = 1 / (1 + exp(-log odds))

The posterior orders the list and is shown as the overall match. It is no chance of having the
point, which nobody has measured. ``w`` is what the drawing leaves open: all of it where regions
were clicked, PAINTED of it where skin was painted, which says far more.

Weights alone cannot keep a doubtful pattern behind sure ones: near 0 and near 1 a small step of
the score is worth much. So one whose texts are weak or differ yields (``yielding``): it stands
behind every pattern that is sure and fits about as well.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..domain import Grade

PAINTED = 1 / 6
"""The part of what is known before that counts where skin was painted. With more, how common and
how sure a point is would move simulated drawings away from the points they came from
(docs/accuracy.md)."""

ABOUT_AS_WELL = 0.1
"""Scores no farther apart than this fit about as well, where all of what is known counts."""

SURE: frozenset[Grade] = frozenset({"measured", "consensus"})
WEAK: frozenset[Grade] = frozenset({"weak"})

HAIR = 1e-4
"""Log odds by which one that yields stands behind."""

_LEAST = 1e-4
_ROUNDED = 1e-4  # scores are shown with four places


def left_open(clicked: float) -> float:
    """``w``, for the share 0..1 of a drawing that was made by clicking regions."""
    return clicked + (1 - clicked) * PAINTED


def log_odds(share: np.ndarray | float) -> np.ndarray:
    """The log odds of a score or posterior 0..1; 0 and 1 count as a hair from them."""
    kept = np.clip(share, _LEAST, 1 - _LEAST)
    return np.log(kept / (1 - kept))


def from_log_odds(odds: np.ndarray | float) -> np.ndarray:
    """Posteriors 0..1 of log odds."""
    return 1 / (1 + np.exp(-np.asarray(odds)))


def yielding(
    odds: np.ndarray, scores: np.ndarray, grades: Sequence[Grade], about_as_well: float
) -> np.ndarray:
    """Log odds ``(k,)`` where a weak pattern stands behind each sure one that fits about as well.

    scores ``(k,)``: of the drawing alone; grades: of the essential zones; about_as_well: how far
    apart such scores may lie.
    """
    weak = np.flatnonzero([grade in WEAK for grade in grades])
    sure = np.flatnonzero([grade in SURE for grade in grades])
    if not (len(weak) and len(sure)):
        return odds
    near = np.abs(scores[weak][:, None] - scores[sure]) <= about_as_well + _ROUNDED
    limit = np.where(near, odds[sure], np.inf).min(axis=1) - HAIR
    behind = odds.copy()
    behind[weak] = np.minimum(odds[weak], limit)
    return behind
