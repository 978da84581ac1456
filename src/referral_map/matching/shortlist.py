"""Which points to name first: those that alone, and those that together, explain the drawing."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..atlas import Atlas
from .drawing import PainDrawing
from .match import match
from .pressed import read_pressed, with_pressed
from .reduced import Reduced
from .rows import Rows, rows_of
from .sets import MOST_POINTS

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
    result = with_pressed(match(atlas, pain, weigh_common), pressed or {})
    listed = [(c.trigger_point, c.side) for c in result.candidates]
    if not listed:
        return ()
    gain, together = _together(rows_of(atlas), pain, read_pressed(pressed or {}, pain.side))
    if not together:
        return tuple(listed)
    head = HEAD if gain >= CLEAR else LONG_HEAD
    return tuple(dict.fromkeys((*listed[:head], *together)))


def _together(
    rows: Rows, pain: PainDrawing, findings: Mapping
) -> tuple[float, list[tuple[str, str]]]:
    """How much better the best set is than the best point, and its members with what could stand
    in for one of them; none where one point does as well."""
    reduced = Reduced.of(rows, pain.weights, findings)
    found = reduced.growing(MOST_POINTS)
    best = max(found, key=lambda each: each.score, default=None)
    if best is None or len(best.chosen) == 1:
        return 0.0, []
    shares = np.round(reduced.shares(best.chosen), 6)
    members = [best.chosen[place] for place in np.argsort(-shares, kind="stable")]
    standing = np.argsort(-np.round(reduced.search.standing(best.chosen), 9), kind="stable")
    points = [rows.points[reduced.columns[number]] for number in (*members, *standing)]
    return best.score - found[0].score, [(point.trigger_point, point.side) for point in points]
