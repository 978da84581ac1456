"""A region that can be clicked, on one side of the body."""

from __future__ import annotations

from dataclasses import dataclass

from ..domain import Side


@dataclass(frozen=True)
class Region:
    """A clickable region of one side. views: those that show it; area_cm2: its skin."""

    id: str
    name: str
    anatomical_name: str
    part: str
    side: Side
    views: tuple[str, ...]
    area_cm2: float
    index: int
