"""How self-care changes for a person: what not to press, how lightly, whom to ask first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..atlas import Atlas
from ..atlas.once import once_an_atlas
from ..domain import HOLD_BACKS, HoldBack
from ..json_data import to_json
from .screen import RaisedFlag


@dataclass(frozen=True)
class SelfCareChange:
    """What a sign changes: how much it holds back, in words, and at which trigger points.

    trigger_points: ids of the points that it is about; none: everywhere.
    """

    sign: str
    hold_back: HoldBack
    text: str
    trigger_points: tuple[str, ...]
    sources: tuple[str, ...]

    def concerns(self, point_id: str) -> bool:
        """Whether it holds for the self-care of a trigger point."""
        return not self.trigger_points or point_id in self.trigger_points

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return to_json(self)


def every_change(atlas: Atlas) -> dict[str, SelfCareChange]:
    """By the id of a red flag, what it changes in self-care; only those that change something."""
    return {
        flag.id: SelfCareChange(
            flag.id,
            flag.self_care.hold_back,
            flag.self_care.text,
            _points_in(atlas, frozenset(flag.self_care.regions)),
            tuple(flag.self_care.sources),
        )
        for flag in atlas.red_flags
        if flag.self_care is not None
    }


def changes_of(atlas: Atlas, flags: Iterable[RaisedFlag]) -> tuple[SelfCareChange, ...]:
    """What the sure signs of a person change in self-care, what holds back most first."""
    changes = every_change(atlas)
    found = [changes[flag.id] for flag in flags if flag.is_sure and flag.id in changes]
    return tuple(sorted(found, key=lambda change: HOLD_BACKS.index(change.hold_back)))


def _points_in(atlas: Atlas, regions: frozenset[str]) -> tuple[str, ...]:
    """The trigger points whose place lies in some regions; none for no region."""
    if not regions:
        return ()
    of_points = _region_of_points(atlas)
    return tuple(point for point, region in of_points.items() if region in regions)


@once_an_atlas
def _region_of_points(atlas: Atlas) -> dict[str, str]:
    """By trigger point, the region, without its side, that its place lies in."""
    inside = np.flatnonzero(atlas.skin.region >= 0)
    names = atlas.computed.region_order
    regions: dict[str, str] = {}
    for point_id, pattern in atlas.patterns.items():
        apart = ((atlas.skin.xyz[inside] - pattern.place.xyz) ** 2).sum(axis=1)
        nearest = atlas.skin.region[inside[int(apart.argmin())]]
        regions[point_id] = names[int(nearest) % len(names)]
    return regions
