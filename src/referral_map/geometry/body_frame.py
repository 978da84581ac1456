"""The one frame everything is measured in, and the five windows onto it.

Body frame, in mm, a person standing::

        +y up (0 at the soles, about 1710 at the crown)
         |
         |___ +x to the body's LEFT          +z out of the page, to the front
        right side of the body: x < 0

A view is an orthographic picture in mm: ``u`` to the viewer's right, ``v`` down the page.
Everything written for the body is right-sided; the left is the mirror ``x -> -x``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

import numpy as np

from ..arrays import Floats
from ..domain import DRAWN_VIEWS as DRAWN_VIEWS
from ..domain import SIDES as SIDES
from ..domain import Side

BODY_HEIGHT = 1710.0
"""Height of the body, mm: ``v = BODY_HEIGHT - y`` in the upright views."""


@dataclass(frozen=True)
class View:
    """One orthographic window.

    name: id of the view; toward: unit vector from the body to the viewer; window:
    ``(u, v, width, height)`` of the picture in mm; two_sided: whether both sides of the body are
    seen (then the picture is its own mirror image).
    """

    name: str
    toward: tuple[float, float, float]
    window: tuple[float, float, float, float]
    two_sided: bool

    @property
    def right_half(self) -> tuple[float, float, float, float]:
        """The part of the window that shows the right side of the body: all that is stored."""
        u, v, width, height = self.window
        if not self.two_sided:
            return self.window
        return (0.0 if self.name == "back" else u), v, width / 2, height

    def project(self, xyz: Floats) -> Floats:
        """Picture coordinates ``(n, 2)`` in mm of body points ``(n, 3)`` in mm."""
        xyz = np.atleast_2d(xyz)
        x, y, z = xyz[:, 0], xyz[:, 1], xyz[:, 2]
        if self.name == "soles":
            return np.column_stack([x, -z])
        u = {"back": -x, "front": x, "right": z, "left": -z}[self.name]
        return np.column_stack([u, BODY_HEIGHT - y])

    def depth(self, xyz: Floats) -> Floats:
        """Nearness to the viewer ``(n,)`` in mm: larger is nearer."""
        return np.atleast_2d(xyz) @ np.asarray(self.toward)

    def unproject(self, uv: Floats, depth: Floats) -> Floats:
        """Body points ``(n, 3)`` whose picture is ``uv`` and nearness is ``depth``, both mm."""
        u, v = np.asarray(uv, float).T
        depth = np.asarray(depth, float)
        y = BODY_HEIGHT - v
        columns = {
            "back": (-u, y, -depth),
            "front": (u, y, depth),
            "right": (-depth, y, u),
            "left": (depth, y, -u),
            "soles": (u, -depth, -v),
        }[self.name]
        return np.column_stack(columns)


VIEWS: dict[str, View] = {
    view.name: view
    for view in (
        View("back", (0, 0, -1), (-220, 480, 440, 1240), True),
        View("front", (0, 0, 1), (-220, 480, 440, 1240), True),
        View("right", (-1, 0, 0), (-165, 480, 330, 1240), False),
        View("left", (1, 0, 0), (-165, 480, 330, 1240), False),
        View("soles", (0, -1, 0), (-158, -152, 316, 270), True),
    )
}
"""The five views by name. Windows show the body from the lower ribs to the soles."""


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


def side_letters(view: View) -> list[SideLetter]:
    """The L and R of a two-sided picture; empty for side views.

    The place follows from the projection itself, so a letter cannot disagree with the picture.
    """
    if not view.two_sided:
        return []
    u0, v0, width, height = view.window
    # The toes fill the upper corners of the soles, the heels leave the lower ones free.
    at_v = v0 + height - 22 if view.name == "soles" else v0 + 34
    letters: list[SideLetter] = []
    for side in SIDES:
        x = -100.0 if side == "right" else 100.0
        u = view.project(np.array([[x, 800.0, 0.0]]))[0, 0]
        at_u = u0 + 22 if u < 0 else u0 + width - 22
        letters.append({"text": side[0].upper(), "side": side, "at": [at_u, at_v]})
    return letters
