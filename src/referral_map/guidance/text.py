"""Free text as words: small letters, contractions written out, and where a clause may end.

"can't", "cant", "cannot", "could not" and "unable to" all become ``can not``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST_TEXT = 20_000
"""Characters read; what stands behind is left out, so that no text takes long."""

SENTENCE_END, PAUSE = ".", ","
"""What stands for punctuation: the end of a sentence or paragraph, and anything weaker."""

_PIECE = re.compile(
    r"(?P<word>\d+(?:[.,]\d+)?|[^\W\d_]+(?:['\u2019\u2018\u02bc`\u00b4][^\W\d_]+)*)"
    r"|(?P<end>[.!\u2026\u3002\uff01;]+|\n\s*\n)"
    r"|(?P<pause>[,:?\uff1f()\[\]/\u2013\u2014\uff0c|+*\u2022\n]|(?<!\w)-+|-+(?!\w))"
)
_QUOTES = str.maketrans(dict.fromkeys("\u2019\u2018\u02bc`\u00b4", "'"))


def word_set(words: str) -> frozenset[str]:
    """The words of a line."""
    return frozenset(words.split())


_CAN_NOT = ("can", "not")
_VERBS = "ai do does did is are was were have has had should would must need"
_SPELLED_OUT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(word_set("cannot cant can't canot couldnt couldn't unable"), _CAN_NOT),
    **{f"{verb}{end}": (verb, "not") for verb in _VERBS.split() for end in ("nt", "n't")},
    **dict.fromkeys(("wont", "won't"), ("will", "not")),
    **dict.fromkeys(("im", "i'm"), ("i", "am")),
    **dict.fromkeys(("ive", "i've"), ("i", "have")),
}


@dataclass(frozen=True)
class Word:
    """A word in small letters, or a sign of punctuation; start, end: where in the text it is."""

    word: str
    start: int
    end: int

    @property
    def is_break(self) -> bool:
        """Whether this is punctuation."""
        return self.word in (SENTENCE_END, PAUSE)


def words_of(text: str) -> list[Word]:
    """The words and breaks of a text of any kind; never raises for a string."""
    found: list[Word] = []
    for piece in _PIECE.finditer(text[:LONGEST_TEXT]):
        start, end = piece.span()
        if piece["word"] is None:
            kind = SENTENCE_END if piece["end"] else PAUSE
            found.append(Word(kind, start, end))
        else:
            found += [Word(word, start, end) for word in _small(piece["word"])]
    return _joined(found)


def _small(word: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKC", word).casefold().translate(_QUOTES)
    if plain in _SPELLED_OUT:
        return _SPELLED_OUT[plain]
    return (plain.split("'")[0] or plain,)


def _joined(words: list[Word]) -> list[Word]:
    """The same with "could not", "not able to" and their like written as ``can not``."""
    made: list[Word] = []
    for word in words:
        before = [it.word for it in made[-2:]]
        if word.word == "not" and before[-1:] == ["could"]:
            made[-1] = Word("can", made[-1].start, made[-1].end)
        if word.word == "able" and before[-1:] == ["not"]:
            made[-1:] = _can_not(made[-1].start, word.end)
            continue
        if word.word == "able" and before in (["no", "longer"], ["not", "been"]):
            made[-2:] = _can_not(made[-2].start, word.end)
            continue
        if word.word == "longer" and before == ["can", "no"]:
            made[-2:] = _can_not(made[-2].start, word.end)
            continue
        made.append(word)
    return made


def _can_not(start: int, end: int) -> list[Word]:
    return [Word(word, start, end) for word in _CAN_NOT]
