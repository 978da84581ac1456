"""Session files: opened with suspicion, and written whole or not at all."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import numpy as np

from .record import FORMAT, VERSION, Session, SessionError, session_of

MOST_BYTES = 5_000_000
MOST_NESTED = 12
"""Brackets inside brackets; a session needs five."""

LONGEST_NUMBER = 40
"""Characters of a number."""

_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)


@dataclass(frozen=True)
class Opened:
    """A session, and what was done to open it, one sentence each."""

    session: Session
    notes: tuple[str, ...] = ()


def open_session(source: bytes | str | Path) -> Opened:
    """The session in a file, or in the bytes of one.

    Raises SessionError with one sentence for what cannot be read, and for what is no session.
    """
    content = _content(source if isinstance(source, bytes) else _bytes_of(Path(source)))
    content, notes = _upgraded(content)
    return Opened(session_of(content), notes)


def as_text(session: Session) -> str:
    """The session as the text of its file: one field a line, one mark a line."""
    fields = session.model_dump(mode="json")
    marks = ",\n  ".join(_json(mark) for mark in fields["marks"])
    shown = {key: _json(value) for key, value in fields.items()}
    shown["marks"] = f"[\n  {marks}\n ]" if marks else "[]"
    return "{\n" + ",\n".join(f' "{key}": {value}' for key, value in shown.items()) + "\n}\n"


def write_session(session: Session, path: str | Path) -> None:
    """Writes a session file whole or not at all: what stood there stays until it is complete.

    Only who wrote it may read it. Raises SessionError when it cannot be written.
    """
    content, unfinished = as_text(session).encode(), None
    try:
        # A link stays a link: what it points to is written.
        target = Path(os.path.realpath(path))
        handle, unfinished = tempfile.mkstemp(dir=target.parent, prefix=".session-", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, target)
        unfinished = None
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        raise SessionError(f"cannot write {str(path)!r}: {said}") from error
    finally:
        if unfinished is not None:
            with suppress(OSError):
                os.unlink(unfinished)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _mb(count: int) -> str:
    return f"{count / 1e6:.1f} MB"


_ALLOWED = f"allowed: at most {_mb(MOST_BYTES)}"


def _refuse(words: str) -> NoReturn:
    raise SessionError(words)


def _bytes_of(path: Path) -> bytes:
    """The content of a file; one that is too large is never read whole."""
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            content = b"" if size > MOST_BYTES else file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        raise SessionError(f"cannot open {str(path)!r}: {said}") from error
    if size > MOST_BYTES:
        _refuse(f"the session file is too large: {_mb(size)}; {_ALLOWED}")
    return content


def _content(data: bytes) -> dict[str, Any]:
    """The JSON object in a file, before anything is asked of its fields."""
    if len(data) > MOST_BYTES:
        _refuse(f"the session file is too large: more than {_mb(MOST_BYTES)}")
    if not data.strip():
        _refuse("the session file is empty")
    try:
        # Some editors put a mark in front of UTF-8; it says nothing more.
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SessionError("the session file is not UTF-8 text") from error
    if _nested(data) > MOST_NESTED:
        _refuse("the session file is nested too deeply")
    try:
        content = json.loads(
            text,
            object_pairs_hook=_without_repeats,
            parse_constant=_no_number,
            parse_float=_float,
            parse_int=_int,
        )
    except (ValueError, RecursionError) as error:
        place = f" from line {error.lineno} on" if isinstance(error, json.JSONDecodeError) else ""
        raise SessionError(f"the session file is damaged: it is not JSON{place}") from error
    if not isinstance(content, dict):
        _refuse("the session file is not a session: it holds no fields")
    return content


def _nested(data: bytes) -> int:
    """How deep brackets stand inside brackets, not counting those in strings."""
    plain = np.frombuffer(_STRING.sub(b"", data), np.uint8)
    opens = np.isin(plain, list(b"[{"))
    closes = np.isin(plain, list(b"]}"))
    return int(np.cumsum(opens.astype(int) - closes).max(initial=0))


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        _refuse("the session file is damaged: a field stands in it twice")
    return made


def _no_number(name: str) -> NoReturn:
    _refuse(f"the session file holds {name}, which is no number")


def _float(written: str) -> float:
    number = float(written) if len(written) <= LONGEST_NUMBER else float("inf")
    if number in (float("inf"), float("-inf")):
        _refuse("the session file holds a number that is too large or too long")
    return number


def _int(written: str) -> int:
    if len(written) > LONGEST_NUMBER:
        _refuse("the session file holds a number that is too large or too long")
    return int(written)


def _from_version_0(content: dict[str, Any]) -> dict[str, Any]:
    """The first form: a bare list of regions, all of which hurt alike."""
    regions = content.get("regions")
    if not isinstance(regions, list) or set(content) - {"regions", "version"}:
        _refuse("the session cannot be read: version 0 holds regions and nothing else")
    marks = [{"kind": "region", "region": region} for region in regions]
    return {"format": FORMAT, "version": 1, "marks": marks}


_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {0: _from_version_0}
"""By version, the step to the next one."""


def _upgraded(content: dict[str, Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The content in the version of today, and what was done to it."""
    version = _version(content)
    if version > VERSION:
        _refuse(
            f"this session was made by a newer version of the map (file version {version}, "
            f"this one reads up to {VERSION}): update the map to open it"
        )
    if version == VERSION:
        return content, ()
    for step in range(version, VERSION):
        content = _UPGRADES[step](content)
    return content, (
        f"This file is of an older form (version {version}); it was brought up to date.",
    )


def _version(content: dict[str, Any]) -> int:
    """The version a file says it has; 0 for the first form, which said nothing."""
    if "format" not in content and "regions" in content and content.get("version", 0) == 0:
        return 0
    if content.get("format") != FORMAT:
        _refuse("this file is not a session of the referral map")
    version = content.get("version")
    if type(version) is not int or version < 1:
        _refuse("the session cannot be read: its version is not a number such as 1")
    return version
