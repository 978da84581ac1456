"""A comparison of sessions as a person reads it in a terminal."""

from __future__ import annotations

from ..atlas import Atlas
from ..sessions import Comparison, Visit

MOST_REGIONS = 3


def comparison_lines(atlas: Atlas, comparison: Comparison) -> list[str]:
    """What has changed, then each visit in two lines."""
    lines = [f"Note: {note}" for note in comparison.notes]
    lines += [comparison.sentence, *comparison.details]
    for number, visit in enumerate(comparison.visits, 1):
        lines += [f"{number}. {_numbers(visit)}", f"   {_places(atlas, visit)}"]
    return lines


def _numbers(visit: Visit) -> str:
    """When, how much skin, and how strong."""
    parts = [visit.visited or "without a date", f"{visit.area_cm2:.0f} cm2"]
    if visit.worst_intensity is not None:
        parts.append(
            f"worst {round(visit.worst_intensity, 1):g}, mean {visit.mean_intensity:g} of 10"
        )
    return ", ".join(parts)


def _places(atlas: Atlas, visit: Visit) -> str:
    """How far down each leg, and where most of the pain is."""
    parts = [
        f"down to the {far.level} on the {side} ({far.cm:.0f} cm along the sciatic nerve)"
        for side, far in visit.reach.items()
        if far
    ]
    parts += [
        f"{atlas.region(region_id).name} {size:.0f} cm2"
        for region_id, size in list(visit.by_region.items())[:MOST_REGIONS]
    ]
    return "; ".join(parts) or "nothing is marked"
