"""Finds phrases in a list of words. The notation: ``anatomy/README.md``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .grammar import Grammar
from .lexicon import MOST_UNKNOWN, Lexicon
from .text import PAUSE, SENTENCE_END, Word

GAP = ".."
MOST_BETWEEN = 6
"""Words that ``..`` stands for at most."""

_MOST_SMALL_WORDS = 4
Places = tuple[int, ...]


class Reader:
    """A text indexed for the search for many phrases of one language."""

    def __init__(self, words: list[Word], lexicon: Lexicon, grammar: Grammar) -> None:
        self.words, self.grammar = words, grammar
        self._places: dict[str, set[int]] = defaultdict(set)
        places_of_word: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            places_of_word[word.word].append(place)
        unknown = [word for word in places_of_word if lexicon.is_unknown(word)][:MOST_UNKNOWN]
        for word, places in places_of_word.items():
            for choice in lexicon.choices(word):
                self._places[choice].update(places)
        for word in unknown:
            for choice in lexicon.nearest_choices(word):
                self._places[choice].update(places_of_word[word])
        self._index_numbers(lexicon)

    def _index_numbers(self, lexicon: Lexicon) -> None:
        """Numbers stand where a range of the lexicon holds them: ``38-42``."""
        for place, word in enumerate(self.words):
            value = self.grammar.number(word.word)
            if value is not None:
                for choice in lexicon.ranges(value):
                    self._places[choice].add(place)

    def find(self, phrase: str) -> Iterator[Places]:
        """The places of a phrase's words, for every way it stands in the text."""
        steps = steps_of(phrase)
        if all(choice in self._places for choice, _ in steps):
            for start in sorted(self._places[steps[0][0]]):
                yield from self._continue((start,), steps[1:])

    def _continue(self, taken: Places, steps: tuple[tuple[str, bool], ...]) -> Iterator[Places]:
        if not steps:
            yield taken
            return
        choice, wide = steps[0]
        places = self._places[choice]
        for place in self._reach(taken[-1], wide):
            if place in places:
                yield from self._continue((*taken, place), steps[1:])

    def _reach(self, last: int, wide: bool) -> Iterator[int]:
        """The places where the next word may stand: after small words, or after a gap."""
        grammar, between = self.grammar, 0
        for place in range(last + 1, len(self.words)):
            word = self.words[place].word
            if word == SENTENCE_END or (word == PAUSE and not self._pause_goes_on(place, wide)):
                return
            if word == PAUSE:
                continue
            if word in grammar.and_words and wide and self._next(place) in grammar.new_subject:
                return
            yield place
            between += 1
            if wide and between > MOST_BETWEEN:
                return
            if not wide and (word not in grammar.between or between > _MOST_SMALL_WORDS):
                return

    def _pause_goes_on(self, place: int, wide: bool) -> bool:
        """A gap reaches over a comma unless a new subject begins behind it."""
        return wide and self._next(place) not in self.grammar.new_subject

    def _next(self, place: int) -> str:
        return self.words[place + 1].word if place + 1 < len(self.words) else ""


@lru_cache(maxsize=8192)
def steps_of(phrase: str) -> tuple[tuple[str, bool], ...]:
    """A phrase as its choices of words, each with whether a wide gap stands before it."""
    steps: list[tuple[str, bool]] = []
    wide = False
    for part in phrase.split(" "):
        if part == GAP:
            wide = True
        else:
            steps.append((part, wide))
            wide = False
    return tuple(steps)


def choices_of(phrases: Iterable[str]) -> set[str]:
    """Every choice of words of some phrases."""
    return {choice for phrase in phrases for choice, _ in steps_of(phrase)}
