"""Finds the phrases of red flags in a list of words. The notation: ``anatomy/README.md``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from .grammar import Grammar
from .text import PAUSE, SENTENCE_END, Word

GAP = ".."
MOST_BETWEEN = 6
"""Words that ``..`` stands for at most."""

_MOST_SMALL_WORDS = 4
LEAST_LETTERS_FOR_A_SLIP = 7
"""Shorter words are too similar to other words: fever to never, cancer to cancel."""


class Lexicon:
    """The words of all phrases, indexed for look-up."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._beginnings: dict[str, set[str]] = defaultdict(set)
        for choice in {choice for phrase in phrases for choice, _ in steps_of(phrase)}:
            for option in choice.split("|"):
                kind = self._beginnings if option.endswith("*") else self._whole
                kind[option.removesuffix("*")].add(choice)

    def choices(self, word: str) -> set[str]:
        """The choices, such as ``calf|leg|numb*``, that allow a word, or a slip of the pen."""
        allowed = set(self._whole.get(word, ()))
        for beginning, choices in self._beginnings.items():
            if word.startswith(beginning):
                allowed |= choices
        if not allowed and len(word) >= LEAST_LETTERS_FOR_A_SLIP - 1:
            for right, choices in self._whole.items():
                if len(right) >= LEAST_LETTERS_FOR_A_SLIP and one_slip_apart(word, right):
                    allowed |= choices
        return allowed


class Reader:
    """A text indexed for the search for many phrases of one language."""

    def __init__(self, words: list[Word], lexicon: Lexicon, grammar: Grammar) -> None:
        self.words, self.grammar = words, grammar
        self.places_of_word: dict[str, list[int]] = defaultdict(list)
        for place, word in enumerate(words):
            self.places_of_word[word.word].append(place)
        self._places: dict[str, set[int]] = defaultdict(set)
        for word, places in self.places_of_word.items():
            for choice in lexicon.choices(word):
                self._places[choice].update(places)

    def find(self, phrase: str) -> Iterator[tuple[int, ...]]:
        """The places of a phrase's words, for every way it stands in the text."""
        steps = steps_of(phrase)
        if all(choice in self._places for choice, _ in steps):
            for start in sorted(self._places[steps[0][0]]):
                yield from self._continue((start,), steps[1:])

    def _continue(
        self, taken: tuple[int, ...], steps: tuple[tuple[str, bool], ...]
    ) -> Iterator[tuple[int, ...]]:
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


@lru_cache(maxsize=4096)
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


def one_slip_apart(given: str, right: str) -> bool:
    """Whether one letter is missing, too much, wrong, or two neighbours are swapped.

    The first letter must be right: most real words that are this similar differ in it.
    """
    if given[:1] != right[:1] or abs(len(given) - len(right)) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(given, right, strict=False)) if a != b), None)
    if at is None:
        return len(given) != len(right)
    return (
        given[at + 1 :] == right[at + 1 :]
        or given[at:] == right[at + 1 :]
        or given[at + 1 :] == right[at:]
        or (given[at : at + 2] == right[at : at + 2][::-1] and given[at + 2 :] == right[at + 2 :])
    )
