"""The atlas: regions, muscles, trigger points and nerves of both sides, ready to be asked."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from ..arrays import Flags, Floats
from ..domain import Body, Side
from ..errors import UnknownName, nearest
from ..geometry.body_frame import SIDES, VIEWS
from ..geometry.place_language import Place
from ..geometry.skin import Skin
from ..words import Words, words_in
from .areas import SkinArea, with_texts_of
from .care_records import Dose, SelfCare, Subject
from .computed import Computed
from .flag_records import Hearing, RedFlagRecord, ToldSentence
from .languages import WRITTEN_IN, languages_of, records_in
from .learn_records import Purpose
from .measured import NearNerve
from .nerve_records import Dermatome, NerveRecord
from .once import Result, once_an_atlas
from .parsing import Records, there
from .patterns import ESSENTIAL_WEIGHT, Pattern, PatternOutline, mark, outline
from .records import ComplaintRecord, MuscleRecord, Source, TriggerPointRecord
from .region import Region

_LEAST_SEEN = 0.12
"""A region belongs to a view that shows at least this share of its skin."""

_FELT_SHARE = 0.1
"""A region has patterns where they are felt in at least this share of its skin."""


@dataclass(frozen=True, eq=False)
class Atlas:
    """All data of both sides. Load one with ``load_atlas``.

    patterns: by trigger point; areas: skin fields of nerves and dermatomes, by id; narrow_places:
    where each stands on the skin. All right-sided. folder: where its files are; language: of its
    texts. An atlas equals only itself; the same atlas in another language shares its shapes.
    """

    records: Records
    computed: Computed
    patterns: dict[str, Pattern]
    areas: dict[str, SkinArea]
    narrow_places: dict[str, Place]
    folder: Path
    language: str = WRITTEN_IN
    _written: Atlas | None = field(default=None, repr=False)
    results: dict[tuple[Hashable, ...], Result[Any]] = field(
        init=False, repr=False, default_factory=dict[tuple[Hashable, ...], Result[Any]]
    )
    """What ``once.py`` has worked out for this atlas in this language."""

    @property
    def original(self) -> Atlas:
        """This atlas in the language it was written in; what is computed once is stored with it."""
        return self._written or self

    @property
    def words(self) -> Words:
        """The library's sentences in the language of this atlas."""
        return words_in(self.language)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages it can be read in, the one it was written in first."""
        return (WRITTEN_IN, *languages_of(self.folder))

    def in_language(self, language: str) -> Atlas:
        """This atlas with its texts in another language; what is not translated stays as it is.

        Raises UnknownName for a language it does not have, BrokenAtlas for files of that language
        that cannot be read.
        """
        if language not in self.languages:
            allowed = ", ".join(self.languages)
            hint = nearest(language, self.languages)
            raise UnknownName(f"unknown language {language!r}; allowed: {allowed}{hint}")
        return self.original if language == WRITTEN_IN else _translated(self, language)

    @property
    def body(self) -> Body:
        """The body that everything is measured on."""
        return self.computed.body

    @property
    def skin(self) -> Skin:
        """The skin points all weights stand on."""
        return self.computed.skin

    def skin_of(self, body: Body) -> Skin:
        """The same skin points on another body."""
        return self.computed.skins[body]

    @cached_property
    def muscles(self) -> tuple[MuscleRecord, ...]:
        """The muscles, by id."""
        return tuple(self.records.muscles.values())

    @cached_property
    def nerves(self) -> tuple[NerveRecord, ...]:
        """The nerves, by id."""
        return tuple(self.records.nerves.values())

    @cached_property
    def dermatomes(self) -> tuple[Dermatome, ...]:
        """The dermatomes, by id."""
        return tuple(self.records.dermatomes.values())

    @property
    def complaints(self) -> dict[str, ComplaintRecord]:
        """Complaints that studies counted trigger points in, by id."""
        return self.records.complaints

    @property
    def self_care(self) -> dict[str, SelfCare]:
        """Self-care by muscle."""
        return self.records.self_care

    @property
    def dose(self) -> Dose:
        """How long and how often to press a sore spot, and that the best dose is not known."""
        return there(self.records.dose, "dose.toml")

    @property
    def purpose(self) -> Purpose:
        """What the map is for, and what not."""
        return there(self.records.purpose, "purpose.toml")

    @property
    def subjects(self) -> dict[str, Subject]:
        """What patients ask, by id."""
        return self.records.subjects

    @cached_property
    def red_flags(self) -> tuple[RedFlagRecord, ...]:
        """The signs that need a doctor, the most urgent first."""
        return tuple(self.records.red_flags.values())

    @property
    def hearings(self) -> dict[str, Hearing]:
        """How people write of red flags, by language: all are heard, whatever the atlas speaks."""
        return self.records.hearings

    @property
    def told(self) -> dict[str, tuple[ToldSentence, ...]]:
        """Sentences that people might write, each with its red flag or none, by language."""
        return self.records.told

    def nerve(self, nerve_id: str) -> NerveRecord:
        """A nerve by id. Raises UnknownName."""
        return _named(nerve_id, self.records.nerves, "nerve")

    def near_nerves(self, muscle_id: str) -> list[NearNerve]:
        """Nerves that run within 30 mm of a muscle, nearest first, measured on the reference
        body."""
        self.muscle(muscle_id)
        return self.computed.nerve_distances.get(muscle_id, [])

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

    @cached_property
    def region_names(self) -> tuple[str, ...]:
        """The names of the regions, in their order."""
        return tuple(region.name for region in self.regions)

    @cached_property
    def region_area(self) -> Floats:
        """cm2 of skin in each region ``(r,)``, not rounded."""
        inside = self.skin.region >= 0
        area = np.bincount(self.skin.region[inside], self.skin.area[inside], len(self.regions))
        return np.asarray(area, float)

    def _region(self, name: str, side: Side) -> Region:
        number = self.computed.region_order.index(name)
        number += len(self.computed.region_order) * SIDES.index(side)
        inside = self.skin.region == number
        views = tuple(
            view
            for view in VIEWS
            if inside.any()
            and self.skin.seen[view][inside].mean() >= _LEAST_SEEN
            and name in self.computed.drawing(view)["regions"]
        )
        record = self.records.regions[name]
        return Region(
            f"{name}_{side}",
            self.on_side(record.name, side),
            self.on_side(record.anatomical_name, side),
            record.part,
            side,
            views,
            round(float(self.skin.area[inside].sum()), 1),
            number,
        )

    @property
    def regions_with_patterns(self) -> frozenset[str]:
        """Ids of the regions where some pattern is felt; no muscle is described for the others."""
        return _regions_with_patterns(self)

    def region_shares(self, marked: Flags) -> Floats:
        """How much of each region's area is marked ``(r,)`` 0..1; marked ``(n,)``: of the skin."""
        inside = np.flatnonzero(marked & (self.skin.region >= 0))
        area = np.bincount(self.skin.region[inside], self.skin.area[inside], len(self.regions))
        return area / np.maximum(self.original.region_area, 1e-9)

    def on_side(self, name: str, side: str) -> str:
        """A name followed by the side (``right`` or ``left``)."""
        return self.words("side.after_a_name", name=name, side=self.words(f"side.{side}"))

    def region(self, region_id: str) -> Region:
        """A region by id. Raises UnknownName."""
        return _named(region_id, self._regions, "region")

    def muscle(self, muscle_id: str) -> MuscleRecord:
        """A muscle by id. Raises UnknownName."""
        return _named(muscle_id, self.records.muscles, "muscle")

    @cached_property
    def _regions(self) -> dict[str, Region]:
        return {region.id: region for region in self.regions}

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

    @property
    def weights(self) -> Floats:
        """Referral patterns ``(2 t, n)``: the right-sided trigger points, then the left-sided."""
        return _weights(self)

    def pattern_weights(self, point_id: str, side: str = "right") -> Floats:
        """The referral pattern ``(n,)`` of a trigger point on a side, as weights on the skin."""
        self.trigger_point(point_id)
        weights = self.patterns[point_id].weights
        return weights if side == "right" else self.skin.mirrored(weights)

    def zone_area_cm2(self, point_id: str) -> dict[str, float]:
        """Area in cm2 of the essential and the spillover zone of a trigger point."""
        weights = self.pattern_weights(point_id)
        area = self.skin.area
        essential = weights == ESSENTIAL_WEIGHT
        return {
            "essential": round(float(area[essential].sum()), 1),
            "spillover": round(float(area[(weights > 0) & ~essential].sum()), 1),
        }

    def outline(self, point_id: str, view: str) -> PatternOutline:
        """The right-sided pattern in a stored view, one of ``DRAWN_VIEWS``."""
        self.trigger_point(point_id)
        return _outline(self, point_id, view)

    def mark(self, point_id: str, view: str) -> tuple[float, float] | None:
        """Picture mm of the right-sided point in a stored view; None where it cannot be seen."""
        self.trigger_point(point_id)
        half = self.skin.half
        return mark(
            self.patterns[point_id], view, self.skin.seen[view][:half], self.skin.xyz[:half]
        )


_R = TypeVar("_R")


def _named(given: str, records: Mapping[str, _R], kind: str) -> _R:
    if given in records:
        return records[given]
    hint = nearest(given, records)
    raise UnknownName(f"unknown {kind} {given!r}{hint}")


@once_an_atlas
def _translated(original: Atlas, language: str) -> Atlas:
    records = records_in(language, original.folder, original.records)
    return replace(
        original,
        records=records,
        areas=with_texts_of(records, original.areas),
        language=language,
        _written=original,
    )


@once_an_atlas
def _weights(atlas: Atlas) -> Floats:
    right = np.array([atlas.patterns[point.id].weights for point in atlas.trigger_points])
    return np.vstack([right, atlas.skin.mirrored(right)])


@once_an_atlas
def _regions_with_patterns(atlas: Atlas) -> frozenset[str]:
    share = atlas.region_shares(atlas.weights.max(axis=0) > 0)
    return frozenset(region.id for region in atlas.regions if share[region.index] >= _FELT_SHARE)


@once_an_atlas
def _outline(atlas: Atlas, point_id: str, view: str) -> PatternOutline:
    return outline(atlas.patterns[point_id], atlas.computed.surfaces[view])
