"""The distinct patterns of an atlas as columns on the skin, computed once for all drawings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..atlas import Atlas
from ..atlas.once import once_an_atlas
from ..atlas.patterns import ESSENTIAL_WEIGHT, SPILLOVER_WEIGHT
from ..domain import SIDES, Side
from .complaints import Complaints, complaints
from .credit import credits
from .prior import Known, known
from .score import MOST_CLICKED, SPILLOVER_CLICKED, SPILLOVER_EXPECTED, usual_areas


@dataclass(frozen=True)
class PatternColumn:
    """A pattern on a side.

    same_pattern: the other points of the muscle that have it; sources: what its zones cite.
    """

    trigger_point: str
    same_pattern: tuple[str, ...]
    muscle: str
    side: Side
    sources: tuple[str, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """Every point with this pattern, starting with the one that names it."""
        return (self.trigger_point, *self.same_pattern)


@dataclass(frozen=True)
class Overlap:
    """What a drawing shares with each pattern, cm2 ``(k,)``.

    inner, outer: with the essential and with the spillover zone, the sum of ``a min(p, w)``;
    credited: the sum of ``a p m``; marked: the drawing itself, the sum of ``a p``.
    """

    inner: np.ndarray
    outer: np.ndarray
    credited: np.ndarray
    marked: float

    @property
    def shared(self) -> np.ndarray:
        """With both zones ``(k,)``."""
        return self.inner + self.outer

    @property
    def in_essential(self) -> np.ndarray:
        """The share 0..1 of it that lies in the essential zone ``(k,)``."""
        return self.inner / np.maximum(self.shared, 1e-9)

    def credited_for(self, clicked: float) -> np.ndarray:
        """What is credited, for the share 0..1 of the drawing that was made by clicking regions."""
        rough = self.inner + SPILLOVER_CLICKED / SPILLOVER_WEIGHT * self.outer
        return clicked * MOST_CLICKED * rough + (1 - clicked) * self.credited


@dataclass(frozen=True)
class PatternTable:
    """The distinct patterns of an atlas: one column a pattern and side.

    essential, spillover ``(n, k)``: whether a skin point lies in that zone, 0 or 1 (in floats, skin
    points first, so that the marked ones are contiguous in memory); credit ``(n, k)``: see
    ``credit``; usual, expected ``(k,)`` cm2: the weighted area, and the part of it that is expected
    to be marked; known: of each before any drawing; area ``(n,)`` cm2, region ``(n,)`` and
    names: those of the skin points; region_area ``(r,)`` cm2.
    """

    essential: np.ndarray
    spillover: np.ndarray
    credit: np.ndarray
    usual: np.ndarray
    expected: np.ndarray
    known: Known
    complaints: Complaints
    points: tuple[PatternColumn, ...]
    area: np.ndarray
    region: np.ndarray
    region_names: tuple[str, ...]
    region_area: np.ndarray

    def overlap(self, pain: np.ndarray) -> Overlap:
        """What a drawing ``(n,)`` shares with each pattern."""
        skin = np.flatnonzero(pain > 0)
        regions, strength, skin = self._whole_regions(skin, pain)
        inner = outer = credited = np.zeros(len(self.usual))
        if len(regions):
            essential, spillover, credit = (table[regions] for table in self._tables)
            inner, credited = strength @ essential, strength @ credit
            outer = np.minimum(strength, SPILLOVER_WEIGHT) @ spillover
        area = self.area[skin]
        marked = float(self.region_area[regions] @ strength + area @ pain[skin])
        if len(skin):
            full = (area * pain[skin]).astype(np.float32)
            inner = inner + full @ self.essential[skin]
            credited = credited + full @ self.credit[skin]
            some = area * np.minimum(pain[skin], SPILLOVER_WEIGHT)
            outer = outer + some.astype(np.float32) @ self.spillover[skin]
        return Overlap(inner, outer, credited, marked)

    def complaints_of(self, pain: np.ndarray) -> frozenset[str]:
        """Ids of the complaints that a drawing ``(n,)`` is of."""
        skin = np.flatnonzero(pain > 0)
        area = self.area[skin] * pain[skin]
        inside = self.region[skin] >= 0
        by_region = np.bincount(self.region[skin][inside], area[inside], len(self.region_names))
        return self.complaints.of_drawing(by_region, float(area.sum()))

    def weights(self, skin: np.ndarray, columns: Sequence[int]) -> np.ndarray:
        """Weights 0..1 ``(s, c)`` of some patterns on some skin points."""
        picked = np.ix_(skin, np.array(columns, int))
        # Doubles first: weights must be the same numbers as those of the atlas.
        inner, outer = (zone[picked].astype(float) for zone in (self.essential, self.spillover))
        return ESSENTIAL_WEIGHT * inner + SPILLOVER_WEIGHT * outer

    @cached_property
    def by_region(self) -> np.ndarray:
        """Weighted cm2 ``(r, k)`` of each pattern in each region."""
        essential, spillover, _ = self._tables
        return ESSENTIAL_WEIGHT * essential + SPILLOVER_WEIGHT * spillover

    @property
    def zones_by_region(self) -> tuple[np.ndarray, np.ndarray]:
        """cm2 ``(r, k)`` of the two zones of each pattern, essential first, in each region."""
        essential, spillover, _ = self._tables
        return essential, spillover

    def overlap_by_region(self, pain: np.ndarray, columns: np.ndarray) -> np.ndarray:
        """cm2 ``(r, c)`` of some patterns that are marked in each region."""
        regions, strength, skin = self._whole_regions(np.flatnonzero(pain), pain)
        essential, spillover, _ = self._tables
        cm2 = np.zeros((len(self.region_names), len(columns)))
        capped = np.minimum(strength, SPILLOVER_WEIGHT)
        cm2[regions] = strength[:, None] * essential[np.ix_(regions, columns)]
        cm2[regions] += capped[:, None] * spillover[np.ix_(regions, columns)]
        skin = skin[self.region[skin] >= 0]
        full = self.area[skin] * pain[skin]
        some = self.area[skin] * np.minimum(pain[skin], SPILLOVER_WEIGHT)
        inner, outer = (zone[np.ix_(skin, columns)] for zone in (self.essential, self.spillover))
        for number in np.unique(self.region[skin]):
            part = self.region[skin] == number
            cm2[number] += full[part] @ inner[part] + some[part] @ outer[part]
        return cm2

    def _whole_regions(
        self, skin: np.ndarray, pain: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Regions with one weight all over ``(s,)``, that weight ``(s,)``, other marked skin.

        What a whole region shares with every pattern is computed once for all drawings.
        """
        region, weight = self.region[skin], pain[skin]
        strength = np.zeros(len(self.region_names) + 1)
        strength[region] = weight
        alike = np.bincount(region + 1, weight == strength[region], len(strength))[1:]
        whole = (alike == self._region_points) & (strength[:-1] > 0)
        if not whole.any():
            return np.zeros(0, int), np.zeros(0), skin
        kept = np.append(whole, False)[region]
        return np.flatnonzero(whole), strength[:-1][whole], skin[~kept]

    @cached_property
    def _region_points(self) -> np.ndarray:
        """How many skin points each region has ``(r,)``."""
        return np.bincount(self.region[self.region >= 0], minlength=len(self.region_names))

    @cached_property
    def _tables(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Essential cm2, spillover cm2 and credited cm2 ``(r, k)`` of patterns in each region."""
        shape = len(self.region_names), len(self.usual)
        essential, spillover, credited = np.zeros(shape), np.zeros(shape), np.zeros(shape)
        for number in range(len(self.region_names)):
            skin = np.flatnonzero(self.region == number)
            area = self.area[skin]
            essential[number] = area @ self.essential[skin]
            spillover[number] = area @ self.spillover[skin]
            credited[number] = area @ self.credit[skin]
        return essential, spillover, credited


@once_an_atlas
def pattern_table(atlas: Atlas) -> PatternTable:
    """The patterns of an atlas in any language, computed at the first call.

    Points of one muscle with one pattern become one column: no drawing distinguishes them.
    """
    groups: dict[tuple[str, bytes], list[str]] = {}
    for point in atlas.trigger_points:
        muscle = atlas.muscle_of(point.id).id
        key = (muscle, atlas.patterns[point.id].weights.tobytes())
        groups.setdefault(key, []).append(point.id)
    points: list[PatternColumn] = []
    patterns: list[np.ndarray] = []
    for side in SIDES:
        for (muscle, _), members in groups.items():
            cited = _cited(atlas, members[0])
            points.append(PatternColumn(members[0], tuple(members[1:]), muscle, side, cited))
            patterns.append(atlas.pattern_weights(members[0], side))
    stacked = np.array(patterns)
    essential, spillover = (
        np.ascontiguousarray((stacked == weight).T, dtype=np.float32)
        for weight in (ESSENTIAL_WEIGHT, SPILLOVER_WEIGHT)
    )
    skin, right = atlas.skin, len(points) // 2
    credit = credits(skin, essential[:, :right], spillover[:, :right])
    names = tuple(region.name for region in atlas.regions)
    return PatternTable(
        essential,
        spillover,
        np.hstack([credit, skin.mirrored(credit.T).T]),
        usual_areas(skin.area, stacked),
        skin.area @ (essential + SPILLOVER_EXPECTED * spillover),
        known(atlas, [point.members for point in points]),
        complaints(atlas),
        tuple(points),
        skin.area,
        skin.region,
        names,
        atlas.region_area,
    )


def _cited(atlas: Atlas, point_id: str) -> tuple[str, ...]:
    """What the zones of a point cite, each once."""
    point = atlas.trigger_point(point_id)
    zones = [zone for zone in (point.essential, point.spillover) if zone is not None]
    return tuple(dict.fromkeys(str(cited) for zone in zones for cited in zone.sources))
