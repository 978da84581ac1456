"""Shapes as SVG path data and back: the form in which drawings are stored and sent.

Coordinates are picture mm, rounded to 0.1 mm. Only ``M``, ``L`` (implied) and ``Z`` are used.
"""

from __future__ import annotations

import re

import numpy as np
from shapely import MultiPolygon, Polygon, make_valid
from shapely.geometry.base import BaseGeometry

from ..arrays import Floats

_SUBPATH = re.compile(r"M([^MZ]*)(Z?)")


_PAIR = r"-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?"
_PATH = re.compile(rf"(?:M{_PAIR}(?: {_PAIR})*Z?)*")


def is_path(data: str) -> bool:
    """Whether text is path data as written here; the empty path is."""
    return _PATH.fullmatch(data) is not None


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
    """The subpaths ``(n, 2)`` of path data; closed ones end where they began."""
    lines: list[Floats] = []
    for body, closed in _SUBPATH.findall(path):
        points = np.array([pair.split(",") for pair in body.split()], dtype=float)
        lines.append(np.vstack([points, points[:1]]) if closed else points)
    return lines


def path_to_shape(path: str) -> MultiPolygon:
    """The area that path data encloses by the even-odd rule, as a valid multipolygon."""
    area: BaseGeometry = MultiPolygon()
    for ring in path_to_lines(path):
        if len(ring) > 3:
            area = area.symmetric_difference(make_valid(Polygon(ring)))
    return MultiPolygon(polygons(area))


def mirror_path(path: str) -> str:
    """The same path with ``u -> -u``."""
    flipped: list[str] = []
    for body, closed in _SUBPATH.findall(path):
        pairs = (pair.split(",") for pair in body.split())
        flipped.append("M" + " ".join(f"{_number(-float(u))},{v}" for u, v in pairs) + closed)
    return "".join(flipped)
