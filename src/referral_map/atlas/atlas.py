"""The atlas: regions, muscles, trigger points and nerves of both sides, ready to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from ..errors import UnknownName
from ..geometry.frame import SIDES, VIEWS, other_side
from ..geometry.places import nearest
from .computed import Computed, load_computed
from .folder import anatomy_folder
from .patterns import Pattern, PatternOutline, compile_pattern, mark, outline
from .problems import BrokenAtlas, Problems
from .reading import Records, read_records
from .records import MuscleRecord, NerveRecord, Source, TriggerPointRecord

_LEAST_SEEN = 0.12
"""A region belongs to a view that shows at least this share of its skin."""


@dataclass(frozen=True)
class Region:
    """A clickable region of one side. views: those that show it; area_cm2: its skin."""

    id: str
    name: str
    anatomical_name: str
    part: str
    side: str
    views: tuple[str, ...]
    area_cm2: float
    index: int


@dataclass(frozen=True)
class Atlas:
    """Everything known, both sides. Make one with ``load_atlas``."""

    records: Records
    computed: Computed
    patterns: dict[str, Pattern]

    @property
    def skin(self):
        """The skin points all weights stand on."""
        return self.computed.skin

    @cached_property
    def muscles(self) -> tuple[MuscleRecord, ...]:
        """The muscles, by id."""
        return tuple(self.records.muscles.values())

    @cached_property
    def nerves(self) -> tuple[NerveRecord, ...]:
        """The nerves, by id."""
        return tuple(self.records.nerves.values())

    @property
    def sources(self) -> dict[str, Source]:
        """Every source by key."""
        return self.records.sources

    @cached_property
    def trigger_points(self) -> tuple[TriggerPointRecord, ...]:
        """The trigger points of one side, muscle by muscle."""
        return tuple(point for muscle in self.muscles for point in muscle.trigger_points)

    @cached_property
    def regions(self) -> tuple[Region, ...]:
        """The regions of the right, then of the left side."""
        return tuple(
            self._region(name, side) for side in SIDES for name in self.computed.region_order
        )

    def _region(self, name: str, side: str) -> Region:
        number = self.computed.region_order.index(name)
        number += len(self.computed.region_order) * SIDES.index(side)
        inside = self.skin.region == number
        views = tuple(view for view in VIEWS if self.skin.seen[view][inside].mean() >= _LEAST_SEEN)
        record = self.records.regions[name]
        return Region(
            f"{name}_{side}",
            f"{record.name}, {side}",
            f"{record.anatomical_name}, {side}",
            record.part,
            side,
            views,
            round(float(self.skin.area[inside].sum()), 1),
            number,
        )

    def region(self, region_id: str) -> Region:
        """A region by id. Raises UnknownName."""
        return _named(region_id, {r.id: r for r in self.regions}, "region")

    def muscle(self, muscle_id: str) -> MuscleRecord:
        """A muscle by id. Raises UnknownName."""
        return _named(muscle_id, self.records.muscles, "muscle")

    @cached_property
    def _points(self) -> dict[str, tuple[TriggerPointRecord, MuscleRecord]]:
        return {
            point.id: (point, muscle) for muscle in self.muscles for point in muscle.trigger_points
        }

    def trigger_point(self, point_id: str) -> TriggerPointRecord:
        """A trigger point by id. Raises UnknownName."""
        return _named(point_id, self._points, "trigger point")[0]

    def muscle_of(self, point_id: str) -> MuscleRecord:
        """The muscle a trigger point lies in. Raises UnknownName."""
        return _named(point_id, self._points, "trigger point")[1]

    @cached_property
    def weights(self) -> np.ndarray:
        """Referral patterns ``(2 t, n)``: the right-sided trigger points, then the left-sided."""
        right = np.array([self.patterns[point.id].weights for point in self.trigger_points])
        return np.vstack([right, self.skin.mirrored(right)])

    def pattern_weights(self, point_id: str, side: str = "right") -> np.ndarray:
        """The referral pattern ``(n,)`` of a trigger point on a side, as weights on the skin."""
        self.trigger_point(point_id)
        weights = self.patterns[point_id].weights
        return weights if side == "right" else self.skin.mirrored(weights)

    def zone_area_cm2(self, point_id: str) -> dict[str, float]:
        """Area in cm2 of the essential and the spillover zone of a trigger point."""
        weights = self.pattern_weights(point_id)
        area = self.skin.area
        essential = weights == 1.0
        return {
            "essential": round(float(area[essential].sum()), 1),
            "spillover": round(float(area[(weights > 0) & ~essential].sum()), 1),
        }

    def outline(self, point_id: str, view: str) -> PatternOutline:
        """The right-sided pattern in a stored view (back, front, right, soles)."""
        self.trigger_point(point_id)
        return _outline(self, point_id, view)

    def mark(self, point_id: str, view: str) -> tuple[float, float] | None:
        """Picture mm of the right-sided point in a stored view; None where it cannot be seen."""
        self.trigger_point(point_id)
        half = self.skin.half
        return mark(
            self.patterns[point_id], view, self.skin.seen[view][:half], self.skin.xyz[:half]
        )


def _named(given: str, known: dict, kind: str):
    if given in known:
        return known[given]
    hint = nearest(given, known)
    raise UnknownName(f"unknown {kind} {given!r}{hint}")


@lru_cache(maxsize=4096)
def _outline(atlas: Atlas, point_id: str, view: str) -> PatternOutline:
    return outline(atlas.patterns[point_id], atlas.computed.surfaces[view])


Atlas.__hash__ = object.__hash__  # one atlas is itself: its arrays are never compared


def build_atlas(folder: Path, problems: Problems) -> Atlas:
    """The atlas of a folder; every problem on the way is noted, and what is broken left out."""
    records = read_records(folder, problems)
    computed = load_computed(folder)
    patterns = {}
    for muscle in records.muscles.values():
        file = f"muscles/{muscle.id}.toml"
        for point in muscle.trigger_points:

            def note(where: str, message: str, point=point, file=file) -> None:
                problems.add(file, f"{point.id} {where}", message)

            if point.id in patterns:
                problems.add(file, point.id, "this trigger point id is used twice")
            pattern = compile_pattern(point, computed.gazetteer, note)
            if pattern is not None:
                patterns[point.id] = pattern
    for name in set(computed.region_order) ^ set(records.regions):
        problems.add("regions.toml", name, "named but not measured, or measured but not named")
    return Atlas(records, computed, patterns)


@lru_cache(maxsize=4)
def load_atlas(folder: Path | None = None) -> Atlas:
    """The atlas that ships with the library, or the one in a folder.

    Raises BrokenAtlas, holding every problem, when the data breaks the format.
    """
    problems = Problems()
    atlas = build_atlas(folder or anatomy_folder(), problems)
    if problems.found:
        raise BrokenAtlas(problems.found)
    return atlas


__all__ = ["Atlas", "Region", "build_atlas", "load_atlas", "other_side"]
