"""Which red flags a text tells of in one language, for sure or perhaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from ..atlas.flag_records import Hearing, RedFlagRecord, ToldSentence
from ..domain import STOPPING, Certainty, Language
from .frames import Found, Frame, Mentions, frame_of
from .grammar import grammar_of
from .lexicon import Lexicon, base_forms
from .phrases import Places, Reader, choices_of
from .resemblance import Likeness, Resemblance
from .standing import Doubt, Standing
from .text import Word, words_of

NO_SIGN = "none"
"""In the place of a flag's id, for words that say that something is well or mean something else."""

Span: TypeAlias = tuple[int, int]
"""Characters of the text: the first, and the one after the last."""


@dataclass(frozen=True)
class Heard:
    """A sign that a text tells of: for sure, or to be asked; the spans of its words, in order.

    doubt: why it is asked, where words of the text say so.
    """

    certainty: Certainty
    spans: tuple[Span, ...]
    doubt: Doubt | None = None


@dataclass(frozen=True)
class Denied:
    """Characters that a text denies, and the spans of the words that deny them."""

    span: Span
    by: tuple[Span, ...]

    def counts_against(self, told: Iterable[Span]) -> bool:
        """Whether it denies these; not where its "no" is part of them: "no siento el pene"."""
        told = tuple(told)
        return meets(told, [self.span]) and not meets(told, self.by)


@dataclass(frozen=True)
class _Sign:
    flag: RedFlagRecord
    sure: tuple[Frame, ...]
    perhaps: tuple[Frame, ...]
    of_a_child: bool


class Listener:
    """What is heard in one language, prepared for many texts."""

    def __init__(
        self,
        language: Language,
        languages: tuple[Language, ...],
        hearing: Hearing,
        flags: Mapping[str, RedFlagRecord],
        told: Sequence[ToldSentence],
    ) -> None:
        self.grammar = grammar_of(language)
        self._body, self._well = hearing.body, hearing.well
        self._concepts = {
            name: tuple(map(hearing.spelled_out, phrases))
            for name, phrases in hearing.concepts.items()
        }
        self._other_meanings = tuple(map(hearing.spelled_out, hearing.other_meanings))
        self._signs = tuple(
            _Sign(
                flags[key],
                tuple(map(frame_of, sign.sure)),
                tuple(map(frame_of, sign.perhaps)),
                sign.of_a_child,
            )
            for key, sign in hearing.signs.items()
            if key in flags
        )
        phrases = (each for one in self._concepts.values() for each in one)
        cues = self.grammar.standing.phrases
        self._lexicon = Lexicon(
            choices_of((*phrases, *self._other_meanings, *cues)), language, languages
        )
        self.language = language
        self._told = [(each.sign, each.text) for each in told]
        self._dangerous = [flag.id for flag in flags.values() if flag.urgency in STOPPING]

    @cached_property
    def _resemblance(self) -> Resemblance | None:
        """Worked out for the first text."""
        return Resemblance(self._told, self._dangerous, self.grammar) if self._told else None

    def hear(self, text: str) -> tuple[dict[str, Heard], dict[str, list[Denied]]]:
        """What a text tells of by id of a flag, and where it denies which flag.

        Where it says that something is well, or means something else, stands under ``NO_SIGN``.
        """
        words = words_of(text, self.grammar)
        reader = Reader(words, self._lexicon, self.grammar)
        standing = Standing(text, words, reader, self.grammar)
        mentions = Mentions(words, reader, self._concepts, self._body)
        mentions.mask(self._other_meanings)
        heard: dict[str, Heard] = {}
        denied: dict[str, list[Denied]] = {}
        for sign in self._signs:
            best, refused = _best(sign, mentions, standing, words)
            if best is not None:
                heard[sign.flag.id] = best
            denied[sign.flag.id] = refused
        well = [places for concept in self._well for places in mentions.of(concept)]
        well += mentions.masked
        denied[NO_SIGN] = [Denied(_whole(words, places), ()) for places in well]
        return heard, denied

    def known_words(self, text: str) -> int:
        """How many words of a text the language has."""
        words = {word.word for word in words_of(text, self.grammar)}
        return sum(bool(base_forms(word, self.language)) for word in words)

    def likenesses(self, text: str) -> list[Likeness]:
        """What the sentences of a text are like, and last the whole text, where it has several."""
        return self._resemblance.likenesses(text) if self._resemblance else []


def _best(
    sign: _Sign, mentions: Mentions, standing: Standing, words: list[Word]
) -> tuple[Heard | None, list[Denied]]:
    """The surest way in which a sign stands in a text, and where it is denied."""
    asked: Heard | None = None
    refused: list[Denied] = []
    for certainty, frame in _frames(sign):
        for found in mentions.find(frame, standing):
            if standing.is_denied(found.places, sign.flag.lasting):
                refused.append(_denied(found, standing, words))
                continue
            heard = _heard(certainty, found, sign, standing, words)
            if heard.certainty == "sure":
                return heard, refused
            asked = asked or heard
    return asked, refused


def _frames(sign: _Sign) -> Iterable[tuple[Certainty, Frame]]:
    for frame in sign.sure:
        yield "sure", frame
    for frame in sign.perhaps:
        yield "ask", frame


def _denied(found: Found, standing: Standing, words: list[Word]) -> Denied:
    cues = sorted(standing.denied_by(found.places))
    by = tuple((words[place].start, words[place].end) for place in cues)
    return Denied(_whole(words, found.places), by)


def _heard(
    certainty: Certainty, found: Found, sign: _Sign, standing: Standing, words: list[Word]
) -> Heard:
    doubt = standing.doubt(found.places, sign.flag.lasting)
    if sign.of_a_child and doubt == "somebody_else":
        doubt = None
    doubt = doubt or (None if found.together else "apart")
    return Heard("ask" if doubt else certainty, _spans(words, found.places), doubt)


def _spans(words: list[Word], places: Places) -> tuple[Span, ...]:
    """The characters of some words; neighbours, with at most three words between, as one span."""
    spans: list[Span] = []
    last = -10
    for place in places:
        start, end = words[place].start, words[place].end
        if spans and place - last <= 4:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
        last = place
    return tuple(spans)


def _whole(words: list[Word], places: Places) -> Span:
    return words[places[0]].start, words[places[-1]].end


def meets(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether some spans share a character with some others."""
    return any(
        start < end_of_other and start_of_other < end
        for start, end in spans
        for start_of_other, end_of_other in others
    )
