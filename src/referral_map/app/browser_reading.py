"""The reading of the person's document, as plain data for the page."""

from typing import Any

from referral_map.atlas import Atlas
from referral_map.sessions import Session, read

MOST_LISTED = 24
"""The number of candidates that are sent to the browser; nobody reads farther."""

LEFT_OUT = ("muscle", "sources", "common", "sure", "also", "how_common", "grade")
"""Fields that the browser already has from the atlas, or does not show."""


def reading(atlas: Atlas, session: Session) -> dict[str, Any]:
    """The whole reading, with only the candidates that are named first, in that order."""
    result = read(atlas, session)
    content = result.as_dict()
    candidates: list[dict[str, Any]] = content["candidates"]
    content["listed"] = len(candidates)
    place = {named: number for number, named in enumerate(result.shortlist)}
    best = max(result.sets, key=lambda each: each.score, default=None)
    together = {(each.trigger_point, each.side) for each in (best.members if best else ())}
    for each in candidates:
        named = (each["trigger_point"], each["side"])
        each["place"] = place.get(named, len(place))
        each["together"] = len(together) > 1 and named in together
    candidates.sort(key=lambda each: (each["place"], each["rank"]))
    content["candidates"] = [
        {key: value for key, value in each.items() if key not in LEFT_OUT}
        for each in candidates[:MOST_LISTED]
    ]
    del content["shortlist"]
    return content
