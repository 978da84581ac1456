"""Areas of skin that belong to nerves: fields of cutaneous branches, and dermatomes."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from shapely import MultiPolygon

from ..arrays import Floats
from ..geometry.place_language import Gazetteer
from ..geometry.surfaces import Surface
from ..geometry.zones import field
from .nerve_records import SkinZone
from .parsing import Records
from .patterns import ON_NAMED_SIDE, ON_OTHER_SIDE, SidedBrushes, brushes_of, on_sides
from .problems import Note

FRINGE_MM = 15.0
"""Maps of nerve skin disagree and neighbours overlap, so a border is not a line: the weight falls
from 1 at this distance inside the drawn border to 0 at the same distance outside it."""


@dataclass(frozen=True)
class SkinArea:
    """A right-sided area: its brushes with their sides, and weights ``(n,)`` 0..1 on the skin."""

    record: SkinZone
    brushes: SidedBrushes
    weights: Floats

    def outline(self, surface: Surface) -> tuple[MultiPolygon, MultiPolygon]:
        """The drawn border in a stored view: on the named side's half, and on the other's (still
        on the right half: mirror it to show it)."""
        own, across = (on_sides(self.brushes, sides) for sides in (ON_NAMED_SIDE, ON_OTHER_SIDE))
        return surface.outline(own), surface.outline(across)


def compile_area(record: SkinZone, where: Gazetteer, note: Note) -> SkinArea | None:
    """The area of a record; what cannot be read is passed to ``note``, and then there is none."""
    brushes = brushes_of(record, record.id, where, note)
    if brushes is None:
        return None
    half = where.skin.half
    xyz, normal = where.skin.xyz[:half], where.skin.normal[:half]
    halves: list[Floats] = []
    for sides in (ON_NAMED_SIDE, ON_OTHER_SIDE):
        depth = field(on_sides(brushes, sides), xyz, normal)
        halves.append(np.clip(0.5 + depth / (2 * FRINGE_MM), 0.0, 1.0))
    return SkinArea(record, brushes, np.concatenate(halves))


def with_texts_of(records: Records, areas: dict[str, SkinArea]) -> dict[str, SkinArea]:
    """Areas of skin with the texts of other records; their shapes are reused."""
    zones: list[SkinZone] = []
    for nerve in records.nerves.values():
        zones += nerve.skin_fields
    zones += records.dermatomes.values()
    return {zone.id: replace(areas[zone.id], record=zone) for zone in zones if zone.id in areas}
