"""Fonts: which of them draw a text of any script. Nothing is fetched: they come with packages.

The basic font draws the languages of the program. Letters it lacks are drawn by Noto fonts, and
what those lack by a font of this machine, where one has it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import matplotlib
import numpy as np
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags
from uniseg.graphemecluster import grapheme_clusters

FAMILY = "DejaVu Sans"
"""The family that comes with matplotlib and holds every letter of the languages here."""

PACKAGES = ("manimgx_fonts", "noto_cjk_sans_otc")
"""Packages that hold nothing but Noto fonts (SIL Open Font License)."""

_ARABIC = "Noto Sans Arabic"
_CHINESE, _TRADITIONAL = "Noto Sans CJK SC", "Noto Sans CJK TC"
_JAPANESE, _KOREAN = "Noto Sans CJK JP", "Noto Sans CJK KR"
_CJK = (_CHINESE, _TRADITIONAL, _JAPANESE, _KOREAN)
_ALL_CJK = "Noto Sans CJK"

Families = tuple[str, ...]

_DRAWN_AT = 1000


def is_basic(text: str) -> bool:
    """Whether the basic font has every letter of a text, in both weights."""
    return _basic().issuperset(text)


def is_plain(text: str) -> bool:
    """Whether each letter of a text is one shape of the basic font, whatever stands beside it."""
    marked = any(unicodedata.category(letter) in ("Mn", "Me", "Mc", "Cf") for letter in text)
    return is_basic(text) and not marked and not holds_right_to_left(text)


@lru_cache(maxsize=4096)
def families(text: str, cjk: str) -> Families:
    """The fonts that draw a text, in the order in which a letter is looked for in them.

    cjk: the font for Chinese characters, by ``cjk_of`` of all that the text is a part of.
    """
    if is_basic(text):
        return (FAMILY,)
    found = (_family(each, cjk) for each in clusters(text) if not is_basic(each))
    others = [family for family in dict.fromkeys(found) if family]
    if _ARABIC in others:
        # Letters of one word join only in one font; this one has no Latin letters.
        others.remove(_ARABIC)
        return (_ARABIC, FAMILY, *others)
    return (FAMILY, *others)


def can_print(cluster: str) -> bool:
    """Whether some font has all letters of what a reader takes for one letter.

    What a private letter looks like, only its writer's font knows.
    """
    if any(unicodedata.category(letter) == "Co" for letter in cluster):
        return False
    return is_basic(cluster) or _family(cluster, _CHINESE) is not None


def clusters(text: str) -> Iterator[str]:
    """A text in what a reader takes for single letters: with accents, joined emoji and so on."""
    return grapheme_clusters(text)


def cjk_of(text: str) -> str:
    """The font in whose shapes the Chinese characters of a text are written."""
    names = {unicodedata.name(letter, "").split(" ")[0] for letter in text}
    if names & {"HIRAGANA", "KATAKANA"}:
        return _JAPANESE
    if "HANGUL" in names:
        return _KOREAN
    traditional = "BOPOMOFO" in names or any(map(_is_traditional, text))
    return _TRADITIONAL if traditional else _CHINESE


def _is_traditional(letter: str) -> bool:
    """Whether a character is of the traditional set of Taiwan alone, not of China's."""
    return _encodes(letter, "big5") and not _encodes(letter, "gb2312") and letter > "\u4e00"


