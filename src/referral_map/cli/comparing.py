"""A comparison of sessions as a person reads it in a terminal."""

from __future__ import annotations

from ..atlas import Atlas
from ..sessions import Comparison, Visit
from ..sessions.compared_words import level_name
from ..words import Words

MOST_REGIONS = 3


def comparison_lines(atlas: Atlas, comparison: Comparison) -> list[str]:
    """What has changed, then each visit in two lines."""
    lines = [atlas.words("cli.note", note=note) for note in comparison.notes]
    lines += [comparison.sentence, *comparison.details]
    for number, visit in enumerate(comparison.visits, 1):
        numbers = _numbers(atlas.words, visit, comparison.one_body)
        lines += [f"{number}. {numbers}", f"   {_places(atlas, visit, comparison.one_body)}"]
    return lines


def _numbers(words: Words, visit: Visit, one_body: bool) -> str:
    """When, how much skin, and how strong; without cm2 where visits are on two bodies."""
    measure, share = "area" if one_body else "share", words.fine_percent(visit.share_of_skin)
    extent = words(f"cli.compare.{measure}", area=f"{visit.area_cm2:.0f}", share=share)
    parts = [visit.when, extent]
    if visit.worst_intensity is not None:
        worst, mean = f"{round(visit.worst_intensity, 1):g}", f"{visit.mean_intensity:g}"
        parts.append(words("cli.compare.strength", worst=worst, mean=mean))
    return ", ".join(parts)


def _places(atlas: Atlas, visit: Visit, one_body: bool) -> str:
    """How far down each leg, and where most of the pain is."""
    words = atlas.words
    parts = [
        words(
            "cli.compare.reach",
            level=level_name(far.level, words),
            side=words(f"side.{side}"),
            cm=f"{far.cm:.0f}",
        )
        for side, far in visit.reach.items()
        if far
    ]
    parts += [
        words(
            "cli.compare.region" if one_body else "cli.compare.region_share",
            region=atlas.region(region_id).name,
            area=f"{size:.0f}",
            share=words.fine_percent(visit.share_of(size)),
        )
        for region_id, size in list(visit.by_region.items())[:MOST_REGIONS]
    ]
    return "; ".join(parts) or words("cli.compare.nothing_marked")
