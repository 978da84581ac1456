"""The library with a language more, as somebody adds it: files alone, no line of code."""

import os
import shutil
from pathlib import Path

import referral_map
from referral_map.atlas.folder import anatomy_folder
from referral_map.words import words_in

CODE, NAME, TITLE = "pt", "Português", "Onde dói"
COPIED = "es"
"""The new language has its texts: what they say does not matter here, but for name and title."""


def write(place: Path) -> Path:
    """A copy of the library and its anatomy with the new language; the folder to import it from."""
    library = place / "referral_map"
    leave = shutil.ignore_patterns("__pycache__", "anatomy")
    shutil.copytree(Path(referral_map.__file__).parent, library, ignore=leave)
    shutil.copytree(anatomy_folder(), library / "anatomy")
    for folder in ("words", "anatomy/languages"):
        shutil.copytree(library / folder / COPIED, library / folder / CODE)
    rules = library / "words/free_text"
    shutil.copy(rules / f"{COPIED}.toml", rules / f"{CODE}.toml")
    words = library / "words" / CODE
    _replace(words / "library.toml", "Español", NAME)
    title = words_in(COPIED)("app.title")
    _replace(words / "app.toml", f'title = "{title}"', f'title = "{TITLE}"')
    return place


def environment(place: Path) -> dict[str, str]:
    """The environment of this process, and the copy found first."""
    return {**os.environ, "PYTHONPATH": str(place)}


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{path.name} does not hold {old!r}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
