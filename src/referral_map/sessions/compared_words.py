"""Two visits in plain sentences, made from their numbers and from nothing else.

A person who draws the same pain twice draws it a little differently: the two overlap by a Jaccard
index of 0.62, SD 0.18 (Barbero and others 2013). So small differences are called "about the same".
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from ..domain import SIDES, Body, Level, Side
from ..nerves import LEVELS, Reach
from ..words import Words

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
other: two standard deviations below the mean of people who draw the same pain again."""


class Numbers(Protocol):
    """The numbers of a visit."""

    @property
    def body(self) -> Body:
        """The body that all is measured on."""
        ...

    @property
    def area_cm2(self) -> float:
        """Marked skin."""
        ...

    @property
    def share_of_skin(self) -> float:
        """The same as a share 0..1 of the whole skin."""
        ...

    @property
    def by_side(self) -> Mapping[Side, float]:
        """Marked skin of each side, cm2."""
        ...

    @property
    def worst_intensity(self) -> float | None:
        """0..10, None when nothing was rated."""
        ...

    @property
    def reach(self) -> Mapping[Side, Reach | None]:
        """How far down the nerve of each side; None where the marks are not over it."""
        ...


def sentences(before: Numbers, after: Numbers, same_share: float, words: Words) -> list[str]:
    """What has changed, the most telling first; never empty.

    same_share: the skin that is marked both times, of the whole skin; words: those of a language.
    Areas are compared as shares of the skin, and told in cm2 too where both are on one body.
    """
    if not before.share_of_skin and not after.share_of_skin:
        return [words("compare.never")]
    if not after.share_of_skin:
        return [words("compare.no_more")]
    if not before.share_of_skin:
        return [words("compare.only_now"), *_where(after, words)]
    elsewhere = same_share < ELSEWHERE * min(before.share_of_skin, after.share_of_skin)
    place = _moved(before, after, words) or [
        *[words("compare.elsewhere")] * elsewhere,
        *_reaches(before, after, words),
    ]
    area, strength = _area(before, after, words), _strength(before, after, words)
    changed = [*place, *(sentence for sentence, has_changed in (area, strength) if has_changed)]
    alike = [sentence for sentence, has_changed in (area, strength) if sentence and not has_changed]
    return [*changed, *alike] if changed else [words("compare.same"), *alike]


def level_name(level: Level, words: Words) -> str:
    """One of LEVELS as it reads inside a sentence, such as "the mid-calf"."""
    return words(f"level.{level.replace('-', '_').replace(' ', '_')}")


def _where(visit: Numbers, words: Words) -> list[str]:
    return [
        words("compare.reaches", side=words(f"side.{side}"), now=level_name(far.level, words))
        for side in SIDES
        if (far := visit.reach[side])
    ]


def _moved(before: Numbers, after: Numbers, words: Words) -> list[str]:
    """Whether the pain has gone from one side of the body to the other."""
    was, now = (_only_side(visit) for visit in (before, after))
    if not was or not now or was == now:
        return []
    moved = words("compare.moved", was=words(f"side.{was}"), now=words(f"side.{now}"))
    return [moved, *_where(after, words)]


def _only_side(visit: Numbers) -> Side | None:
    for side in SIDES:
        if visit.by_side[side] >= ONE_SIDED * sum(visit.by_side.values()) > 0:
            return side
    return None


def _reaches(before: Numbers, after: Numbers, words: Words) -> list[str]:
    """How far down the leg the pain goes now, where that has changed; the side with more first."""
    most = {side: -(before.by_side[side] + after.by_side[side]) for side in SIDES}
    lines = [
        _reach(before.reach[side], after.reach[side], words(f"side.{side}"), words)
        for side in sorted(SIDES, key=most.__getitem__)
    ]
    return [each for each in lines if each]


def _reach(was: Reach | None, now: Reach | None, side: str, words: Words) -> str:
    if was is None and now is None:
        return ""
    if now is None:
        return words("compare.off_nerve", side=side)
    if was is None:
        return words("compare.reaches_now", side=side, now=level_name(now.level, words))
    if was.level == now.level or abs(was.cm - now.cm) < LEAST_CM:
        return ""
    nearer = LEVELS.index(now.level) < LEVELS.index(was.level)
    return words(
        "compare.drawn_back" if nearer else "compare.spread",
        side=side,
        was=level_name(was.level, words),
        now=level_name(now.level, words),
    )


def _area(before: Numbers, after: Numbers, words: Words) -> tuple[str, bool]:
    """How much skin is marked, and whether that has changed."""
    was, now = before.share_of_skin, after.share_of_skin
    kind = "same"
    if now * LEAST_RATIO <= was:
        kind = "less"
    elif was * LEAST_RATIO <= now:
        kind = "more"
    measure = "area" if before.body == after.body else "share"
    sentence = words(
        f"compare.{measure}_{kind}",
        now=f"{after.area_cm2:.0f}",
        was=f"{before.area_cm2:.0f}",
        now_share=words.fine_percent(now),
        was_share=words.fine_percent(was),
    )
    return sentence, kind != "same"


def _strength(before: Numbers, after: Numbers, words: Words) -> tuple[str, bool]:
    """How strong the worst pain is, and whether that has changed; no words where not rated."""
    was, now = before.worst_intensity, after.worst_intensity
    if was is None or now is None:
        return "", False
    kind = "same"
    if was - now >= LEAST_POINTS:
        kind = "less"
    elif now - was >= LEAST_POINTS:
        kind = "more"
    sentence = words(f"compare.worst_{kind}", now=f"{round(now, 1):g}", was=f"{round(was, 1):g}")
    return sentence, kind != "same"
