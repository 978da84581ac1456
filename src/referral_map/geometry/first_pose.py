"""Strokes of old session files: from the pictures of the first body to those of today's man.

Until session format 2 the map showed one man in another pose, from the lower ribs down.
``anatomy/computed/first_pose.npz`` tells where each place of those pictures lies now.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import Floats
from .body_frame import VIEWS

STEP_MM = 10.0
"""mm between the places of the table."""

FIRST_WINDOWS: Mapping[str, tuple[float, float, float, float]] = {
    "back": (0.0, 380.0, 320.0, 1440.0),
    "front": (-320.0, 380.0, 320.0, 1440.0),
    "right": (-265.0, 380.0, 530.0, 1440.0),
    "soles": (-258.0, -252.0, 258.0, 470.0),
}
"""The right half of the first pictures, by stored view, and 100 mm beyond: a hand can slip off."""


@dataclass(frozen=True)
class FirstPose:
    """How far each place of the first pictures has moved, mm, by stored view."""

    moves: Mapping[str, Floats]

    def carried(self, view: str, path: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """A path ``[(u, v), ...]`` of a first picture on today's picture of the same view."""
        uv = np.array(path, float)
        picture = VIEWS[view]
        # Only the right half was worked out: the left is its mirror.
        if picture.two_sided:
            sign = np.where(uv[:, 0] * picture.right_at < 0, -1.0, 1.0)
        else:
            sign = np.full(len(uv), -1.0 if picture.side == "left" else 1.0)
        uv[:, 0] *= sign
        moved = uv + self._move(picture.stored, uv)
        moved[:, 0] *= sign
        return [(round(float(u), 1), round(float(v), 1)) for u, v in moved]

    def _move(self, view: str, uv: Floats) -> Floats:
        """How far places ``(n, 2)`` on the right half have moved, in proportion between those of
        the table."""
        table = self.moves[view]
        u0, v0, _, _ = FIRST_WINDOWS[view]
        at = (uv - np.array([u0 + 1.0, v0 + 1.0])) / STEP_MM
        rows, columns = table.shape[:2]
        row = np.clip(at[:, 1], 0, rows - 1.001)
        column = np.clip(at[:, 0], 0, columns - 1.001)
        r, c = row.astype(int), column.astype(int)
        down, along = (row - r)[:, None], (column - c)[:, None]
        top = table[r, c] * (1 - along) + table[r, c + 1] * along
        low = table[r + 1, c] * (1 - along) + table[r + 1, c + 1] * along
        return np.asarray(top * (1 - down) + low * down, float)
