"""Ranks the trigger points that might explain a pain drawing."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from weakref import WeakKeyDictionary

import numpy as np

from ..atlas import Atlas
from ..atlas.patterns import ESSENTIAL_WEIGHT, SPILLOVER_WEIGHT
from ..geometry.frame import SIDES
from .drawing import PainDrawing
from .score import from_areas, usual_areas
from .words import why

LEAST_COVERAGE = 0.05
"""A pattern that would explain less than this share of the pain is not listed."""

TIE = 1e-6
"""Scores no farther apart than this are equal; equal ones stand in order of their ids."""


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
    """The distinct patterns of an atlas, computed once: one column a pattern and side.

    essential, spillover ``(n, k)``: whether a skin point lies in that zone, 0 or 1 (in floats,
    skin points first, so that the felt ones are read in one piece); usual ``(k,)`` cm2.
    """

    essential: np.ndarray
    spillover: np.ndarray
    usual: np.ndarray
    points: list[tuple[str, tuple[str, ...], str, str]]

    def shared(self, area: np.ndarray, pain: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """cm2 ``(k,)`` that pain shares with the essential and with the spillover zones.

        The sum of ``a min(p, w)`` with w = 1 in the one and SPILLOVER_WEIGHT in the other.
        """
        felt = np.flatnonzero(pain)
        inner = (area[felt] * pain[felt]).astype(np.float32)
        outer = (area[felt] * np.minimum(pain[felt], SPILLOVER_WEIGHT)).astype(np.float32)
        return inner @ self.essential[felt], outer @ self.spillover[felt]


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
    stacked = np.array(patterns)
    zones = (
        np.ascontiguousarray((stacked == weight).T, dtype=np.float32)
        for weight in (ESSENTIAL_WEIGHT, SPILLOVER_WEIGHT)
    )
    return _Rows(*zones, usual_areas(atlas.skin.area, stacked), points)


def match(atlas: Atlas, pain: PainDrawing) -> MatchResult:
    """The trigger points that might explain a drawing, best first; none for an empty drawing."""
    if pain.empty:
        return MatchResult(pain, ())
    rows = _rows(atlas)
    inner, outer = rows.shared(atlas.skin.area, pain.weights)
    marked = float(atlas.skin.area @ pain.weights)
    found = from_areas(inner + outer, marked, rows.usual)
    in_essential = inner / np.maximum(inner + outer, 1e-9)
    listed = _in_order(np.flatnonzero(found.coverage >= LEAST_COVERAGE), found.score, rows.points)
    return MatchResult(
        pain,
        tuple(
            _candidate(rank, rows.points[row], found, row, float(in_essential[row]))
            for rank, row in enumerate(listed, 1)
        ),
    )


def _in_order(rows: np.ndarray, score: np.ndarray, points: list[tuple]) -> list[int]:
    """Rows with the best score first; those that tie in order of their ids, right before left."""
    best_first = rows[np.argsort(-score[rows], kind="stable")]
    # A tie is a chain of scores, each within a hair of the next: rounding would cut some in two.
    place = np.cumsum(-np.diff(score[best_first], prepend=score[best_first[:1]]) > TIE)
    keyed = zip(place.tolist(), best_first.tolist(), strict=True)
    ordered = sorted(keyed, key=lambda it: (it[0], points[it[1]][0], SIDES.index(points[it[1]][3])))
    return [row for _, row in ordered]


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
