"""What every browser reads of the atlas: the drawings, the skin points and the areas of skin."""

from __future__ import annotations

from referral_map.app.wire.base import (
    EveryDrawnView,
    EverySide,
    EveryView,
    Place,
    Size,
    SvgPath,
    Text,
    Wire,
)
from referral_map.domain import Body, DrawnView, Framing, Layer, Side, ViewName


class SideLetter(Wire):
    """The L or R of a picture: the patient's left or right."""

    text: Text
    side: Side
    at: Place


class NervePiece(Wire):
    """A piece of a nerve on the right side of a view."""

    path: SvgPath
    width: Size
    """Picture mm."""
    name: Text
    under: list[str]
    """What lies over it: as in the order of the view."""


class FoldedPattern(Wire):
    """The pattern of a right-sided trigger point: its zones on its own half and, still on the right
    half, those on the other; and where the point itself is seen."""

    essential: SvgPath
    spillover: SvgPath
    essential_across: SvgPath
    spillover_across: SvgPath
    mark: Place | None


class Bone(Wire):
    """A bone in a view."""

    path: SvgPath
    midline: bool
    """Whether it lies on both sides, and is drawn once."""


class Patch(Wire):
    """The part of a structure that lies in front of one that is painted after it."""

    of: str
    over: str
    path: SvgPath


class FoldedView(Wire):
    """``atlas/view-<body>-<stored>.json``: a view; paths are in picture mm. Body, shades, folds and
    bony are of both sides, all others of the right one."""

    view: DrawnView
    body: SvgPath
    shades: list[SvgPath]
    """Areas of skin in the shade, each darker than the one before."""
    folds: SvgPath
    bony: SvgPath
    """Where a bone lies just under the skin."""
    order: list[str]
    """``bone:id`` and ``muscle:id`` from the farthest to the nearest."""
    patches: list[Patch]
    bones: dict[str, Bone]
    regions: dict[str, SvgPath]
    """By the name of the region without its side."""
    muscles: dict[str, SvgPath]
    fibres: dict[str, SvgPath]
    tendons: dict[str, SvgPath]
    nerves: dict[str, list[NervePiece]]
    patterns: dict[str, FoldedPattern]
    """By trigger point; only those of which the view shows something."""


class ViewFrame(Wire):
    """What a view is, without its shapes."""

    title: Text
    window: tuple[float, float, float, float]
    """``u, v, width, height`` of the whole picture, in mm."""
    windows: dict[Framing, tuple[float, float, float, float]]
    """By part of the body in use; a view without one does not help with it."""
    letters: dict[Framing, list[SideLetter]]
    stored: DrawnView
    """The view that it is, or is the mirror of."""
    two_sided: bool
    right_at: int
    """Of a two-sided view: 1 where the right side lies at ``u > 0``, else -1; 0 of the others."""


class DrawnRegion(Wire):
    """A region that can be clicked."""

    id: str
    name: Text
    anatomical_name: Text
    part: Text
    side: Side
    views: list[ViewName]
    area_cm2: Size
    patterns: bool
    """Whether some pattern is felt there: for the others there is no muscle yet."""


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
    """``atlas/drawings-<body>.json``: everything the map has to know but the shapes."""

    body: Body
    views: EveryView[ViewFrame]
    regions: list[DrawnRegion]
    muscles: dict[str, DrawnMuscle]
    trigger_points: dict[str, DrawnPoint]
    main_nerve: str
    """The nerve that is drawn beside each pattern."""
    credit: Text


class BodyFigure(Wire):
    """``atlas/figure-<body>.json``: a body from before, to be chosen; paths are in picture mm."""

    window: tuple[float, float, float, float]
    body: SvgPath
    shades: list[SvgPath]
    folds: SvgPath
    bony: SvgPath


class SeenSkin(Wire):
    """The skin points of the right half that a view shows."""

    index: str
    """Their numbers: base64 of ``uint16``."""
    uv: str
    """Where they are seen: base64 of pairs of ``int16``, in ``1 / UV_STEPS`` of a picture mm."""
    both: bool
    """Their mirrors are seen in it, too."""


class SkinPoints(Wire):
    """``atlas/skin-<body>.json``: the skin of both sides, as base64 of little-endian arrays."""

    count: int
    """Point ``i + count / 2`` is the mirror of point ``i``."""
    area: str
    """Of the right half: ``uint16``, in ``1 / AREA_STEPS`` of a cm2."""
    region: str
    """``int16``: the place of its region among those of the drawings, -1 where none is clicked."""
    views: EveryDrawnView[SeenSkin]
    """``left`` mirrors ``right``."""
    hash: Text


class DrawnAreas(Wire):
    """The areas of skin of one view."""

    areas: dict[str, dict[Side, SvgPath]]
    """By skin field or dermatome."""
    narrow_places: dict[str, dict[Side, Place]]
    """Where a nerve may be caught, by narrow place."""


class AreaDrawings(Wire):
    """``atlas/areas-<body>.json``: the skin areas of nerves and dermatomes, and narrow places."""

    views: EveryView[DrawnAreas]
