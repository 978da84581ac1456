"""Reads a text in one language: where it mentions red flags, and where it denies them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from ..atlas.flag_records import RedFlagRecord
from ..domain import Language
from .grammar import grammar_of
from .negation import clause_starts, denials, is_denied
from .phrases import Lexicon, Reader
from .text import words_of

Span = tuple[int, int]
"""Characters of the text: the first, and the one after the last."""


class FlagReader:
    """The red flags of one language, prepared for reading many texts."""

    def __init__(self, language: Language, flags: Iterable[RedFlagRecord]) -> None:
        self.grammar = grammar_of(language)
        self.flags = {flag.id: flag for flag in flags}
        self.lexicon = Lexicon(
            phrase
            for flag in self.flags.values()
            for group in (flag.phrases, *flag.together)
            for phrase in group
        )

    def read(self, text: str) -> ReadText:
        """The text, ready to be searched for each red flag."""
        return ReadText(self, text)


class ReadText:
    """A text as the reader of one language splits it."""

    def __init__(self, flag_reader: FlagReader, text: str) -> None:
        self._flags, self._denial = flag_reader.flags, flag_reader.grammar.denial
        self._words = words_of(text, flag_reader.grammar)
        self._reader = Reader(self._words, flag_reader.lexicon, flag_reader.grammar)
        self._denied = denials(self._words, self._denial)
        self._denied_spans: dict[str, list[Span]] = {}
        self._clause_starts = clause_starts(self._words, self._denial)

    def places_of(self, flag_id: str, refused: Callable[[str, Span], bool]) -> list[Span] | None:
        """Where the text mentions a flag: one place, or one for each group of ``together``.

        None where it does not. refused: tells whether a place does not count for another reason.
        """
        flag = self._flags[flag_id]
        place = self._first(flag, flag.phrases, refused)
        if place is not None:
            return [place]
        places = [self._first(flag, group, refused) for group in flag.together]
        spans = [each for each in places if each is not None]
        return spans if spans and len(spans) == len(places) else None

    def denies(self, flag_id: str, span: Span) -> bool:
        """Whether a phrase of the flag stands there, even in part, but is denied."""
        if flag_id not in self._denied_spans:
            flag = self._flags[flag_id]
            groups = (flag.phrases, *flag.together)
            matches = (match for group in groups for match in self._matches(flag, group))
            self._denied_spans[flag_id] = [at for at, denied in matches if denied]
        return any(start < span[1] and span[0] < end for start, end in self._denied_spans[flag_id])

    def _first(
        self,
        flag: RedFlagRecord,
        phrases: Iterable[str],
        refused: Callable[[str, Span], bool],
    ) -> Span | None:
        asserted = (span for span, denied in self._matches(flag, phrases) if not denied)
        return next((span for span in asserted if not refused(flag.id, span)), None)

    def _matches(self, flag: RedFlagRecord, phrases: Iterable[str]) -> Iterator[tuple[Span, bool]]:
        """Every place of one of the phrases, with whether it is denied there."""
        words = self._words
        for phrase in phrases:
            for places in self._reader.find(phrase):
                denied = is_denied(places, self._denied) or self._taken_away(flag, places[0])
                yield (words[places[0]].start, words[places[-1]].end), denied

    def _taken_away(self, flag: RedFlagRecord, place: int) -> bool:
        """Whether a word such as "mother" means that a phrase here is about somebody else."""
        return any(self._stands_before(word, place) for word in flag.not_after)

    def _stands_before(self, word: str, place: int) -> bool:
        """Whether a word stands before a place in its clause."""
        places = self._reader.places_of_word.get(word, [])
        nearest = bisect_left(places, place) - 1
        return nearest >= 0 and places[nearest] >= self._clause_starts[place]
