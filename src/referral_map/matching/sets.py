"""Several points together: the smallest sets that explain the most of a drawing.

A set is scored as one point is, with what its members explain together and all their usual
patterns::

    credited = sum(a p max of m over the members)
    score    = credited / (C sum(a p) + (1 - C) sum of e over the members)

with C, m and e as in ``score``; for one member this is the score of the list before being common
is weighed, which sets do not do. Skin that two members share is credited once but is expected of
both, so a second point with nearly the same pattern does not pay. The shares that are shown are
strict: of the drawing only what lies in the zones, ``a min(p, w)``.

The search is exact: branch and bound. What a member adds can only shrink as the set grows, so for
a set S still to be filled with r members, and the best score x found so far, no filling beats x
when ``credited(S) - x (C marked + (1 - C) e(S))`` and the r best of
``added(S, j) - x (1 - C) e(j)`` come to 0 or less. A search that takes longer than MOST_NODES
steps stops; ``best_possible`` then says what score no set of that size exceeds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..atlas import Atlas
from ..domain import Side
from ..json_data import to_json
from .drawing import PainDrawing
from .pattern_table import PatternTable, pattern_table
from .pressed import read_pressed
from .search import Best
from .set_problem import LEAST_ADDED, SetProblem

MOST_POINTS = 4
"""The largest size of a set."""


@dataclass(frozen=True)
class Member:
    """A point of a set and its own share of the drawing, in cm2 and as a part 0..1 of it."""

    trigger_point: str
    same_pattern: tuple[str, ...]
    muscle: str
    side: Side
    share_cm2: float
    share: float


@dataclass(frozen=True)
class PointSet:
    """Points that together might explain the drawing, the largest share first.

    explained_cm2 is the sum of the shares; with unexplained_cm2 it is the drawing. coverage: the
    explained part 0..1. score 0..1, and best_possible: what no set of this size exceeds (equal
    to the score when the search was exact).
    """

    members: tuple[Member, ...]
    explained_cm2: float
    unexplained_cm2: float
    coverage: float
    score: float
    best_possible: float

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return to_json(self)


def point_sets(
    atlas: Atlas,
    pain: PainDrawing,
    most: int = MOST_POINTS,
    pressed: Mapping[str, str] | None = None,
) -> tuple[PointSet, ...]:
    """The best set of one point, of two, and so on, while each explains enough more.

    most: the largest size, 1 to 4; pressed: findings as in ``with_pressed``, which make what a
    pressed point explains count more or less when sets are compared (never the shares shown).
    Raises ValueError for another size, UnknownName as ``read_pressed``.
    """
    if not 1 <= most <= MOST_POINTS:
        raise ValueError(f"a set has 1 to {MOST_POINTS} points, not {most}")
    findings = read_pressed(pressed or {}, pain.side)
    if pain.empty:
        return ()
    table = pattern_table(atlas)
    problem = SetProblem.of(table, pain.weights, findings)
    return worthwhile_sets(table, problem, problem.growing(most))


def worthwhile_sets(
    table: PatternTable, problem: SetProblem, grown: list[Best]
) -> tuple[PointSet, ...]:
    """The sets of a search, from the smallest up to the last that explains enough more."""
    sets: list[PointSet] = []
    for best in grown:
        larger = _point_set(table, problem, best)
        # A larger set must also explain more by the shares that are shown, which count no skin
        # beside the zones.
        if sets and larger.coverage < sets[-1].coverage + LEAST_ADDED:
            break
        sets.append(larger)
    return tuple(sets)


def _point_set(table: PatternTable, problem: SetProblem, best: Best) -> PointSet:
    """The set of the columns that a search chose."""
    shares, marked = problem.shares(best.chosen), problem.marked
    points = [table.points[problem.columns[number]] for number in best.chosen]
    members = [
        Member(
            point.trigger_point, point.same_pattern, point.muscle, point.side,
            round(float(share), 1), round(float(share) / marked, 4),
        )
        for point, share in zip(points, shares, strict=True)
    ]  # fmt: skip
    members.sort(key=lambda member: (-member.share_cm2, member.trigger_point, member.side))
    explained = float(shares.sum())
    return PointSet(
        tuple(members),
        round(explained, 1),
        round(max(marked - explained, 0.0), 1),
        round(min(explained / marked, 1.0), 4),
        round(min(best.score, 1.0), 4),
        round(min(best.best_possible, 1.0), 4),
    )
