"""The atlas in other languages: ``languages/<code>/`` holds the same tree with the texts alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from ..errors import nearest
from .parsing import HEARING, TOLD, Records, parse
from .problems import BrokenAtlas, Problems
from .records import Record
from .translation import translated

WRITTEN_IN = "en"
"""The language of the files themselves."""

PARTS = ("muscles", "nerves", "dermatomes", "self_care", "subjects")
"""Folders with one file a record."""

TABLES = ("regions", "complaints", "nerve_signs", "joints", "red_flags", "themes", "examples")
"""Files with one table a record."""

WHOLE_FILES = ("dose", "purpose")
"""Files that hold one record."""

R = TypeVar("R", bound=Record)


def languages_of(folder: Path) -> tuple[str, ...]:
    """Codes of the languages that a folder of anatomy is translated into."""
    return tuple(sorted(path.name for path in (folder / "languages").glob("*/")))


def records_in(language: str, folder: Path, written: Records) -> Records:
    """The records with their texts in a language; a missing text stays in the original.

    Raises BrokenAtlas when a translation does not fit its record.
    """
    missing, problems = Problems(), Problems()
    records = read_language(language, folder, written, problems, missing)
    if problems.noted:
        raise BrokenAtlas(problems.noted)
    return records


def read_language(
    language: str, folder: Path, written: Records, problems: Problems, missing: Problems
) -> Records:
    """The records in a language; misfits and missing texts are noted in separate lists."""
    reader = _Reader(language, folder, problems, missing)
    parts = {part: reader.files(part, getattr(written, part)) for part in PARTS}
    parts |= {table: reader.table(table, getattr(written, table)) for table in TABLES}
    reader.note_strange_files(parts)
    single = {name: reader.one(name, getattr(written, name)) for name in WHOLE_FILES}
    return replace(written, **parts, **single)


class _Reader:
    """Reads the files of one language."""

    def __init__(self, language: str, folder: Path, problems: Problems, missing: Problems) -> None:
        self.name = f"languages/{language}"
        self.folder = folder / "languages" / language
        self.problems, self.missing = problems, missing

    def files(self, part: str, written: Mapping[str, R]) -> dict[str, R]:
        """The records of a folder."""
        records: dict[str, R] = {}
        for key, record in written.items():
            file = f"{part}/{key}.toml"
            content = self._parse(file)
            records[key] = (
                record if content is None else self._translated(record, content, file, key)
            )
        return records

    def one(self, name: str, written: R | None) -> R | None:
        """The record of a file that holds one; None where the original lacks it."""
        file = f"{name}.toml"
        content = self._parse(file) if written is not None else None
        if written is None or content is None:
            return written
        return self._translated(written, content, file, name)

    def table(self, name: str, written: Mapping[str, R]) -> dict[str, R]:
        """The records of a file that holds a table a record."""
        file = f"{name}.toml"
        content = self._parse(file)
        if content is None:
            return dict(written)
        for key in content:
            if key not in written:
                self._problem(file, key, f"is no record of the original{nearest(key, written)}")
        translated_records: dict[str, R] = {}
        for key, record in written.items():
            if key not in content:
                self.missing.add(f"{self.name}/{file}", key, "is not translated")
            translated_records[key] = (
                self._translated(record, content[key], file, key) if key in content else record
            )
        return translated_records

    def note_strange_files(self, records: Mapping[str, Mapping[str, Record]]) -> None:
        """Notes files that translate nothing."""
        expected = {f"{part}/{key}.toml" for part in PARTS for key in records[part]}
        expected |= {f"{name}.toml" for name in (*TABLES, *WHOLE_FILES)} | {HEARING, TOLD}
        for path in sorted(self.folder.rglob("*")):
            file = path.relative_to(self.folder).as_posix()
            if path.is_file() and file not in expected:
                self._problem(file, "file", f"translates no file{nearest(file, expected)}")

    def _parse(self, file: str) -> dict[str, Any] | None:
        """The content of a file; None, with a problem noted, where it cannot be read."""
        if not (self.folder / file).is_file():
            self.missing.add(f"{self.name}/{file}", "file", "is not translated")
            return None
        before = len(self.problems.noted)
        content = parse(self.folder / file, f"{self.name}/{file}", self.problems)
        return None if len(self.problems.noted) > before else content

    def _translated(self, record: R, content: object, file: str, key: str) -> R:
        def note(where: str, message: str) -> None:
            kind = self.missing if message == "is not translated" else self.problems
            kind.add(f"{self.name}/{file}", f"{key} {where}".strip(), message)

        return translated(record, content, note)

    def _problem(self, file: str, record: str, message: str) -> None:
        self.problems.add(f"{self.name}/{file}", record, message)
