"""What a command speaks: the language asked for, else that of the saved sessions, else English."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from ..atlas import Atlas
from ..domain import Language
from ..errors import closest
from ..sessions import Session
from ..words import LANGUAGES, Words, words_in

ENGLISH: Language = next(iter(LANGUAGES))


def words_of(options: Namespace) -> Words:
    """The sentences of the language asked for, before any session has been read."""
    return words_in(options.language or ENGLISH)


def in_its_language(atlas: Atlas, options: Namespace, *sessions: Session) -> Atlas:
    """The atlas in the language asked for; else in that of all the sessions, where there is one.

    Raises UnknownName for a language that was asked for and the atlas does not have.
    """
    if options.language:
        return atlas.in_language(options.language)
    written: set[Language] = {session.language for session in sessions}
    language = written.pop() if len(written) == 1 else ENGLISH
    there = language in LANGUAGES and language in atlas.languages
    return atlas.in_language(language) if there else atlas.original


def hint(words: Words, given: str, allowed: Iterable[object]) -> str:
    """``; did you mean 'x'?`` for the allowed name most like a given one, or nothing."""
    close = closest(given, allowed)
    return "" if close is None else words("session.hint", name=repr(close))
