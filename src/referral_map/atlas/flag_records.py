"""Records of red flags: signs that need a doctor, and how people write of them in a language."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from ..domain import STOPPING, HoldBack, Urgency
from ..domain import URGENCIES as URGENCIES
from ..errors import nearest
from .records import Citation, Fact, Id, Record, Text

_OPTION = r"([a-zñ]+[0-9]*\*?|[0-9]+(\.[0-9]+)?(-[0-9]+(\.[0-9]+)?)?|@[a-z_]+)"
_WORD = rf"{_OPTION}(\|{_OPTION})*"
Phrase = Annotated[str, StringConstraints(pattern=rf"^{_WORD}( (\.\. )?{_WORD})*$")]
"""Words in order: ``a|b`` either, ``numb*`` any word that begins so, ``..`` up to six others,
``38-42`` a number between these, ``@name`` a word of a word set."""

_CONCEPT = "[a-z][a-z0-9_]*"
WrittenFrame = Annotated[
    str, StringConstraints(pattern=rf"^{_CONCEPT}( [&~+] {_CONCEPT})*( & !{_CONCEPT})*$")
]
"""Concepts that a text holds together, in any order; see ``red_flags/frames.py``."""


class SelfCareChange(Fact):
    """How self-care changes for a person with a sign.

    hold_back: ``all``: none is offered before somebody was asked; ``pressure``: light pressure
    alone; ``nothing``. regions: ids, without a side, of the regions it is about; empty: everywhere.
    """

    hold_back: HoldBack
    regions: tuple[Id, ...] = ()


class HelpLine(Record):
    """Whom to call: country, as ISO 3166 writes it, number, and the service that answers."""

    country: Annotated[str, StringConstraints(pattern="^[A-Z]{2}(-[A-Z]{2,3})?$")]
    number: Text
    service: Text
    sources: Annotated[list[Citation], Field(min_length=1)]


class RedFlagRecord(Record):
    """A sign that needs a doctor.

    question and action are for patients, words for a therapist. asked_at: ids, without a side, of
    the regions of which one is to be marked for the question to be asked; none: it is always.
    asked_first: of these regions, those whose marking makes it a question before all. lasting:
    whether what happened once counts for ever. stops: whether it takes the place of self-care, as
    everything does that is for now or today, unless this says no. choices: where guidelines differ
    on how soon, and what was chosen.
    """

    id: Id
    urgency: Urgency
    question: Text
    words: Text
    action: Text
    choices: str = ""
    lasting: bool = False
    stops: bool | None = None
    asked_at: tuple[Id, ...] = ()
    asked_first: tuple[Id, ...] = ()
    help_lines: tuple[HelpLine, ...] = ()
    self_care: SelfCareChange | None = None
    sources: Annotated[list[Citation], Field(min_length=1)]

    @property
    def takes_over(self) -> bool:
        """Whether it takes the place of self-care once it is sure."""
        return self.urgency in STOPPING if self.stops is None else self.stops


class RedFlagFile(Record):
    """All red flags, in the order of their file."""

    flags: tuple[RedFlagRecord, ...]


OF_NO_SIGN = "none"
"""What stands in the place of a sign before sentences that tell of none."""


class ToldSentence(Record):
    """A sentence as people write it, with the id of the red flag that it tells of, or ``none``."""

    sign: Id
    text: Text


class HeardSign(Record):
    """How a text tells of one sign: frames that tell it for sure, and those that make it asked.

    of_a_child: whether a child who is named is the person that the sign is about.
    """

    of_a_child: bool = False
    sure: tuple[WrittenFrame, ...] = ()
    perhaps: tuple[WrittenFrame, ...] = ()

    @model_validator(mode="after")
    def _has_frames(self) -> HeardSign:
        if not self.sure and not self.perhaps:
            raise ValueError("a sign needs a frame under sure or perhaps")
        return self


class Hearing(Record):
    """How people write of red flags in one language: ``hearing.toml``.

    word_sets: words by name, for phrases; concepts: phrases by name; body: concepts that are parts
    of the body; well: concepts that say that something is as it should be; other_meanings: phrases
    whose words mean something else; signs: by id of the flag.
    """

    word_sets: dict[Id, Text] = Field(default_factory=dict[str, str])
    concepts: dict[Id, tuple[Phrase, ...]]
    body: tuple[Id, ...] = ()
    well: tuple[Id, ...] = ()
    other_meanings: tuple[Phrase, ...] = ()
    signs: dict[Id, HeardSign]

    @model_validator(mode="after")
    def _names_are_known(self) -> Hearing:
        named = {name for frame in self.frames for name in re.findall(_CONCEPT, frame)}
        for name in sorted(named | {*self.body, *self.well}):
            if name not in self.concepts:
                raise ValueError(f"unknown concept {name!r}{nearest(name, self.concepts)}")
        for phrase in self.written_phrases:
            for name in re.findall(r"@([a-z_]+)", phrase):
                if name not in self.word_sets:
                    raise ValueError(f"unknown word set {name!r}{nearest(name, self.word_sets)}")
        return self

    @property
    def frames(self) -> tuple[str, ...]:
        """Every frame, as it is written."""
        signs = self.signs.values()
        return tuple(frame for sign in signs for frame in (*sign.sure, *sign.perhaps))

    @property
    def written_phrases(self) -> tuple[str, ...]:
        """Every phrase, with word sets by their names."""
        of_concepts = (phrase for phrases in self.concepts.values() for phrase in phrases)
        return (*of_concepts, *self.other_meanings)

    def spelled_out(self, phrase: str) -> str:
        """A phrase with the words of its word sets."""

        def words(named: re.Match[str]) -> str:
            return "|".join(self.word_sets[named[1]].split())

        return re.sub(r"@([a-z_]+)", words, phrase)
