"""The screen before results: signs that need a doctor, in the answers and the free text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ..atlas import Atlas
from ..atlas.flag_records import RedFlagRecord
from ..atlas.once import once_a_language
from ..domain import COUNTED_IN_DOUBT, STOPPING, URGENCIES, Urgency
from ..errors import ReferralMapError, nearest
from ..json_data import to_json
from .flag_reader import FlagReader, ReadText, Span

RedFlag = RedFlagRecord
"""The written record of a sign that needs a doctor."""

YES = ("yes", "y", "true", "1")
NO = ("no", "n", "false", "0")
NOT_SURE = ("not_sure",)


@dataclass(frozen=True)
class Question:
    """What a person is asked, to be answered yes or no under this id."""

    id: str
    words: str
    urgency: Urgency


@dataclass(frozen=True)
class RaisedFlag:
    """A sign that needs a doctor: how soon, what to do, and which answer or words raised it."""

    id: str
    urgency: Urgency
    action: str
    why: str
    sources: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return to_json(self)


def questions(atlas: Atlas) -> tuple[Question, ...]:
    """The questions of the screen, the most urgent first."""
    return tuple(Question(flag.id, flag.question, flag.urgency) for flag in _in_order(atlas))


def screen(atlas: Atlas, answers: Mapping[str, str], text: str = "") -> tuple[RaisedFlag, ...]:
    """The red flags in answers or a text, by urgency, then in the order of the file.

    answers: by the id of a question, yes, no (also true, false, 1, 0, y, n) or not_sure. A "no"
    does not remove a sign that the text mentions. Not being sure of a sign that needs help now
    counts as the sign: a person who is unsure whether they are numb between the legs needs an
    examination. Raises ReferralMapError for an unknown id or another answer.
    """
    given = _checked(atlas, answers)
    written = _written(atlas, text)
    raised: list[RaisedFlag] = []
    for flag in _in_order(atlas):
        why: list[str] = []
        answer = given.get(flag.id)
        if tells_of(flag.urgency, answer):
            how = "answered" if answer in YES else "not_sure"
            why.append(atlas.words(f"red_flags.{how}", question=flag.question))
        if flag.id in written:
            why.append(atlas.words("red_flags.wrote", words=written[flag.id]))
        if why:
            raised.append(
                RaisedFlag(flag.id, flag.urgency, flag.action, " ".join(why), tuple(flag.sources))
            )
    return tuple(raised)


def tells_of(urgency: Urgency, answer: str | None) -> bool:
    """Whether an answer to the question about a sign of this urgency raises its flag.

    ``care/red_flag_rule.js`` follows the same rule in the browser.
    """
    return answer in YES or (answer in NOT_SURE and urgency in COUNTED_IN_DOUBT)


def stops_self_care(flags: Iterable[RaisedFlag]) -> bool:
    """Whether any of these needs a doctor now or today, so that no self-care is offered."""
    return any(flag.urgency in STOPPING for flag in flags)


def _in_order(atlas: Atlas) -> list[RedFlagRecord]:
    return sorted(atlas.red_flags, key=lambda flag: URGENCIES.index(flag.urgency))


def _checked(atlas: Atlas, answers: Mapping[str, str]) -> dict[str, str]:
    ids = {flag.id for flag in atlas.red_flags}
    allowed = YES + NO + NOT_SURE
    checked: dict[str, str] = {}
    for key, value in answers.items():
        if key not in ids:
            raise ReferralMapError(f"unknown question {key!r}{nearest(key, sorted(ids))}")
        checked[key] = str(value).strip().lower()
        if checked[key] not in allowed:
            hint = nearest(checked[key], allowed)
            raise ReferralMapError(
                f"answer {value!r} to {key!r}; allowed: yes, no or not_sure{hint}"
            )
    return checked


def _written(atlas: Atlas, text: str) -> dict[str, str]:
    """By the id of a flag, the words of the text that mention it.

    A text is read in the language of the atlas and in the one its files are written in, because
    people mix them. Where both find a flag in the same words and one of them reads a denial, it is
    denied.
    """
    if not text.strip():
        return {}
    texts = [_reader(each).read(text) for each in dict.fromkeys((atlas, atlas.original))]
    quotes: dict[str, str] = {}
    for flag in atlas.red_flags:
        for reading in texts:
            others = [other for other in texts if other is not reading]
            places = reading.places_of(flag.id, partial(_denied_by, others))
            if places is not None and flag.id not in quotes:
                quotes[flag.id] = _joined(atlas, [_quoted(text[a:b]) for a, b in places])
    return quotes


def _denied_by(texts: Sequence[ReadText], flag_id: str, span: Span) -> bool:
    """Whether one of some texts denies a flag there."""
    return any(text.denies(flag_id, span) for text in texts)


@once_a_language
def _reader(atlas: Atlas) -> FlagReader:
    return FlagReader(atlas.language, atlas.red_flags)


def _joined(atlas: Atlas, quotes: list[str]) -> str:
    joined = quotes[0]
    for quote in quotes[1:]:
        joined = atlas.words("red_flags.joined", first=joined, second=quote)
    return joined


def _quoted(words: str) -> str:
    return f'"{" ".join(words.split())}"'
