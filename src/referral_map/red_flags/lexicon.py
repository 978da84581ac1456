"""The words that phrases are made of, and which of them a written word may be.

A word of a phrase in its base form allows every form of it (``swell``: swells, swelled), a word in
another form allows that form alone. Forms are looked up in simplemma's dictionaries. A word that
none of the languages knows is read as the nearest word of the phrases, if that is near enough.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from string import ascii_lowercase

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

from ..domain import Language
from .text import without_accents

LEAST_LETTERS_FOR_A_SLIP = 5
"""Shorter words are too similar to other words."""

TWO_SLIPS_FROM = 8
"""Letters from which on a word may hold two slips."""

LONGEST_WORD = 40
"""Letters of a word: a longer one is in no dictionary, and no slip of the pen."""

MOST_UNKNOWN = 60
"""Different unknown words of a text that are compared with the phrases; people write fewer."""

_ACCENTED = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú", "n": "ñ"}
_RANGE = re.compile(r"(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)")
_LETTERS = ascii_lowercase + "ñáéíóú"


@lru_cache(maxsize=8)
def _dictionary(language: Language) -> Mapping[str, str]:
    """The base form of every form of a language; empty for one that simplemma does not have."""
    if language not in SUPPORTED_LANGUAGES:
        return {}
    return StreamDictionaryFactory().get_dictionary(language)


@lru_cache(maxsize=20_000)
def base_forms(word: str, language: Language) -> frozenset[str]:
    """The base forms a word may be of, without accents; none for a word the language lacks."""
    if len(word) > LONGEST_WORD:
        return frozenset()
    dictionary = _dictionary(language)
    found = {dictionary.get(each) for each in (word, *_with_an_accent(word))}
    return frozenset(without_accents(form.casefold()) for form in found if form)


def is_known(word: str, languages: Iterable[Language]) -> bool:
    """Whether any of some languages has a word."""
    return any(base_forms(word, language) for language in languages)


def _with_an_accent(word: str) -> Iterator[str]:
    """The word with one more accent: people leave them out."""
    if word.isascii():
        for at, letter in enumerate(word):
            if letter in _ACCENTED:
                yield f"{word[:at]}{_ACCENTED[letter]}{word[at + 1 :]}"


class Lexicon:
    """The words of all phrases of a language, indexed for look-up.

    choices: such as ``calf|leg|numb*``; languages: all that are heard, whose words are no slips.
    """

    def __init__(
        self, choices: Iterable[str], language: Language, languages: Sequence[Language]
    ) -> None:
        self._language, self._languages = language, tuple(languages)
        self._whole: dict[str, set[str]] = defaultdict(set)
        self._beginnings: dict[str, set[str]] = defaultdict(set)
        self._ranges: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for choice in choices:
            for option in choice.split("|"):
                if bounds := _RANGE.fullmatch(option):
                    self._ranges[choice].append((float(bounds[1]), float(bounds[2])))
                    continue
                kind = self._beginnings if option.endswith("*") else self._whole
                kind[option.removesuffix("*")].add(choice)
        self._long = [word for word in self._whole if len(word) >= LEAST_LETTERS_FOR_A_SLIP]
        self._read: dict[str, frozenset[str]] = {}

    def choices(self, word: str) -> frozenset[str]:
        """The choices that allow a word as it is written."""
        if word not in self._read:
            if len(self._read) > 50_000:
                self._read.clear()
            own = base_forms(word, self._language)
            forms = {word, *own}
            allowed = {choice for form in forms for choice in self._whole.get(form, ())}
            if own or not is_known(word, self._languages):
                # A word of another language only looks like one: "limpio" is no limp.
                allowed |= self._beginning(word)
            self._read[word] = frozenset(allowed)
        return self._read[word]

    def ranges(self, value: float) -> list[str]:
        """The choices with a range that holds a number."""
        return [
            choice
            for choice, bounds in self._ranges.items()
            if any(low <= value <= high for low, high in bounds)
        ]

    def is_unknown(self, word: str) -> bool:
        """Whether a word is no word of any language that is heard, nor of the phrases."""
        may_be = LEAST_LETTERS_FOR_A_SLIP <= len(word) <= LONGEST_WORD and word.isalpha()
        return may_be and not self.choices(word) and not is_known(word, self._languages)

    def nearest_choices(self, word: str) -> frozenset[str]:
        """The choices that allow what an unknown word might be a slip of."""
        return _slips(self, word)

    def _beginning(self, word: str) -> set[str]:
        cut = (word[:letters] for letters in range(1, min(len(word), LONGEST_WORD) + 1))
        return {choice for start in cut for choice in self._beginnings.get(start, ())}

    def near(self, word: str) -> Collection[str]:
        """Words of the phrases, and forms of them, that are one slip from a word, or two."""
        slips = 2 if len(word) >= TWO_SLIPS_FROM else 1
        near = {
            right
            for right, _, _ in extract(
                word, self._long, scorer=OSA.distance, score_cutoff=slips, limit=5
            )
            if right[0] == word[0] or right[:2] == word[1::-1]
        }
        if not near and (beginnings := self._near_beginning(word)):
            return beginnings
        return near or {each for each in _one_slip_from(word) if self.choices(each)}

    def _near_beginning(self, word: str) -> set[str]:
        """Beginnings of at least five letters that one slip at their place would give."""
        return {
            start
            for start in self._beginnings
            if len(start) >= 5
            and start[0] == word[0]
            and any(
                OSA.distance(start, word[: len(start) + more], score_cutoff=1) <= 1
                for more in (-1, 0, 1)
            )
        }


@lru_cache(maxsize=2000)
def _slips(lexicon: Lexicon, word: str) -> frozenset[str]:
    return frozenset(choice for right in lexicon.near(word) for choice in lexicon.choices(right))


def _one_slip_from(word: str) -> Iterator[str]:
    """Words with a letter less, more or another, or two neighbours swapped; the first stays."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        if at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for letter in _LETTERS:
            yield word[:at] + letter + word[at + 1 :]
            yield word[:at] + letter + word[at:]
