"""A comparison of sessions as a person reads it in a terminal."""

from __future__ import annotations

from ..atlas import Atlas
from ..sessions import Comparison, Visit

MOST_REGIONS = 3


def comparison_lines(known: Atlas, found: Comparison) -> list[str]:
    """What has changed, then each visit in two lines."""
    shown = [f"Note: {note}" for note in found.notes]
    shown += [found.sentence, *found.details]
    for number, visit in enumerate(found.visits, 1):
        shown += [f"{number}. {_numbers(visit)}", f"   {_places(known, visit)}"]
    return shown


def _numbers(visit: Visit) -> str:
    """When, how much skin, and how strong."""
    said = [visit.visited or "without a date", f"{visit.area_cm2:.0f} cm2"]
    if visit.worst_intensity is not None:
        said.append(
            f"worst {round(visit.worst_intensity, 1):g}, mean {visit.mean_intensity:g} of 10"
        )
    return ", ".join(said)


def _places(known: Atlas, visit: Visit) -> str:
    """How far down each leg, and where most of the pain is."""
    said = [
        f"down to the {far.level} on the {side} ({far.cm:.0f} cm along the sciatic nerve)"
        for side, far in visit.reach.items()
        if far
    ]
    said += [
        f"{known.region(region_id).name} {size:.0f} cm2"
        for region_id, size in list(visit.by_region.items())[:MOST_REGIONS]
    ]
    return "; ".join(said) or "nothing is marked"
