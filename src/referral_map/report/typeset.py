"""Type: words cleaned for print, measured with the font that draws them, and broken into lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, Kerning, LoadFlags

FAMILY = "DejaVu Sans"
"""The one family that comes with matplotlib and holds every letter of the languages here."""

FAMILIES = (FAMILY, "sans-serif")
"""The font families in an SVG file, so that a browser without the first uses a similar one."""

BODY, SMALL, TITLE, HEADING, SUBHEADING = 10.5, 7.5, 19.0, 13.0, 11.5
"""Sizes in typographic points."""

LEADING = 1.32
"""Height of a line, in sizes of its type."""

ASCENT = 0.95
"""From the top of a line to its baseline, in sizes of its type."""

UNKNOWN = "\N{WHITE SQUARE}"
"""The replacement for a letter that the font does not have."""

_SLACK = 1.005
"""Printed letters may be slightly wider than measured here."""

_DRAWN_AT = 1000
_MOST_ACCENTS = 1


@dataclass(frozen=True)
class Run:
    """Words in one weight. A run begins where the one before it ends, after a space."""

    text: str
    bold: bool = False


Line = tuple[tuple[float, Run], ...]
"""Runs of one line, each with the points from the left edge at which it begins."""


def printable(text: str) -> str:
    """A person's words in printable form; only what has no shape is lost.

    White space becomes one space; control characters and signs that turn the direction of writing
    are dropped, and so are accents heaped on one letter; a letter the font does not have becomes
    UNKNOWN.
    """
    kept: list[str] = []
    accents = 0
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        accents = accents + 1 if kind in ("Mn", "Me") else 0
        if letter.isspace():
            kept.append(" ")
        elif kind[0] != "C" and kind not in ("Zl", "Zp") and accents <= _MOST_ACCENTS:
            kept.append(letter if _has(letter) else UNKNOWN)
        elif kind in ("Co", "Cn"):
            kept.append(UNKNOWN)
    return " ".join("".join(kept).split())


def paragraphs(text: str) -> list[str]:
    """A person's words line by line, each printable; empty lines are left out."""
    return [clean for line in text.splitlines() if (clean := printable(line))]


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Points that words take in one line."""
    return _in_sizes(text, bold) * size * _SLACK


@lru_cache(maxsize=16384)
def _in_sizes(text: str, bold: bool) -> float:
    """Width of words in sizes of their type; cached, as the same words are measured often."""
    letters = sum(_advance(letter, bold) for letter in text)
    return letters + sum(_kerning(pair, bold) for pair in map("".join, pairwise(text)))


def broken(runs: Sequence[Run], size: float, width: float) -> list[Line]:
    """Lines of runs, none wider than ``width`` points; a word that is longer is broken too."""
    lines: list[list[tuple[float, Run]]] = [[]]
    at = 0.0
    for run in runs:
        space = width_of(" ", size, run.bold)
        for word in _pieces(run.text.split(), size, width, run.bold):
            length = width_of(word, size, run.bold)
            begin = at + space if at else 0.0
            if at and begin + length > width:
                lines.append([])
                begin = 0.0
            _append(lines[-1], begin, Run(word, run.bold))
            at = begin + length
    return [tuple(line) for line in lines if line]


def _append(line: list[tuple[float, Run]], begin: float, word: Run) -> None:
    """A word at the end of a line, in the run before it where both have one weight."""
    if line and line[-1][1].bold == word.bold:
        start, before = line[-1]
        line[-1] = (start, Run(f"{before.text} {word.text}", word.bold))
    else:
        line.append((begin, word))


def _pieces(words: Sequence[str], size: float, width: float, bold: bool) -> Iterator[str]:
    """Words, those that are wider than a line in pieces that are not."""
    for word in words:
        piece, length = "", 0.0
        for letter in word:
            step = width_of(letter, size, bold)
            if piece and length + step > width:
                yield piece
                piece, length = "", 0.0
            piece, length = piece + letter, length + step
        yield piece


@lru_cache(maxsize=2)
def _font(bold: bool) -> FT2Font:
    path = font_manager.findfont(  # pyright: ignore[reportUnknownMemberType] untyped PathLike
        font_manager.FontProperties(family=FAMILY, weight="bold" if bold else "normal")
    )
    font = FT2Font(path)
    font.set_size(_DRAWN_AT, 72)
    return font


def _has(letter: str) -> bool:
    return all(_font(bold).get_char_index(ord(letter)) for bold in (False, True))


@lru_cache(maxsize=4096)
def _advance(letter: str, bold: bool) -> float:
    """Width of a letter in sizes of its type."""
    glyph = _font(bold).load_char(ord(letter), LoadFlags.NO_HINTING)
    return glyph.linearHoriAdvance / 65536 / _DRAWN_AT


@lru_cache(maxsize=8192)
def _kerning(pair: str, bold: bool) -> float:
    """How much farther apart two letters stand than they are wide, in sizes of their type."""
    font = _font(bold)
    left, right = (font.get_char_index(ord(letter)) for letter in pair)
    return font.get_kerning(left, right, Kerning.UNFITTED) / 64 / _DRAWN_AT
