"""Reads the text files of ``anatomy/`` into records, noting every problem on the way."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from ..errors import ReferralMapError
from . import care_records, flag_records, learn_records, nerve_records, records
from .care_records import Dose, SelfCare, Subject
from .flag_records import Hearing, RedFlagFile, RedFlagRecord, ToldSentence
from .joint_records import JointRecord
from .learn_records import Example, Purpose, Theme, Tour
from .nerve_records import Dermatome, NerveRecord, NerveSign, NerveSignFile
from .problems import Problems
from .records import ComplaintRecord, LandmarkRecord, MuscleRecord, Record, RegionRecord, Source

ALLOWED_KEYS = {
    name: list(kind.model_fields)
    for module in (records, nerve_records, care_records, learn_records, flag_records)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and issubclass(kind, Record)
}
HEARING = "hearing.toml"
"""The file of every language that says how people write of red flags."""

TOLD = "told.tsv"
"""The file of every language that holds sentences as people write them."""

R = TypeVar("R", bound=Record)


@dataclass
class Records:
    """All written records, by id."""

    sources: dict[str, Source] = field(default_factory=dict[str, Source])
    regions: dict[str, RegionRecord] = field(default_factory=dict[str, RegionRecord])
    landmarks: dict[str, LandmarkRecord] = field(default_factory=dict[str, LandmarkRecord])
    complaints: dict[str, ComplaintRecord] = field(default_factory=dict[str, ComplaintRecord])
    muscles: dict[str, MuscleRecord] = field(default_factory=dict[str, MuscleRecord])
    nerves: dict[str, NerveRecord] = field(default_factory=dict[str, NerveRecord])
    dermatomes: dict[str, Dermatome] = field(default_factory=dict[str, Dermatome])
    nerve_signs: dict[str, NerveSign] = field(default_factory=dict[str, NerveSign])
    joints: dict[str, JointRecord] = field(default_factory=dict[str, JointRecord])
    self_care: dict[str, SelfCare] = field(default_factory=dict[str, SelfCare])
    subjects: dict[str, Subject] = field(default_factory=dict[str, Subject])
    themes: dict[str, Theme] = field(default_factory=dict[str, Theme])
    examples: dict[str, Example] = field(default_factory=dict[str, Example])
    tour: Tour | None = None
    dose: Dose | None = None
    purpose: Purpose | None = None
    red_flags: dict[str, RedFlagRecord] = field(default_factory=dict[str, RedFlagRecord])
    hearings: dict[str, Hearing] = field(default_factory=dict[str, Hearing])
    """How people write of red flags, by language."""
    told: dict[str, tuple[ToldSentence, ...]] = field(
        default_factory=dict[str, "tuple[ToldSentence, ...]"]
    )
    """Sentences that people might write, each with its sign, by language."""

    @property
    def main_nerve(self) -> str:
        """The id of the nerve that is drawn with trigger points; empty where none is marked."""
        return next((nerve.id for nerve in self.nerves.values() if nerve.main), "")

    def all_files(self) -> Iterator[tuple[str, Record]]:
        """Every record that cites, with its file's name."""
        for part in ("muscles", "nerves", "dermatomes", "self_care", "subjects"):
            for key, record in getattr(self, part).items():
                yield f"{part}/{key}.toml", record
        if self.dose:
            yield "dose.toml", self.dose
        for record in self.complaints.values():
            yield "complaints.toml", record
        for record in self.joints.values():
            yield "joints.toml", record
        yield "nerve_signs.toml", NerveSignFile(signs=tuple(self.nerve_signs.values()))
        yield "red_flags.toml", RedFlagFile(flags=tuple(self.red_flags.values()))


def read_records(folder: Path, problems: Problems) -> Records:
    """Every record in a folder of anatomy; those that break a rule are noted and left out."""
    return Records(
        sources=_read_table(folder, "sources.toml", Source, problems),
        regions=_read_table(folder, "regions.toml", RegionRecord, problems),
        landmarks=_read_table(folder, "landmarks.toml", LandmarkRecord, problems),
        complaints=_read_table(folder, "complaints.toml", ComplaintRecord, problems),
        muscles=_read_files(folder, "muscles", MuscleRecord, problems),
        nerves=_read_files(folder, "nerves", NerveRecord, problems),
        dermatomes=_read_files(folder, "dermatomes", Dermatome, problems),
        nerve_signs=_read_table(folder, "nerve_signs.toml", NerveSign, problems, named=True),
        joints=_read_table(folder, "joints.toml", JointRecord, problems),
        self_care=_read_files(folder, "self_care", SelfCare, problems, id_key="muscle"),
        subjects=_read_files(folder, "subjects", Subject, problems),
        themes=_read_table(folder, "themes.toml", Theme, problems),
        examples=_read_table(folder, "examples.toml", Example, problems),
        tour=_read_one(folder, "tour.toml", Tour, problems),
        dose=_read_one(folder, "dose.toml", Dose, problems),
        purpose=_read_one(folder, "purpose.toml", Purpose, problems),
        red_flags=_read_table(folder, "red_flags.toml", RedFlagRecord, problems, named=True),
        hearings=_read_hearings(folder, problems),
        told=_read_told(folder, problems),
    )


