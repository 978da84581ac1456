"""Session files: checked strictly when opened, and written whole or not at all."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn, cast

import numpy as np

from ..whole_files import write_whole
from ..words import Words, words_in
from .encodings import decoded
from .marked_twice import each_region_once
from .record import Session, session_of
from .trouble import SessionError
from .upgrades import NEW_PICTURE, upgraded

MOST_BYTES = 5_000_000
MOST_NESTED = 12
"""Brackets inside brackets; a session needs five."""

LONGEST_NUMBER = 40
"""Characters of a number."""

_ENGLISH = words_in("en")
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)


@dataclass(frozen=True)
class Opened:
    """A session; upgraded_from: the version of its file, None where that is the present one;
    marked_twice: the regions of which only the last mark was kept."""

    session: Session
    upgraded_from: int | None = None
    marked_twice: tuple[str, ...] = ()

    def notes(self, words: Words = _ENGLISH) -> tuple[str, ...]:
        """What was done to open it, one sentence each."""
        notes: list[str] = []
        if self.upgraded_from is not None:
            moved = self.upgraded_from < NEW_PICTURE and bool(self.session.marks)
            key = "session.upgraded_picture" if moved else "session.upgraded"
            notes.append(words(key, version=self.upgraded_from))
            if self.session.clinical_note:
                notes.append(words("session.note_private"))
        if self.marked_twice:
            notes.append(words.count("session.marked_twice", len(self.marked_twice)))
        return tuple(notes)


def open_session(source: bytes | str | Path) -> Opened:
    """The session in a file, or in the bytes of one, with each region marked at most once.

    Raises SessionError with one sentence for what cannot be read, and for what is no session.
    """
    content = _content(source if isinstance(source, bytes) else _bytes_of(Path(source)))
    content, upgraded_from = upgraded(content)
    session, marked_twice = each_region_once(session_of(content))
    return Opened(session, upgraded_from, marked_twice)


def as_text(session: Session) -> str:
    """The session as the text of its file: one field a line, one mark a line."""
    fields = session.model_dump(mode="json")
    marks = ",\n  ".join(_json(mark) for mark in fields["marks"])
    lines = {key: _json(value) for key, value in fields.items()}
    lines["marks"] = f"[\n  {marks}\n ]" if marks else "[]"
    return "{\n" + ",\n".join(f' "{key}": {value}' for key, value in lines.items()) + "\n}\n"


def write_session(session: Session, path: str | Path) -> None:
    """Writes a session file whole or not at all.

    An existing file stays until the new one is complete. Only its owner may read it. Raises
    SessionError when it cannot be written.
    """
    try:
        write_whole(as_text(session).encode(), path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SessionError("cannot_write", path=repr(str(path)), why=reason) from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _mb(count: int) -> str:
    return f"{count / 1e6:.1f} MB"


def _bytes_of(path: Path) -> bytes:
    """The content of a file; one that is too large is never read whole."""
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            content = b"" if size > MOST_BYTES else file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SessionError("cannot_open", path=repr(str(path)), why=reason) from error
    if size > MOST_BYTES:
        raise SessionError("too_large", size=_mb(size), most=_mb(MOST_BYTES))
    return content


def _content(data: bytes) -> dict[str, Any]:
    """The JSON object in a file, before its fields are checked."""
    if len(data) > MOST_BYTES:
        raise SessionError("larger_than", most=_mb(MOST_BYTES))
    text = decoded(data)
    if not text.strip():
        raise SessionError("empty")
    if _nested(text.encode()) > MOST_NESTED:
        raise SessionError("nested")
    try:
        content = json.loads(
            text,
            object_pairs_hook=_without_repeats,
            parse_constant=_no_number,
            parse_float=_float,
            parse_int=_int,
        )
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError):
            raise SessionError("not_json_from", line=error.lineno) from error
        raise SessionError("not_json") from error
    if not isinstance(content, dict):
        raise SessionError("no_fields")
    return cast("dict[str, Any]", content)


def _nested(data: bytes) -> int:
    """How deep brackets stand inside brackets, not counting those in strings."""
    plain = np.frombuffer(_STRING.sub(b"", data), np.uint8)
    opens = np.isin(plain, list(b"[{"))
    closes = np.isin(plain, list(b"]}"))
    return int(np.cumsum(opens.astype(int) - closes).max(initial=0))


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise SessionError("twice")
    return fields


def _no_number(name: str) -> NoReturn:
    raise SessionError("no_number", name=name)


def _float(written: str) -> float:
    number = float(written) if len(written) <= LONGEST_NUMBER else float("inf")
    if number in (float("inf"), float("-inf")):
        raise SessionError("long_number")
    return number


def _int(written: str) -> int:
    if len(written) > LONGEST_NUMBER:
        raise SessionError("long_number")
    return int(written)
