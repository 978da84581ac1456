"""From visit to visit: how large the pain is, how strong, and how far down the leg it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from ..atlas import Atlas
from ..atlas.building import on_body
from ..domain import SIDES, Body, Side
from ..matching import PainDrawing
from ..matching.drawing import share_of_skin
from ..nerves import Reach, reach
from . import visit_times
from .compared_data import ChangeData, ComparisonData, VisitData
from .compared_words import sentences
from .dates import date_locale
from .reading import atlas_for, fitted
from .record import Session
from .trouble import SessionError


@dataclass(frozen=True)
class Visit:
    """The numbers of one session.

    visited: the session's ``visit_date``; when: that date in words, which tell it from those it is
    compared with; at: days since the first of them, None when one has no date; body: the one that
    all is measured on; area_cm2: the marked skin, all of it alike; share_of_skin: the same as a
    share 0..1 of the whole skin; by_side, by_region: the area by side, and by the regions that hold
    some of it, the largest first; worst_intensity, mean_intensity: 0..10, None when nothing was
    rated; reach: how far down the sciatic nerve of each side the marks go, None where they are not
    over it. marked ``(n,)``: which skin points.
    """

    visited: str | None
    when: str
    at: float | None
    body: Body
    marked: np.ndarray
    area_cm2: float
    share_of_skin: float
    by_side: dict[Side, float]
    by_region: dict[str, float]
    worst_intensity: float | None
    mean_intensity: float | None
    reach: dict[Side, Reach | None]

    def share_of(self, cm2: float) -> float:
        """A part of the marked skin as a share 0..1 of the whole skin."""
        return cm2 * self.share_of_skin / self.area_cm2

    def as_dict(self) -> VisitData:
        """Plain data for JSON, without the skin points."""
        return {
            "visited": self.visited,
            "when": self.when,
            "at": self.at,
            "body": self.body,
            "area_cm2": self.area_cm2,
            "share_of_skin": self.share_of_skin,
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
    0; a skin point is the same place on every body. Each in cm2, None where the visits are on two
    bodies, and as a share 0..1 of the whole skin: what is gone on the body of the earlier visit,
    what is new on that of the later one, what is the same as the mean of both. overlap: same as a
    share 0..1 of all three, None when nothing is marked.
    """

    gone: np.ndarray
    new: np.ndarray
    same: np.ndarray
    gone_cm2: float | None
    new_cm2: float | None
    same_cm2: float | None
    gone_share: float
    new_share: float
    same_share: float
    overlap: float | None

    def as_dict(self) -> ChangeData:
        """Plain data for JSON, without the skin points."""
        return {
            "gone_cm2": self.gone_cm2,
            "new_cm2": self.new_cm2,
            "same_cm2": self.same_cm2,
            "gone_share": self.gone_share,
            "new_share": self.new_share,
            "same_share": self.same_share,
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

    @property
    def one_body(self) -> bool:
        """Whether all visits are on the same body, so that their cm2 can be compared."""
        return len({visit.body for visit in self.visits}) == 1

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
    """Compares two sessions or more, the first visit with the last, each on its own body.

    When one of them has no date they stand in the order given. A session of which nobody chose the
    body is on that of the atlas. locale: of the person, such as ``en-NZ``, for dates. Raises
    SessionError for fewer than two.
    """
    if len(sessions) < 2:
        raise SessionError("too_few", number=len(sessions))
    ordered = [sessions[n] for n in visit_times.order([each.visit_date for each in sessions])]
    dates, style = [each.visit_date for each in ordered], date_locale(atlas.language, locale)
    visits: list[Visit] = []
    called = visit_times.names(dates, style, atlas.words)
    for session, when, at in zip(ordered, called, visit_times.days_from_first(dates), strict=True):
        visits.append(visit_of(atlas_for(atlas, session), session, when, at))
    overall = change_between(atlas, visits[0], visits[-1])
    start = _reaching_on(atlas, visits[-1].body, visits[0])
    first, *rest = sentences(start, visits[-1], overall.same_share, atlas.words)
    return Comparison(
        tuple(visits),
        visit_times.time_axis(dates, style),
        tuple(change_between(atlas, before, after) for before, after in pairwise(visits)),
        overall,
        first,
        tuple(rest),
        _notes(atlas, ordered, visits),
    )


def _reaching_on(atlas: Atlas, body: Body, visit: Visit) -> Visit:
    """The visit as it reaches on a body: of two bodies, one has the longer legs."""
    if visit.body == body:
        return visit
    there = on_body(atlas, body)
    return replace(visit, reach={side: reach(there, visit.marked, side) for side in SIDES})


def _notes(atlas: Atlas, sessions: Sequence[Session], visits: Sequence[Visit]) -> tuple[str, ...]:
    """What a comparison cannot tell: dates, areas on one body, and what was left out."""
    undated = not all(each.visit_date for each in sessions)
    notes = [atlas.words("compare.undated")] if undated else []
    if len({visit.body for visit in visits}) > 1:
        notes.append(atlas.words("compare.two_bodies"))
    left_out = [note for each in sessions for note in fitted(atlas, each)[1]]
    return tuple(dict.fromkeys([*notes, *left_out]))


def visit_of(atlas: Atlas, session: Session, when: str, at: float | None) -> Visit:
    """The numbers of one session on the body of an atlas; when, at: as in Visit. Regions that the
    atlas does not know are left out."""
    pain = PainDrawing.from_marks(atlas, fitted(atlas, session)[0].marks)
    marked = pain.weights > 0
    area = atlas.skin.area * marked
    by_side: dict[Side, float] = {
        side: round(float(area[atlas.skin.on_side(side)].sum()), 1) for side in SIDES
    }
    return Visit(
        session.visit_date,
        when,
        at,
        atlas.body,
        marked,
        round(float(area.sum()), 1),
        share_of_skin(atlas, float(area.sum())),
        by_side,
        _by_region(atlas, area),
        pain.worst_intensity,
        pain.mean_intensity,
        {side: reach(atlas, marked, side) for side in SIDES},
    )


def change_between(atlas: Atlas, before: Visit, after: Visit) -> Change:
    """How the pain changed from one visit to another; ``Change`` tells on which body."""
    was, now = (on_body(atlas, visit.body) for visit in (before, after))
    gone, new, same = (
        (before.marked & ~after.marked).astype(float),
        (after.marked & ~before.marked).astype(float),
        (before.marked & after.marked).astype(float),
    )
    gone_share, new_share = _share(was, gone), _share(now, new)
    same_share = (_share(was, same) + _share(now, same)) / 2
    either = gone_share + new_share + same_share
    return Change(
        gone,
        new,
        same,
        *_cm2(was, now, (gone, new, same)),
        _rounded(gone_share),
        _rounded(new_share),
        _rounded(same_share),
        round(same_share / either, 3) if either else None,
    )


_Cm2: TypeAlias = tuple[float | None, float | None, float | None]


def _cm2(was: Atlas, now: Atlas, parts: tuple[np.ndarray, np.ndarray, np.ndarray]) -> _Cm2:
    """The cm2 of three parts ``(n,)`` of the skin, None where the visits are on two bodies."""
    if was.body != now.body:
        return None, None, None
    gone, new, same = (round(float(now.skin.area @ part), 1) for part in parts)
    return gone, new, same


def _rounded(share: float) -> float:
    return min(round(share, 6), 1.0)


def _share(atlas: Atlas, part: np.ndarray) -> float:
    return float(atlas.skin.area @ part) / atlas.computed.whole_area_cm2


def _by_region(atlas: Atlas, area: np.ndarray) -> dict[str, float]:
    """Marked cm2 of each region that holds some, the largest first."""
    inside = atlas.skin.region >= 0
    sums = np.bincount(atlas.skin.region[inside], area[inside], len(atlas.regions))
    held = [(region.id, round(float(sums[region.index]), 1)) for region in atlas.regions]
    return dict(sorted((each for each in held if each[1] > 0), key=lambda each: -each[1]))
