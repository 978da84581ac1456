"""The one frame everything is measured in, and the windows onto it.

Body frame, in mm, a person standing::

        +y up (0 at the soles, about 1700 at a man's crown)
         |
         |___ +x to the body's LEFT          +z out of the page, to the front
        right side of the body: x < 0

A view is an orthographic picture in mm: ``u`` to the viewer's right, ``v`` down the page.
Everything written for the body is right-sided; the left is the mirror ``x -> -x``.

The frame, the views and their windows are the same for both bodies.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin
from typing import TypedDict

import numpy as np

from ..arrays import Floats
from ..domain import DRAWN_VIEWS as DRAWN_VIEWS
from ..domain import FRAMINGS, Framing, Side
from ..domain import SIDES as SIDES

BODY_HEIGHT = 1710.0
"""``v = BODY_HEIGHT - y`` in the upright views, mm: a little above the man's crown."""

Vector = tuple[float, float, float]
Window = tuple[float, float, float, float]

LEG = ("thigh", "leg", "foot")
ARM = ("arm", "forearm", "hand")
TRUNK = ("head", "neck", "trunk")
PARTS = (*TRUNK, *ARM, *LEG)
"""The parts of the body that a view shows or leaves out."""


@dataclass(frozen=True, eq=False)
class View:
    """One orthographic window.

    name: id of the view; toward: unit vector from the body's right side to the viewer; up: what is
    up in the picture; origin: picture coordinates of the body's origin, mm; windows: by part of the
    body that is worked on, ``(u, v, width, height)`` in mm; shows: the parts of the body that are
    drawn and can hide each other; side: the only side of the body that is seen, None where both
    are: then the left is drawn as the mirror of the right; right_at: 1 where the right side then
    lies at ``u > 0``, -1 where it lies at ``u < 0``.
    """

    name: str
    toward: Vector
    up: Vector
    origin: tuple[float, float]
    windows: Mapping[Framing, Window]
    shows: tuple[str, ...] = PARTS
    side: Side | None = None
    right_at: int = -1

    @property
    def two_sided(self) -> bool:
        """Whether both sides of the body are seen (then the picture is its own mirror image)."""
        return self.side is None

    @property
    def stored(self) -> str:
        """The name of the view that is stored: a picture of the left side mirrors the right."""
        return "right" if self.side == "left" else self.name

    @cached_property
    def across(self) -> Vector:
        """Unit vector of the viewer's right, for the right side of the body."""
        x, y, z = np.cross(-np.asarray(self.toward, float), np.asarray(self.up, float)).tolist()
        return x, y, z

    @property
    def window(self) -> Window:
        """The window that holds all of the picture."""
        return self.windows["whole"]

    @property
    def right_half(self) -> Window:
        """The part of the window that shows the right side of the body: all that is stored."""
        u, v, width, height = self.window
        if not self.two_sided:
            return self.window
        return (0.0 if self.right_at > 0 else u), v, width / 2, height

    def project(self, xyz: Floats) -> Floats:
        """Picture coordinates ``(n, 2)`` in mm of body points ``(n, 3)`` in mm."""
        xyz = np.atleast_2d(xyz)
        if not self.two_sided:
            return self.right_side(xyz if self.side == "right" else mirror(xyz)) * self._flip
        left = xyz[:, 0] > 0
        uv = self.right_side(np.where(left[:, None], mirror(xyz), xyz))
        uv[left, 0] *= -1
        return uv

    @property
    def _flip(self) -> Floats:
        return np.array([-1.0, 1.0]) if self.side == "left" else np.ones(2)

    def right_side(self, xyz: Floats) -> Floats:
        """Picture coordinates ``(n, 2)`` of points of a right-sided thing, wherever they lie: what
        crosses the midline goes on."""
        u, v = self.origin
        return np.column_stack([u + xyz @ np.array(self.across), v - xyz @ np.array(self.up)])

    def depth(self, xyz: Floats) -> Floats:
        """Nearness to the viewer ``(n,)`` in mm: larger is nearer."""
        xyz = np.atleast_2d(xyz)
        left = self.side == "left" if not self.two_sided else xyz[:, :1] > 0
        return np.where(left, mirror(xyz), xyz) @ np.asarray(self.toward)

    def facing(self, normals: Floats, xyz: Floats) -> Floats:
        """Cosines ``(n,)`` of the angles between skin normals at body points and the viewer."""
        left = self.side == "left" if not self.two_sided else np.atleast_2d(xyz)[:, :1] > 0
        return np.where(left, mirror(normals), normals) @ np.asarray(self.toward)

    def unproject(self, uv: Floats, depth: Floats) -> Floats:
        """Body points ``(n, 3)`` whose picture is ``uv`` and nearness is ``depth``, both mm."""
        uv = np.atleast_2d(np.asarray(uv, float)) * self._flip
        left = self.side == "left"
        flipped = np.full(len(uv), left)
        if self.two_sided:
            flipped = uv[:, 0] * self.right_at < 0
            uv = np.column_stack([np.where(flipped, -uv[:, 0], uv[:, 0]), uv[:, 1]])
        u, v = (uv - np.array(self.origin)).T
        axes = np.array([self.across, self.up, self.toward])
        xyz = np.column_stack([u, -v, np.asarray(depth, float)]) @ axes
        return np.where(flipped[:, None], mirror(xyz), xyz)


