"""The screen before results: which signs that need a doctor answers and free text tell of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from ..atlas import Atlas
from ..atlas.flag_records import RedFlagRecord
from ..domain import COUNTED_IN_DOUBT, STOPPING, URGENCIES, Urgency
from ..errors import ReferralMapError, nearest
from ..plain import plain
from .listening import Listener

RedFlag = RedFlagRecord
"""A sign that needs a doctor, as people wrote it."""

YES = ("yes", "y", "true", "1")
NO = ("no", "n", "false", "0")
NOT_SURE = ("not_sure",)

_LISTENERS: WeakKeyDictionary[Atlas, Listener] = WeakKeyDictionary()


@dataclass(frozen=True)
class Question:
    """What a person is asked, to be answered yes or no under this id."""

    id: str
    words: str
    urgency: str


@dataclass(frozen=True)
class Found:
    """A sign that needs a doctor: how soon, what to do, and which answer or words told of it."""

    id: str
    urgency: str
    action: str
    why: str
    sources: tuple[str, ...]

    def as_dict(self) -> dict:
        """Plain data for JSON."""
        return plain(self)


def questions(atlas: Atlas) -> tuple[Question, ...]:
    """The questions of the screen, the most urgent first."""
    return tuple(Question(flag.id, flag.question, flag.urgency) for flag in _in_order(atlas))


def screen(atlas: Atlas, answers: Mapping[str, str], text: str = "") -> tuple[Found, ...]:
    """The red flags that answers or a text tell of, by urgency, then in the order of the file.

    answers: by the id of a question, yes, no (also true, false, 1, 0, y, n) or not_sure. A "no"
    takes nothing away that the text tells. Not being sure of a sign that needs help now counts as
    the sign: whoever doubts whether they are numb between the legs is to be looked at. Raises
    ReferralMapError for an unknown id or another answer.
    """
    given = _checked(atlas, answers)
    told = _told(atlas, text)
    found = []
    for flag in _in_order(atlas):
        why = []
        answer = given.get(flag.id)
        if tells_of(flag.urgency, answer):
            how = "answered" if answer in YES else "not_sure"
            why.append(atlas.words(f"guidance.{how}", question=flag.question))
        if flag.id in told:
            why.append(atlas.words("guidance.wrote", words=told[flag.id]))
        if why:
            found.append(
                Found(flag.id, flag.urgency, flag.action, " ".join(why), tuple(flag.sources))
            )
    return tuple(found)


def tells_of(urgency: Urgency, answer: str | None) -> bool:
    """Whether an answer to the question about a sign of this urgency tells of the sign.

    ``care/urgent.js`` follows the same rule in the browser.
    """
    return answer in YES or (answer in NOT_SURE and urgency in COUNTED_IN_DOUBT)


def stops_self_care(found: Iterable[Found]) -> bool:
    """Whether any of these needs a doctor now or today, so that no self-care is offered."""
    return any(flag.urgency in STOPPING for flag in found)


def _in_order(atlas: Atlas) -> list[RedFlagRecord]:
    return sorted(atlas.red_flags, key=lambda flag: URGENCIES.index(flag.urgency))


def _checked(atlas: Atlas, answers: Mapping[str, str]) -> dict[str, str]:
    known = {flag.id for flag in atlas.red_flags}
    allowed = YES + NO + NOT_SURE
    checked = {}
    for key, value in answers.items():
        if key not in known:
            raise ReferralMapError(f"unknown question {key!r}{nearest(key, sorted(known))}")
        checked[key] = str(value).strip().lower()
        if checked[key] not in allowed:
            hint = nearest(checked[key], allowed)
            raise ReferralMapError(
                f"answer {value!r} to {key!r}; allowed: yes, no or not_sure{hint}"
            )
    return checked


def _told(atlas: Atlas, text: str) -> dict[str, str]:
    """By the id of a flag, the words of the text that tell of it.

    A text is read in the language of the atlas and in the one it was written in, for people mix
    them. Where both find a flag in the same words and one of them reads a denial, it is denied.
    """
    if not text.strip():
        return {}
    heard = [_listener(each).hear(text) for each in dict.fromkeys((atlas, atlas.original))]
    told = {}
    for flag in atlas.red_flags:
        for ears in heard:
            others = [other for other in heard if other is not ears]
            places = ears.told(
                flag.id, lambda *where, others=others: any(each.denies(*where) for each in others)
            )
            if places is not None and flag.id not in told:
                told[flag.id] = _joined(atlas, [_quoted(text[a:b]) for a, b in places])
    return told


def _listener(atlas: Atlas) -> Listener:
    if atlas not in _LISTENERS:
        _LISTENERS[atlas] = Listener(atlas.language, atlas.red_flags)
    return _LISTENERS[atlas]


def _joined(atlas: Atlas, quotes: list[str]) -> str:
    said = quotes[0]
    for quote in quotes[1:]:
        said = atlas.words("guidance.joined", first=said, second=quote)
    return said


def _quoted(words: str) -> str:
    return f'"{" ".join(words.split())}"'
