"""Type: words cleaned for print, measured with the fonts that draw them, and broken into lines.

Any script a person types is printed. What no font has is named before (``unprintable``), and a
question mark stands for it: see ``fonts``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from uniseg.linebreak import line_break_units

from . import fonts
from .fonts import FAMILY, Families

FAMILIES = (FAMILY, "sans-serif")
"""The font families in an SVG file, so that a browser without the first uses a similar one."""

BODY, SMALL, TITLE, HEADING, SUBHEADING = 10.5, 7.5, 19.0, 13.0, 11.5
"""Sizes in typographic points."""

LEADING = 1.32
"""Height of a line, in sizes of its type."""

ASCENT = 0.95
"""From the top of a line to its baseline, in sizes of its type."""

STAND_IN = "?"
"""What stands for a letter that no font has."""

_SLACK = 1.005
"""Printed letters may be slightly wider than measured here."""

_MOST_ACCENTS = 4
"""One after the other: what scripts need. More are heaped up for fun, over the lines above."""

_VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2")
"""Signs that enclose or span numbers: of the category of what has no shape, but they have one."""

_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Letters of scripts that part no words: Thai, Lao, Burmese, Khmer."""

_EAST_ASIAN = re.compile(
    "[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)
"""Letters between which a line of Chinese or Japanese may be broken."""


@dataclass(frozen=True)
class Run:
    """Words in one weight. A run begins where the one before it ends, after a space.

    families: the fonts that draw it; from_the_right: how it is written, whatever stands before it.
    ``broken`` finds both.
    """

    text: str
    bold: bool = False
    families: Families = (FAMILY,)
    from_the_right: bool = False


Line = tuple[tuple[float, Run], ...]
"""Runs of one line, each with the points from the edge at which it begins: from the right one in
a paragraph that is written from right to left, else from the left one."""


def printable(text: str) -> str:
    """A person's words in printable form; only what has no shape is lost.

    White space becomes one space; control characters and signs that turn the direction of writing
    are dropped; STAND_IN stands for what no font has.
    """
    return " ".join("".join(_printed(each) for each in _clusters(_clean(text))).split())


def unprintable(text: str) -> list[str]:
    """What of a person's words no font has, each once: letters, or accents heaped up on one."""
    heaped = dict.fromkeys(each for each, kept in _letters(text) if not kept)
    strange = (each for each in _clusters(_clean(text)) if not fonts.can_print(each))
    return [*dict.fromkeys(strange), *heaped]


def _clusters(text: str) -> Iterable[str]:
    """What a reader takes for single letters; plain letters need no such care."""
    return text if text.isascii() else fonts.clusters(text)


def _printed(cluster: str) -> str:
    return cluster if fonts.can_print(cluster) else STAND_IN


def _clean(text: str) -> str:
    """A text without what has no shape, and without accents heaped up on one letter."""
    return unicodedata.normalize("NFC", "".join(each for each, kept in _letters(text) if kept))


def _letters(text: str) -> Iterator[tuple[str, bool]]:
    """Each letter that has a shape or is needed by one that has, and whether it is kept."""
    accents = 0
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        if letter.isspace() or kind in ("Zl", "Zp"):
            accents = 0
            yield " ", True
        elif kind in ("Mn", "Me") and not fonts.has_no_shape(letter):
            accents += 1
            yield letter, accents <= _MOST_ACCENTS
        elif letter in fonts.JOINERS or fonts.has_no_shape(letter):
            yield letter, True
        elif kind not in ("Cc", "Cf", "Cs") or letter in _VISIBLE_FORMATS:
            accents = 0
            yield letter, True


def paragraphs(text: str) -> list[str]:
    """A person's words line by line, each printable; empty lines are left out."""
    return [clean for line in text.splitlines() if (clean := printable(line))]


def runs_from_the_right(text: str) -> bool:
    """Whether a text is written from right to left: by its first letter that has a direction."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def directed(text: str, from_the_right: bool) -> str:
    """A part of some words, with a sign before it where it alone would run the other way."""
    if runs_from_the_right(text) == from_the_right:
        return text
    mark = "\N{RIGHT-TO-LEFT MARK}" if from_the_right else "\N{LEFT-TO-RIGHT MARK}"
    return f"{mark}{text}"


def width_of(text: str, size: float, bold: bool = False) -> float:
    """Points that words take in one line."""
    return _width(text, fonts.families(text, fonts.cjk_of(text)), bold) * size * _SLACK


@lru_cache(maxsize=16384)
def _width(text: str, families: Families, bold: bool) -> float:
    """Width of words in sizes of their type; cached, as the same words are measured often."""
    return fonts.width_in_sizes(text, families, bold)


def broken(runs: Sequence[Run], size: float, width: float) -> list[Line]:
    """Lines of runs, none wider than ``width`` points; a word that is longer is broken too."""
    lines: list[list[tuple[float, Run]]] = [[]]
    at = 0.0
    for run in _to_be_drawn(runs):
        space = _points(" ", run, size)
        for word in run.text.split():
            gap = space
            for piece in _pieces(replace(run, text=word), size, width):
                length = _points(piece, run, size)
                begin = at + gap if at else 0.0
                if at and begin + length > width:
                    lines.append([])
                    begin = 0.0
                _append(lines[-1], begin, replace(run, text=piece), " " if gap else "")
                at, gap = begin + length, 0.0
    return [tuple(line) for line in lines if line]


def _to_be_drawn(runs: Sequence[Run]) -> list[Run]:
    """Runs with fonts, which have one shape of Chinese characters for all, and with directions."""
    cjk = fonts.cjk_of("".join(run.text for run in runs))
    return [
        replace(
            run,
            families=fonts.families(run.text, cjk),
            from_the_right=runs_from_the_right(run.text),
        )
        for run in runs
    ]


def _points(text: str, run: Run, size: float) -> float:
    """Points that words take in the look of a run."""
    return _width(text, run.families, run.bold) * size * _SLACK


def _append(line: list[tuple[float, Run]], begin: float, word: Run, space: str) -> None:
    """A word at the end of a line, in the run before it where both look the same."""
    if line and replace(line[-1][1], text="") == replace(word, text=""):
        start, before = line[-1]
        line[-1] = (start, replace(word, text=f"{before.text}{space}{word.text}"))
    else:
        line.append((begin, word))


def _pieces(word: Run, size: float, width: float) -> Iterator[str]:
    """A word in the pieces between which a line may be broken, none wider than a line."""
    for part in _parts(word.text):
        if _points(part, word, size) <= width:
            yield part
            continue
        piece = ""
        for cluster in fonts.clusters(part):
            if piece and _points(piece + cluster, word, size) > width:
                yield piece
                piece = ""
            piece += cluster
        yield piece


@lru_cache(maxsize=4096)
def _parts(word: str) -> tuple[str, ...]:
    """A word in the parts between which its script lets a line be broken."""
    if _WITHOUT_SPACES.search(word):
        return tuple(fonts.clusters(word))
    if _EAST_ASIAN.search(word):
        return tuple(line_break_units(word))
    return (word,)


def first_lines(text: str, size: float, width: float, most: int) -> str:
    """As much of a text from its beginning as fits into ``most`` lines."""
    lines = broken([Run(text)], size, width)
    letters = sum(len("".join(run.text.split())) for line in lines[:most] for _, run in line)
    for at, letter in enumerate(text):
        if not letters:
            return text[:at].rstrip()
        letters -= not letter.isspace()
    return text
