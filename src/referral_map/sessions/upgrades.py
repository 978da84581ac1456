"""Session files of older versions, brought up to date one version after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from ..domain import MEASURED_BODY
from .first_pictures import carried_marks
from .record import FORMAT, VERSION
from .trouble import SessionError

NEW_PICTURE = 3
"""The version since which marks are made on the two bodies of today."""

_SINCE_VERSION_2 = ("clinical_note", "patient_note", "visited", "also_hurts", "weigh_evidence")
_SINCE_VERSION_3 = ("body", "skin_tone")


def upgraded(content: dict[str, Any]) -> tuple[dict[str, Any], int | None]:
    """The content in the present version, and the version of the file where that is older.

    Raises SessionError for a version that cannot be read, and for what an older one did not have.
    """
    version = _version(content)
    if version > VERSION:
        raise SessionError("newer", version=version, known=VERSION)
    for step in range(version, VERSION):
        content = _UPGRADES[step](content)
    return content, None if version == VERSION else version


def _version(content: dict[str, Any]) -> int:
    """The version that a file states; 0 for the first form, which had none."""
    if "format" not in content and "regions" in content and content.get("version", 0) == 0:
        return 0
    if content.get("format") != FORMAT:
        raise SessionError("not_a_session")
    version = content.get("version")
    if type(version) is not int or version < 1:
        raise SessionError("no_version")
    return version


def _from_version_0(content: dict[str, Any]) -> dict[str, Any]:
    """Version 0: a bare list of regions that all hurt alike."""
    regions = content.get("regions")
    if not isinstance(regions, list) or set(content) - {"regions", "version"}:
        raise SessionError("version_0")
    named = cast("list[object]", regions)
    marks = [{"kind": "region", "region": region} for region in named]
    return {"format": FORMAT, "version": 1, "marks": marks}


def _from_version_1(content: dict[str, Any]) -> dict[str, Any]:
    """One note served the therapist and the handout: it counts as the private one. A drawing had
    no date but that of its file."""
    _refuse(content, _SINCE_VERSION_2)
    others = {key: value for key, value in content.items() if key != "note"}
    private = content.get("note", "")
    return others | {"version": 2, "visited": content.get("saved"), "clinical_note": private}


def _from_version_2(content: dict[str, Any]) -> dict[str, Any]:
    """There was one picture, of a man in another pose: strokes are carried over to today's man."""
    _refuse(content, _SINCE_VERSION_3)
    content, marks = content | {"version": 3}, content.get("marks")
    if not isinstance(marks, list) or not marks:
        return content
    marked = carried_marks(cast("list[object]", marks))
    return content | {"marks": marked, "body": MEASURED_BODY}


def _refuse(content: dict[str, Any], fields: Iterable[str]) -> None:
    """Raises SessionError for a field that the version of the content did not have."""
    for field in fields:
        if field in content:
            raise SessionError("unknown_field", where=repr(field), hint="")


_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {
    0: _from_version_0,
    1: _from_version_1,
    2: _from_version_2,
}
"""By version, the step to the next one."""
