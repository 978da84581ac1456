"""Ranks the trigger points that might explain a pain drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..atlas import Atlas
from ..atlas.credit import of_one_study
from ..domain import SIDES, Finding, Language, Side
from ..json_data import to_json
from .common import Common, counted_fact
from .drawing import PainDrawing
from .pattern_table import Overlap, PatternTable, pattern_table
from .score import score, shares, with_common
from .sentences import common_words, missing, why

LEAST_COVERAGE = 0.05
"""A pattern that would explain less than this share of the pain is not listed."""

TIE = 1e-6
"""Scores no farther apart than this are equal; equal ones stand in order of their ids."""

GROUP_MARGIN = 0.05
"""Candidates whose scores are within this of the first of their group form one group. This limit is
a choice of this project, not a measurement."""


@dataclass(frozen=True)
class Candidate:
    """A trigger point that might explain the drawing.

    same_pattern: other points of the same muscle and side for which the texts give the same
    pattern, so that the drawing cannot tell them apart. score, coverage and fit lie in 0..1.
    group: near-equal candidates share this number, 1 for the best. essential_cm2, spillover_cm2:
    the part of the drawing it explains, which together is the coverage (spillover counts at its
    weight). missing: the regions of its usual pattern that are not marked. sources: what its
    zones cite. common: what the score gained because studies found the point in many people with
    this complaint, with one sentence in common_words (empty where nothing was gained).
    of_complaint: whether the drawing is of the complaint in which its point was counted; what is
    said of how many people had it is told only then.
    """

    rank: int
    trigger_point: str
    same_pattern: tuple[str, ...]
    muscle: str
    side: Side
    score: float
    coverage: float
    fit: float
    why: str
    group: int
    essential_cm2: float
    spillover_cm2: float
    missing: str
    sources: tuple[str, ...]
    common: float
    common_words: str
    of_complaint: bool


@dataclass(frozen=True)
class Step:
    """What one finding did to one candidate: its score before and after, and why in words."""

    trigger_point: str
    side: Side
    finding: Finding
    before: float | None
    after: float | None
    words: str


@dataclass(frozen=True)
class MatchResult:
    """A drawing and the candidates for it, best first.

    steps: what pressing did to them, in order; drawn: the candidates before it (None when nothing
    was pressed); language: of its words.
    """

    pain: PainDrawing
    candidates: tuple[Candidate, ...]
    steps: tuple[Step, ...] = ()
    drawn: tuple[Candidate, ...] | None = None
    language: Language = "en"

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON: ``{"pain": {area_cm2, regions}, "candidates": [...]}``, and
        ``"steps"`` where points were pressed."""
        content: dict[str, Any] = {
            "pain": {"area_cm2": self.pain.area_cm2, "regions": list(self.pain.regions)},
            "candidates": to_json(self.candidates),
        }
        if self.steps:
            content["steps"] = to_json(self.steps)
        return content


def match(atlas: Atlas, pain: PainDrawing, weigh_common: bool = True) -> MatchResult:
    """The trigger points that might explain a drawing, best first; none for an empty drawing.

    weigh_common: whether a point that studies found in many people with the complaint the drawing
    is of scores a little higher, by 0.025 at most; False leaves that out altogether.
    """
    if pain.empty:
        return MatchResult(pain, (), language=atlas.language)
    table = pattern_table(atlas)
    overlap = table.overlap(pain.weights)
    measures = _measures(table, overlap, table.common_for(pain.weights), weigh_common)
    listed = _in_order(np.flatnonzero(measures.coverage >= LEAST_COVERAGE), measures.score, table)
    unmarked = _unmarked(table, pain.weights, listed)
    return MatchResult(
        pain,
        ranked(
            [
                _candidate(
                    table,
                    column,
                    measures,
                    (float(overlap.inner[column]), float(overlap.outer[column])),
                    left,
                    atlas,
                )
                for column, left in zip(listed, unmarked.T, strict=True)
            ]
        ),
        language=atlas.language,
    )


