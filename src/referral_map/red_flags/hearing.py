"""Which red flags a text tells of, for sure or perhaps, in every language at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ..atlas import Atlas
from ..atlas.flag_records import Hearing, RedFlagRecord
from ..atlas.once import once_an_atlas
from ..domain import Certainty, Language
from .frames import Found, Frame, Mentions, frame_of
from .grammar import grammar_of
from .lexicon import Lexicon
from .phrases import Places, Reader, choices_of
from .standing import Doubt, Standing
from .text import Word, words_of

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
class _Denied:
    """Characters that a text denies, and the spans of the words that deny them."""

    span: Span
    by: tuple[Span, ...]

    def counts_against(self, told: Iterable[Span]) -> bool:
        """Whether it denies these; not where its "no" is part of them: "no siento el pene"."""
        told = tuple(told)
        return _meets(told, [self.span]) and not _meets(told, self.by)


@dataclass(frozen=True)
class _Sign:
    flag: RedFlagRecord
    sure: tuple[Frame, ...]
    perhaps: tuple[Frame, ...]


class _Listener:
    """What is heard in one language, prepared for many texts."""

    def __init__(
        self,
        language: Language,
        languages: tuple[Language, ...],
        hearing: Hearing,
        flags: Mapping[str, RedFlagRecord],
    ) -> None:
        self.grammar = grammar_of(language)
        self._body = hearing.body
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
            )
            for key, sign in hearing.signs.items()
            if key in flags
        )
        phrases = (each for one in self._concepts.values() for each in one)
        cues = self.grammar.standing.phrases
        self._lexicon = Lexicon(
            choices_of((*phrases, *self._other_meanings, *cues)), language, languages
        )

    def hear(self, text: str) -> tuple[dict[str, Heard], dict[str, list[_Denied]]]:
        """What a text tells of by id of a flag, and where it denies which flag."""
        words = words_of(text, self.grammar)
        reader = Reader(words, self._lexicon, self.grammar)
        standing = Standing(words, reader, self.grammar)
        mentions = Mentions(words, reader, self._concepts, self._body)
        mentions.mask(self._other_meanings)
        heard: dict[str, Heard] = {}
        denied: dict[str, list[_Denied]] = {}
        for sign in self._signs:
            best, refused = _best(sign, mentions, standing, words)
            if best is not None:
                heard[sign.flag.id] = best
            denied[sign.flag.id] = refused
        return heard, denied


def _best(
    sign: _Sign, mentions: Mentions, standing: Standing, words: list[Word]
) -> tuple[Heard | None, list[_Denied]]:
    """The surest way in which a sign stands in a text, and where it is denied."""
    asked: Heard | None = None
    refused: list[_Denied] = []
    for certainty, frame in _frames(sign):
        for found in mentions.find(frame, standing):
            if standing.is_denied(found.places):
                refused.append(_denied(found, standing, words))
                continue
            heard = _heard(certainty, found, sign.flag.lasting, standing, words)
            if heard.certainty == "sure":
                return heard, refused
            asked = asked or heard
    return asked, refused


def _frames(sign: _Sign) -> Iterable[tuple[Certainty, Frame]]:
    yield from (("sure", frame) for frame in sign.sure)
    yield from (("ask", frame) for frame in sign.perhaps)


def _denied(found: Found, standing: Standing, words: list[Word]) -> _Denied:
    cues = sorted(standing.denied_by(found.places))
    by = tuple((words[place].start, words[place].end) for place in cues)
    return _Denied(_whole(words, found.places), by)


def _heard(
    certainty: Certainty, found: Found, lasting: bool, standing: Standing, words: list[Word]
) -> Heard:
    doubt = standing.doubt(found.places, lasting) or (None if found.together else "apart")
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


@once_an_atlas
def _listeners(atlas: Atlas) -> tuple[_Listener, ...]:
    flags = {flag.id: flag for flag in atlas.red_flags}
    languages = tuple(atlas.hearings)
    return tuple(
        _Listener(language, languages, hearing, flags)
        for language, hearing in atlas.hearings.items()
    )


def hear(atlas: Atlas, text: str) -> dict[str, Heard]:
    """By the id of a red flag, how a text tells of it; nothing for what it does not mention.

    Every language is heard whatever the language of the atlas, because people mix them. What one
    language reads as told is not taken where another reads the same words as denied.
    """
    if not text.strip():
        return {}
    readings = [listener.hear(text) for listener in _listeners(atlas)]
    result: dict[str, Heard] = {}
    for number, (heard, _) in enumerate(readings):
        denials = [denied for other, (_, denied) in enumerate(readings) if other != number]
        for key, each in heard.items():
            others = (other for denied in denials for other in denied.get(key, []))
            if any(other.counts_against(each.spans) for other in others):
                continue
            if key not in result or (result[key].certainty, each.certainty) == ("ask", "sure"):
                result[key] = each
    return result


def _meets(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    return any(
        start < end_of_other and start_of_other < end
        for start, end in spans
        for start_of_other, end_of_other in others
    )
