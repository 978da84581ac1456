"""Areas of skin that belong to nerves: fields of cutaneous branches, and dermatomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from shapely import MultiPolygon

from ..geometry.place_language import Gazetteer
from ..geometry.surfaces import Surface
from ..geometry.zones import Brush, field
from .nerve_records import SkinZone
from .patterns import ON_NAMED_SIDE, ON_OTHER_SIDE, brushes_of

FRINGE_MM = 15.0
"""Maps of nerve skin disagree and neighbours overlap, so a border is not a line: the weight falls
from 1 at this distance inside the drawn border to 0 at the same distance outside it."""


@dataclass(frozen=True)
class SkinArea:
    """A right-sided area: its brushes with their sides, and weights ``(n,)`` 0..1 on the skin."""

    record: SkinZone
    brushes: list[tuple[Brush, str]]
    weights: np.ndarray

    def outline(self, surface: Surface) -> tuple[MultiPolygon, MultiPolygon]:
        """The drawn border in a stored view: on the named side's half, and on the other's (still
        on the right half: mirror it to show it)."""
        return tuple(
            surface.outline([brush for brush, side in self.brushes if side in sides])
            for sides in (ON_NAMED_SIDE, ON_OTHER_SIDE)
        )


def compile_area(
    record: SkinZone, where: Gazetteer, note: Callable[[str, str], None]
) -> SkinArea | None:
    """The area of a record; what cannot be read is passed to ``note``, and then there is none."""
    brushes = brushes_of(record, record.id, where, note)
    if brushes is None:
        return None
    half = where.skin.half
    xyz, normal = where.skin.xyz[:half], where.skin.normal[:half]
    halves = []
    for sides in (ON_NAMED_SIDE, ON_OTHER_SIDE):
        depth = field([brush for brush, side in brushes if side in sides], xyz, normal)
        halves.append(np.clip(0.5 + depth / (2 * FRINGE_MM), 0.0, 1.0))
    return SkinArea(record, brushes, np.concatenate(halves))
