"""Strokes on the pictures that the map had until version 2 of the format, moved to today's man.

What is no stroke, or none that can be read, stays as it is: whoever checks the marks tells of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias, cast

from pydantic import ConfigDict, TypeAdapter, ValidationError

from ..atlas.building import first_pose
from ..domain import MEASURED_BODY
from ..geometry.body_frame import VIEWS
from ..geometry.first_pose import FIRST_WINDOWS
from ..matching.marks import BEYOND_VIEW_MM, MOST_MARKS, Path
from ..words import Words
from .trouble import SessionError

_Places: TypeAlias = Sequence[tuple[float, float]]

_STROKES = ("brush", "eraser")
_PATH: TypeAdapter[_Places] = TypeAdapter(Path, config=ConfigDict(strict=True))


def carried_marks(marks: list[object]) -> list[object]:
    """The marks of a file of version 2 as version 3 has them.

    Raises SessionError for what the first pictures did not have: other views, places beyond them,
    and another body.
    """
    if len(marks) > MOST_MARKS:
        return marks
    return [_carried(f"marks[{number}]", mark) for number, mark in enumerate(marks)]


def _carried(where: str, mark: object) -> object:
    if not isinstance(mark, dict):
        return mark
    fields = cast("dict[str, Any]", mark)
    if fields.get("kind") not in _STROKES:
        return fields
    if "body" in fields:
        raise SessionError("unknown_field", where=repr(f"{where}.body"), hint="")
    return fields | {"body": MEASURED_BODY} | _moved(where, fields)


def _moved(where: str, stroke: Mapping[str, Any]) -> dict[str, Any]:
    """The path of a stroke on today's picture; nothing where it cannot be read."""
    view = stroke.get("view")
    if not isinstance(view, str) or view not in VIEWS:
        return {}
    stored = VIEWS[view].stored
    if stored not in FIRST_WINDOWS:
        raise _unreadable(f"{where}.view", "other")
    try:
        path = _PATH.validate_python(stroke.get("path"))
    except ValidationError:
        return {}
    if not _near(stored, path):
        raise _unreadable(where, "leaves_picture", view=view)
    return {"path": _kept_near(view, first_pose().carried(view, path))}


def _near(stored: str, path: _Places) -> bool:
    """Whether a path was near its picture, of which the window is the right half."""
    u, v, width, height = FIRST_WINDOWS[stored]
    far = max(abs(u), abs(u + width))
    return all(abs(at_u) <= far and v <= at_v <= v + height for at_u, at_v in path)


def _kept_near(view: str, path: _Places) -> list[list[float]]:
    """The path without what is farther from today's picture than a path may be."""
    u, v, width, height = VIEWS[view].window
    beyond = BEYOND_VIEW_MM
    return [
        [
            min(max(at_u, u - beyond), u + width + beyond),
            min(max(at_v, v - beyond), v + height + beyond),
        ]
        for at_u, at_v in path
    ]


def _unreadable(where: str, problem: str, **fields: object) -> SessionError:
    def told(words: Words) -> str:
        return words(f"session.problem.{problem}", **fields)

    return SessionError("unreadable", where=where, problem=told, more="")
