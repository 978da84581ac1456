"""Which points to name first: those that alone, and those that together, explain the drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..atlas import Atlas
from .drawing import PainDrawing
from .match import MatchResult, match
from .pressed import read_pressed, with_pressed
from .reduced import Reduced
from .rows import Rows, rows_of
from .search import Best
from .sets import MOST_POINTS, PointSet, point_sets

WEIGHTS = (0.5, 0.5, 2.0, 4.0)
"""How much it counts, for the first place, the second and so on, what a point does for the best
set: little at the head, which should hardly change when a person draws the same pain again.
Chosen with simulated drawings (docs/accuracy.md)."""


def shortlist(
    atlas: Atlas,
    pain: PainDrawing,
    pressed: Mapping[str, str] | None = None,
    weigh_common: bool = True,
) -> tuple[tuple[str, str], ...]:
    """Trigger points with their sides, in the order in which they are worth naming.

    Where one point explains the drawing as well as several, the order of the list. Where several
    are better, a place goes to the point with the most of ``score + weight (standing - single)``:
    its own score; the score of the best set when the point takes a member's place; that of the
    best single point; the weight as in ``WEIGHTS``. Below those places come the members of the
    best set, the largest share first, then the others by their standing.
    Raises UnknownName as ``read_pressed``.
    """
    return explained(atlas, pain, pressed, weigh_common).shortlist


@dataclass(frozen=True)
class Explained:
    """A drawing explained in every way: the list, the sets, and what to name first."""

    result: MatchResult
    sets: tuple[PointSet, ...]
    shortlist: tuple[tuple[str, str], ...]


def explained(
    atlas: Atlas,
    pain: PainDrawing,
    pressed: Mapping[str, str] | None = None,
    weigh_common: bool = True,
) -> Explained:
    """What ``match``, ``with_pressed``, ``explain`` and ``shortlist`` say, worked out once.

    Raises UnknownName as ``read_pressed``.
    """
    result = with_pressed(match(atlas, pain, weigh_common), pressed or {})
    findings = read_pressed(pressed or {}, pain.side)
    if pain.empty:
        return Explained(result, (), ())
    rows = rows_of(atlas)
    reduced = Reduced.of(rows, pain.weights, findings)
    grown = reduced.growing(MOST_POINTS)
    sets = point_sets(rows, reduced, grown)
    return Explained(result, sets, _named_first(result, rows, reduced, grown))


def _named_first(
    result: MatchResult, rows: Rows, reduced: Reduced, grown: list[Best]
) -> tuple[tuple[str, str], ...]:
    alone = {(each.trigger_point, each.side): each.score for each in result.candidates}
    best = max(grown, key=lambda each: each.score, default=None)
    if best is None or len(best.chosen) == 1 or not alone:
        return tuple(alone)
    points = [(rows.points[k].trigger_point, rows.points[k].side) for k in reduced.columns]
    standing = reduced.search.standing(best.chosen)
    gain = dict(zip(points, (standing - grown[0].score).tolist(), strict=True))
    named: dict[tuple[str, str], None] = {}
    for weight in WEIGHTS[: len(alone)]:
        worth = {
            point: round(score + weight * gain.get(point, -grown[0].score), 9)
            for point, score in alone.items()
            if point not in named
        }
        # Of equal ones the first of the list.
        named[max(worth, key=worth.__getitem__)] = None
    shares = np.round(reduced.shares(best.chosen), 6)
    members = [best.chosen[place] for place in np.argsort(-shares, kind="stable")]
    others = np.argsort(-np.round(standing, 9), kind="stable")
    return tuple(dict.fromkeys((*named, *(points[number] for number in (*members, *others)))))
