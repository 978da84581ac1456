"""Names of the files that a person is given: what it is, the day of the visit, and their name."""

from __future__ import annotations

import unicodedata

LONGEST_NAME_IN_FILE = 40
"""Letters of a person's name in the name of a file."""


def file_name(what: str, visited: str, ending: str, person: str = "") -> str:
    """Such as ``referral-map-2026-11-28-ada-lovelace.json``, which every system can store.

    visited: a date, of which the day counts; person: their name, "" to leave it out.
    """
    parts = (what, visited[:10], _plain(person))
    return f"{'-'.join(filter(None, parts))}.{ending}"


def _plain(name: str) -> str:
    """Letters and digits of any script in lower case, with ``-`` for what is between them."""
    lower = unicodedata.normalize("NFC", name.lower())
    words = "".join(each if _is_kept(each) else " " for each in lower).split()
    return "-".join(words)[:LONGEST_NAME_IN_FILE].strip("-")


def _is_kept(character: str) -> bool:
    """Letters, digits, and the marks that scripts such as Devanagari write words with."""
    return unicodedata.category(character)[0] in "LNM"
