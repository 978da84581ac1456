"""What a page cannot print, said before it is printed."""

from __future__ import annotations

from ..atlas import Atlas
from ..sessions import Comparison, Session, read
from ..words import Words
from .typeset import unprintable

MOST_NAMED = 20
"""Letters that are named; how many more there are is said."""


def handout_notes(atlas: Atlas, session: Session) -> list[str]:
    """Sentences, in the language of the atlas, on what a handout of a session cannot print."""
    told = [session.name, session.patient_note]
    # The person's own words stand in a handout where they are why it sends them to a doctor.
    if unprintable(session.text) and (reading := read(atlas, session)).urgent:
        told.append(reading.stopping_flags[0].why)
    return _note(atlas.words, told)


def visits_notes(atlas: Atlas, comparison: Comparison) -> list[str]:
    """The same for the page about visits: names of files may stand in it."""
    return _note(atlas.words, comparison.notes)


def _note(words: Words, told: list[str] | tuple[str, ...]) -> list[str]:
    letters = list(dict.fromkeys(letter for each in told for letter in unprintable(each)))
    if not letters:
        return []
    named, more = " ".join(letters[:MOST_NAMED]), len(letters) - MOST_NAMED
    if more > 0:
        named = words("report.unprintable.more", letters=named, number=more)
    return [words.count("report.unprintable", len(letters), letters=named)]
