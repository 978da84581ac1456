"""The texts of a language by key, read from the files of that language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from ..errors import UnknownName, nearest

_FOLDER = Path(__file__).resolve().parent
_OWN_NAME = "language.name"

_LEAST_PERCENT, _FROM_WHOLE = 0.1, 10.0
"""The least percentage of the skin that is told, and from where on it is told without a place after
the point."""


class Words:
    """The sentences of one language: ``words("side.right")``.

    language: its code; name: its own name; texts: every text by key, ``part.name``, with fields
    in braces. Make one with ``words_in``.
    """

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self.texts = MappingProxyType(dict(texts))

    @property
    def name(self) -> str:
        """The language's own name."""
        return self.texts[_OWN_NAME]

    def __call__(self, key: str, **fields: object) -> str:
        """A text with its fields filled in.

        Raises UnknownName for an unknown key, or a field of the text that is not given.
        """
        if key not in self.texts:
            raise UnknownName(f"unknown text {key!r}{nearest(key, self.texts)}")
        try:
            return self.texts[key].format(**fields)
        except KeyError as error:
            raise UnknownName(f"text {key!r} needs the field {error}") from error

    def count(self, key: str, number: float, **fields: object) -> str:
        """The text for one (``<key>.one``) or for another number (``<key>.many``).

        Both may hold the field ``number``. Raises UnknownName as a call does.
        """
        return self(f"{key}.{'one' if number == 1 else 'many'}", number=number, **fields)

    def percent(self, share: float) -> str:
        """A share 0..1 as a whole percentage, such as ``60%``."""
        return self("number.percent", number=f"{100 * share:.0f}")

    def fine_percent(self, share: float) -> str:
        """A share 0..1 of the skin as a percentage, with one place after the point where it is
        small: ``12%``, ``0.6%``, ``<0.1%``."""
        percent = 100 * share
        if 0 < percent < _LEAST_PERCENT:
            return self("number.less_percent", number=self.decimal(_LEAST_PERCENT))
        plain = percent == 0 or round(percent, 1) >= _FROM_WHOLE
        number = f"{percent:.0f}" if plain else self.decimal(percent)
        return self("number.percent", number=number)

    def decimal(self, number: float) -> str:
        """A number with one place after the point, or the comma, of the language: ``1.8``."""
        return _decimal(round(number, 1), self.language)


@lru_cache(maxsize=1000)
def _decimal(number: float, language: str) -> str:
    try:
        return format_decimal(number, format="0.0", locale=Locale.parse(language))
    except (UnknownLocaleError, ValueError):
        return f"{number:.1f}"


def _texts(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    """The texts of nested tables, each with the names on the way to it joined by dots."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _texts(cast("dict[str, Any]", value), f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _languages() -> dict[str, str]:
    names: dict[str, str] = {
        path.parent.name: _read(path)["language"]["name"] for path in _FOLDER.glob("*/library.toml")
    }
    return dict(sorted(names.items(), key=lambda item: (item[0] != "en", item[0])))


LANGUAGES: Mapping[str, str] = MappingProxyType(_languages())
"""The languages there are, by code, with their own names; the first is English, in which the
library is written."""


def checked_language(language: str) -> str:
    """The given code, checked. Raises UnknownName when there is no such language."""
    if language not in LANGUAGES:
        allowed = ", ".join(LANGUAGES)
        hint = nearest(language, LANGUAGES)
        raise UnknownName(f"unknown language {language!r}; allowed: {allowed}{hint}")
    return language


@lru_cache(maxsize=32)
def words_in(language: str) -> Words:
    """The sentences of a language. Raises UnknownName for an unknown language."""
    files = sorted((_FOLDER / checked_language(language)).glob("*.toml"))
    return Words(language, {key: text for path in files for key, text in _texts(_read(path))})


@lru_cache(maxsize=32)
def free_text_rules(language: str) -> Mapping[str, Any]:
    """How free text is read in a language: the tables of ``free_text/<code>.toml``.

    Raises UnknownName for an unknown language.
    """
    return MappingProxyType(_read(_FOLDER / "free_text" / f"{checked_language(language)}.toml"))
