"""A session made from the options of a command, and its reading as lines for a terminal."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import replace
from typing import TypedDict

from ..atlas import Atlas
from ..domain import Answer
from ..errors import ReferralMapError
from ..matching import PainDrawing
from ..matching.marks import RegionMark
from ..matching.pressed import read_pressed
from ..nerves import ANSWERS, nerve_questions
from ..red_flags import RaisedFlag
from ..red_flags import questions as flag_questions
from ..red_flags.screen import NO, YES
from ..sessions import Opened, Reading, Session, fitted, open_session, read, session_of
from ..sessions.reading import question_ids
from ..words import Words
from .bodies import atlas_of, with_body
from .speaking import hint, words_of


def reading_of(options: Namespace) -> tuple[Atlas, Reading]:
    """The session that the options describe: a file, and what they add to it; as it was read, and
    the atlas in the language and on the body it was read on.

    Raises ReferralMapError for what the options name and the atlas does not know; what a file
    names and the atlas does not know is left out, with a note.
    """
    if options.drawing is None and not (options.region or options.text or options.answer):
        raise ReferralMapError(words_of(options)("cli.error.no_drawing"))
    opened = open_session(options.drawing) if options.drawing else Opened(Session())
    session = with_body(options, opened.session)
    atlas = atlas_of(options, session)
    reading = read(atlas, _added(atlas, session, options))
    return atlas, replace(reading, notes=(*opened.notes(atlas.words), *reading.notes))


def _added(atlas: Atlas, session: Session, options: Namespace) -> Session:
    """A session with what the options add to it."""
    marked = [atlas.region(region_id).id for region_id in options.region]
    pressed = _pressed(atlas, _pairs(atlas.words, options.pressed, "--pressed"), session, marked)
    content = session.model_dump() | {
        "marks": (*session.marks, *(RegionMark(region=region_id) for region_id in marked)),
        "answers": session.answers
        | _answers(atlas, _pairs(atlas.words, options.answer, "--answer")),
        "text": "\n\n".join(filter(None, (session.text, options.text))),
        "pressed": session.pressed | pressed,
        "also_hurts": session.also_hurts | _also(atlas, options),
        "weigh_common": session.weigh_common and not options.no_common,
        "weigh_evidence": session.weigh_evidence and not options.no_evidence,
    }
    return session_of(content)


def _answers(atlas: Atlas, given: dict[str, str]) -> dict[str, str]:
    """Answers as sessions hold them. Raises ReferralMapError for an unknown question or answer."""
    asked, words = question_ids(atlas), atlas.words
    for key in given:
        if key not in asked:
            near = hint(words, key, sorted(asked))
            raise ReferralMapError(words("cli.error.question", given=repr(key), hint=near))
    return {key: _answer(words, key, value) for key, value in given.items()}


def _also(atlas: Atlas, options: Namespace) -> dict[str, str]:
    """Whether it also hurts in regions. Raises ReferralMapError as ``_answers``."""
    given = _pairs(atlas.words, options.also, "--also")
    return {atlas.region(key).id: _answer(atlas.words, key, value) for key, value in given.items()}


def _answer(words: Words, key: str, value: str) -> str:
    """One answer as sessions hold it. Raises ReferralMapError for one that does not exist."""
    answer = value.lower()
    answer = "yes" if answer in YES else "no" if answer in NO else answer
    if answer not in ANSWERS:
        raise ReferralMapError(
            words(
                "cli.error.answer",
                given=repr(value),
                question=repr(key),
                allowed=", ".join(ANSWERS),
                hint=hint(words, answer, ANSWERS),
            )
        )
    return answer


def _pressed(
    atlas: Atlas, given: dict[str, str], session: Session, marked: list[str]
) -> dict[str, str]:
    """Findings by point and side; a point without its side is meant on the side marked most."""
    for key in given:
        atlas.trigger_point(key.partition(":")[0])
    if not given:
        return {}
    fit, _ = fitted(atlas, session)
    marks = (*fit.marks, *(RegionMark(region=region_id) for region_id in marked))
    findings = read_pressed(given, PainDrawing.from_marks(atlas, marks).side)
    return {f"{point}:{side}": finding for (point, side), finding in findings.items()}


def _pairs(words: Words, given: list[str], option: str) -> dict[str, str]:
    """``KEY=VALUE`` arguments as a dictionary. Raises ReferralMapError for another form."""
    values: dict[str, str] = {}
    for item in given:
        key, equals, value = item.partition("=")
        if not (equals and key and value):
            raise ReferralMapError(words("cli.error.pair", option=option, given=repr(item)))
        values[key.strip()] = value.strip()
    return values


def lines(atlas: Atlas, reading: Reading) -> list[str]:
    """The reading as lines for a terminal; an urgent sign replaces everything else."""
    words = atlas.words
    printed = [words("cli.note", note=note) for note in reading.notes]
    printed += _signs(words, reading.red_flags)
    if reading.urgent:
        return [*printed, words("cli.match.no_self_care")]
    printed += [
        words("cli.match.first", question=asked.words, id=asked.id) for asked in reading.asked_first
    ]
    printed += [words("cli.match.for_you", text=each.text) for each in reading.self_care_changes]
    for candidate in reading.result.candidates:
        point, muscle = atlas.trigger_point(candidate.trigger_point), atlas.muscle(candidate.muscle)
        name = atlas.on_side(f"{muscle.name}, {point.name}", candidate.side)
        printed.append(f"{candidate.rank:2}. {name} [{candidate.trigger_point}]")
        printed.append(f"    {candidate.weighed} {candidate.why}")
    asked = reading.result.ask_area
    if asked:
        name = atlas.region(asked.region).name
        printed.append(words("cli.match.also", region=name, id=asked.region))
    if not reading.result.candidates:
        why = "nothing_marked" if reading.pain.empty else "no_pattern"
        printed.append(words(f"cli.match.{why}"))
    printed += _extent(words, reading.pain)
    for each in reading.sets:
        if len(each.members) > 1:
            printed.append(
                words(
                    "cli.match.together",
                    names=" + ".join(member.trigger_point for member in each.members),
                    share=words.percent(each.coverage),
                    area=f"{each.unexplained_cm2:.0f}",
                )
            )
    printed.append(reading.nerve.summary)
    if reading.nerve.model:
        printed.append(f"{reading.nerve.model.text} {reading.nerve.model.limits}")
    return printed


def _extent(words: Words, pain: PainDrawing) -> list[str]:
    """How much skin is marked; nothing where none is."""
    area, share = f"{pain.area_cm2:.0f}", words.fine_percent(pain.share_of_skin)
    return [] if pain.empty else [words("cli.match.marked", area=area, share=share)]


def _signs(words: Words, flags: Iterable[RaisedFlag]) -> list[str]:
    """The signs that need a doctor: the sure ones, then those to ask.

    A sign for now that stops nothing, thoughts of dying, stands before the others of its kind.
    """
    ordered = sorted(flags, key=lambda flag: (not flag.is_sure, not flag.hides_nothing))
    return [
        words(f"cli.match.flag.{flag.urgency}", action=flag.action_in_words(words), why=flag.why)
        if flag.is_sure
        else words("cli.match.ask", question=flag.question, why=flag.why)
        for flag in ordered
    ]


ListedQuestion = TypedDict(
    "ListedQuestion", {"id": str, "question": str, "answers": list[Answer], "for": str}
)
"""A question that ``--answer`` takes, and what it is for: a red flag, or muscle or nerve."""


def question_list(atlas: Atlas) -> list[ListedQuestion]:
    """All questions that ``--answer`` takes: id, words, answers, and what they are for."""
    words = atlas.words
    asked: list[ListedQuestion] = [
        {
            "id": q.id,
            "question": q.words,
            "answers": list(ANSWERS),
            "for": words(f"cli.questions.red_flag.{q.urgency}"),
        }
        for q in flag_questions(atlas)
    ]
    listed_ids = {q["id"] for q in asked}
    for question in nerve_questions(atlas):
        if question.id not in listed_ids:
            asked.append(
                {
                    "id": question.id,
                    "question": question.question,
                    "answers": list(question.answers),
                    "for": words("cli.questions.nerve"),
                }
            )
    return asked
