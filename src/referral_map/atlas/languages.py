"""The atlas in other languages: ``languages/<code>/`` holds the same tree with the texts alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from ..errors import nearest
from .flag_records import RedFlagRecord
from .problems import BrokenAtlas, Problems
from .reading import ALLOWED_KEYS, Records, parse
from .records import Record
from .translation import HEARD, translated

WRITTEN_IN = "en"
"""The language of the files themselves."""

PARTS = ("muscles", "nerves", "dermatomes", "self_care", "subjects")
"""Folders with one file a record."""

TABLES = ("regions", "complaints", "nerve_signs", "red_flags", "themes", "examples")
"""Files with one table a record."""

R = TypeVar("R", bound=Record)


def languages_of(folder: Path) -> tuple[str, ...]:
    """Codes of the languages that a folder of anatomy is translated into."""
    return tuple(sorted(path.name for path in (folder / "languages").glob("*/")))


def records_in(language: str, folder: Path, written: Records) -> Records:
    """The records with their texts in a language; a text that is missing stays as written.

    Raises BrokenAtlas when what is there does not fit.
    """
    missing, problems = Problems(), Problems()
    made = read_language(language, folder, written, problems, missing)
    if problems.found:
        raise BrokenAtlas(problems.found)
    return made


def read_language(
    language: str, folder: Path, written: Records, problems: Problems, missing: Problems
) -> Records:
    """The records in a language; what does not fit and what is missing is noted apart."""
    reader = _Reader(language, folder, problems, missing)
    made = {part: reader.files(part, getattr(written, part)) for part in PARTS}
    made |= {table: reader.table(table, getattr(written, table)) for table in TABLES}
    reader.note_strange_files(made)
    return replace(written, **made)


class _Reader:
    """Reads the files of one language."""

    def __init__(self, language: str, folder: Path, problems: Problems, missing: Problems) -> None:
        self.name = f"languages/{language}"
        self.folder = folder / "languages" / language
        self.problems, self.missing = problems, missing

    def files(self, part: str, written: Mapping[str, R]) -> dict[str, R]:
        """The records of a folder."""
        made = {}
        for key, record in written.items():
            file = f"{part}/{key}.toml"
            said = self._parse(file)
            made[key] = record if said is None else self._translated(record, said, file, key)
        return made

    def table(self, name: str, written: Mapping[str, R]) -> dict[str, R]:
        """The records of a file that holds a table a record."""
        file = f"{name}.toml"
        said = self._parse(file)
        if said is None:
            return dict(written)
        for key in said:
            if key not in written:
                self._problem(file, key, f"is no record of the original{nearest(key, written)}")
        made = {}
        for key, record in written.items():
            if key not in said:
                self.missing.add(f"{self.name}/{file}", key, "is not translated")
            made[key] = self._translated(record, said[key], file, key) if key in said else record
        return made

    def note_strange_files(self, made: Mapping[str, Mapping]) -> None:
        """Notes files that translate nothing."""
        known = {f"{part}/{key}.toml" for part in PARTS for key in made[part]}
        known |= {f"{table}.toml" for table in TABLES}
        for path in sorted(self.folder.rglob("*")):
            file = path.relative_to(self.folder).as_posix()
            if path.is_file() and file not in known:
                self._problem(file, "file", f"translates no file{nearest(file, known)}")

    def _parse(self, file: str) -> dict | None:
        """What a file holds; None, and a note, where it is missing or cannot be read."""
        if not (self.folder / file).is_file():
            self.missing.add(f"{self.name}/{file}", "file", "is not translated")
            return None
        before = len(self.problems.found)
        said = parse(self.folder / file, f"{self.name}/{file}", self.problems)
        return None if len(self.problems.found) > before else said

    def _translated(self, record: R, said: object, file: str, key: str) -> R:
        def note(where: str, message: str) -> None:
            kind = self.missing if message == "is not translated" else self.problems
            kind.add(f"{self.name}/{file}", f"{key} {where}".strip(), message)

        made = translated(record, said, note)
        return self._heard(made, file, key) if isinstance(made, RedFlagRecord) else made

    def _heard(self, flag: RedFlagRecord, file: str, key: str) -> RedFlagRecord:
        """A red flag whose phrases, new in this language, are held to the format."""
        content = flag.model_dump(exclude=HEARD) | {name: getattr(flag, name) for name in HEARD}
        try:
            return RedFlagRecord.model_validate(content)
        except ValidationError as error:
            name = f"{self.name}/{file}"
            self.problems.add_validation(name, key, error, ALLOWED_KEYS)
            return flag

    def _problem(self, file: str, record: str, message: str) -> None:
        self.problems.add(f"{self.name}/{file}", record, message)
