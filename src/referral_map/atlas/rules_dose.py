"""The rule of the one dose: how long and how often to press stands in ``dose.toml`` alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..words import LANGUAGES, words_in
from .atlas import Atlas
from .care_records import SelfCare
from .languages import WRITTEN_IN, languages_of, read_language
from .problems import Problems


def strokes_name_no_dose(atlas: Atlas, problems: Problems) -> None:
    """How a muscle is pressed says nothing of how long or how often, but with a dose of its own."""
    for language, file, care in _of_every_language(atlas):
        if care.massage.dose is None and (named := dose_in(care.massage.strokes, language)):
            problems.add(
                file,
                f"{care.muscle} massage strokes",
                f"names a dose ({', '.join(named)}): leave it to dose.toml, or give the muscle "
                "a [massage.dose] with its reason",
            )


def dose_in(text: str, language: str) -> list[str]:
    """The words of a text that say how long or how often, in a language of the library."""
    allowed = "|".join(map(re.escape, words_in(language)("dose.says_a_dose").split(", ")))
    return re.findall(rf"\b(?:{allowed})\b", text.casefold())


def _of_every_language(atlas: Atlas) -> Iterator[tuple[str, str, SelfCare]]:
    """Self-care in each language: code, file and record. What cannot be read is noted elsewhere."""
    written = atlas.original.records
    for muscle, care in written.self_care.items():
        yield WRITTEN_IN, f"self_care/{muscle}.toml", care
    for language in filter(LANGUAGES.__contains__, languages_of(atlas.folder)):
        translated = read_language(language, atlas.folder, written, Problems(), Problems())
        for muscle, care in translated.self_care.items():
            if care.massage.strokes != written.self_care[muscle].massage.strokes:
                yield language, f"languages/{language}/self_care/{muscle}.toml", care


RULES = (strokes_name_no_dose,)
