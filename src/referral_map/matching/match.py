"""Ranks the trigger points that might explain a pain drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..atlas import Atlas
from ..atlas.credit import of_one_study
from ..domain import SIDES, Finding, Grade, Language, Side
from ..json_data import to_json
from .also import AlsoHurts, AreaQuestion, evidence, next_area
from .complaints import counted_fact
from .drawing import PainDrawing
from .pattern_table import Overlap, PatternTable, pattern_table
from .posterior import ABOUT_AS_WELL, from_log_odds, left_open, log_odds, yielding
from .prior import Known, Prior
from .score import coverage_weight, score, shares
from .sentences import common_words, missing, weighed_odds, weighed_words, why

LEAST_COVERAGE = 0.02
"""A pattern that would explain less than this share of the pain is not listed."""

TIE = 1e-6
"""Log odds no farther apart than this are equal; equal ones stand in order of their ids."""

GROUP_MARGIN = 0.25
"""Candidates whose log odds are within this of the first of their group form one group: odds of 5
to 4. This limit is a choice of this project, not a measurement."""


@dataclass(frozen=True)
class Candidate:
    """A trigger point that might explain the drawing.

    same_pattern: other points of the same muscle and side for which the texts give the same
    pattern, so that the drawing cannot tell them apart. posterior 0..1 orders the list: from score
    0..1, how well the pattern explains the drawing, and common and sure, the log odds of how_common
    its point is and of the grade of its pattern (see ``posterior``), and also, those of where else
    it hurts or not; weighed, odds: what they did, in words and in numbers. coverage and fit lie in
    0..1. group: near-equal candidates share this number, 1 for the best. essential_cm2,
    spillover_cm2: the part of the drawing it explains, which together is the coverage (spillover
    counts at its weight). missing: the regions of its usual pattern that are not marked. sources:
    what its zones cite. common_words: how many people with this complaint studies found it in, in
    one sentence (empty where nobody counted). of_complaint: whether the drawing is of the complaint
    in which its point was counted; what is said of how many people had it is told only then.
    """

    rank: int
    trigger_point: str
    same_pattern: tuple[str, ...]
    muscle: str
    side: Side
    posterior: float
    score: float
    common: float
    sure: float
    also: float
    how_common: str
    grade: Grade
    coverage: float
    fit: float
    why: str
    weighed: str
    odds: str
    group: int
    essential_cm2: float
    spillover_cm2: float
    missing: str
    sources: tuple[str, ...]
    common_words: str
    of_complaint: bool


@dataclass(frozen=True)
class Step:
    """What one finding did to one candidate: its posterior before and after, and why in words."""

    trigger_point: str
    side: Side
    finding: Finding
    before: float | None
    after: float | None
    words: str


@dataclass(frozen=True)
class MatchResult:
    """A drawing and the candidates for it, best first.

    alike: how many fit the drawing about as well as the first, so that it alone cannot tell them
    apart; ask_area: the region worth asking about next. steps: what pressing did to them, in order;
    drawn: the candidates before it (None when nothing was pressed); language: of its words.
    """

    pain: PainDrawing
    candidates: tuple[Candidate, ...]
    alike: int = 0
    ask_area: AreaQuestion | None = None
    steps: tuple[Step, ...] = ()
    drawn: tuple[Candidate, ...] | None = None
    language: Language = "en"

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON: ``{"pain": {area_cm2, regions}, "candidates": [...]}``, and
        ``"steps"`` where points were pressed."""
        content: dict[str, Any] = {
            "pain": {"area_cm2": self.pain.area_cm2, "regions": list(self.pain.regions)},
            "candidates": to_json(self.candidates),
            "alike": self.alike,
            "ask_area": to_json(self.ask_area),
        }
        if self.steps:
            content["steps"] = to_json(self.steps)
        return content


def match(
    atlas: Atlas,
    pain: PainDrawing,
    weigh_common: bool = True,
    weigh_evidence: bool = True,
    also_hurts: AlsoHurts | None = None,
) -> MatchResult:
    """The trigger points that might explain a drawing, best first; none for an empty drawing.

    weigh_common, weigh_evidence: whether it counts how common a point is, and how sure its
    pattern; False leaves it out altogether. also_hurts: what was answered about regions that are
    not marked. Raises UnknownName for a region the atlas does not have.
    """
    if pain.empty:
        return MatchResult(pain, (), language=atlas.language)
    table, also_hurts = pattern_table(atlas), also_hurts or {}
    also = evidence(atlas, pain, also_hurts)
    measures = _Measures.of(table, pain, also, weigh_common, weigh_evidence)
    listed = _in_order(measures.listed, measures.log_odds, table)
    unmarked = _unmarked(table, pain.weights, listed)
    candidates = [
        _candidate(table, column, measures, left, atlas)
        for column, left in zip(listed, unmarked.T, strict=True)
    ]
    return MatchResult(
        pain,
        ranked(candidates),
        _alike(measures.score[listed]),
        next_area(atlas, pain, listed, measures.log_odds, also_hurts),
        language=atlas.language,
    )


def _alike(scores: np.ndarray) -> int:
    """How many of some scores are about as good as the first."""
    return int(np.count_nonzero(np.abs(scores - scores[:1]) <= ABOUT_AS_WELL)) if len(scores) else 0


