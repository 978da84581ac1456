"""What the list of results is given: the match, in words a person can read, in the order asked."""

from collections.abc import Iterable, Mapping
from typing import Any

#: How the list may be ordered: the measure of a match, and what it is called on the page.
ORDERS = {
    "score": "Overall match",
    "coverage": "How much of my pain it covers",
    "fit": "How much of its pattern I feel",
}


def ordered(candidates: Iterable[Mapping[str, Any]], measure: str) -> list[Mapping[str, Any]]:
    """Best first by the measure; where it is equal, in the order of the match itself."""
    return sorted(candidates, key=lambda each: (-each[measure], each["rank"]))


def listing(
    found: Mapping[str, Any], drawn: Mapping[str, Any], measure: str, address: str
) -> dict[str, Any]:
    """Data for the results component.

    `found` is a match as a dictionary, `drawn` the drawings, `measure` a key of `ORDERS`,
    `address` where the browser reads the drawings. Raises KeyError on another measure.
    """
    if measure not in ORDERS:
        raise KeyError(measure)
    return {
        "pain": dict(found["pain"]),
        "order": measure,
        "drawings": address,
        "candidates": [
            _named(each, place, drawn)
            for place, each in enumerate(ordered(found["candidates"], measure), start=1)
        ],
    }


def _named(candidate: Mapping[str, Any], place: int, drawn: Mapping[str, Any]) -> dict[str, Any]:
    points = drawn["trigger_points"]
    point = points[candidate["trigger_point"]]
    muscle = drawn["muscles"][candidate["muscle"]]
    return {
        **candidate,
        "rank": place,
        "name": point["name"],
        "same_names": [points[each]["name"] for each in candidate["same_pattern"]],
        "where": point["where"],
        "muscle_name": muscle["name"],
        "plain_name": muscle["plain_name"],
    }
