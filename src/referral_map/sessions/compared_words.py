"""Two visits in plain sentences, made from their numbers and from nothing else.

A person who draws the same pain twice draws it a little differently: the two overlap by a Jaccard
index of 0.62, SD 0.18 (Barbero and others 2013). So small differences are called "about the same".
"""

from __future__ import annotations

from typing import Protocol

from ..geometry.frame import SIDES
from ..nerves import LEVELS, Reach

LEAST_CM = 4.0
"""A reach that differs by less, in cm along the nerve, is about the same: drawings of one pain
are shifted by 1 to 4 cm. A choice, as the next two are."""

LEAST_RATIO = 1.3
"""An area is larger or smaller when it is so many times the other."""

LEAST_POINTS = 2.0
"""A worst pain is stronger or weaker when it differs by so many points of ten."""

ONE_SIDED = 0.9
"""The pain is on one side when at least this share of it is."""

ELSEWHERE = 0.26
"""The pain is in another place when the smaller of two drawings shares less than this with the
other: two standard deviations below what people reach who draw the same pain again."""

UNDATED = "Not every session has a date, so they stand in the order given."


class Numbers(Protocol):
    """The numbers of a visit."""

    area_cm2: float
    by_side: dict[str, float]
    worst_intensity: float | None
    reach: dict[str, Reach | None]


def sentences(before: Numbers, after: Numbers, same_cm2: float) -> list[str]:
    """What has changed, the most telling first; never empty.

    same_cm2: the skin that is marked both times.
    """
    if not before.area_cm2 and not after.area_cm2:
        return ["No pain was marked then, and none is marked now."]
    if not after.area_cm2:
        return ["No pain is marked any more."]
    if not before.area_cm2:
        return ["Pain is marked now, and none was marked at first.", *_where(after)]
    elsewhere = same_cm2 < ELSEWHERE * min(before.area_cm2, after.area_cm2)
    place = _moved(before, after) or [_ELSEWHERE] * elsewhere + _reaches(before, after)
    area, strength = _area(before, after), _strength(before, after)
    changed = [*place, *(words for words, has_changed in (area, strength) if has_changed)]
    alike = [words for words, has_changed in (area, strength) if words and not has_changed]
    return [*changed, *alike] if changed else [_SAME, *alike]


_ELSEWHERE = "Most of the pain is in another place than before."
_SAME = "The pain is about the same as before."


def _where(visit: Numbers) -> list[str]:
    return [
        f"On the {side} it reaches down to the {far.level}."
        for side in SIDES
        if (far := visit.reach[side])
    ]


def _moved(before: Numbers, after: Numbers) -> list[str]:
    """Whether the pain has gone from one side of the body to the other."""
    was, now = (_only_side(visit) for visit in (before, after))
    if not was or not now or was == now:
        return []
    return [f"The pain has moved from the {was} to the {now} side.", *_where(after)]


def _only_side(visit: Numbers) -> str | None:
    for side in SIDES:
        if visit.by_side[side] >= ONE_SIDED * sum(visit.by_side.values()) > 0:
            return side
    return None


def _reaches(before: Numbers, after: Numbers) -> list[str]:
    """How far down the leg the pain goes now, where that has changed; the side with more first."""
    most = {side: -(before.by_side[side] + after.by_side[side]) for side in SIDES}
    said = [
        _reach(before.reach[side], after.reach[side], side)
        for side in sorted(SIDES, key=most.__getitem__)
    ]
    return [words for words in said if words]


def _reach(was: Reach | None, now: Reach | None, side: str) -> str:
    if was is None and now is None:
        return ""
    if now is None:
        return f"On the {side} it no longer runs along the big nerve of the leg."
    if was is None:
        return f"On the {side} it now reaches down to the {now.level}."
    if was.level == now.level or abs(was.cm - now.cm) < LEAST_CM:
        return ""
    if LEVELS.index(now.level) < LEVELS.index(was.level):
        return f"On the {side} the pain has drawn back from the {was.level} to the {now.level}."
    return f"On the {side} the pain has spread from the {was.level} to the {now.level}."


def _area(before: Numbers, after: Numbers) -> tuple[str, bool]:
    """How much skin is marked, and whether that has changed."""
    was, now = before.area_cm2, after.area_cm2
    numbers = f"{now:.0f} cm2 now, {was:.0f} before"
    if now * LEAST_RATIO <= was:
        return f"The pain covers less skin: {numbers}.", True
    if was * LEAST_RATIO <= now:
        return f"The pain covers more skin: {numbers}.", True
    return f"The pain covers about as much skin: {numbers}.", False


def _strength(before: Numbers, after: Numbers) -> tuple[str, bool]:
    """How strong the worst pain is, and whether that has changed; no words where not rated."""
    was, now = before.worst_intensity, after.worst_intensity
    if was is None or now is None:
        return "", False
    numbers = f"{round(now, 1):g} of 10 now, {round(was, 1):g} before"
    if was - now >= LEAST_POINTS:
        return f"The worst pain is weaker: {numbers}.", True
    if now - was >= LEAST_POINTS:
        return f"The worst pain is stronger: {numbers}.", True
    return f"The worst pain is about as strong: {numbers}.", False
