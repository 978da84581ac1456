"""How sure a point's place and zones are, and how common it is, as words."""

from __future__ import annotations

from .atlas import Atlas
from .records import TriggerPointRecord


def how_common(point: TriggerPointRecord) -> str:
    """How common a point is: a word of ``domain.HOW_COMMON``; ``unknown`` where no source says."""
    return (point.involvement and point.involvement.how_common) or "unknown"


def in_words(atlas: Atlas, point_id: str) -> str:
    """How sure each zone of a point is, each as a mark and a word, and how common the point is.

    Raises UnknownName.
    """
    point, words = atlas.trigger_point(point_id), atlas.words
    zones = {"essential": point.essential, "spillover": point.spillover}
    parts = [
        words(
            "how_sure.line",
            part=words(f"how_sure.{name}"),
            mark=words(f"how_sure.mark.{zone.how_sure.grade}"),
            grade=words(f"how_sure.grade.{zone.how_sure.grade}"),
        )
        for name, zone in zones.items()
        if zone
    ]
    common = words("how_sure.line_common", common=words(f"how_common.{how_common(point)}"))
    return " ".join((*parts, common))


def in_short(atlas: Atlas, point_id: str) -> str:
    """How sure the essential zone of a point is, and how common the point is, in a few words.

    Raises UnknownName.
    """
    point, words = atlas.trigger_point(point_id), atlas.words
    grade = point.essential.how_sure.grade
    return words(
        "how_sure.short",
        mark=words(f"how_sure.mark.{grade}"),
        grade=words(f"how_sure.grade.{grade}"),
        common=words(f"how_common.{how_common(point)}"),
    )
