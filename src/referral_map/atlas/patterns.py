"""Referral patterns: zones turned into weights on the skin and outlines in the views."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from shapely import MultiPolygon

from ..geometry.body_frame import DRAWN_VIEWS, VIEWS
from ..geometry.paths import polygons
from ..geometry.place_language import Gazetteer, Place, PlaceError
from ..geometry.surfaces import Surface
from ..geometry.zones import Brush, field, patch, stroke
from .records import TriggerPointRecord, ZoneRecord

ESSENTIAL_WEIGHT = 1.0
SPILLOVER_WEIGHT = 0.7
"""A pattern's weight on skin in its spillover zone. See docs/decisions/0003-score.md."""

ON_NAMED_SIDE = ("same", "both")
ON_OTHER_SIDE = ("opposite", "both")


@dataclass(frozen=True)
class Pattern:
    """A right-sided trigger point's place and zones.

    place: on the skin over the point; essential, spillover: brushes with the side each is for;
    weights ``(n,)``: on the whole skin, 1 in the essential zone, SPILLOVER_WEIGHT in the
    spillover zone outside it, 0 elsewhere.
    """

    place: Place
    essential: list[tuple[Brush, str]]
    spillover: list[tuple[Brush, str]]
    weights: np.ndarray


def compile_pattern(
    record: TriggerPointRecord, where: Gazetteer, note: Callable[[str, str], None]
) -> Pattern | None:
    """The pattern of a record. Every point expression that cannot be read is passed to ``note``
    with its place in the record; then there is no pattern."""
    place = _find(record.place, "place", where, note)
    essential = brushes_of(record.essential, "essential", where, note)
    spillover = brushes_of(record.spillover, "spillover", where, note)
    if place is None or None in (essential, spillover):
        return None
    return Pattern(place, essential, spillover, _weights(essential, spillover, where))


def _find(words: str, label: str, where: Gazetteer, note: Callable) -> Place | None:
    try:
        return where.find(words)
    except PlaceError as error:
        note(label, f"{error} (given {words!r})")
        return None


def brushes_of(
    zone: ZoneRecord | None, label: str, where: Gazetteer, note: Callable
) -> list[tuple[Brush, str]] | None:
    if zone is None:
        return []
    brushes, broken = [], False
    for number, item in enumerate(zone.strokes, 1):
        places = [_find(words, f"{label} stroke {number}", where, note) for words in item.path]
        broken |= None in places
        if None not in places:
            brushes.append((stroke(places, item.widths, where), item.side))
    for number, item in enumerate(zone.patches, 1):
        place = _find(item.at, f"{label} patch {number}", where, note)
        broken |= place is None
        if place is not None:
            brushes.append((patch(place, tuple(item.radii)), item.side))
    return None if broken else brushes


def _weights(essential: list, spillover: list, where: Gazetteer) -> np.ndarray:
    half = where.skin.half
    xyz, normal = where.skin.xyz[:half], where.skin.normal[:half]
    # The other side is the mirror, so what reaches it is painted on the right half and moved over.
    halves = []
    for sides in (ON_NAMED_SIDE, ON_OTHER_SIDE):
        inner = field([b for b, side in essential if side in sides], xyz, normal) > 0
        outer = field([b for b, side in spillover if side in sides], xyz, normal) > 0
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
    shapes = []
    for sides in (ON_NAMED_SIDE, ON_OTHER_SIDE):
        inner = surface.outline([b for b, side in pattern.essential if side in sides])
        outer = surface.outline([b for b, side in pattern.spillover if side in sides])
        shapes += [inner, MultiPolygon(_parts(outer.difference(inner)))]
    return PatternOutline(*shapes)


def _parts(shape) -> list:
    return [p for p in polygons(shape) if p.area > 20]


def mark(pattern: Pattern, view: str, seen: np.ndarray, xyz: np.ndarray) -> tuple | None:
    """Picture mm of the trigger point in a stored view, or None where its skin is not seen."""
    nearest = int(((xyz - pattern.place.xyz) ** 2).sum(axis=1).argmin())
    if view not in DRAWN_VIEWS or not seen[nearest]:
        return None
    u, v = VIEWS[view].project(pattern.place.xyz)[0]
    return round(float(u), 1), round(float(v), 1)
