"""Referral patterns: zones turned into weights on the skin and outlines in the views."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from ..arrays import Flags, Floats
from ..geometry.body_frame import DRAWN_VIEWS, VIEWS
from ..geometry.paths import polygons
from ..geometry.place_language import Gazetteer, Place, PlaceError
from ..geometry.surfaces import Surface
from ..geometry.zones import Brush, field, patch, stroke
from .nerve_records import SkinZone
from .problems import Note
from .records import TriggerPointRecord, ZoneRecord

ESSENTIAL_WEIGHT = 1.0
SPILLOVER_WEIGHT = 0.7
"""A pattern's weight on skin in its spillover zone. See docs/decisions/0003-score.md."""

ON_NAMED_SIDE = ("same", "both")
ON_OTHER_SIDE = ("opposite", "both")

SidedBrushes: TypeAlias = list[tuple[Brush, str]]
"""Right-sided brushes, each with the side it is for: same, opposite or both."""


@dataclass(frozen=True)
class Pattern:
    """A right-sided trigger point's place and zones.

    place: on the skin over the point; essential, spillover: brushes with the side each is for;
    weights ``(n,)``: on the whole skin, 1 in the essential zone, SPILLOVER_WEIGHT in the
    spillover zone outside it, 0 elsewhere.
    """

    place: Place
    essential: SidedBrushes
    spillover: SidedBrushes
    weights: Floats


def compile_pattern(record: TriggerPointRecord, where: Gazetteer, note: Note) -> Pattern | None:
    """The pattern of a record. Every point expression that cannot be read is passed to ``note``
    with its place in the record; then there is no pattern."""
    place = _find(record.place, "place", where, note)
    essential = brushes_of(record.essential, "essential", where, note)
    spillover = brushes_of(record.spillover, "spillover", where, note)
    if place is None or essential is None or spillover is None:
        return None
    return Pattern(place, essential, spillover, _weights(essential, spillover, where))


def _find(words: str, label: str, where: Gazetteer, note: Note) -> Place | None:
    try:
        return where.find(words)
    except PlaceError as error:
        note(label, f"{error} (given {words!r})")
        return None


def brushes_of(
    zone: ZoneRecord | SkinZone | None, label: str, where: Gazetteer, note: Note
) -> SidedBrushes | None:
    """The strokes and patches of a zone; none where there is no zone.

    Every point expression that cannot be read is passed to ``note``; then the result is None.
    """
    if zone is None:
        return []
    brushes: SidedBrushes = []
    broken = False
    for number, item in enumerate(zone.strokes, 1):
        places = [_find(words, f"{label} stroke {number}", where, note) for words in item.path]
        readable = [place for place in places if place is not None]
        if len(readable) == len(places):
            brushes.append((stroke(readable, item.widths, where), item.side))
        else:
            broken = True
    for number, item in enumerate(zone.patches, 1):
        place = _find(item.at, f"{label} patch {number}", where, note)
        if place is not None:
            along, across = item.radii
            brushes.append((patch(place, (along, across), where.scale), item.side))
        else:
            broken = True
    return None if broken else brushes


def on_sides(brushes: SidedBrushes, sides: tuple[str, ...]) -> list[Brush]:
    """The brushes that are for one of the sides."""
    return [brush for brush, side in brushes if side in sides]


def _weights(essential: SidedBrushes, spillover: SidedBrushes, where: Gazetteer) -> Floats:
    half = where.skin.half
    xyz, normal = where.skin.xyz[:half], where.skin.normal[:half]
    # The other side is the mirror, so what reaches it is painted on the right half and moved over.
    halves: list[Floats] = []
    for sides in (ON_NAMED_SIDE, ON_OTHER_SIDE):
        inner = field(on_sides(essential, sides), xyz, normal) > 0
        outer = field(on_sides(spillover, sides), xyz, normal) > 0
        halves.append(np.where(inner, ESSENTIAL_WEIGHT, np.where(outer, SPILLOVER_WEIGHT, 0.0)))
    return np.concatenate(halves)


@dataclass(frozen=True)
class PatternOutline:
    """What a stored view shows of a right-sided pattern, on the half of the named side and on the
    other half (the latter still drawn on the right half: mirror it to show it)."""

    essential: MultiPolygon
    spillover: MultiPolygon
    essential_across: MultiPolygon
    spillover_across: MultiPolygon


def outline(pattern: Pattern, surface: Surface) -> PatternOutline:
    """The outlines of a pattern in one stored view, picture mm."""
    shapes: list[MultiPolygon] = []
    for sides in (ON_NAMED_SIDE, ON_OTHER_SIDE):
        inner = surface.outline(on_sides(pattern.essential, sides))
        outer = surface.outline(on_sides(pattern.spillover, sides))
        shapes += [inner, MultiPolygon(_parts(outer.difference(inner)))]
    return PatternOutline(*shapes)


def _parts(shape: BaseGeometry) -> list[Polygon]:
    return [p for p in polygons(shape) if p.area > 20]


def mark(pattern: Pattern, view: str, seen: Flags, xyz: Floats) -> tuple[float, float] | None:
    """Picture mm of the trigger point in a stored view, or None where its skin is not seen."""
    nearest = int(((xyz - pattern.place.xyz) ** 2).sum(axis=1).argmin())
    if view not in DRAWN_VIEWS or not seen[nearest]:
        return None
    u, v = VIEWS[view].project(pattern.place.xyz)[0]
    return round(float(u), 1), round(float(v), 1)
