"""What a person marks: whole regions, brush strokes and the eraser, and the skin they reach."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Literal, TypeAlias

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
from ..atlas.once import once_an_atlas
from ..domain import QUALITIES, Body, Quality, ViewName
from ..geometry.body_frame import VIEWS

NO_QUALITY = -1
"""A skin point holds the place of its quality in QUALITIES, or this."""

MOST_MARKS = 2000
MOST_PLACES = 2000
"""Places a path holds at most."""

BEYOND_VIEW_MM = 100.0
"""How far a path may leave the window of its view: a hand can slip off the picture."""

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
# Lists become tuples, so that a mark can be a dictionary key.
Place = Annotated[tuple[Number, Number], Field(strict=False)]
Path = Annotated[
    tuple[Place, ...], Field(strict=False, min_length=1, max_length=MOST_PLACES), FailFast()
]
Size = Annotated[float, Field(ge=LEAST_SIZE_CM, le=LARGEST_SIZE_CM)]


class _Mark(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _PainMark(_Mark):
    """intensity: 0 (does not hurt) to 10, None when it was not rated; quality: how it feels."""

    intensity: Intensity | None = None
    quality: Quality | None = None


class _Stroke(_Mark):
    """A path in a view of a body, in picture mm, and the width of the brush. A single place is a
    dab. body: the one on whose picture it was drawn, whatever body the skin is read on."""

    body: Body
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


class RegionMark(_PainMark):
    """A whole region that hurts."""

    kind: Literal["region"] = "region"
    region: RegionId


class BrushMark(_Stroke, _PainMark):
    """A brush stroke over skin that hurts."""

    kind: Literal["brush"] = "brush"


class EraserMark(_Stroke):
    """A stroke that removes earlier marks from the skin it reaches."""

    kind: Literal["eraser"] = "eraser"


Mark: TypeAlias = Annotated[RegionMark | BrushMark | EraserMark, Field(discriminator="kind")]
MARK_KINDS = ("region", "brush", "eraser")


@dataclass(frozen=True)
class MarkedSkin:
    """The skin after all marks, one value a skin point ``(n,)``.

    marked: whether it hurts; intensity: 0..10, nan where it was not rated or does not hurt;
    quality: a place in QUALITIES, NO_QUALITY where none was given or it does not hurt; clicked:
    whether the last mark was a whole region.
    """

    marked: np.ndarray
    intensity: np.ndarray
    quality: np.ndarray
    clicked: np.ndarray

    @property
    def worst(self) -> float | None:
        """The worst intensity on the skin; None when nothing is rated."""
        rated = self.intensity[~np.isnan(self.intensity)]
        return float(rated.max()) if len(rated) else None

    @property
    def weights(self) -> np.ndarray:
        """Pain weights ``(n,)`` 0..1: shares of the worst intensity; not rated counts as that."""
        worst = self.worst
        shares = np.ones(len(self.marked)) if worst is None else self.intensity / worst
        return np.where(self.marked, np.where(np.isnan(shares), 1.0, shares), 0.0)


def marked_skin(atlas: Atlas, marks: Sequence[Mark]) -> MarkedSkin:
    """The skin after marks in their order: a later mark replaces what it reaches.

    A mark of intensity 0 does not hurt, so it erases. Raises UnknownName for a region the atlas
    does not have.
    """
    skin = unmarked_skin(atlas)
    for mark in marks:
        reached = reached_by(atlas, mark)
        skin.marked[reached], skin.intensity[reached], skin.quality[reached] = _left_by(mark)
        skin.clicked[reached] = isinstance(mark, RegionMark)
    return skin


def _left_by(mark: Mark) -> tuple[bool, float, int]:
    """Whether skin hurts that a mark reaches, its intensity and its quality, as in MarkedSkin."""
    if isinstance(mark, EraserMark) or mark.intensity == 0:
        return False, np.nan, NO_QUALITY
    rated = np.nan if mark.intensity is None else mark.intensity
    return True, rated, QUALITIES.index(mark.quality) if mark.quality else NO_QUALITY


def unmarked_skin(atlas: Atlas) -> MarkedSkin:
    """Skin without a mark."""
    count = len(atlas.skin.area)
    return MarkedSkin(
        np.zeros(count, bool),
        np.full(count, np.nan),
        np.full(count, NO_QUALITY, dtype=np.int8),
        np.zeros(count, bool),
    )


def reached_by(atlas: Atlas, mark: Mark) -> np.ndarray:
    """Numbers ``(k,)`` of the skin points that a mark reaches: the same, whichever body the atlas
    is on. Raises UnknownName."""
    if isinstance(mark, RegionMark):
        return atlas.skin.of_region(atlas.region(mark.region).index)
    path = np.array(mark.path, float).tobytes()
    return _under(atlas, mark.body, mark.view, path, mark.size_cm)


# Cached by the bytes of the path, which take a tenth of the memory of its numbers as objects.
@lru_cache(maxsize=MOST_MARKS)
def _under(atlas: Atlas, body: Body, view: ViewName, path: bytes, size_cm: float) -> np.ndarray:
    """Numbers ``(k,)`` of the skin points that a view of a body shows within half a size of a
    path."""
    # Rounded to a thousandth of a millimetre: nearer places are the same, and form no line.
    places = np.round(np.frombuffer(path).reshape(-1, 2), 3)
    places = places[np.append(True, (np.diff(places, axis=0) != 0).any(axis=1))]
    numbers, pictures, level = _visible_points(atlas, body, view)
    radius = size_cm * 10 / 2
    # Skin points are sorted by v: only those at the height of the path are tested.
    top, bottom = places.min(axis=0) - radius, places.max(axis=0) + radius
    first = int(np.searchsorted(level, float(top[1])))
    last = int(np.searchsorted(level, float(bottom[1]), "right"))
    part = slice(first, last)
    numbers, pictures = numbers[part], pictures[part]
    near = (pictures[:, 0] >= top[0]) & (pictures[:, 0] <= bottom[0])
    numbers, pictures = numbers[near], pictures[near]
    line = shapely.Point(places[0]) if len(places) == 1 else shapely.LineString(places)
    shapely.prepare(line)
    within = shapely.dwithin(line, shapely.points(pictures), radius)
    return np.sort(numbers[within]).astype(np.uint16)


@once_an_atlas
def _visible_points(
    atlas: Atlas, body: Body, name: ViewName
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The skin points that a view of a body shows in order of v: numbers ``(k,)``, pictures
    ``(k, 2)`` in mm, and their v ``(k,)``."""
    skin = atlas.skin_of(body)
    numbers = np.flatnonzero(skin.seen[name])
    pictures = VIEWS[name].project(skin.xyz[numbers])
    order = np.argsort(pictures[:, 1], kind="stable")
    return numbers[order], pictures[order], pictures[order, 1]
