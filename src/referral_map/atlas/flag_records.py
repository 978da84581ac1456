"""Records of red flags: signs that need a doctor, and the words in which people describe them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from .records import Citation, Id, Record, Text

Urgency = Literal["now", "today", "soon"]
URGENCIES: tuple[Urgency, ...] = ("now", "today", "soon")
"""The most urgent first."""

_LETTERS = "[a-z0-9ñ]+"
_WORD = rf"{_LETTERS}\*?(\|{_LETTERS}\*?)*"
Phrase = Annotated[str, StringConstraints(pattern=rf"^{_WORD}( (\.\. )?{_WORD})*$")]
"""Words in order: ``a|b`` either, ``numb*`` any word that begins so, ``..`` up to six others."""


class RedFlagRecord(Record):
    """A sign that needs a doctor.

    question and action are for patients, words for a therapist. A text mentions the sign when it
    contains any of ``phrases``, or one of each group of ``together``; a phrase does not count when
    one of ``not_after`` comes before it in the same clause.
    """

    id: Id
    urgency: Urgency
    question: Text
    words: Text
    action: Text
    phrases: tuple[Phrase, ...] = ()
    together: tuple[Annotated[tuple[Phrase, ...], Field(min_length=1)], ...] = ()
    not_after: tuple[Id, ...] = ()
    sources: Annotated[list[Citation], Field(min_length=1)]

    @model_validator(mode="after")
    def _has_phrases(self) -> RedFlagRecord:
        if not self.phrases and not self.together:
            raise ValueError("a red flag needs phrases or together")
        return self


class RedFlagFile(Record):
    """All red flags, in the order of their file."""

    flags: tuple[RedFlagRecord, ...]
