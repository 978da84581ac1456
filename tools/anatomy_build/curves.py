"""Smooth curves: outlines and lines as cubic Bezier paths, fitted within a tolerance.

After P. J. Schneider, An algorithm for automatically fitting digitized curves, in Graphics Gems
(1990): the best cubic with given directions at its ends, cut in two where it is farthest off.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

WITHIN_MM = 0.7
"""No fitted curve leaves the line it was fitted to by more than this."""

_FEWEST = 6
_REACH = 4
_ROUNDS = 3
_LONGEST = 400


def fitted(points: np.ndarray, closed: bool, within: float = WITHIN_MM) -> np.ndarray:
    """Control points ``(3 k + 1, 2)`` of a cubic Bezier path along a line ``(n, 2)``, mm; a closed
    line does not repeat its first point."""
    line = np.vstack([points, points[:1]]) if closed else points
    line = line[np.append(True, np.linalg.norm(np.diff(line, axis=0), axis=1) > 1e-6)]
    if len(line) < _FEWEST:
        return _straight(line)
    if closed:
        start = _unit(line[_REACH // 2] - line[-1 - _REACH // 2])
        ends = start, -start
    else:
        ends = _unit(line[_REACH - 1] - line[0]), _unit(line[-_REACH] - line[-1])
    return np.vstack([line[:1], *_pieces(line, *ends, within)])


def _pieces(line: np.ndarray, first: np.ndarray, last: np.ndarray, within: float) -> list:
    """The last three control points of each piece along a line with directions at its ends."""
    if len(line) <= 3:
        third = np.linalg.norm(line[-1] - line[0]) / 3
        return [np.array([line[0] + first * third, line[-1] + last * third, line[-1]])]
    middle = len(line) // 2
    if len(line) <= _LONGEST:
        along = np.append(0.0, np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1)))
        t = along / along[-1]
        off = np.zeros(len(line))
        for _ in range(_ROUNDS):
            controls = _best(line, t, first, last)
            curve, slope, bend = _on(controls, t)
            off = ((curve - line) ** 2).sum(axis=1)
            if off.max() <= within**2:
                return [controls[1:]]
            if off.max() > 16 * within**2:
                break
            t = _nearer(t, curve - line, slope, bend)
        middle = int(np.clip(off[1:-1].argmax() + 1, 2, len(line) - 3)) if len(line) > 5 else middle
    across = _unit(line[max(middle - 2, 0)] - line[min(middle + 2, len(line) - 1)])
    return _pieces(line[: middle + 1], first, across, within) + _pieces(
        line[middle:], -across, last, within
    )


def _best(line: np.ndarray, t: np.ndarray, first: np.ndarray, last: np.ndarray) -> np.ndarray:
    """The cubic that comes nearest to places at parameters ``t``, by least squares."""
    s = 1 - t
    b1, b2 = 3 * t * s**2, 3 * t**2 * s
    fixed = np.outer(s**3 + b1, line[0]) + np.outer(b2 + t**3, line[-1])
    one, two = np.outer(b1, first), np.outer(b2, last)
    gap = line - fixed
    a, b, c = (one * one).sum(), (one * two).sum(), (two * two).sum()
    x, y = (one * gap).sum(), (two * gap).sum()
    bottom = a * c - b * b
    chord = np.linalg.norm(line[-1] - line[0])
    reach = (
        np.array([x * c - y * b, y * a - x * b]) / bottom if abs(bottom) > 1e-12 else np.zeros(2)
    )
    if (reach < 1e-3 * chord).any() or (reach > 3 * chord + 1).any():
        reach = np.full(2, chord / 3)
    return np.array([line[0], line[0] + first * reach[0], line[-1] + last * reach[1], line[-1]])


def _on(controls: np.ndarray, t: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Places, slopes and bends of a cubic at parameters."""
    a, b, c, d = controls
    s, t = (1 - t)[:, None], t[:, None]
    place = s**3 * a + 3 * s**2 * t * b + 3 * s * t**2 * c + t**3 * d
    slope = 3 * (s**2 * (b - a) + 2 * s * t * (c - b) + t**2 * (d - c))
    return place, slope, 6 * (s * (c - 2 * b + a) + t * (d - 2 * c + b))


def _nearer(t: np.ndarray, gap: np.ndarray, slope: np.ndarray, bend: np.ndarray) -> np.ndarray:
    """Parameters one Newton step nearer to the foot of each place on the curve."""
    bottom = (slope**2).sum(axis=1) + (gap * bend).sum(axis=1)
    step = (gap * slope).sum(axis=1) / np.where(np.abs(bottom) > 1e-9, bottom, np.inf)
    return np.maximum.accumulate(np.clip(t - step, 0, 1))


def _unit(way: np.ndarray) -> np.ndarray:
    return way / max(float(np.linalg.norm(way)), 1e-9)


def _straight(line: np.ndarray) -> np.ndarray:
    """A broken line as Bezier pieces."""
    controls = [line[:1]]
    for a, b in pairwise(line):
        controls.append(np.array([a + (b - a) / 3, a + (b - a) * 2 / 3, b]))
    return np.vstack(controls)
