"""What is said of the person's document, as plain data for the page."""

from typing import Any

from referral_map.atlas import Atlas
from referral_map.sessions import Session, read

MOST_LISTED = 24
"""So many candidates are sent to the browser; nobody reads farther."""

NOT_SHOWN = ("muscle", "sources", "common")
"""What the browser has from the atlas already, or does not show."""


def reading(atlas: Atlas, session: Session) -> dict[str, Any]:
    """The whole reading: of the candidates those to name first, in that order."""
    said = read(atlas, session)
    found = said.as_dict()
    found["listed"] = len(found["candidates"])
    place = {named: number for number, named in enumerate(said.shortlist)}
    best = max(said.sets, key=lambda each: each.score, default=None)
    together = {(each.trigger_point, each.side) for each in best.members} if best else set()
    for each in found["candidates"]:
        named = (each["trigger_point"], each["side"])
        each["place"] = place.get(named, len(place))
        each["together"] = len(together) > 1 and named in together
    found["candidates"].sort(key=lambda each: (each["place"], each["rank"]))
    found["candidates"] = [
        {key: value for key, value in each.items() if key not in NOT_SHOWN}
        for each in found["candidates"][:MOST_LISTED]
    ]
    del found["shortlist"]
    return found
