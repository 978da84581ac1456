"""The question that tells most: "does it also hurt here?", and what its answer does.

A person is taken to say yes of a region of which at least a quarter hurts, no where hardly any
does, and not sure between. How likely each is goes by how much of the region a pattern is expected
to hurt (``felt``: ESSENTIAL_SHARE of its essential, SPILLOVER_SHARE of its spillover zone), as
counted in simulated drawings of one point::

    P(yes) = logistic((felt - YES_AT) / YES_WIDTH)
    P(no)  = logistic((NO_AT - felt) / NO_WIDTH), both kept SLIP away from 0 and 1

An answer adds the log of its chance to the log odds of each pattern; "not sure" adds nothing. Asked
is the region whose answer is expected to tell most of which pattern it is, in bits: the entropy of
the answer less what is left of it where the pattern is known (Shannon's mutual information).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..atlas import Atlas
from ..atlas.once import once_an_atlas
from ..domain import Answer
from .credit import ESSENTIAL_SHARE, SPILLOVER_SHARE
from .drawing import PainDrawing
from .pattern_table import pattern_table
from .posterior import from_log_odds

YES_AT, YES_WIDTH = 0.2, 0.08
NO_AT, NO_WIDTH = 0.1, 0.056
SLIP = 0.04
"""Fitted to simulated drawings (benchmarks/questions.py); nobody has counted them in people."""

LEAST_BITS = 0.05
"""A question that is expected to tell less is not asked."""

LEADING = 40
"""The number of candidates that a question is to tell apart."""

MOSTLY_MARKED = 0.25
"""Of a region of which so much is marked it is known that it hurts."""

AlsoHurts = Mapping[str, Answer]
"""Answers by region."""


@dataclass(frozen=True)
class AreaQuestion:
    """Whether it also hurts in a region; bits: what the answer is expected to tell."""

    region: str
    bits: float


def evidence(atlas: Atlas, pain: PainDrawing, also_hurts: AlsoHurts) -> np.ndarray:
    """Log odds ``(k,)`` of all answers; of regions that are marked by now, none.

    Raises UnknownName for a region the atlas does not have.
    """
    yes, no = chance_of_answers(atlas)
    added = np.zeros(yes.shape[1])
    marked = _is_known(atlas, pain)
    for name, given in also_hurts.items():
        number = atlas.region(name).index
        if given == "not_sure" or marked[number]:
            continue
        added += np.log((yes if given == "yes" else no)[number])
    return added


def next_area(
    atlas: Atlas,
    pain: PainDrawing,
    columns: list[int],
    odds: np.ndarray,
    also_hurts: AlsoHurts,
) -> AreaQuestion | None:
    """The region to ask about; None where no answer would tell enough.

    columns: the candidates, best first; odds ``(k,)``: log odds of all patterns.
    """
    leading = columns[:LEADING]
    if len(leading) < 2:
        return None
    share = np.exp(odds[leading] - odds[leading].max())
    share /= share.sum()
    yes, no = (chance[:, leading] for chance in chance_of_answers(atlas))
    bits: np.ndarray = np.zeros(len(yes))
    for chance in (yes, no, 1 - yes - no):
        bits = bits + (_surprise(chance @ share) - _surprise(chance) @ share)
    bits[_is_known(atlas, pain)] = 0.0
    bits[[atlas.region(name).index for name in also_hurts]] = 0.0
    best = int(np.argmax(np.round(bits, 6)))
    if bits[best] < LEAST_BITS:
        return None
    return AreaQuestion(atlas.regions[best].id, round(float(bits[best]), 3))


@once_an_atlas
def chance_of_answers(atlas: Atlas) -> tuple[np.ndarray, np.ndarray]:
    """How likely each pattern makes yes, and no, for each region: two of ``(r, k)``."""
    table = pattern_table(atlas)
    essential, spillover = table.zones_by_region
    area = np.maximum(table.region_area, 1e-9)[:, None]
    felt = (ESSENTIAL_SHARE * essential + SPILLOVER_SHARE * spillover) / area
    yes = _chance((felt - YES_AT) / YES_WIDTH)
    no = _chance((NO_AT - felt) / NO_WIDTH)
    return yes, np.minimum(no, 1 - yes - SLIP / 2)


def _chance(odds: np.ndarray) -> np.ndarray:
    return SLIP + (1 - 2 * SLIP) * from_log_odds(odds)


def _is_known(atlas: Atlas, pain: PainDrawing) -> np.ndarray:
    """Whether enough of each region ``(r,)`` is marked."""
    return atlas.region_shares(pain.weights > 0) >= MOSTLY_MARKED


def _surprise(chance: np.ndarray) -> np.ndarray:
    """What one answer adds to the entropy, in bits."""
    return -chance * np.log2(np.maximum(chance, 1e-12))
