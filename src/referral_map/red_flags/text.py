"""Free text as words: lower case, contractions expanded, and where a clause may end.

In English "can't", "cant", "cannot", "could not" and "unable to" all become ``can not``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from .grammar import Grammar, grammar_of

LONGEST_TEXT = 205_000
"""Characters that are read; the rest is ignored, so that no text takes long."""

SENTENCE_END, PAUSE = ".", ","
"""The signs for punctuation: the end of a sentence or paragraph, and anything weaker."""

_PIECE = re.compile(
    r"(?P<word>\d+(?:[.,]\d+)?|[^\W\d_]+(?:['\u2019\u2018\u02bc`\u00b4][^\W\d_]+)*)"
    r"|(?P<end>[.!\u2026\u3002\uff01;]+|\n\s*\n)"
    r"|(?P<pause>[,:?\uff1f()\[\]/\u2013\u2014\uff0c|+*\u2022\n]|(?<!\w)-+|-+(?!\w))"
)
_QUOTES = str.maketrans(dict.fromkeys("\u2019\u2018\u02bc`\u00b4", "'"))


_OPTIONAL_ACCENTS = str.maketrans(dict.fromkeys("\u0301\u0308"))
"""Acute accent and diaeresis, taken off a letter; the tilde stays: "ano" is not "año"."""


@dataclass(frozen=True)
class Word:
    """A word in lower case, or a sign of punctuation; start, end: its place in the text."""

    word: str
    start: int
    end: int

    @property
    def is_break(self) -> bool:
        """Whether this is punctuation."""
        return self.word in (SENTENCE_END, PAUSE)


def without_accents(word: str) -> str:
    """A word without acute accents and diaereses."""
    apart = unicodedata.normalize("NFD", word).translate(_OPTIONAL_ACCENTS)
    return unicodedata.normalize("NFC", apart)


def words_of(text: str, grammar: Grammar | None = None) -> list[Word]:
    """The words and breaks of a text of any kind; never raises for a string.

    grammar: of the language it is read in, English where none is given.
    """
    grammar = grammar or grammar_of("en")
    words: list[Word] = []
    for piece in _PIECE.finditer(text[:LONGEST_TEXT]):
        start, end = piece.span()
        if piece["word"] is None:
            kind = SENTENCE_END if piece["end"] else PAUSE
            words.append(Word(kind, start, end))
        else:
            words += [Word(word, start, end) for word in _small(piece["word"], grammar)]
    return _joined(words, grammar)


def _small(word: str, grammar: Grammar) -> tuple[str, ...]:
    # Looked up with its accents too: "sí" (yes) is no "si" (if).
    plain = unicodedata.normalize("NFKC", word).casefold().translate(_QUOTES)
    if plain in grammar.spelled_out:
        return grammar.spelled_out[plain]
    if grammar.accents_are_optional:
        plain = without_accents(plain)
    if plain in grammar.spelled_out:
        return grammar.spelled_out[plain]
    return (plain.split("'")[0] or plain,)


def _joined(words: list[Word], grammar: Grammar) -> list[Word]:
    """The same with "could not", "not able to" and similar forms written as ``can not``."""
    result: list[Word] = []
    for word in words:
        result.append(word)
        for row, instead in grammar.joined:
            last = result[-len(row) :]
            if len(last) == len(row) and all(
                it.word in allowed for it, allowed in zip(last, row, strict=True)
            ):
                result[-len(row) :] = _instead(last, instead)
    return result


def _instead(words: list[Word], instead: tuple[str, ...]) -> list[Word]:
    """Other words for some: each in its own place, or all over the whole of it."""
    if len(words) == len(instead):
        pairs = zip(instead, words, strict=True)
        return [Word(new, old.start, old.end) for new, old in pairs]
    return [Word(new, words[0].start, words[-1].end) for new in instead]
