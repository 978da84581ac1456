"""The drawing against the skin of nerves: cutaneous fields, dermatomes together, the corridor.

Dermatomes are compared one by one to see whether the marks fit any of them, but reported as one
area, so that no drawing seems to identify a root: research shows that it cannot.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..atlas import Atlas
from ..atlas.once import once_a_language
from ..domain import SIDES, Side
from .corridor import sciatic_corridor

CORRIDOR, DERMATOMES = "sciatic_corridor", "dermatomes"
LEAST_SHARE = 0.1
"""An area that holds less than this share of the pain is not listed."""


@dataclass(frozen=True)
class ComparedArea:
    """An area of one side that drawings are compared with: weights ``(n,)`` 0..1 on the skin."""

    id: str
    name: str
    side: Side
    weights: np.ndarray


@dataclass(frozen=True)
class SkinShare:
    """share_of_pain: how much of the drawing lies in the area; share_of_area: how much of the
    area is marked; both 0..1 of weighted cm2."""

    id: str
    name: str
    side: Side
    share_of_pain: float
    share_of_area: float


@dataclass(frozen=True)
class Compared:
    """All areas of an atlas as one table.

    weights ``(n, k)`` in floats, skin first; size ``(k,)`` cm2; areas: those of the first columns;
    the columns after them are single dermatomes.
    """

    weights: np.ndarray
    size: np.ndarray
    areas: list[ComparedArea]

    def shares(self, area: np.ndarray, pain: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """share_of_pain and share_of_area ``(k,)``; zeros for an empty drawing."""
        points = np.flatnonzero(pain)
        weighted = area[points] * pain[points]
        within = weighted.astype(np.float32) @ self.weights[points]
        marked = float(weighted.sum())
        of_pain = within / marked if marked else np.zeros_like(within)
        of_area = np.divide(within, self.size, out=np.zeros_like(within), where=self.size > 0)
        return np.clip(of_pain, 0, 1), np.clip(of_area, 0, 1)

    def column(self, area_id: str) -> list[int]:
        """The columns of an area, right and left."""
        return [index for index, area in enumerate(self.areas) if area.id == area_id]


@once_a_language
def compared(atlas: Atlas) -> Compared:
    """The table of an atlas, its weights computed once for all languages."""
    return _table(atlas) if atlas.original is atlas else _renamed(atlas, compared(atlas.original))


def _renamed(atlas: Atlas, table: Compared) -> Compared:
    """The same table with names in the language of an atlas."""
    names = {**dict(_fields(atlas)), **_whole_areas(atlas)}
    return replace(table, areas=[replace(area, name=names[area.id]) for area in table.areas])


def _whole_areas(atlas: Atlas) -> dict[str, str]:
    """Names, by id, of the areas that are no single field."""
    return {CORRIDOR: atlas.words("nerves.corridor"), DERMATOMES: atlas.words("nerves.dermatomes")}


def compared_areas(atlas: Atlas) -> tuple[ComparedArea, ...]:
    """Every area that a reading may list, right then left: fields, ``dermatomes`` (all as one),
    ``sciatic_corridor``."""
    return tuple(compared(atlas).areas)


def _table(atlas: Atlas) -> Compared:
    roots = [atlas.areas[zone.id].weights for zone in atlas.dermatomes if zone.id in atlas.areas]
    whole = _whole_areas(atlas)
    named = [*_fields(atlas), (CORRIDOR, whole[CORRIDOR])]
    right = [atlas.areas[area_id].weights for area_id, _ in named[:-1]] + [sciatic_corridor(atlas)]
    if roots:
        named.append((DERMATOMES, whole[DERMATOMES]))
        right.append(np.max(roots, axis=0))
    areas = [
        ComparedArea(area_id, name, side, _on(atlas, weights, side))
        for side in SIDES
        for (area_id, name), weights in zip(named, right, strict=True)
    ]
    columns = [area.weights for area in areas]
    columns += [_on(atlas, weights, side) for side in SIDES for weights in roots]
    table = np.array(columns)
    return Compared(
        np.ascontiguousarray(table.T, dtype=np.float32), (table @ atlas.skin.area), areas
    )


def _on(atlas: Atlas, weights: np.ndarray, side: Side) -> np.ndarray:
    return weights if side == "right" else atlas.skin.mirrored(weights)


def _fields(atlas: Atlas) -> list[tuple[str, str]]:
    """Id and name of each cutaneous field, with its nerve's name where the field's lacks it."""
    return [
        (
            zone.id,
            zone.name
            if nerve.name in zone.name
            else atlas.words("nerves.field", nerve=nerve.name, field=zone.name.lower()),
        )
        for nerve in atlas.nerves
        for zone in nerve.skin_fields
        if zone.id in atlas.areas
    ]


def listed(table: Compared, of_pain: np.ndarray, of_area: np.ndarray) -> tuple[SkinShare, ...]:
    """The areas that hold enough of the pain, the largest share first."""
    shares = [
        SkinShare(
            area.id,
            area.name,
            area.side,
            round(float(of_pain[column]), 3),
            round(float(of_area[column]), 3),
        )
        for column, area in enumerate(table.areas)
        # Shares are compared as rounded for display.
        if round(float(of_pain[column]), 3) >= LEAST_SHARE
    ]
    return tuple(sorted(shares, key=lambda s: (-s.share_of_pain, s.id, SIDES.index(s.side))))