def _encodes(letter: str, encoding: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def holds_right_to_left(text: str) -> bool:
    """Whether some letters of a text are written from right to left."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)


def has_no_shape(letter: str) -> bool:
    """Whether a letter only joins or turns others, or chooses among their shapes."""
    chooses = "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"
    return chooses or letter in JOINERS


TURNING = frozenset("\u200e\u200f\u061c")
"""Signs without a shape that say in which direction a space or a full stop is written."""

JOINERS = frozenset("\u200c\u200d") | TURNING
"""Signs without a shape that scripts need: two that join letters or part them, and TURNING."""


@lru_cache(maxsize=8192)
def _family(cluster: str, cjk: str) -> str | None:
    """The first family besides the basic one that has a cluster."""
    wanted = [ord(letter) for letter in cluster if not has_no_shape(letter)]
    for family, letters in (*_packaged(cjk), *_of_the_machine()):
        if np.isin(wanted, letters).all() and _draws(family, wanted):
            return family
    return None


def _draws(family: str, codes: Iterable[int]) -> bool:
    """Whether a family has an outline for each code that is not a space: fonts of coloured
    pictures have none."""
    font = _opened(family)
    for code in codes:
        font.load_char(code, LoadFlags.NO_HINTING)
        if not len(font.get_path()[0]) and not unicodedata.category(chr(code)).startswith("Z"):
            return False
    return True


@cache
def _basic() -> frozenset[str]:
    fonts = (font([FAMILY], bold) for bold in (False, True))
    common = set[int].intersection(*(set(each.get_charmap()) for each in fonts))
    return frozenset(map(chr, common))


@cache
def _packaged(cjk: str) -> list[tuple[str, np.ndarray]]:
    """The families of the packages with the codes they have; of the four for Chinese characters
    the one of a language comes first."""
    known = _families_of_packages()
    order = [family for family in known if not family.startswith(_ALL_CJK)]
    return [(family, known[family]) for family in (*order, *dict.fromkeys((cjk, *_CJK)))]


@cache
def _families_of_packages() -> dict[str, np.ndarray]:
    """By family, upright ones alone: the codes it has. Makes them known to matplotlib."""
    found: dict[str, np.ndarray] = {}
    for package in PACKAGES:
        for path in sorted(Path(str(files(package))).glob("*.tt[fc]")):
            font_manager.fontManager.addfont(  # pyright: ignore[reportUnknownMemberType] untyped PathLike
                path
            )
            for index in range(FT2Font(path).num_faces):
                font = FT2Font(path, face_index=index)
                if font.style_name != "Italic" and " Mono " not in font.family_name:
                    found[font.family_name] = _codes(font)
    return found


@cache
def _of_the_machine() -> list[tuple[str, np.ndarray]]:
    """The families of this machine with the codes they have; read once, when one is needed."""
    matplotlibs_own = Path(matplotlib.get_data_path())
    found: dict[str, np.ndarray] = {}
    for entry in sorted(font_manager.fontManager.ttflist, key=lambda each: each.name):
        # Most of the fonts that come with matplotlib hold signs for formulas under other codes, and
        # one a box for every letter there is.
        own = matplotlibs_own in Path(entry.fname).parents and "DejaVu" not in entry.name
        upright = (entry.style, entry.weight, entry.stretch) == ("normal", 400, "normal")
        if own or not upright or entry.name in found:
            continue
        try:
            font = FT2Font(entry.fname, face_index=entry.index)
        except (OSError, RuntimeError):
            continue
        if font.scalable:
            found[entry.name] = _codes(font)
    return list(found.items())


def _codes(font: FT2Font) -> np.ndarray:
    charmap = font.get_charmap()
    return np.fromiter(charmap, np.uint32, len(charmap))


def _opened(family: str) -> FT2Font:
    font = FT2Font(_path(family, False))
    font.set_size(_DRAWN_AT, 72)
    return font


@cache
def _path(family: str, bold: bool) -> str:
    weight = "bold" if bold and family == FAMILY else "normal"
    return font_manager.findfont(  # pyright: ignore[reportUnknownMemberType] untyped PathLike
        font_manager.FontProperties(family=family, weight=weight)
    )


def font(families: Iterable[str], bold: bool) -> FT2Font:
    """The first of some families, which looks for letters it lacks in those after it.

    Only the basic one has a bold weight.
    """
    return font_manager.get_font(  # pyright: ignore[reportUnknownMemberType] untyped PathLike
        [_path(family, bold) for family in families]
    )


def width_in_sizes(text: str, families: Families, bold: bool) -> float:
    """The width of a text in sizes of its type, its letters joined and placed as they are drawn."""
    measure = font(families, bold)
    measure.set_size(_DRAWN_AT, 72)
    measure.set_text(text, flags=LoadFlags.NO_HINTING)
    return measure.get_width_height()[0] / 64 / _DRAWN_AT