@dataclass(frozen=True)
class _Measures:
    """coverage, fit, score and what being common added to it ``(k,)``; counted: how common the
    points are."""

    coverage: np.ndarray
    fit: np.ndarray
    score: np.ndarray
    added: np.ndarray
    counted: Common


def _measures(
    table: PatternTable, overlap: Overlap, counted: Common, weigh_common: bool
) -> _Measures:
    part = shares(overlap.shared, overlap.marked, table.usual)
    plain = score(overlap.credited, overlap.marked, table.expected)
    raised = with_common(plain, counted.share) if weigh_common else plain
    return _Measures(part.coverage, part.fit, raised, raised - plain, counted)


def _common_words(measures: _Measures, row: int, points: Sequence[str], atlas: Atlas) -> str:
    """One sentence on what being common added to a score; nothing where it added nothing."""
    if not measures.counted.share[row]:
        return ""
    complaint = measures.counted.complaint(row)
    fact = counted_fact(atlas, points, complaint)
    return common_words(
        float(measures.counted.share[row]),
        atlas.complaints[complaint].name,
        float(measures.added[row]),
        atlas.words,
        one_study=fact is not None and of_one_study(atlas, fact.sources),
    )


def _is_of_complaint(atlas: Atlas, point_id: str, counted: Common) -> bool:
    fact = atlas.trigger_point(point_id).involvement
    return fact is not None and fact.complaint in counted.drawn


def ranked(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Sorted candidates, with the numbers of their ranks and groups."""
    placed: list[Candidate] = []
    group, first = 0, np.inf
    for rank, candidate in enumerate(candidates, 1):
        if candidate.score < first - GROUP_MARGIN:
            group, first = group + 1, candidate.score
        placed.append(replace(candidate, rank=rank, group=group))
    return tuple(placed)


def _in_order(columns: np.ndarray, scored: np.ndarray, table: PatternTable) -> list[int]:
    """Columns with the best score first; those that tie in order of their ids, right first."""
    best_first = columns[np.argsort(-scored[columns], kind="stable")]
    # A tie is a chain of scores, each within TIE of the next; rounding would split some ties.
    place = np.cumsum(-np.diff(scored[best_first], prepend=scored[best_first[:1]]) > TIE)
    keyed = zip(place.tolist(), best_first.tolist(), strict=True)

    def key(item: tuple[int, int]) -> tuple[int, str, int]:
        point = table.points[item[1]]
        return item[0], point.trigger_point, SIDES.index(point.side)

    return [column for _, column in sorted(keyed, key=key)]


def _unmarked(table: PatternTable, pain: np.ndarray, listed: list[int]) -> np.ndarray:
    """Share ``(r, c)`` of each listed pattern that lies in a region and is not marked there."""
    columns = np.array(listed, int)
    left = table.by_region[:, columns] - table.overlap_by_region(pain, columns)
    return np.clip(left, 0, None) / np.maximum(table.usual[columns], 1e-9)


def _candidate(
    table: PatternTable,
    column: int,
    measures: _Measures,
    zones_cm2: tuple[float, float],
    left: np.ndarray,
    atlas: Atlas,
) -> Candidate:
    point, (inner, outer) = table.points[column], zones_cm2
    coverage, fit = float(measures.coverage[column]), float(measures.fit[column])
    return Candidate(
        rank=0,
        trigger_point=point.trigger_point,
        same_pattern=point.same_pattern,
        muscle=point.muscle,
        side=point.side,
        score=round(float(measures.score[column]), 4),
        coverage=round(coverage, 4),
        fit=round(fit, 4),
        why=why(coverage, fit, inner / max(inner + outer, 1e-9), atlas.words),
        group=0,
        essential_cm2=round(inner, 1),
        spillover_cm2=round(outer, 1),
        missing=missing(left, atlas.region_names, atlas.words),
        sources=point.sources,
        common=round(float(measures.added[column]), 4),
        common_words=_common_words(
            measures, column, (point.trigger_point, *point.same_pattern), atlas
        ),
        of_complaint=_is_of_complaint(atlas, point.trigger_point, measures.counted),
    )
