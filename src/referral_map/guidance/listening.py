"""Listens to a text in one language: where it tells of red flags, and where it denies them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ..atlas.flag_records import RedFlagRecord
from .grammar import grammar_of
from .negation import clause_before, denials, is_denied
from .phrases import Lexicon, Reader
from .text import words_of

Span = tuple[int, int]
"""Characters of the text, from the first to behind the last."""


class Listener:
    """The red flags of one language, made ready to be heard in many texts."""

    def __init__(self, language: str, flags: Iterable[RedFlagRecord]) -> None:
        self.grammar = grammar_of(language)
        self.flags = {flag.id: flag for flag in flags}
        self.lexicon = Lexicon(
            phrase
            for flag in self.flags.values()
            for group in (flag.phrases, *flag.together)
            for phrase in group
        )

    def hear(self, text: str) -> Heard:
        """A text made ready to be asked for each red flag."""
        return Heard(self, text)


class Heard:
    """A text as a listener reads it."""

    def __init__(self, listener: Listener, text: str) -> None:
        self._flags, self._denial = listener.flags, listener.grammar.denial
        self._words = words_of(text, listener.grammar)
        self._reader = Reader(self._words, listener.lexicon, listener.grammar)
        self._denied = denials(self._words, self._denial)
        self._unsaid: dict[str, list[Span]] = {}

    def told(self, flag_id: str, refused: Callable[[str, Span], bool]) -> list[Span] | None:
        """Where the text tells of a flag: one place, or one for each group of ``together``.

        None where it does not. refused: places that do not count, for another reason.
        """
        flag = self._flags[flag_id]
        places = [self._first(flag, flag.phrases, refused)]
        if places[0] is None and flag.together:
            places = [self._first(flag, group, refused) for group in flag.together]
        return None if None in places else places

    def denies(self, flag_id: str, span: Span) -> bool:
        """Whether a phrase of the flag stands there, even in part, but is denied."""
        if flag_id not in self._unsaid:
            flag = self._flags[flag_id]
            groups = (flag.phrases, *flag.together)
            found = (match for group in groups for match in self._matches(flag, group))
            self._unsaid[flag_id] = [at for at, denied in found if denied]
        return any(start < span[1] and span[0] < end for start, end in self._unsaid[flag_id])

    def _first(
        self,
        flag: RedFlagRecord,
        phrases: Iterable[str],
        refused: Callable[[str, Span], bool],
    ) -> Span | None:
        said = (span for span, denied in self._matches(flag, phrases) if not denied)
        return next((span for span in said if not refused(flag.id, span)), None)

    def _matches(self, flag: RedFlagRecord, phrases: Iterable[str]) -> Iterator[tuple[Span, bool]]:
        """Every place where one of the phrases stands, with whether it is denied there."""
        words = self._words
        for phrase in phrases:
            for places in self._reader.find(phrase):
                denied = is_denied(places, self._denied) or self._taken_away(flag, places[0])
                yield (words[places[0]].start, words[places[-1]].end), denied

    def _taken_away(self, flag: RedFlagRecord, place: int) -> bool:
        """Whether a word such as "mother" says that a phrase here tells of no such sign."""
        if not flag.not_after:
            return False
        before = clause_before(self._words, place, self._denial)
        return not set(flag.not_after).isdisjoint(before)
