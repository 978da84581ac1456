"""What a person marks: whole regions, brush strokes and the eraser, and the skin they reach."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Literal, TypeAlias
from weakref import WeakKeyDictionary

import numpy as np
import shapely
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    FailFast,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ..atlas import Atlas
from ..domain import QUALITIES, Quality, ViewName
from ..geometry.frame import VIEWS

NO_QUALITY = -1
"""A skin point holds the place of its quality in QUALITIES, or this."""

MOST_MARKS = 2000
MOST_PLACES = 2000
"""Places a path holds at most."""

BEYOND_VIEW_MM = 100.0
"""So far outside the window of its view a path may go: a hand slips off the picture."""

LEAST_SIZE_CM, LARGEST_SIZE_CM = 0.5, 12.0
MOST_INTENSE = 10.0
"""The worst pain on the scale a mark is rated on, 0 to 10."""


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise PydanticCustomError("not_finite", "must be a finite number")
    return number


Number = Annotated[float, AfterValidator(_finite)]
RegionId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
Intensity = Annotated[float, Field(ge=0, le=MOST_INTENSE)]
# Lists are read as tuples, so that a mark can be a key of what is kept.
Place = Annotated[tuple[Number, Number], Field(strict=False)]
Path = Annotated[
    tuple[Place, ...], Field(strict=False, min_length=1, max_length=MOST_PLACES), FailFast()
]
Size = Annotated[float, Field(ge=LEAST_SIZE_CM, le=LARGEST_SIZE_CM)]


class _Mark(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Felt(_Mark):
    """intensity: 0 (does not hurt) to 10, None when it was not rated; quality: how it feels."""

    intensity: Intensity | None = None
    quality: Quality | None = None


class _Stroke(_Mark):
    """A path in a view, in picture mm, and the width of what drew it. One place is a dab."""

    view: ViewName
    path: Path
    size_cm: Size

    @model_validator(mode="after")
    def _near_its_view(self) -> _Stroke:
        u, v, width, height = VIEWS[self.view].window
        for at_u, at_v in self.path:
            if not (
                u - BEYOND_VIEW_MM <= at_u <= u + width + BEYOND_VIEW_MM
                and v - BEYOND_VIEW_MM <= at_v <= v + height + BEYOND_VIEW_MM
            ):
                raise PydanticCustomError(
                    "leaves_picture",
                    "a path of view {view} leaves its picture",
                    {"view": self.view},
                )
        return self


class RegionMark(_Felt):
    """A whole region that hurts."""

    kind: Literal["region"] = "region"
    region: RegionId


class BrushMark(_Stroke, _Felt):
    """A brush stroke over skin that hurts."""

    kind: Literal["brush"] = "brush"


class EraserMark(_Stroke):
    """A stroke that takes away what earlier marks left there."""

    kind: Literal["eraser"] = "eraser"


Mark: TypeAlias = Annotated[RegionMark | BrushMark | EraserMark, Field(discriminator="kind")]
MARK_KINDS = ("region", "brush", "eraser")


@dataclass(frozen=True)
class Felt:
    """What marks leave on the skin, one value a skin point ``(n,)``.

    marked: whether it hurts; intensity: 0..10, nan where it was not rated or does not hurt;
    quality: a place in QUALITIES, NO_QUALITY where none was given or it does not hurt.
    """

    marked: np.ndarray
    intensity: np.ndarray
    quality: np.ndarray

    @property
    def worst(self) -> float | None:
        """The worst intensity that is left on the skin; None when nothing is rated."""
        rated = self.intensity[~np.isnan(self.intensity)]
        return float(rated.max()) if len(rated) else None

    @property
    def weights(self) -> np.ndarray:
        """Pain weights ``(n,)`` 0..1: shares of the worst intensity; not rated counts as that."""
        worst = self.worst
        shares = np.ones(len(self.marked)) if worst is None else self.intensity / worst
        return np.where(self.marked, np.where(np.isnan(shares), 1.0, shares), 0.0)


def felt(atlas: Atlas, marks: Sequence[Mark]) -> Felt:
    """The marks put on the skin in their order: a later one writes over what it reaches.

    A mark of intensity 0 does not hurt, and so takes away like the eraser. Raises UnknownName for
    a region the atlas does not have.
    """
    made = nothing_felt(atlas)
    for mark in marks:
        reached = reached_by(atlas, mark)
        hurts = not isinstance(mark, EraserMark) and mark.intensity != 0
        rated = mark.intensity if hurts and mark.intensity is not None else np.nan
        felt_as = QUALITIES.index(mark.quality) if hurts and mark.quality else NO_QUALITY
        made.marked[reached] = hurts
        made.intensity[reached] = rated
        made.quality[reached] = felt_as
    return made


def nothing_felt(atlas: Atlas) -> Felt:
    """Skin without a mark."""
    count = len(atlas.skin.area)
    return Felt(
        np.zeros(count, bool), np.full(count, np.nan), np.full(count, NO_QUALITY, dtype=np.int8)
    )


def reached_by(atlas: Atlas, mark: Mark) -> np.ndarray:
    """Numbers ``(k,)`` of the skin points that a mark reaches. Raises UnknownName."""
    if isinstance(mark, RegionMark):
        return atlas.skin.of_region(atlas.region(mark.region).index)
    return _under(atlas, mark.view, np.array(mark.path, float).tobytes(), mark.size_cm)


# Kept by the bytes of the path: a tenth of the memory that its numbers take as objects.
@lru_cache(maxsize=MOST_MARKS)
def _under(atlas: Atlas, view: str, path: bytes, size_cm: float) -> np.ndarray:
    """Numbers ``(k,)`` of the skin points that a view shows within half a size of a path."""
    # To a thousandth of a millimetre: places nearer than that are one, and make no line.
    places = np.round(np.frombuffer(path).reshape(-1, 2), 3)
    places = places[np.append(True, (np.diff(places, axis=0) != 0).any(axis=1))]
    numbers, pictures, level = _shown(atlas)[view]
    radius = size_cm * 10 / 2
    # Skin points stand in order of v: only those at the height of the path are looked at.
    top, bottom = places.min(axis=0) - radius, places.max(axis=0) + radius
    part = slice(np.searchsorted(level, top[1]), np.searchsorted(level, bottom[1], "right"))
    numbers, pictures = numbers[part], pictures[part]
    near = (pictures[:, 0] >= top[0]) & (pictures[:, 0] <= bottom[0])
    numbers, pictures = numbers[near], pictures[near]
    line = shapely.Point(places[0]) if len(places) == 1 else shapely.LineString(places)
    shapely.prepare(line)
    within = shapely.dwithin(line, shapely.points(pictures), radius)
    return np.sort(numbers[within]).astype(np.uint16)


_SHOWN: WeakKeyDictionary[Atlas, dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]]] = (
    WeakKeyDictionary()
)


def _shown(atlas: Atlas) -> dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """By view, the skin points it shows in order of v: numbers ``(k,)``, pictures ``(k, 2)`` in
    mm, and their v ``(k,)``. Worked out once an atlas."""
    if atlas not in _SHOWN:
        made = {}
        for name, view in VIEWS.items():
            numbers = np.flatnonzero(atlas.skin.seen[name])
            pictures = view.project(atlas.skin.xyz[numbers])
            order = np.argsort(pictures[:, 1], kind="stable")
            made[name] = numbers[order], pictures[order], pictures[order, 1]
        _SHOWN[atlas] = made
    return _SHOWN[atlas]
