"""The corridor of the sciatic nerve: the skin over the nerve and its branches."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from ..atlas import Atlas
from ..atlas.nerve_records import NerveBranch

CORE_MM = 15.0
FADED_MM = 35.0
"""The weight is 1 up to CORE_MM from the course on the skin and 0 from FADED_MM on. A choice, not
a measured width: people who mark the same pain twice overlap by a Jaccard index of about 0.6,
and a finger's breadth to each side is as near as a hand-drawn line can be expected to come."""

_FACING_BACK = -0.3

_FARTHEST_STEP_MM = 8.0


def sciatic_corridor(atlas: Atlas) -> np.ndarray:
    """The right-sided corridor as weights ``(n,)`` 0..1 on the skin; all 0 if no course is drawn.

    Each place on a centre line is put on the skin over it (straight behind, or nearest);
    distances are measured from that course, in mm.
    """
    skin = atlas.skin
    weights = np.zeros(len(skin.area))
    over = _course_on_skin(atlas)
    if len(over):
        right = skin.xyz[: skin.half]
        gap = np.min([np.linalg.norm(right - place, axis=1) for place in over], axis=0)
        weights[: skin.half] = np.clip((FADED_MM - gap) / (FADED_MM - CORE_MM), 0.0, 1.0)
    return weights


def _course_on_skin(atlas: Atlas) -> np.ndarray:
    """Skin places ``(k, 3)`` in mm over the nerve and its branches."""
    over = [on_skin(atlas, branch, line) for branch, line in course(atlas)]
    return np.unique(np.vstack(over), axis=0) if over else np.empty((0, 3))


def on_skin(atlas: Atlas, branch: NerveBranch, line: np.ndarray) -> np.ndarray:
    """The skin places ``(k, 3)`` over places ``(k, 3)`` of a right-sided branch, mm.

    Some branches are so deep (up to 9 cm) that the nearest skin may be that of the other face of
    the limb: they are put on the skin straight behind them, as the back view shows them.
    """
    skin = atlas.skin
    right = skin.xyz[: skin.half]
    if branch.corridor == "behind":
        behind = right[skin.normal[: skin.half, 2] < _FACING_BACK]
        return np.array(
            [behind[np.linalg.norm((behind - at)[:, :2], axis=1).argmin()] for at in line]
        )
    return np.array([right[np.linalg.norm(right - at, axis=1).argmin()] for at in line])


def course(atlas: Atlas) -> Iterator[tuple[NerveBranch, np.ndarray]]:
    """Centre lines ``(k, 3)`` of the right-sided nerve and its branches, mm, each with its branch:
    below where the nerve leaves the pelvis, no step longer than a few mm.

    Left out are branches deep in the shin, and those that spread in the foot: with them the
    corridor would be nearly all the skin below the knee, and tell nothing.
    """
    main = atlas.records.main_nerve
    family = [nerve for nerve in atlas.nerves if main and main in (nerve.id, nerve.part_of)]
    top = _pelvic_exit(atlas)
    followed = (b for nerve in family for b in nerve.branches if b.corridor != "left_out")
    for branch in followed:
        for item in atlas.computed.nerve_lines.get(branch.id, []):
            line = _evenly(np.array(item["line"], float))
            if len(outside := line[line[:, 1] <= top]):
                yield branch, outside


def _pelvic_exit(atlas: Atlas) -> float:
    """The height in mm at which the nerve leaves the pelvis. What is drawn above it lies in front
    of the sacrum, and the skin behind that is not over the nerve."""
    for nerve in atlas.nerves:
        for place in nerve.narrow_places:
            if place.leaves_pelvis and place.id in atlas.narrow_places:
                return float(atlas.narrow_places[place.id].xyz[1])
    return np.inf


def _evenly(line: np.ndarray) -> np.ndarray:
    """A line ``(k, 3)`` with places added until none is farther than a step from the next."""
    parts = [line[:1]]
    for start, end in pairwise(line):
        count = max(1, int(np.ceil(np.linalg.norm(end - start) / _FARTHEST_STEP_MM)))
        parts.append(start + (end - start) * np.linspace(0, 1, count + 1)[1:, None])
    return np.vstack(parts)
