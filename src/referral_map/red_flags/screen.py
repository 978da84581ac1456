"""The screen before results: signs that need a doctor, in the answers and the free text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..atlas import Atlas
from ..atlas.flag_records import RedFlagRecord
from ..domain import COUNTED_IN_DOUBT, STOPPING, URGENCIES, Certainty, Urgency
from ..errors import ReferralMapError, nearest
from ..json_data import to_json
from ..words import Words
from .hearing import hear
from .listener import Heard

RedFlag = RedFlagRecord
"""The written record of a sign that needs a doctor."""

YES = ("yes", "y", "true", "1")
NO = ("no", "n", "false", "0")
NOT_SURE = ("not_sure",)


@dataclass(frozen=True)
class Question:
    """What a person is asked, to be answered yes or no under this id.

    asked_at, asked_first: as in the written record.
    """

    id: str
    words: str
    urgency: Urgency
    asked_at: tuple[str, ...] = ()
    asked_first: tuple[str, ...] = ()

    def is_asked_at(self, regions: Collection[str]) -> bool:
        """Whether it is asked of a person who marked some regions (ids without a side)."""
        return not self.asked_at or any(region in regions for region in self.asked_at)

    def is_first_at(self, regions: Collection[str]) -> bool:
        """Whether marking these regions makes it a question before all others."""
        return any(region in regions for region in self.asked_first)


@dataclass(frozen=True)
class HelpLine:
    """Whom to call, and in which country."""

    country: str
    number: str
    service: str


@dataclass(frozen=True)
class RaisedFlag:
    """A sign that needs a doctor: how soon, what to do, and which answer or words raised it.

    heard: ``sure``, or ``ask`` where the words might tell of it and ``question`` has to be asked;
    until it is answered such a sign neither stops anything nor is dropped. question is empty for a
    sure sign. stops: whether it takes the place of self-care. help_lines: whom to call; most signs
    have none.
    """

    id: str
    urgency: Urgency
    heard: Certainty
    question: str
    action: str
    why: str
    stops: bool
    sources: tuple[str, ...]
    help_lines: tuple[HelpLine, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether it was told, and need not be asked."""
        return self.heard == "sure"

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON, without what a sign does not have: a question, lines to call."""
        content = to_json(self)
        if self.is_sure:
            del content["question"]
        if not self.help_lines:
            del content["help_lines"]
        return content

    @property
    def hides_nothing(self) -> bool:
        """Whether it is urgent and yet takes the place of nothing: thoughts of dying."""
        return self.urgency in STOPPING and not self.stops

    def action_in_words(self, words: Words) -> str:
        """What to do, and the lines to call where there are some."""
        lines = "; ".join(
            words("red_flags.line", country=each.country, number=each.number, service=each.service)
            for each in self.help_lines
        )
        return f"{self.action} {words('red_flags.lines', lines=lines)}" if lines else self.action


def questions(atlas: Atlas) -> tuple[Question, ...]:
    """The questions of the screen, the most urgent first."""
    return tuple(
        Question(flag.id, flag.question, flag.urgency, flag.asked_at, flag.asked_first)
        for flag in _in_order(atlas)
    )


def screen(atlas: Atlas, answers: Mapping[str, str], text: str = "") -> tuple[RaisedFlag, ...]:
    """The red flags in answers or a text: the sure ones, then those to ask; each by urgency.

    answers: by the id of a question, yes, no (also true, false, 1, 0, y, n) or not_sure. A "no"
    does not remove a sign that the text tells of, but answers what would be asked. Not being sure
    of a sign that needs help now counts as the sign: a person who is unsure whether they are numb
    between the legs needs an examination; not being sure of a sign for today keeps it as one to
    have checked. Raises ReferralMapError for an unknown id or another answer.
    """
    given = _checked(atlas, answers)
    heard = hear(atlas, text)
    raised = [
        flag
        for record in _in_order(atlas)
        if (flag := _raised(atlas, record, given.get(record.id), heard.get(record.id), text))
    ]
    return tuple(sorted(raised, key=lambda flag: not flag.is_sure))


def _raised(
    atlas: Atlas, record: RedFlagRecord, answer: str | None, heard: Heard | None, text: str
) -> RaisedFlag | None:
    """A sign as answers and words tell of it; None where they do not."""
    told = tells_of(record.urgency, answer)
    if heard is not None and heard.certainty == "ask" and (told or answer in NO):
        heard = None
    doubtful = answer in NOT_SURE and record.urgency in STOPPING
    if not told and heard is None and not doubtful:
        return None
    sure = told or (heard is not None and heard.certainty == "sure")
    why: list[str] = []
    if told or doubtful:
        how = "answered" if answer in YES else "not_sure"
        why.append(atlas.words(f"red_flags.{how}", question=record.question))
    if heard is not None:
        quotes = _joined(atlas, [_quoted(text[start:end]) for start, end in heard.spans])
        how = "wrote" if heard.certainty == "sure" else "perhaps_wrote"
        why.append(atlas.words(f"red_flags.{how}", words=quotes))
    return RaisedFlag(
        record.id,
        record.urgency,
        "sure" if sure else "ask",
        "" if sure else record.question,
        record.action,
        " ".join(why),
        record.takes_over,
        tuple(record.sources),
        help_lines_of(atlas, record),
    )


def help_lines_of(atlas: Atlas, record: RedFlagRecord) -> tuple[HelpLine, ...]:
    """The lines to call of a sign, with the countries named in the language of the atlas."""
    return tuple(
        HelpLine(atlas.words(f"country.{line.country}"), line.number, line.service)
        for line in record.help_lines
    )


def tells_of(urgency: Urgency, answer: str | None) -> bool:
    """Whether an answer to the question about a sign of this urgency raises its flag.

    ``care/red_flag_rule.js`` follows the same rule in the browser.
    """
    return answer in YES or (answer in NOT_SURE and urgency in COUNTED_IN_DOUBT)


def stops_self_care(flags: Iterable[RaisedFlag]) -> bool:
    """Whether any of these is sure and for now or today, so that no self-care is offered."""
    return any(flag.is_sure and flag.stops for flag in flags)


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


def _joined(atlas: Atlas, quotes: list[str]) -> str:
    joined = quotes[0]
    for quote in quotes[1:]:
        joined = atlas.words("red_flags.joined", first=joined, second=quote)
    return joined


def _quoted(words: str) -> str:
    return f'"{" ".join(words.split())}"'
