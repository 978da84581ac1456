"""Dates as the person's locale writes them: 3 November 2026 in New Zealand, November 3, 2026 in the
United States.

A date is a day such as ``2026-11-03``, or a moment with its offset. A moment is written on its own
clock, wherever in the world it is read.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from typing import TypeAlias

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time

DateLocale: TypeAlias = Locale
"""How dates are written: a language, mostly with a territory."""

_DAY = len("2026-11-21")
_TAG = re.compile(r"([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}|\d{3}))?(?:-.*)?", re.IGNORECASE)
_WHOLE_WORLD = "001"


def date_locale(language: str, tag: object = "") -> DateLocale:
    """The locale that dates are written in on a page of a language.

    tag: what the person's browser or machine says, a BCP 47 tag such as ``en-NZ``. Its territory
    counts where its language is that of the page: an American reads a Spanish page with Spanish
    dates. Anything else, and no tag at all, is the language as the whole world writes it.
    """
    found = _TAG.fullmatch(tag) if isinstance(tag, str) and len(tag) < 100 else None
    same = found is not None and found[1].lower() == language
    return _locale(language, (found[2] or "").upper() if found and same else "")


def machine_tag(environment: Mapping[str, str] = os.environ, about: str = "LC_TIME") -> str:
    """The tag of the locale of this machine; "" where it says none.

    about: the variable of what is asked about, such as dates; LC_ALL comes before it, LANG after.
    """
    variables = ("LC_ALL", about, "LANG")
    set_to = next((value for name in variables if (value := environment.get(name))), "")
    return re.split(r"[.@]", set_to)[0].replace("_", "-")


def has_time(visited: str) -> bool:
    """Whether a date is a moment, and no day alone."""
    return len(visited) > _DAY


def written(visited: str, locale: DateLocale, with_time: bool = False) -> str:
    """A date in full, such as ``3 November 2026``; with its time where that is wanted and known."""
    day = format_date(_on_its_clock(visited), "long", locale)
    if not (with_time and has_time(visited)):
        return day
    together = str(locale.datetime_formats["medium"]).replace("'", "")
    return together.format(written_time(visited, locale), day)


def written_short(visited: str, locale: DateLocale) -> str:
    """A date for narrow places, such as ``3 Nov 2026``."""
    return format_date(_on_its_clock(visited), "medium", locale)


def written_time(visited: str, locale: DateLocale) -> str:
    """The time of a moment, such as ``2:05 pm``."""
    # The narrow blank that locales put before "pm" is in few typefaces.
    return format_time(_on_its_clock(visited), "short", locale=locale).replace("\u202f", "\u00a0")


def _on_its_clock(visited: str) -> datetime:
    """Day and time as they were written."""
    return datetime.fromisoformat(visited).replace(tzinfo=None)


@lru_cache(maxsize=64)
def _locale(language: str, territory: str) -> DateLocale:
    for place in filter(None, (territory, _WHOLE_WORLD)):
        with suppress(UnknownLocaleError, ValueError):
            return Locale.parse(f"{language}_{place}", resolve_likely_subtags=False)
    with suppress(UnknownLocaleError, ValueError):
        return Locale.parse(language)
    return Locale("en", _WHOLE_WORLD)