@dataclass(frozen=True)
class _Measures:
    """Of each pattern ``(k,)``: coverage, fit and score 0..1, and the log odds of how common and
    how sure it is, as far as the drawing leaves them open; also: those of where else it hurts.

    listed: columns that explain enough; drawn: the complaints that the drawing is of; weighs:
    whether it counts how common and how sure a point is.
    """

    overlap: Overlap
    coverage: np.ndarray
    fit: np.ndarray
    score: np.ndarray
    prior: Prior
    also: np.ndarray
    listed: np.ndarray
    drawn: frozenset[str]
    weighs: tuple[bool, bool]

    @classmethod
    def of(
        cls,
        table: PatternTable,
        pain: PainDrawing,
        also: np.ndarray,
        weigh_common: bool,
        weigh_evidence: bool,
    ) -> _Measures:
        """Those of a drawing."""
        overlap = table.overlap(pain.weights)
        part = shares(overlap.shared, overlap.marked, table.usual)
        weight = coverage_weight(pain.clicked)
        scored = score(overlap.credited_for(pain.clicked), overlap.marked, table.expected, weight)
        listed = np.flatnonzero(part.coverage >= LEAST_COVERAGE)
        open_part = left_open(pain.clicked)
        prior = table.known.of_drawing(overlap.in_essential, weigh_common, weigh_evidence)
        prior = prior.times(open_part)
        if weigh_evidence:
            prior = _with_yielding(prior, scored, listed, table.known, ABOUT_AS_WELL * open_part)
        drawn = table.complaints_of(pain.weights)
        weighs = weigh_common, weigh_evidence
        return cls(overlap, part.coverage, part.fit, scored, prior, also, listed, drawn, weighs)

    @property
    def log_odds(self) -> np.ndarray:
        """All of it together."""
        return log_odds(self.score) + self.prior.common + self.prior.sure + self.also


def _with_yielding(
    prior: Prior, scored: np.ndarray, listed: np.ndarray, known: Known, about_as_well: float
) -> Prior:
    """What is known, with weak patterns behind sure ones: how sure they are counts for less."""
    odds = (log_odds(scored) + prior.common + prior.sure)[listed]
    places: list[int] = listed.tolist()
    grades: list[Grade] = [known.essential[column] for column in places]
    behind = yielding(odds, scored[listed], grades, about_as_well)
    sure = prior.sure.copy()
    sure[listed] += behind - odds
    return replace(prior, sure=sure)


def ranked(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Sorted candidates, with the numbers of their ranks and groups."""
    placed: list[Candidate] = []
    group, first = 0, np.inf
    for rank, candidate in enumerate(candidates, 1):
        now = float(log_odds(candidate.posterior))
        if now < first - GROUP_MARGIN:
            group, first = group + 1, now
        placed.append(replace(candidate, rank=rank, group=group))
    return tuple(placed)


def rounded(posterior: float) -> float:
    """A posterior as it is shown and sent, between 0 and 1."""
    return min(max(round(posterior, 4), 0.0001), 0.9999)


def _in_order(columns: np.ndarray, odds: np.ndarray, table: PatternTable) -> list[int]:
    """Columns with the best log odds first; those that tie in order of their ids, right first."""
    best_first = columns[np.argsort(-odds[columns], kind="stable")]
    # A tie is a chain of scores, each within TIE of the next; rounding would split some ties.
    place = np.cumsum(-np.diff(odds[best_first], prepend=odds[best_first[:1]]) > TIE)
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
    table: PatternTable, column: int, measures: _Measures, left: np.ndarray, atlas: Atlas
) -> Candidate:
    point, overlap = table.points[column], measures.overlap
    coverage, fit, scored = (
        float(each[column]) for each in (measures.coverage, measures.fit, measures.score)
    )
    common, sure = float(measures.prior.common[column]), float(measures.prior.sure[column])
    also = float(measures.also[column])
    how_common, grade = table.known.how_common[column], measures.prior.grade[column]
    fact = atlas.trigger_point(point.trigger_point).involvement
    counted = {"common": common} if measures.weighs[0] else {}
    counted |= {"sure": sure} if measures.weighs[1] else {}
    counted |= {"also": also} if measures.also.any() else {}
    return Candidate(
        rank=0,
        trigger_point=point.trigger_point,
        same_pattern=point.same_pattern,
        muscle=point.muscle,
        side=point.side,
        posterior=rounded(float(from_log_odds(log_odds(scored) + common + sure + also))),
        score=round(scored, 4),
        common=round(common, 4),
        sure=round(sure, 4),
        also=round(also, 4),
        how_common=how_common,
        grade=grade,
        coverage=round(coverage, 4),
        fit=round(fit, 4),
        why=why(coverage, fit, float(overlap.in_essential[column]), atlas.words),
        weighed=weighed_words(scored, how_common, grade, measures.weighs, atlas.words),
        odds=weighed_odds(scored, counted, atlas.words),
        group=0,
        essential_cm2=round(float(overlap.inner[column]), 1),
        spillover_cm2=round(float(overlap.outer[column]), 1),
        missing=missing(left, atlas.region_names, atlas.words),
        sources=point.sources,
        common_words=_common_words(atlas, point.members, measures.drawn),
        of_complaint=fact is not None and fact.complaint in measures.drawn,
    )


def _common_words(atlas: Atlas, points: Sequence[str], drawn: frozenset[str]) -> str:
    """One sentence on how many people with a complaint of the drawing had one of some points."""
    fact = counted_fact(atlas, points, drawn)
    if fact is None or fact.complaint is None or fact.share_of_people is None:
        return ""
    name, one_study = atlas.complaints[fact.complaint].name, of_one_study(atlas, fact.sources)
    return common_words(fact.share_of_people, name, atlas.words, one_study=one_study)
