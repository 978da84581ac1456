"""Ranks the trigger points that might explain a pain drawing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from weakref import WeakKeyDictionary

import numpy as np

from ..atlas import Atlas
from ..geometry.frame import SIDES
from .drawing import PainDrawing
from .score import scores, usual_areas
from .words import why

LEAST_COVERAGE = 0.05
"""A pattern that would explain less than this share of the pain is not listed."""

_SAME = 6
"""Scores that agree to so many decimals are equal; equal ones stand in order of their ids."""


@dataclass(frozen=True)
class Candidate:
    """A trigger point that might explain the drawing.

    same_pattern: other points of the same muscle and side for which the texts give the same
    pattern, so that the drawing cannot tell them apart. score, coverage and fit lie in 0..1.
    """

    rank: int
    trigger_point: str
    same_pattern: tuple[str, ...]
    muscle: str
    side: str
    score: float
    coverage: float
    fit: float
    why: str


@dataclass(frozen=True)
class MatchResult:
    """A drawing and the candidates for it, best first."""

    pain: PainDrawing
    candidates: tuple[Candidate, ...]

    def as_dict(self) -> dict:
        """Plain data for JSON: ``{"pain": {area_cm2, regions}, "candidates": [...]}``."""
        return {
            "pain": {"area_cm2": self.pain.area_cm2, "regions": list(self.pain.regions)},
            "candidates": [
                {
                    key: list(value) if isinstance(value, tuple) else value
                    for key, value in asdict(candidate).items()
                }
                for candidate in self.candidates
            ],
        }


@dataclass(frozen=True)
class _Rows:
    """The distinct patterns of an atlas, computed once: one row a pattern and side."""

    patterns: np.ndarray
    usual: np.ndarray
    essential: np.ndarray
    points: list[tuple[str, tuple[str, ...], str, str]]


_ROWS: WeakKeyDictionary[Atlas, _Rows] = WeakKeyDictionary()


def _rows(atlas: Atlas) -> _Rows:
    if atlas not in _ROWS:
        _ROWS[atlas] = _distinct(atlas)
    return _ROWS[atlas]


def _distinct(atlas: Atlas) -> _Rows:
    """Points of one muscle that share one pattern become one row: no drawing tells them apart."""
    groups: dict[tuple[str, bytes], list[str]] = {}
    for point in atlas.trigger_points:
        muscle = atlas.muscle_of(point.id).id
        key = (muscle, atlas.patterns[point.id].weights.tobytes())
        groups.setdefault(key, []).append(point.id)
    points, patterns = [], []
    for side in SIDES:
        for (muscle, _), members in groups.items():
            points.append((members[0], tuple(members[1:]), muscle, side))
            patterns.append(atlas.pattern_weights(members[0], side))
    stacked = np.array(patterns, dtype=np.float32)
    return _Rows(stacked, usual_areas(atlas.skin.area, stacked), stacked == 1.0, points)


def match(atlas: Atlas, pain: PainDrawing) -> MatchResult:
    """The trigger points that might explain a drawing, best first; none for an empty drawing."""
    if pain.empty:
        return MatchResult(pain, ())
    rows = _rows(atlas)
    area = atlas.skin.area
    found = scores(area, pain.weights, rows.patterns, rows.usual)
    listed = np.flatnonzero(found.coverage >= LEAST_COVERAGE)
    felt = np.flatnonzero(pain.weights)
    shared = np.minimum(rows.patterns[np.ix_(listed, felt)], pain.weights[felt])
    in_essential = (shared * rows.essential[np.ix_(listed, felt)]) @ area[felt]
    in_essential /= np.maximum(shared @ area[felt], 1e-9)
    order = sorted(
        range(len(listed)),
        key=lambda i: (
            -round(float(found.score[listed[i]]), _SAME),
            rows.points[listed[i]][0],
            rows.points[listed[i]][3] != "right",
        ),
    )
    return MatchResult(
        pain,
        tuple(
            _candidate(rank, rows.points[listed[i]], found, listed[i], float(in_essential[i]))
            for rank, i in enumerate(order, 1)
        ),
    )


def _candidate(rank: int, point: tuple, found, row: int, in_essential: float) -> Candidate:
    trigger_point, same, muscle, side = point
    coverage, fit = float(found.coverage[row]), float(found.fit[row])
    return Candidate(
        rank,
        trigger_point,
        same,
        muscle,
        side,
        round(float(found.score[row]), 4),
        round(coverage, 4),
        round(fit, 4),
        why(coverage, fit, in_essential),
    )
