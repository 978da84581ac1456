"""The screen before results: which signs that need a doctor answers and free text tell of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from weakref import WeakKeyDictionary

from ..atlas import Atlas
from ..atlas.flag_records import URGENCIES, RedFlagRecord
from ..errors import ReferralMapError
from ..geometry.places import nearest
from .negation import clause_before, denials, is_denied
from .phrases import Lexicon, Reader
from .text import Word, words_of

RedFlag = RedFlagRecord
"""A sign that needs a doctor, as people wrote it."""

YES = ("yes", "y", "true", "1")
NO = ("no", "n", "false", "0")
STOPPING = ("now", "today")
"""Urgencies that put one plain instruction in the place of all self-care."""

_LEXICONS: WeakKeyDictionary[Atlas, Lexicon] = WeakKeyDictionary()


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
        return asdict(self) | {"sources": list(self.sources)}


def questions(atlas: Atlas) -> tuple[Question, ...]:
    """The questions of the screen, the most urgent first."""
    return tuple(Question(flag.id, flag.question, flag.urgency) for flag in _in_order(atlas))


def screen(atlas: Atlas, answers: Mapping[str, str], text: str = "") -> tuple[Found, ...]:
    """The red flags that answers or a text tell of, by urgency, then in the order of the file.

    answers: by the id of a question, yes or no (also true, false, 1, 0, y, n). A "no" takes
    nothing away that the text tells. Raises ReferralMapError for an unknown id or another answer.
    """
    yes = _answered_yes(atlas, answers)
    told = _told(atlas, text)
    found = []
    for flag in _in_order(atlas):
        why = []
        if flag.id in yes:
            why.append(f"You answered yes to: {flag.question}")
        if flag.id in told:
            why.append(f"You wrote: {told[flag.id]}.")
        if why:
            found.append(
                Found(flag.id, flag.urgency, flag.action, " ".join(why), tuple(flag.sources))
            )
    return tuple(found)


def stops_self_care(found: Iterable[Found]) -> bool:
    """Whether any of these needs a doctor now or today, so that no self-care is offered."""
    return any(flag.urgency in STOPPING for flag in found)


def _in_order(atlas: Atlas) -> list[RedFlagRecord]:
    return sorted(atlas.red_flags, key=lambda flag: URGENCIES.index(flag.urgency))


def _answered_yes(atlas: Atlas, answers: Mapping[str, str]) -> set[str]:
    known = {flag.id for flag in atlas.red_flags}
    yes = set()
    for key, value in answers.items():
        if key not in known:
            raise ReferralMapError(f"unknown question {key!r}{nearest(key, sorted(known))}")
        given = str(value).strip().lower()
        if given not in YES + NO:
            hint = nearest(given, YES + NO)
            raise ReferralMapError(f"answer {value!r} to {key!r}; allowed: yes or no{hint}")
        if given in YES:
            yes.add(key)
    return yes


def _told(atlas: Atlas, text: str) -> dict[str, str]:
    """By the id of a flag, the words of the text that tell of it."""
    words = words_of(text)
    if not words:
        return {}
    if atlas not in _LEXICONS:
        _LEXICONS[atlas] = Lexicon(p for flag in atlas.red_flags for p in _phrases(flag))
    reader, denied = Reader(words, _LEXICONS[atlas]), denials(words)

    def said(flag: RedFlagRecord, phrases: Iterable[str]) -> str | None:
        for phrase in phrases:
            for places in reader.find(phrase):
                if not is_denied(places, denied) and not _taken_away(flag, words, places[0]):
                    return _quoted(text[words[places[0]].start : words[places[-1]].end])
        return None

    told = {}
    for flag in atlas.red_flags:
        quotes = [said(flag, flag.phrases)]
        if quotes[0] is None and flag.together:
            quotes = [said(flag, group) for group in flag.together]
        if None not in quotes:
            told[flag.id] = " and ".join(quotes)
    return told


def _taken_away(flag: RedFlagRecord, words: list[Word], place: int) -> bool:
    """Whether a word such as "mother" says that a phrase at this place tells of no such sign."""
    return bool(flag.not_after) and not set(flag.not_after).isdisjoint(clause_before(words, place))


def _phrases(flag: RedFlagRecord) -> Iterable[str]:
    yield from flag.phrases
    for group in flag.together:
        yield from group


def _quoted(words: str) -> str:
    return f'"{" ".join(words.split())}"'
