"""Which sign a text resembles, where no frame of a sign stands in it: it is asked, never taken.

People tell of a sign in more ways than any list of concepts foresees. ``told.tsv`` holds sentences
as people write them, each with its sign or ``none``. A text is compared with them by its words, its
pairs of words and its letters in a row: regularised least squares on hashed features, worked out
when the first text is read. It finds what is worth asking; it quotes the sentence that makes it so.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from ..arrays import Floats
from .grammar import Grammar
from .text import SENTENCE_END, Word, words_of

FEATURES = 8192
"""Places that the features of a text are hashed to."""

LETTERS = (3, 4, 5)
"""Letters in a row that count as a feature."""

FADING = 0.4
"""Weight of the regularisation: the larger, the less a single sentence counts."""

LEAST_WORDS = 7
"""Shorter sentences tell too little to be compared on their own."""

MOST_SENTENCES = 40
"""Sentences of a text that are compared, from its beginning."""

MOST_SIGNS = 3
"""Signs that are asked of a sentence: the likeliest alone is right in two of three only."""


@dataclass(frozen=True)
class Likeness:
    """The signs that a sentence resembles most, how much, and the sentence's span in the text.

    signs: the likeliest first; score: above 0 the sentence is nearer to those of signs than to
    those of none; words: how many the sentence has; whole: whether it is a text of several.
    """

    signs: tuple[str, ...]
    score: float
    span: tuple[int, int]
    words: int
    whole: bool = False


class Resemblance:
    """Sentences of one language, ready for a text to be compared with them.

    told: each sentence with its sign, or with ``none``; dangerous: the signs that are looked for.
    """

    def __init__(
        self, told: Sequence[tuple[str, str]], dangerous: Iterable[str], grammar: Grammar
    ) -> None:
        self._grammar = grammar
        wanted = set(dangerous)
        self._signs = sorted({sign for sign, _ in told if sign in wanted})
        counts = np.array([self._counts(words_of(text, grammar)) for _, text in told])
        seen_in = (counts > 0).sum(axis=0)
        self._rarity = np.log((1 + len(told)) / (1 + seen_in)) + 1
        rows = self._scaled(counts)
        is_sign = np.array([sign in wanted for sign, _ in told])
        share = float(is_sign.mean())
        # Both sides weigh alike, however many sentences each has.
        heavy: Floats = np.where(is_sign, 0.5 / max(share, 1e-9), 0.5 / max(1 - share, 1e-9))
        self._danger = _fitted(rows, np.where(is_sign, 1.0, -1.0), heavy)
        targets = np.array([[sign == each for each in self._signs] for sign, _ in told])[is_sign]
        self._which = _fitted(rows[is_sign], 2.0 * targets - 1, np.ones(len(targets))).T

    def likenesses(self, text: str) -> list[Likeness]:
        """What each sentence of a text resembles, and last the whole text, where it has several.

        A text of another language resembles nothing, with scores near 0.
        """
        words = words_of(text, self._grammar)
        parts = _sentences(words)[:MOST_SENTENCES]
        long_enough = [
            part for part in parts if sum(not word.is_break for word in part) >= LEAST_WORDS
        ]
        found = [self._likeness(part) for part in long_enough]
        if len(parts) > 1:
            everything = self._likeness([word for part in parts for word in part])
            found.append(replace(everything, whole=True))
        return found

    def _likeness(self, words: Sequence[Word]) -> Likeness:
        row = self._scaled(self._counts(words)[None, :])[0]
        likeliest = np.argsort(-(self._which @ row), kind="stable")[:MOST_SIGNS]
        signs = tuple(self._signs[int(number)] for number in likeliest)
        span = words[0].start, words[-1].end
        count = sum(not word.is_break for word in words)
        return Likeness(signs, float(self._danger @ row), span, count)

    @staticmethod
    def _counts(words: Sequence[Word]) -> Floats:
        counts = np.zeros(FEATURES)
        for feature in _features([word.word for word in words if not word.is_break]):
            counts[zlib.crc32(feature.encode("utf-8", "replace")) % FEATURES] += 1
        return counts

    def _scaled(self, counts: Floats) -> Floats:
        """Rows of length 1 in which rare features weigh more."""
        rows = np.log1p(counts) * self._rarity
        length = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.where(length > 0, length, 1)


def _features(words: Sequence[str]) -> set[str]:
    """Words, neighbours, and the letters in a row of each word with its borders."""
    found = {f"w {word}" for word in words}
    found |= {f"n {one} {two}" for one, two in pairwise(words)}
    for word in words:
        bordered = f" {word} "
        found |= {
            f"l {bordered[start : start + size]}"
            for size in LETTERS
            for start in range(len(bordered) - size + 1)
        }
    return found


def _sentences(words: Sequence[Word]) -> list[list[Word]]:
    sentences: list[list[Word]] = [[]]
    for word in words:
        if word.word == SENTENCE_END:
            sentences.append([])
        else:
            sentences[-1].append(word)
    return [sentence for sentence in sentences if any(not word.is_break for word in sentence)]


def _fitted(rows: Floats, targets: Floats, heavy: Floats) -> Floats:
    """Weights of the features that give rows their targets, heavier rows more exactly.

    The dual form of ridge regression: as many unknowns as there are sentences.
    """
    kernel = rows @ rows.T + FADING * np.diag(1 / heavy)
    return np.asarray(rows.T @ np.linalg.solve(kernel, targets))
