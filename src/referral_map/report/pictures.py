"""The pictures of a page: a view of the body, cut to what matters, with what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from matplotlib.axes import Axes

from ..atlas import Atlas
from ..atlas.drawings import best_view, shown_structures, view_drawing
from ..domain import FRAMINGS, VIEW_NAMES, Side, SkinTone, ViewName
from ..figures import artists, inside
from ..geometry.body_frame import BODY_HEIGHT, VIEWS, View, first_framing
from ..geometry.paths import path_to_shape
from ..matching import PainDrawing
from ..matching.marks import MOST_INTENSE
from . import pain_hatching, typeset
from .flow import Picture
from .paper import Sheet
from .skin_shapes import NOTHING, skin_shapes

if TYPE_CHECKING:
    from ..atlas.drawings import DrawnPattern, ViewDrawing
    from ..atlas.folded import DrawnNerve
    from ..geometry.body_frame import SideLetter

CAPTION = 7.5
CAPTION_ROOM = CAPTION * typeset.LEADING
"""Size of the words over a picture, and the room they take, in points."""

_WIDEST = 130.0

_AROUND_MM = 60.0
_LEAST_HIGH_MM = 420.0
_NERVE_MM = 4.5
"""The least width of a nerve: its true width would be too thin to see on paper."""

_SIGN_POINTS = 5.4
_NOT_RATED = 11
_LEAST_SHARE = 0.08
"""A view is worth showing when it shows at least this share of what the best one shows."""

Window: TypeAlias = tuple[float, float, float, float]
DrawKind: TypeAlias = Callable[[Axes, str, int, float], object]
"""Draws one kind of skin: axes, path data, kind and points a mm."""


@dataclass(frozen=True)
class Captioned(Picture):
    """A picture with the title of its view over it, between the L and R of the patient.

    drawn_width: width of the view itself in points; a caption may be wider.
    """

    caption: str = ""
    letters: tuple[SideLetter, ...] = ()
    drawn_width: float = 0.0

    def draw(self, sheet: Sheet, x: float, y: float, _width: float) -> None:
        """Draws the caption, and the view below it."""
        middle = x + self.wide / 2
        sheet.text(middle, y + CAPTION, self.caption, CAPTION, ha="center")
        for letter, align in zip(self.letters, ("left", "right"), strict=False):
            at = x if align == "left" else x + self.wide
            text = sheet.text(at, y + CAPTION, letter["text"], CAPTION + 1.5, True, ha=align)
            text.set_gid(f"side-{letter['side']}")
        left = middle - self.drawn_width / 2
        self.draw_on(sheet.axes(left, y + CAPTION_ROOM, self.drawn_width, self.tall - CAPTION_ROOM))


def captioned(
    view: ViewDrawing, window: Window, scale: float, draw_on: Callable[[Axes], object]
) -> Picture:
    """A picture of a window, so many points a mm, under the title of its view."""
    tall, drawn_width = window[3] * scale + CAPTION_ROOM, window[2] * scale
    letters = tuple(sorted(_letters(view), key=lambda letter: letter["at"][0]))
    words = typeset.width_of(view["title"], CAPTION) + (2 * CAPTION + 8) * bool(letters)
    return Captioned(max(drawn_width, words), tall, draw_on, view["title"], letters, drawn_width)


def _letters(view: ViewDrawing) -> list[SideLetter]:
    """The L and R of a view, in whatever part of the body."""
    return view["letters"][first_framing(view["letters"])]


def window_round(
    name: str, shapes: Iterable[str], places: Iterable[Sequence[float]] = ()
) -> Window:
    """The part of a view, over its whole width, that holds shapes and places, with some room."""
    bounds = [path_to_shape(shape).bounds for shape in shapes if shape]
    bounds += [(u, v, u, v) for u, v in places]
    u, top, width, height = _narrowest(VIEWS[name], bounds)
    if bounds and height > _LEAST_HIGH_MM:
        low = min(box[1] for box in bounds) - _AROUND_MM
        high = max(box[3] for box in bounds) + _AROUND_MM
        short = max(0.0, _LEAST_HIGH_MM - (high - low)) / 2
        low = max(top, min(low - short, top + height - _LEAST_HIGH_MM))
        high = min(top + height, max(high + short, low + _LEAST_HIGH_MM))
        return u, low, width, high - low
    return u, top, width, height


def _narrowest(view: View, bounds: Sequence[tuple[float, ...]]) -> Window:
    """The first window of a view, by the parts of the body, that holds some boxes."""
    for framing in FRAMINGS:
        if framing in view.windows and all(_holds(view.windows[framing], box) for box in bounds):
            return view.windows[framing]
    return view.window


def _holds(window: Window, box: tuple[float, ...]) -> bool:
    u, v, width, height = window
    return u <= box[0] and v <= box[1] and box[2] <= u + width and box[3] <= v + height


@dataclass(frozen=True)
class PointPicture:
    """A trigger point in the view that shows most of it: muscle, zones, nerve and point.

    Made once with ``of``, then given a size with ``sized``.
    """

    point_id: str
    muscle_id: str
    name: str
    view: ViewDrawing
    pattern: DrawnPattern
    muscle: str
    side: Side
    nerve_id: str
    nerve: tuple[DrawnNerve, ...]
    tone: SkinTone

    @classmethod
    def of(cls, atlas: Atlas, point_id: str, side: Side, tone: SkinTone = "medium") -> PointPicture:
        """What the picture of a point on a side shows. Raises UnknownName."""
        muscle_id = atlas.muscle_of(point_id).id
        name, main = best_view(atlas, point_id, side), atlas.records.main_nerve
        view = view_drawing(atlas, name, {point_id})
        nothing: DrawnPattern = {"essential": "", "spillover": "", "mark": None}
        return cls(
            point_id,
            muscle_id,
            name,
            view,
            view["patterns"].get(point_id, {}).get(side, nothing),
            view["muscles"].get(muscle_id, {}).get(side, ""),
            side,
            main,
            tuple(
                {**line, "width": max(line["width"], _NERVE_MM)}
                for line in view["nerves"].get(main, {}).get(side, [])
            ),
            tone,
        )

    def sized(self, scale: float, tallest: float) -> Picture:
        """The picture at so many points a mm, fewer where it would pass ``tallest`` points."""
        window = self._window
        return captioned(self.view, window, min(scale, tallest / window[3]), self._draw_on)

    @cached_property
    def _window(self) -> Window:
        shapes = (self.pattern["essential"], self.pattern["spillover"], self.muscle)
        mark = self.pattern["mark"]
        return window_round(self.name, shapes, [mark] if mark else [])

    def _draw_on(self, ax: Axes) -> None:
        _body(ax, self.view, self._window, self.tone)
        inside.draw_chosen(ax, self.view, self.muscle_id, self.side)
        artists.draw_spillover(ax, self.pattern["spillover"], self.point_id)
        artists.draw_essential(ax, self.pattern["essential"], self.point_id)
        shown = shown_structures(self.view, [self.muscle_id])
        inside.draw_nerve(ax, self.nerve, self.nerve_id, shown)
        if self.pattern["mark"]:
            u, v = self.pattern["mark"]
            artists.draw_mark(ax, (u, v), self.point_id)


def _is_large(name: ViewName) -> bool:
    """Whether a view shows the whole body or a leg upright, and not hands, feet, arms or head."""
    return VIEWS[name].origin == (0, BODY_HEIGHT)


def _body(ax: Axes, view: ViewDrawing, window: Window, tone: SkinTone) -> None:
    artists.set_window(ax, window)
    artists.draw_skin(ax, view, tone)


def pain_kinds(pain: PainDrawing) -> np.ndarray:
    """What each skin point of a drawing is ``(n,)``: quality and strength in one number."""
    rated = np.where(np.isnan(pain.intensity), _NOT_RATED, np.round(np.nan_to_num(pain.intensity)))
    kinds = (pain.quality.astype(int) + 1) * (_NOT_RATED + 1) + rated.astype(int)
    return np.where(pain.weights > 0, kinds, NOTHING)


def pain_pictures(
    atlas: Atlas, pain: PainDrawing, most: int, tone: SkinTone = "medium"
) -> SkinPictures:
    """The drawing in the views that show most of it, at most so many; none when it is empty."""
    return SkinPictures.of(atlas, pain_kinds(pain), _draw_pain, most, tone)


@dataclass(frozen=True)
class SkinPictures:
    """Skin of several kinds in the views that show most of it.

    draw_kind: called with axes, path data, kind and points a mm. Made once with ``of``, then
    given a size with ``sized``.
    """

    views: dict[ViewName, ViewDrawing]
    shapes: dict[ViewName, dict[int, str]]
    draw_kind: DrawKind
    tone: SkinTone

    @classmethod
    def of(
        cls,
        atlas: Atlas,
        kinds: np.ndarray,
        draw_kind: DrawKind,
        most: int,
        tone: SkinTone = "medium",
    ) -> SkinPictures:
        """Of skin points of these kinds ``(n,)``, NOTHING or a number."""
        names = _views_of(atlas, kinds != NOTHING, most)
        views: dict[ViewName, ViewDrawing] = {name: view_drawing(atlas, name, ()) for name in names}
        return cls(
            views,
            {name: skin_shapes(atlas, name, kinds, views[name]["body"]) for name in names},
            draw_kind,
            tone,
        )

    def sized(self, tall: float) -> list[Picture]:
        """The pictures, no higher than ``tall`` points, the upright ones on one scale."""
        windows = self._windows
        scales: dict[ViewName, float] = {
            name: min((tall - CAPTION_ROOM) / window[3], _WIDEST / window[2])
            for name, window in windows.items()
        }
        upright = min((scale for name, scale in scales.items() if _is_large(name)), default=0.0)
        scales |= {name: upright for name in scales if _is_large(name)}
        return [
            captioned(
                view, windows[name], scales[name], self._drawer(name, windows[name], scales[name])
            )
            for name, view in self.views.items()
        ]

    @cached_property
    def _windows(self) -> dict[ViewName, Window]:
        """The part of each view that is shown; upright views all show the same heights."""
        own: dict[ViewName, Window] = {
            name: window_round(name, self.shapes[name].values()) for name in self.views
        }
        upright = [window for name, window in own.items() if _is_large(name)]
        low = min((v for _, v, _, _ in upright), default=0.0)
        high = max((v + height for _, v, _, height in upright), default=0.0)
        return {
            name: (window[0], low, window[2], high - low) if _is_large(name) else window
            for name, window in own.items()
        }

    def _drawer(self, name: ViewName, window: Window, scale: float) -> Callable[[Axes], None]:
        def draw_on(ax: Axes) -> None:
            _body(ax, self.views[name], window, self.tone)
            for kind, path in self.shapes[name].items():
                self.draw_kind(ax, path, kind, scale)

        return draw_on


def _draw_pain(ax: Axes, path: str, kind: int, scale: float) -> None:
    quality, rated = divmod(kind, _NOT_RATED + 1)
    intensity = None if rated == _NOT_RATED else min(float(rated), MOST_INTENSE)
    ground = pain_hatching.ground_colour(intensity)
    artists.draw_shape(
        ax, path, "pain", facecolor=ground, edgecolor=pain_hatching.INK, linewidth=0.5, zorder=5
    )
    pain_hatching.draw_signs(
        ax, path, pain_hatching.quality_name(quality - 1), _SIGN_POINTS / scale
    )


def _views_of(atlas: Atlas, marked: np.ndarray, most: int) -> list[ViewName]:
    """The views that show most of the marked skin, in the order in which views stand."""
    area: dict[ViewName, float] = {}
    for name in VIEW_NAMES:
        here = marked & atlas.skin.seen[name]
        facing = VIEWS[name].facing(atlas.skin.normal[here], atlas.skin.xyz[here]).clip(0, 1)
        area[name] = float(atlas.skin.area[here] @ facing)
    best = max(area.values())
    worth: list[ViewName] = [
        name for name in VIEW_NAMES if area[name] > max(_LEAST_SHARE * best, 0)
    ]
    chosen = sorted(worth, key=lambda name: area[name], reverse=True)[:most]
    return [name for name in VIEW_NAMES if name in chosen]


def swatch(draw: Callable[[Axes], object], wide: float = 16.0, tall: float = 10.0) -> Picture:
    """A small picture for a legend; ``draw`` gets axes one unit a point, v down."""

    def draw_on(ax: Axes) -> None:
        artists.set_window(ax, (0, 0, wide, tall))
        draw(ax)

    return Picture(wide, tall, draw_on)
