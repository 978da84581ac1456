"""The distinct patterns of an atlas as columns on the skin, computed once for all drawings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary

import numpy as np

from ..atlas import Atlas
from ..atlas.patterns import ESSENTIAL_WEIGHT, SPILLOVER_WEIGHT
from ..geometry.frame import SIDES
from .score import usual_areas


@dataclass(frozen=True)
class Row:
    """A pattern on a side.

    same_pattern: the other points of the muscle that have it; sources: what its zones cite.
    """

    trigger_point: str
    same_pattern: tuple[str, ...]
    muscle: str
    side: str
    sources: tuple[str, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """Every point with this pattern, the one it is named by first."""
        return (self.trigger_point, *self.same_pattern)


@dataclass(frozen=True)
class Rows:
    """The distinct patterns of an atlas: one column a pattern and side.

    essential, spillover ``(n, k)``: whether a skin point lies in that zone, 0 or 1 (in floats,
    skin points first, so that the felt ones are read in one piece); usual ``(k,)`` cm2; area
    ``(n,)`` cm2, region ``(n,)`` and names: those of the skin points.
    """

    essential: np.ndarray
    spillover: np.ndarray
    usual: np.ndarray
    points: tuple[Row, ...]
    area: np.ndarray
    region: np.ndarray
    region_names: tuple[str, ...]

    def explained(self, pain: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """cm2 ``(k,)`` that pain shares with the essential and with the spillover zones.

        The sum of ``a min(p, w)`` with w = 1 in the one and SPILLOVER_WEIGHT in the other.
        """
        felt = np.flatnonzero(pain)
        inner = (self.area[felt] * pain[felt]).astype(np.float32)
        outer = self.area[felt] * np.minimum(pain[felt], SPILLOVER_WEIGHT)
        return inner @ self.essential[felt], outer.astype(np.float32) @ self.spillover[felt]

    def weights(self, skin: np.ndarray, columns: list[int]) -> np.ndarray:
        """Weights 0..1 ``(s, c)`` of some patterns on some skin points."""
        picked = np.ix_(skin, columns)
        # Doubles first: weights must be the same numbers as those of the atlas.
        inner, outer = (zone[picked].astype(float) for zone in (self.essential, self.spillover))
        return ESSENTIAL_WEIGHT * inner + SPILLOVER_WEIGHT * outer

    @cached_property
    def by_region(self) -> np.ndarray:
        """Weighted cm2 ``(r, k)`` of each pattern in each region."""
        return self._in_regions(np.arange(len(self.area)), np.ones(len(self.area)))

    def felt_by_region(self, pain: np.ndarray, columns: np.ndarray) -> np.ndarray:
        """cm2 ``(r, c)`` of some patterns that are felt in each region."""
        felt = np.flatnonzero(pain)
        return self._in_regions(felt, pain[felt], columns)

    def _in_regions(self, skin: np.ndarray, pain: np.ndarray, columns=slice(None)) -> np.ndarray:
        clickable = self.region[skin] >= 0
        skin, pain = skin[clickable], pain[clickable].astype(np.float32)
        order = np.argsort(self.region[skin], kind="stable")
        skin, pain = skin[order], pain[order]
        inner = self.area[skin] * pain
        outer = self.area[skin] * np.minimum(pain, SPILLOVER_WEIGHT)
        numbers, starts = np.unique(self.region[skin], return_index=True)
        ends = np.append(starts[1:], len(skin))
        made = np.zeros((len(self.region_names), len(self.usual[columns])))
        for number, start, end in zip(numbers, starts, ends, strict=True):
            part = slice(start, end)
            made[number] = inner[part].astype(np.float32) @ self.essential[skin[part]][:, columns]
            made[number] += outer[part].astype(np.float32) @ self.spillover[skin[part]][:, columns]
        return made


_ROWS: WeakKeyDictionary[Atlas, Rows] = WeakKeyDictionary()


def rows_of(atlas: Atlas) -> Rows:
    """The patterns of an atlas in any language; made when first asked for."""
    atlas = atlas.original
    if atlas not in _ROWS:
        _ROWS[atlas] = _distinct(atlas)
    return _ROWS[atlas]


def _distinct(atlas: Atlas) -> Rows:
    """Points of one muscle that share one pattern become one row: no drawing tells them apart."""
    groups: dict[tuple[str, bytes], list[str]] = {}
    for point in atlas.trigger_points:
        muscle = atlas.muscle_of(point.id).id
        key = (muscle, atlas.patterns[point.id].weights.tobytes())
        groups.setdefault(key, []).append(point.id)
    points, patterns = [], []
    for side in SIDES:
        for (muscle, _), members in groups.items():
            cited = _cited(atlas, members[0])
            points.append(Row(members[0], tuple(members[1:]), muscle, side, cited))
            patterns.append(atlas.pattern_weights(members[0], side))
    stacked = np.array(patterns)
    zones = (
        np.ascontiguousarray((stacked == weight).T, dtype=np.float32)
        for weight in (ESSENTIAL_WEIGHT, SPILLOVER_WEIGHT)
    )
    skin = atlas.skin
    names = tuple(region.name for region in atlas.regions)
    usual = usual_areas(skin.area, stacked)
    return Rows(*zones, usual, tuple(points), skin.area, skin.region, names)


def _cited(atlas: Atlas, point_id: str) -> tuple[str, ...]:
    """What the zones of a point cite, each once."""
    point = atlas.trigger_point(point_id)
    zones = [zone for zone in (point.essential, point.spillover) if zone is not None]
    return tuple(dict.fromkeys(str(cited) for zone in zones for cited in zone.sources))
