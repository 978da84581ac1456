"""The rule for translations: complete, and nothing but translations."""

from __future__ import annotations

from ..errors import nearest
from ..words import LANGUAGES
from .atlas import Atlas
from .languages import languages_of, read_language
from .problems import Problems


def every_language_is_complete(atlas: Atlas, problems: Problems) -> None:
    """In each language folder every text has its translation, under the same id, and no other."""
    for language in languages_of(atlas.folder):
        if language not in LANGUAGES:
            hint = nearest(language, LANGUAGES)
            allowed = ", ".join(LANGUAGES)
            problems.add("languages", language, f"is no known language; allowed: {allowed}{hint}")
        read_language(language, atlas.folder, atlas.original.records, problems, problems)


RULES = (every_language_is_complete,)
