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

HEAD, LONG_HEAD = 2, 3
"""So many stand first by their own score, whatever the sets say: then what is named first hardly
changes when a person draws the same pain again."""

CLEAR = 0.08
"""The best set is clearly better than the best single point when its score is so much higher;
then only HEAD stand before it, else LONG_HEAD. Chosen with simulated drawings."""


def shortlist(
    atlas: Atlas,
    pain: PainDrawing,
    pressed: Mapping[str, str] | None = None,
    weigh_common: bool = True,
) -> tuple[tuple[str, str], ...]:
    """Trigger points with their sides, in the order in which they are worth naming.

    Where one point explains the drawing as well as several, the order of the list. Where several
    are better: the first of the list (HEAD, LONG_HEAD), then the members of the best set, the
    largest share first, then what could take a member's place, by the score the set would have.
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
    listed = [(c.trigger_point, c.side) for c in result.candidates]
    gain, together = _together(rows, reduced, grown) if listed else (0.0, [])
    if not together:
        return tuple(listed)
    head = HEAD if gain >= CLEAR else LONG_HEAD
    return tuple(dict.fromkeys((*listed[:head], *together)))


def _together(
    rows: Rows, reduced: Reduced, found: list[Best]
) -> tuple[float, list[tuple[str, str]]]:
    """How much better the best set is than the best point, and its members with what could stand
    in for one of them; none where one point does as well."""
    best = max(found, key=lambda each: each.score, default=None)
    if best is None or len(best.chosen) == 1:
        return 0.0, []
    shares = np.round(reduced.shares(best.chosen), 6)
    members = [best.chosen[place] for place in np.argsort(-shares, kind="stable")]
    standing = np.argsort(-np.round(reduced.search.standing(best.chosen), 9), kind="stable")
    points = [rows.points[reduced.columns[number]] for number in (*members, *standing)]
    return best.score - found[0].score, [(point.trigger_point, point.side) for point in points]
