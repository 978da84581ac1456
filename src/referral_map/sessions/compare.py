"""From visit to visit: how large the pain is, how strong, and how far down the leg it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypedDict

import numpy as np

from ..atlas import Atlas
from ..domain import SIDES, Level, Side
from ..matching import PainDrawing
from ..nerves import Reach, reach
from . import visit_times
from .compared_words import sentences
from .dates import date_locale
from .reading import fitted
from .record import Session
from .trouble import SessionError


class ReachData(TypedDict):
    """A reach as plain data."""

    cm: float
    level: Level


class VisitData(TypedDict):
    """The numbers of a visit as plain data, without the skin points."""

    visited: str | None
    when: str
    at: float | None
    area_cm2: float
    by_side: dict[Side, float]
    by_region: dict[str, float]
    worst_intensity: float | None
    mean_intensity: float | None
    reach: dict[Side, ReachData | None]


class ChangeData(TypedDict):
    """A change as plain data, without the skin points."""

    gone_cm2: float
    new_cm2: float
    same_cm2: float
    overlap: float | None


class ComparisonData(TypedDict):
    """A comparison as plain data."""

    sentence: str
    details: list[str]
    visits: list[VisitData]
    axis: visit_times.AxisData
    changes: list[ChangeData]
    overall: ChangeData
    notes: list[str]


@dataclass(frozen=True)
class Visit:
    """The numbers of one session.

    visited: the session's ``visit_date``; when: that date in words, which tell it from those it is
    compared with; at: days since the first of them, None when one has no date; area_cm2: the
    marked skin, all of it alike; by_side, by_region: the same by side, and by the regions that hold
    some of it, the largest first; worst_intensity, mean_intensity: 0..10, None when nothing was
    rated; reach: how far down the sciatic nerve of each side the marks go, None where they are not
    over it. marked ``(n,)``: which skin points.
    """

    visited: str | None
    when: str
    at: float | None
    marked: np.ndarray
    area_cm2: float
    by_side: dict[Side, float]
    by_region: dict[str, float]
    worst_intensity: float | None
    mean_intensity: float | None
    reach: dict[Side, Reach | None]

    def as_dict(self) -> VisitData:
        """Plain data for JSON, without the skin points."""
        return {
            "visited": self.visited,
            "when": self.when,
            "at": self.at,
            "area_cm2": self.area_cm2,
            "by_side": self.by_side,
            "by_region": self.by_region,
            "worst_intensity": self.worst_intensity,
            "mean_intensity": self.mean_intensity,
            "reach": {
                side: {"cm": far.cm, "level": far.level} if far else None
                for side, far in self.reach.items()
            },
        }


@dataclass(frozen=True)
class Change:
    """How the pain changed between two visits.

    gone, new, same ``(n,)``: 1 where skin was marked before only, now only, and both times, else
    0; each in cm2 too. overlap: same as a share 0..1 of all three, None when nothing is marked.
    """

    gone: np.ndarray
    new: np.ndarray
    same: np.ndarray
    gone_cm2: float
    new_cm2: float
    same_cm2: float
    overlap: float | None

    def as_dict(self) -> ChangeData:
        """Plain data for JSON, without the skin points."""
        return {
            "gone_cm2": self.gone_cm2,
            "new_cm2": self.new_cm2,
            "same_cm2": self.same_cm2,
            "overlap": self.overlap,
        }


@dataclass(frozen=True)
class Comparison:
    """Sessions in the order of their visits.

    axis: where they stand in time; changes: from each visit to the next; overall: from the first to
    the last; sentence: what has changed most; details: other changes, one sentence each; notes:
    what was left out.
    """

    visits: tuple[Visit, ...]
    axis: visit_times.TimeAxis
    changes: tuple[Change, ...]
    overall: Change
    sentence: str
    details: tuple[str, ...]
    notes: tuple[str, ...]

    def as_dict(self) -> ComparisonData:
        """Plain data for JSON."""
        return {
            "sentence": self.sentence,
            "details": list(self.details),
            "visits": [visit.as_dict() for visit in self.visits],
            "axis": self.axis.as_dict(),
            "changes": [change.as_dict() for change in self.changes],
            "overall": self.overall.as_dict(),
            "notes": list(self.notes),
        }


def compare(atlas: Atlas, sessions: Sequence[Session], locale: str = "") -> Comparison:
    """Compares two sessions or more, the first visit with the last.

    When one of them has no date they stand in the order given. locale: of the person, such as
    ``en-NZ``, for dates. Raises SessionError for fewer than two.
    """
    if len(sessions) < 2:
        raise SessionError("too_few", number=len(sessions))
    ordered = [sessions[n] for n in visit_times.order([each.visit_date for each in sessions])]
    dates, style = [each.visit_date for each in ordered], date_locale(atlas.language, locale)
    notes = [] if all(dates) else [atlas.words("compare.undated")]
    visits: list[Visit] = []
    called = visit_times.names(dates, style, atlas.words)
    for session, when, at in zip(ordered, called, visit_times.days_from_first(dates), strict=True):
        readable, left_out = fitted(atlas, session)
        notes += [note for note in left_out if note not in notes]
        visits.append(visit_of(atlas, readable, when, at))
    overall = change_between(atlas, visits[0], visits[-1])
    first, *rest = sentences(visits[0], visits[-1], overall.same_cm2, atlas.words)
    return Comparison(
        tuple(visits),
        visit_times.time_axis(dates, style),
        tuple(change_between(atlas, before, after) for before, after in pairwise(visits)),
        overall,
        first,
        tuple(rest),
        tuple(notes),
    )


def visit_of(atlas: Atlas, session: Session, when: str, at: float | None) -> Visit:
    """The numbers of one session, all of whose regions the atlas knows; when, at: as in Visit."""
    pain = PainDrawing.from_marks(atlas, session.marks)
    marked = pain.weights > 0
    area = atlas.skin.area * marked
    by_side: dict[Side, float] = {
        side: round(float(area[atlas.skin.on_side(side)].sum()), 1) for side in SIDES
    }
    return Visit(
        session.visit_date,
        when,
        at,
        marked,
        round(float(area.sum()), 1),
        by_side,
        _by_region(atlas, area),
        pain.worst_intensity,
        pain.mean_intensity,
        {side: reach(atlas, marked, side) for side in SIDES},
    )


def change_between(atlas: Atlas, before: Visit, after: Visit) -> Change:
    """How the pain changed from one visit to another."""
    gone, new, same = (
        (before.marked & ~after.marked).astype(float),
        (after.marked & ~before.marked).astype(float),
        (before.marked & after.marked).astype(float),
    )
    gone_cm2, new_cm2, same_cm2 = (float(atlas.skin.area @ part) for part in (gone, new, same))
    either = gone_cm2 + new_cm2 + same_cm2
    overlap = round(same_cm2 / either, 3) if either else None
    return Change(
        gone, new, same, round(gone_cm2, 1), round(new_cm2, 1), round(same_cm2, 1), overlap
    )


def _by_region(atlas: Atlas, area: np.ndarray) -> dict[str, float]:
    """Marked cm2 of each region that holds some, the largest first."""
    inside = atlas.skin.region >= 0
    sums = np.bincount(atlas.skin.region[inside], area[inside], len(atlas.regions))
    held = [(region.id, round(float(sums[region.index]), 1)) for region in atlas.regions]
    return dict(sorted((each for each in held if each[1] > 0), key=lambda each: -each[1]))
