"""A comparison of visits as plain data: what JSON holds of it."""

from __future__ import annotations

from typing import TypedDict

from ..domain import Body, Level, Side
from .visit_times import AxisData


class ReachData(TypedDict):
    """A reach as plain data."""

    cm: float
    level: Level


class VisitData(TypedDict):
    """The numbers of a visit as plain data, without the skin points."""

    visited: str | None
    when: str
    at: float | None
    body: Body
    area_cm2: float
    share_of_skin: float
    by_side: dict[Side, float]
    by_region: dict[str, float]
    worst_intensity: float | None
    mean_intensity: float | None
    reach: dict[Side, ReachData | None]


class ChangeData(TypedDict):
    """A change as plain data, without the skin points."""

    gone_cm2: float | None
    new_cm2: float | None
    same_cm2: float | None
    gone_share: float
    new_share: float
    same_share: float
    overlap: float | None


class ComparisonData(TypedDict):
    """A comparison as plain data."""

    sentence: str
    details: list[str]
    visits: list[VisitData]
    axis: AxisData
    changes: list[ChangeData]
    overall: ChangeData
    notes: list[str]
