"""A session made from the options of a command, and its reading as lines for a terminal."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from typing import TypedDict

from ..atlas import Atlas
from ..domain import Answer
from ..errors import ReferralMapError
from ..geometry.place_language import nearest
from ..matching import PainDrawing
from ..matching.marks import RegionMark
from ..matching.pressed import read_pressed
from ..nerves import ANSWERS, nerve_questions
from ..red_flags import questions as flag_questions
from ..red_flags.screen import NO, YES
from ..sessions import Reading, Session, fitted, open_session, read, session_of
from ..sessions.reading import question_ids

_NO_PATTERN = "No pattern in the atlas covers this region."
NO_SELF_CARE = "No self-care until a doctor has seen this."


def reading_of(atlas: Atlas, options: Namespace) -> Reading:
    """The reading of the session that the options describe: a file, and what they add to it.

    Raises ReferralMapError for what the options name and the atlas does not know; what a file
    names and the atlas does not know is left out, with a note.
    """
    if options.drawing is None and not options.region:
        raise ReferralMapError("match needs --region or --drawing; see 'referral-map match --help'")
    opened = open_session(options.drawing) if options.drawing else None
    reading = read(atlas, _added(atlas, opened.session if opened else Session(), options))
    return (
        replace(reading, notes=(*opened.notes(atlas.words), *reading.notes)) if opened else reading
    )


def _added(atlas: Atlas, session: Session, options: Namespace) -> Session:
    """A session with what the options add to it."""
    marked = [atlas.region(region_id).id for region_id in options.region]
    pressed = _pressed(atlas, pairs(options.pressed, "--pressed"), session, marked)
    content = session.model_dump() | {
        "marks": (*session.marks, *(RegionMark(region=region_id) for region_id in marked)),
        "answers": session.answers | _answers(atlas, pairs(options.answer, "--answer")),
        "text": "\n\n".join(filter(None, (session.text, options.text))),
        "pressed": session.pressed | pressed,
        "weigh_common": session.weigh_common and not options.no_common,
    }
    return session_of(content)


def _answers(atlas: Atlas, given: dict[str, str]) -> dict[str, str]:
    """Answers as sessions hold them. Raises ReferralMapError for an unknown question or answer."""
    asked = question_ids(atlas)
    answers: dict[str, str] = {}
    for key, value in given.items():
        if key not in asked:
            hint = nearest(key, sorted(asked))
            raise ReferralMapError(f"unknown question {key!r}{hint}; see 'referral-map questions'")
        answer = value.lower()
        answer = "yes" if answer in YES else "no" if answer in NO else answer
        if answer not in ANSWERS:
            raise ReferralMapError(
                f"unknown answer {value!r} to {key!r}; allowed: {', '.join(ANSWERS)}"
                f"{nearest(answer, ANSWERS)}"
            )
        answers[key] = answer
    return answers


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


def pairs(given: list[str], option: str) -> dict[str, str]:
    """``KEY=VALUE`` arguments as a dictionary. Raises ReferralMapError for another form."""
    values: dict[str, str] = {}
    for item in given:
        key, equals, value = item.partition("=")
        if not (equals and key and value):
            raise ReferralMapError(f"{option} takes KEY=VALUE, not {item!r}")
        values[key.strip()] = value.strip()
    return values


def lines(atlas: Atlas, reading: Reading) -> list[str]:
    """The reading as lines for a terminal; an urgent sign replaces everything else."""
    printed = [f"Note: {note}" for note in reading.notes]
    printed += [f"{flag.urgency.upper()}: {flag.action} ({flag.why})" for flag in reading.red_flags]
    if reading.urgent:
        return [*printed, NO_SELF_CARE]
    for candidate in reading.result.candidates:
        point, muscle = atlas.trigger_point(candidate.trigger_point), atlas.muscle(candidate.muscle)
        printed.append(
            f"{candidate.rank:2}. {muscle.name}, {point.name}, {candidate.side} "
            f"[{candidate.trigger_point}]"
        )
        printed.append(f"    {candidate.why}")
    if not reading.result.candidates:
        marked = "Nothing is marked." if reading.pain.empty else _NO_PATTERN
        printed.append(marked)
    for each in reading.sets:
        if len(each.members) > 1:
            names = " + ".join(member.trigger_point for member in each.members)
            printed.append(
                f"Together: {names} might explain {each.coverage:.0%}; "
                f"{each.unexplained_cm2:.0f} cm2 stay unexplained."
            )
    printed.append(reading.nerve.summary)
    return printed


ListedQuestion = TypedDict(
    "ListedQuestion", {"id": str, "question": str, "answers": list[Answer], "for": str}
)
"""A question that ``--answer`` takes, and what it is for: a red flag, or muscle or nerve."""


def question_list(atlas: Atlas) -> list[ListedQuestion]:
    """All questions that ``--answer`` takes: id, words, answers, and what they are for."""
    asked: list[ListedQuestion] = [
        {"id": q.id, "question": q.words, "answers": list(ANSWERS), "for": f"red flag, {q.urgency}"}
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
                    "for": "muscle or nerve",
                }
            )
    return asked
