"""When the visits were: their order, their places on an axis of time, and what each is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypedDict

from ..words import Words
from .dates import DateLocale, has_time, written, written_short, written_time

_A_DAY = timedelta(days=1)
_WIDTH_OF_DATE, _WIDTH_OF_NUMBER = 0.32, 0.09
"""Shares of an axis that a label may take."""


class LabelData(TypedDict):
    """A label of an axis as plain data."""

    place: float
    text: str


class AxisData(TypedDict):
    """An axis of time as plain data."""

    places: list[float]
    labels: list[LabelData]


@dataclass(frozen=True)
class TimeAxis:
    """Where visits stand on an axis of time that goes from 0 to 1.

    places: of each visit, to scale; one step apart where not every visit has a date, or all are of
    one moment. labels: the place and the words of a few labels that do not touch each other while
    none takes more than about a third of the axis; the first begins at 0 and the last ends at 1.
    """

    places: tuple[float, ...]
    labels: tuple[tuple[float, str], ...]

    def as_dict(self) -> AxisData:
        """Plain data for JSON."""
        return {
            "places": list(self.places),
            "labels": [{"place": place, "text": text} for place, text in self.labels],
        }


def order(dates: Sequence[str | None]) -> list[int]:
    """Numbers of the visits, the oldest first; as given when one has no date.

    Moments are compared wherever in the world they were. A day alone has no time zone: where one
    is among them all go by what was written, and it comes before the moments of that day.
    """
    moments = _moments(dates)
    numbers = list(range(len(dates)))
    if moments is None:
        return numbers
    return sorted(numbers, key=lambda number: (moments[number], len(dates[number] or "")))


def days_from_first(dates: Sequence[str | None]) -> list[float | None]:
    """Days from the first visit to each, in their order; None for all when one has no date."""
    moments = _moments(dates)
    if not moments:
        return [None] * len(dates)
    return [round((each - moments[0]) / _A_DAY, 5) for each in moments]


def names(dates: Sequence[str | None], locale: DateLocale, words: Words) -> list[str]:
    """What each visit is called, no two alike: its date in full, with the time where another visit
    was on that day at another time, and with its number where nothing else tells it apart."""
    timed = Counter(each[:10] for each in dates if each and has_time(each))
    plain = [
        written(each, locale, timed[each[:10]] > 1) if each else words("compare.no_date")
        for each in dates
    ]
    alike = Counter(plain)
    return [
        words("compare.visit", when=name, number=number) if alike[name] > 1 or not each else name
        for number, (each, name) in enumerate(zip(dates, plain, strict=True), 1)
    ]


def time_axis(dates: Sequence[str | None], locale: DateLocale) -> TimeAxis:
    """The axis of some visits in their order."""
    days = [each for each in days_from_first(dates) if each is not None]
    if days and days[-1] > 0:
        places = [each / days[-1] for each in days]
    else:
        places = [number / max(len(dates) - 1, 1) for number in range(len(dates))]
    return TimeAxis(tuple(places), tuple(_labels(places, dates, locale)))


def _labels(
    places: Sequence[float], dates: Sequence[str | None], locale: DateLocale
) -> list[tuple[float, str]]:
    numbers = [str(number) for number in range(1, len(dates) + 1)]
    dated = [each for each in dates if each]
    if len(dated) < len(dates):
        return _apart(places, numbers, _WIDTH_OF_NUMBER)
    if len({each[:10] for each in dated}) > 1:
        named = [written_short(each, locale) for each in dated]
        return _apart(places, named, _WIDTH_OF_DATE)
    # On one day the times tell more; the day stands between them.
    times = [written_time(each, locale) if has_time(each) else "" for each in dated]
    ends = times if times[0] and times[0] != times[-1] else numbers
    return [(0.0, ends[0]), (0.5, written_short(dated[0], locale)), (1.0, ends[-1])]


def _apart(places: Sequence[float], named: Sequence[str], width: float) -> list[tuple[float, str]]:
    """The labels of the first and the last visit, and of those between that find room."""
    kept, free = [(places[0], named[0])], width
    for place, name in zip(places[1:-1], named[1:-1], strict=True):
        if place - width / 2 > free and place + width / 2 < 1 - width:
            kept.append((place, name))
            free = place + width / 2
    return [*kept, (places[-1], named[-1])]


def _moments(dates: Sequence[str | None]) -> list[datetime] | None:
    """Moments that can be compared; None when one has no date."""
    given = [each for each in dates if each]
    if len(given) < len(dates):
        return None
    moments = [datetime.fromisoformat(each) for each in given]
    if all(has_time(each) for each in given):
        return moments
    return [each.replace(tzinfo=None) for each in moments]