def there(record: R | None, name: str) -> R:
    """The one record of a file. Raises ReferralMapError where it could not be read."""
    if record is None:
        raise ReferralMapError(f"{name} holds no record; run 'referral-map check'")
    return record


def _in_each_language(folder: Path, file: str) -> dict[str, str]:
    """By language, where a file of it stands: the original's, then those of translations."""
    translations = sorted(folder.glob(f"languages/*/{file}"))
    here = {"en": file} if (folder / file).is_file() else {}
    return here | {path.parent.name: path.relative_to(folder).as_posix() for path in translations}


def _read_told(folder: Path, problems: Problems) -> dict[str, tuple[ToldSentence, ...]]:
    """The sentences of each language: one a line, the sign and the text with a tab between."""
    told: dict[str, tuple[ToldSentence, ...]] = {}
    for language, file in _in_each_language(folder, TOLD).items():
        sentences: list[ToldSentence] = []
        lines = (folder / file).read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines[1:], 2):
            sign, _, text = line.partition("\t")
            content = {"sign": sign, "text": text}
            made = _make(ToldSentence, content, file, f"line {number}", problems)
            sentences += [made] if made else []
        told[language] = tuple(sentences)
    return told


def _read_hearings(folder: Path, problems: Problems) -> dict[str, Hearing]:
    """How people write in the language of the files, then in each language with a file of it."""
    files = {"en": HEARING} | _in_each_language(folder, HEARING)
    read = {
        language: _read_one(folder, file, Hearing, problems) for language, file in files.items()
    }
    return {code: hearing for code, hearing in read.items() if hearing is not None}


def parse(path: Path, name: str, problems: Problems) -> dict[str, Any]:
    """The content of a TOML file; empty, with a problem noted, when it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        problems.add(name, "file", "is missing")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        problems.add(name, "file", f"is not valid TOML: {error}")
    except OSError as error:
        problems.add(name, "file", f"cannot be read: {error.strerror}")
    return {}


def _make(kind: type[R], content: object, name: str, record: str, problems: Problems) -> R | None:
    try:
        return kind.model_validate(content)
    except ValidationError as error:
        problems.add_validation(name, record, error, ALLOWED_KEYS)
        return None


def _read_table(
    folder: Path, name: str, kind: type[R], problems: Problems, named: bool = False
) -> dict[str, R]:
    """The records of one file that holds a table a record; ``named``: with the key as their id."""
    records = {
        key: _make(kind, _with_id(content, key) if named else content, name, key, problems)
        for key, content in parse(folder / name, name, problems).items()
    }
    return {key: record for key, record in records.items() if record is not None}


def _read_one(folder: Path, name: str, kind: type[R], problems: Problems) -> R | None:
    """The one record that a file holds; None, and a note, where it cannot be read."""
    before = len(problems.noted)
    content = parse(folder / name, name, problems)
    if len(problems.noted) > before:
        return None
    return _make(kind, content, name, Path(name).stem, problems)


def _with_id(content: object, key: str) -> object:
    return (
        {"id": key, **cast("dict[str, object]", content)} if isinstance(content, dict) else content
    )


def _read_files(
    folder: Path, part: str, kind: type[R], problems: Problems, id_key: str = "id"
) -> dict[str, R]:
    """The records of a folder with one file a record, in order of their ids."""
    records: dict[str, R] = {}
    paths = sorted((folder / part).glob("*.toml"))
    if not paths:
        problems.add(part, "folder", "holds no .toml file")
    for path in paths:
        name = f"{part}/{path.name}"
        before = len(problems.noted)
        content = parse(path, name, problems)
        if not content and len(problems.noted) == before:
            problems.add(name, "file", "is empty")
        record = _make(kind, content, name, path.stem, problems) if content else None
        if record is None:
            continue
        given = getattr(record, id_key)
        if given != path.stem:
            problems.add(name, given, f"{id_key} {given!r} is not the file's name {path.stem!r}")
        records[given] = record
    return records
