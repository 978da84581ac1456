"""How sure a point's place and zones are, and how common it is, as words."""

from __future__ import annotations

from collections.abc import Iterator

from ..domain import Grade
from ..words import Words
from .atlas import Atlas
from .records import HowSure, TriggerPointRecord


def graded(point: TriggerPointRecord) -> Iterator[tuple[str, HowSure]]:
    """What of a point is graded, with its name: its place and its zones."""
    yield "place", point.how_sure
    yield "essential", point.essential.how_sure
    if point.spillover:
        yield "spillover", point.spillover.how_sure


def how_common(point: TriggerPointRecord) -> str:
    """How common a point is: a word of ``domain.HOW_COMMON``; ``unknown`` where no source says."""
    return (point.involvement and point.involvement.how_common) or "unknown"


def in_words(atlas: Atlas, point_id: str) -> str:
    """How sure each zone of a point is, each as a mark and a word, and how common the point is.

    Raises UnknownName.
    """
    point, words = atlas.trigger_point(point_id), atlas.words
    zones = [
        words("how_sure.line", part=words(f"how_sure.{name}"), **_told(words, each.grade))
        for name, each in graded(point)
        if name != "place"
    ]
    common = words("how_sure.line_common", common=words(f"how_common.{how_common(point)}"))
    return " ".join((*zones, common))


def in_short(atlas: Atlas, point_id: str) -> str:
    """How sure the essential zone of a point is, and how common the point is, in a few words.

    Raises UnknownName.
    """
    point, words = atlas.trigger_point(point_id), atlas.words
    told = _told(words, point.essential.how_sure.grade)
    return words("how_sure.short", common=words(f"how_common.{how_common(point)}"), **told)


def _told(words: Words, grade: Grade) -> dict[str, str]:
    """A grade as a mark and a word, by the names of the fields that take them."""
    return {name: words(f"how_sure.{name}.{grade}") for name in ("mark", "grade")}
