"""Which points to name first: those that alone, and those that together, explain the drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..atlas import Atlas
from ..domain import Side
from .also import AlsoHurts
from .drawing import PainDrawing
from .match import MatchResult, match
from .pattern_table import PatternTable, pattern_table
from .pressed import read_pressed, with_pressed
from .search import Best
from .set_problem import SetProblem
from .sets import MOST_POINTS, PointSet, worthwhile_sets

WEIGHTS = (0.5, 0.5, 2.0, 4.0)
"""How much it counts, for the first place, the second and so on, what a point does for the best
set: little at the head, which should hardly change when a person draws the same pain again.
Chosen with simulated drawings (docs/accuracy.md)."""


def shortlist(
    atlas: Atlas,
    pain: PainDrawing,
    pressed: Mapping[str, str] | None = None,
    weigh_common: bool = True,
    weigh_evidence: bool = True,
    also_hurts: AlsoHurts | None = None,
) -> tuple[tuple[str, Side], ...]:
    """Trigger points with their sides, in the order in which to name them.

    Where one point explains the drawing as well as several, or one region was clicked and nothing
    else marked, the order of the list. Where several
    are better, a place goes to the point with the most of ``own + weight (standing - single)``: its
    own posterior; the score of the best set when the point takes a member's place; that of the best
    single point; the weight as in ``WEIGHTS``. Below those places come the members of the
    best set, the largest share first, then the others by their standing.
    Raises UnknownName as ``read_pressed``.
    """
    return analyse(atlas, pain, pressed, weigh_common, weigh_evidence, also_hurts).shortlist


@dataclass(frozen=True)
class Analysis:
    """The whole analysis of a drawing: the list, the sets, and what to name first."""

    result: MatchResult
    sets: tuple[PointSet, ...]
    shortlist: tuple[tuple[str, Side], ...]


def analyse(
    atlas: Atlas,
    pain: PainDrawing,
    pressed: Mapping[str, str] | None = None,
    weigh_common: bool = True,
    weigh_evidence: bool = True,
    also_hurts: AlsoHurts | None = None,
) -> Analysis:
    """The results of ``match``, ``with_pressed``, ``point_sets`` and ``shortlist`` in one pass.

    Raises UnknownName as ``read_pressed``.
    """
    listed = match(atlas, pain, weigh_common, weigh_evidence, also_hurts)
    result = with_pressed(listed, pressed or {})
    findings = read_pressed(pressed or {}, pain.side)
    if pain.empty:
        return Analysis(result, (), ())
    table = pattern_table(atlas)
    problem = SetProblem.of(table, pain.weights, findings)
    grown = problem.growing(MOST_POINTS)
    sets = worthwhile_sets(table, problem, grown)
    return Analysis(result, sets, _named_first(result, table, problem, grown))


def _named_first(
    result: MatchResult, table: PatternTable, problem: SetProblem, grown: list[Best]
) -> tuple[tuple[str, Side], ...]:
    alone: dict[tuple[str, Side], float] = {
        (each.trigger_point, each.side): each.posterior for each in result.candidates
    }
    best = max(grown, key=lambda each: each.score, default=None)
    # One rough mark cannot show that there is more than one point.
    is_one_region = result.pain.clicked == 1 and len(result.pain.regions) == 1
    if best is None or len(best.chosen) == 1 or is_one_region or not alone:
        return tuple(alone)
    points: list[tuple[str, Side]] = [
        (table.points[k].trigger_point, table.points[k].side) for k in problem.columns
    ]
    standing = problem.search.standing(best.chosen)
    gain = dict(zip(points, (standing - grown[0].score).tolist(), strict=True))
    named: dict[tuple[str, Side], None] = {}
    for weight in WEIGHTS[: len(alone)]:
        worth = {
            point: round(score + weight * gain.get(point, -grown[0].score), 9)
            for point, score in alone.items()
            if point not in named
        }
        # Of equal ones the first in the list.
        named[max(worth, key=worth.__getitem__)] = None
    shares = np.round(problem.shares(best.chosen), 6)
    largest_first: list[int] = np.argsort(-shares, kind="stable").tolist()
    members = [best.chosen[place] for place in largest_first]
    others: list[int] = np.argsort(-np.round(standing, 9), kind="stable").tolist()
    return tuple(
        dict.fromkeys((*named, *(points[number] for number in (*members, *others)), *alone))
    )
