"""What every browser reads of the atlas: the drawings, the skin points and the areas of skin."""

from __future__ import annotations

from referral_map.app.wire.base import EverySide, EveryView, Place, Size, SvgPath, Text, Wire
from referral_map.domain import Layer, Side, ViewName


class SideLetter(Wire):
    """The L or R of a picture: the patient's left or right."""

    text: Text
    side: Side
    at: Place


class NerveLine(Wire):
    """A line of a nerve in a view."""

    path: SvgPath
    width: Size
    """Picture mm."""
    name: Text


class DrawnPattern(Wire):
    """A trigger point on a side in a view: its zones, and where the point itself is seen."""

    essential: SvgPath
    spillover: SvgPath
    mark: Place | None


class ViewDrawing(Wire):
    """One view of the body; paths are in picture mm, and both sides are written out."""

    title: Text
    window: tuple[float, float, float, float]
    """``u, v, width, height`` of the whole picture, in mm."""
    letters: list[SideLetter]
    body: SvgPath
    creases: SvgPath
    bones: SvgPath
    regions: dict[str, SvgPath]
    muscles: dict[str, dict[Side, SvgPath]]
    nerves: dict[str, dict[Side, list[NerveLine]]]
    patterns: dict[str, dict[Side, DrawnPattern]]
    """By trigger point; only those of which the view shows something."""


class DrawnRegion(Wire):
    """A region that can be clicked."""

    id: str
    name: Text
    anatomical_name: Text
    part: Text
    side: Side
    views: list[ViewName]
    area_cm2: Size


class DrawnMuscle(Wire):
    """What the map has to know of a muscle."""

    name: Text
    plain_name: Text
    layer: Layer


class DrawnPoint(Wire):
    """What the map has to know of a trigger point."""

    name: Text
    muscle: str
    where: Text
    best_view: EverySide[ViewName]
    """The view that shows most of it."""


class Drawings(Wire):
    """``atlas/drawings.json``: everything the map shows."""

    views: EveryView[ViewDrawing]
    regions: list[DrawnRegion]
    muscles: dict[str, DrawnMuscle]
    trigger_points: dict[str, DrawnPoint]
    main_nerve: str
    """The nerve that is drawn beside each pattern."""
    credit: Text
    hash: Text


class SeenSkin(Wire):
    """The skin points that a view shows."""

    index: str
    """Their numbers: base64 of ``uint16``."""
    uv: str
    """Where they are seen: base64 of pairs of ``int16``, in ``1 / UV_STEPS`` of a picture mm."""


class SkinPoints(Wire):
    """``atlas/skin.json``: the skin of both sides as points, as base64 of little-endian arrays."""

    count: int
    """Point ``i + count / 2`` is the mirror of point ``i``."""
    area: str
    """``uint16``, in ``1 / AREA_STEPS`` of a cm2."""
    region: str
    """``int16``: the place of its region among those of the drawings, -1 where none is clicked."""
    views: EveryView[SeenSkin]
    hash: Text


class DrawnAreas(Wire):
    """The areas of skin of one view."""

    areas: dict[str, dict[Side, SvgPath]]
    """By skin field or dermatome."""
    narrow_places: dict[str, dict[Side, Place]]
    """Where a nerve may be caught, by narrow place."""


class AreaDrawings(Wire):
    """``atlas/areas.json``: the skin areas of nerves and dermatomes, and narrow places."""

    views: EveryView[DrawnAreas]
