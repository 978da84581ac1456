"""Shapes as SVG path data and back: the form in which drawings are stored and sent.

Coordinates are picture mm, rounded to 0.1 mm. Only ``M`` with implied lines, ``C`` with absolute
cubic curves, and ``Z`` are used.
"""

from __future__ import annotations

import re

import numpy as np
from shapely import MultiPolygon, Polygon, make_valid
from shapely.geometry.base import BaseGeometry

from ..arrays import Floats

_SUBPATH = re.compile(r"M([^MCZ]*)(?:C([^MCZ]*))?(Z?)")

_PAIR = r"-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?"
_PATH = re.compile(rf"(?:M{_PAIR}(?: {_PAIR})*(?:C{_PAIR}(?: {_PAIR})*)?Z?)*")

_FLAT_PIECES = 5
"""Straight pieces that a curve is taken as where areas are computed."""


def is_path(data: str) -> bool:
    """Whether text is path data as written here; the empty path is."""
    if _PATH.fullmatch(data) is None:
        return False
    return all(len(curves.split()) % 3 == 0 for _, curves, _ in _SUBPATH.findall(data))


def _number(value: float) -> str:
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def line_to_path(line: Floats, closed: bool = False) -> str:
    """Path data of one line ``(n, 2)``; a closed one does not repeat its first point."""
    points = np.asarray(line, float)
    if closed and len(points) > 1 and np.allclose(points[0], points[-1]):
        points = points[:-1]
    body = " ".join(f"{_number(u)},{_number(v)}" for u, v in points)
    return f"M{body}{'Z' if closed else ''}"


def curve_to_path(controls: Floats, closed: bool = False) -> str:
    """Path data of cubic Bezier curves with control points ``(3 k + 1, 2)``; none of fewer than
    four."""
    if len(controls) < 4:
        return ""
    first, *others = (f"{_number(u)},{_number(v)}" for u, v in np.asarray(controls, float))
    return f"M{first}C{' '.join(others)}{'Z' if closed else ''}"


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """The polygons of any shapely shape, empty ones and lines dropped."""
    if isinstance(shape, Polygon):
        return [] if shape.is_empty else [shape]
    return [p for part in getattr(shape, "geoms", []) for p in polygons(part)]


def shape_to_path(shape: BaseGeometry) -> str:
    """Path data of a polygon or multipolygon, holes as subpaths; ``""`` when it is empty."""
    rings = (ring for polygon in polygons(shape) for ring in (polygon.exterior, *polygon.interiors))
    return "".join(line_to_path(np.asarray(ring.coords), closed=True) for ring in rings)


def path_to_lines(path: str) -> list[Floats]:
    """The subpaths ``(n, 2)`` of path data, curves as short lines; closed ones end where they
    began."""
    lines: list[Floats] = []
    for body, curves, closed in _SUBPATH.findall(path):
        points = _points(body)
        if curves:
            points = np.vstack([points, _flattened(np.vstack([points[-1:], _points(curves)]))])
        lines.append(np.vstack([points, points[:1]]) if closed else points)
    return lines


def subpaths(path: str) -> list[tuple[Floats, Floats, bool]]:
    """The subpaths of path data: points ``(n, 2)`` of its lines, then control points ``(3 k, 2)``
    of its curves, and whether it is closed."""
    nothing = np.empty((0, 2))
    return [
        (_points(body), _points(curves) if curves else nothing, bool(closed))
        for body, curves, closed in _SUBPATH.findall(path)
    ]


def _points(pairs: str) -> Floats:
    return np.array([pair.split(",") for pair in pairs.split()], dtype=float)


def _flattened(controls: Floats) -> Floats:
    """Points along cubic curves ``(3 k + 1, 2)``, without the first."""
    a, b, c, d = (controls[at : len(controls) - 3 + at : 3, None] for at in range(4))
    t = (np.arange(1, _FLAT_PIECES + 1) / _FLAT_PIECES)[None, :, None]
    s = 1 - t
    return (s**3 * a + 3 * s**2 * t * b + 3 * s * t**2 * c + t**3 * d).reshape(-1, 2)


def path_to_shape(path: str) -> MultiPolygon:
    """The area that path data encloses by the even-odd rule, as a valid multipolygon."""
    area: BaseGeometry = MultiPolygon()
    for ring in path_to_lines(path):
        if len(ring) > 3:
            area = area.symmetric_difference(make_valid(Polygon(ring)))
    return MultiPolygon(polygons(area))


_PLACE = re.compile(r"(-?[\d.]+),")


def mirror_path(path: str) -> str:
    """The same path with ``u -> -u``."""
    return _PLACE.sub(lambda found: f"{_number(-float(found[1]))},", path)
