"""A region is marked at most once: of two marks the later one counts."""

from __future__ import annotations

from collections import Counter

from ..matching.marks import RegionMark
from .record import Session


def each_region_once(session: Session) -> tuple[Session, tuple[str, ...]]:
    """The session without the earlier marks of regions that are marked again, and these regions.

    The later mark keeps its place. It writes over all that the earlier one left, whatever strokes
    stand between, so the skin is marked as before.
    """
    last = {
        mark.region: place
        for place, mark in enumerate(session.marks)
        if isinstance(mark, RegionMark)
    }
    kept = tuple(
        mark
        for place, mark in enumerate(session.marks)
        if not isinstance(mark, RegionMark) or last[mark.region] == place
    )
    if len(kept) == len(session.marks):
        return session, ()
    marked = Counter(mark.region for mark in session.marks if isinstance(mark, RegionMark))
    twice = tuple(region for region, times in marked.items() if times > 1)
    return session.model_copy(update={"marks": kept}), twice