def first_framing(of: Container[Framing]) -> Framing:
    """The first part of the body of those that a view is shown for. Raises StopIteration."""
    return next(framing for framing in FRAMINGS if framing in of)


_TILT = radians(28.0)
"""How far the arms hang from the vertical: views of the arm are turned with it."""
_ALONG_ARM: Vector = (sin(_TILT), cos(_TILT), 0.0)
_OFF_ARM: Vector = (-cos(_TILT), sin(_TILT), 0.0)
_FROM_ARM: Vector = (cos(_TILT), -sin(_TILT), 0.0)
_OVER_FEET = radians(60.0)

_BOTH: dict[Framing, Window] = {
    "lower": (-300, 450, 600, 1272),
    "upper": (-532, -12, 1064, 990),
    "whole": (-532, -12, 1064, 1734),
}
_PROFILE: dict[Framing, Window] = {
    "lower": (-190, 450, 380, 1272),
    "upper": (-190, -12, 380, 760),
    "whole": (-190, -12, 380, 1734),
}


def _below(window: Window) -> dict[Framing, Window]:
    return {"lower": window, "whole": window}


def _above(window: Window) -> dict[Framing, Window]:
    return {"upper": window, "whole": window}


_UPRIGHT: Vector = (0, 1, 0)
_NO_ARM = (*TRUNK, *LEG)

VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View("back", (0, 0, -1), _UPRIGHT, (0, BODY_HEIGHT), _BOTH, right_at=1),
        View("front", (0, 0, 1), _UPRIGHT, (0, BODY_HEIGHT), _BOTH),
        View("right", (-1, 0, 0), _UPRIGHT, (0, BODY_HEIGHT), _PROFILE, _NO_ARM, "right"),
        View("left", (-1, 0, 0), _UPRIGHT, (0, BODY_HEIGHT), _PROFILE, _NO_ARM, "left"),
        View(
            "inner_legs", (1, 0, 0), _UPRIGHT, (-160, BODY_HEIGHT),
            _below((-340, 690, 680, 1032)), ("trunk", *LEG),
        ),
        View("soles", (0, -1, 0), (0, 0, 1), (110, 0), _below((-190, -160, 380, 280)), ("foot",)),
        View(
            "feet_tops", (0, sin(_OVER_FEET), cos(_OVER_FEET)),
            (0, cos(_OVER_FEET), -sin(_OVER_FEET)), (110, 0),
            _below((-190, -150, 380, 300)), ("foot",),
        ),
        View(
            "head_sides", (-1, 0, 0), _UPRIGHT, (-150, BODY_HEIGHT),
            _above((-300, -12, 600, 400)), TRUNK,
        ),
        View("head_top", (0, 1, 0), (0, 0, -1), (0, 0), _above((-270, -160, 540, 320)), TRUNK),
        View(
            "arms_outer", _OFF_ARM, _ALONG_ARM, (-110, 1250),
            _above((-230, 20, 460, 860)), ARM,
        ),
        View(
            "arms_inner", _FROM_ARM, _ALONG_ARM, (-110, 1250),
            _above((-230, 20, 460, 860)), ARM,
        ),
        View(
            "palms", (0, 0, 1), _ALONG_ARM, (640, 1250),
            _above((-230, 560, 460, 320)), ("forearm", "hand"),
        ),
        View(
            "hand_backs", (0, 0, -1), _ALONG_ARM, (-640, 1250),
            _above((-230, 560, 460, 320)), ("forearm", "hand"), right_at=1,
        ),
    )
}  # fmt: skip
"""The views by name: each a row, with a window for each part of the body that it helps with."""


def mirror(xyz: Floats) -> Floats:
    """The same points or vectors ``(n, 3)`` on the other side of the body."""
    return np.asarray(xyz) * np.array([-1.0, 1.0, 1.0])


def other_side(side: Side) -> Side:
    """``left`` for ``right`` and the reverse."""
    return "left" if side == "right" else "right"


class SideLetter(TypedDict):
    """The L or R of a picture; at: ``[u, v]`` in picture mm."""

    text: str
    side: Side
    at: list[float]


def side_letters(view: View, framing: Framing | None = None) -> list[SideLetter]:
    """The L and R of a two-sided picture; empty for side views.

    The place follows from the projection itself, so a letter cannot disagree with the picture.
    """
    if not view.two_sided:
        return []
    u0, v0, width, height = view.windows[framing] if framing else view.window
    # Toes fill the upper corners of the soles, heels leave the lower ones free.
    at_v = v0 + height - 22 if view.name == "soles" else v0 + 34
    letters: list[SideLetter] = []
    for side in SIDES:
        on_right = view.right_at == (1 if side == "right" else -1)
        at_u = u0 + width - 22 if on_right else u0 + 22
        letters.append({"text": side[0].upper(), "side": side, "at": [at_u, at_v]})
    return letters
