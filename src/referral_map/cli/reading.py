"""One reading of what a person marked, answered, wrote and pressed: red flags first."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping

from ..atlas import Atlas
from ..errors import ReferralMapError
from ..geometry.places import nearest
from ..guidance import Found, screen, stops_self_care
from ..guidance import questions as flag_questions
from ..matching import MatchResult, PainDrawing, explain, match, with_pressed
from ..nerves import NerveReading, nerve_questions
from ..nerves import read as read_nerves

NO_SELF_CARE = "No self-care until a doctor has seen this."


def pairs(given: list[str], option: str) -> dict[str, str]:
    """``KEY=VALUE`` arguments as a dictionary. Raises ReferralMapError for another form."""
    found = {}
    for item in given:
        key, equals, value = item.partition("=")
        if not (equals and key and value):
            raise ReferralMapError(f"{option} takes KEY=VALUE, not {item!r}")
        found[key.strip()] = value.strip()
    return found


def sorted_answers(known: Atlas, answers: Mapping[str, str]) -> tuple[dict, dict]:
    """Answers for the red flags and for the nerve questions; a question of both goes to both.

    Raises ReferralMapError for an unknown key, with the nearest one.
    """
    flags = {question.id for question in flag_questions(known)}
    nerves = {question.id for question in nerve_questions(known)}
    for key in answers:
        if key not in flags | nerves:
            hint = nearest(key, sorted(flags | nerves))
            raise ReferralMapError(f"unknown question {key!r}{hint}; see 'referral-map questions'")
    return (
        {key: value for key, value in answers.items() if key in flags},
        {key: value for key, value in answers.items() if key in nerves},
    )


class Reading:
    """Everything that is said of one drawing."""

    def __init__(self, known: Atlas, options: Namespace) -> None:
        pain = PainDrawing.from_regions(known, options.region)
        for_flags, for_nerves = sorted_answers(known, pairs(options.answer, "--answer"))
        pressed = pairs(options.pressed, "--pressed")
        for key in pressed:
            known.trigger_point(key.partition(":")[0])
        self.red_flags: tuple[Found, ...] = screen(known, for_flags, options.text)
        self.result: MatchResult = with_pressed(match(known, pain), pressed)
        self.sets = explain(known, pain, pressed=pressed)
        muscles = [candidate.muscle for candidate in self.result.candidates]
        self.nerve: NerveReading = read_nerves(known, pain, for_nerves, muscles)

    @property
    def urgent(self) -> bool:
        """Whether something needs a doctor now or today, so that no self-care is offered."""
        return stops_self_care(self.red_flags)

    def as_dict(self) -> dict:
        """Plain data for JSON."""
        return self.result.as_dict() | {
            "sets": [each.as_dict() for each in self.sets],
            "nerve": self.nerve.as_dict(),
            "red_flags": [flag.as_dict() for flag in self.red_flags],
            "self_care": not self.urgent,
        }


def lines(known: Atlas, reading: Reading) -> list[str]:
    """The reading as a person reads it in a terminal; what is urgent stands alone."""
    shown = [f"{flag.urgency.upper()}: {flag.action} ({flag.why})" for flag in reading.red_flags]
    if reading.urgent:
        return [*shown, NO_SELF_CARE]
    for candidate in reading.result.candidates:
        point, muscle = known.trigger_point(candidate.trigger_point), known.muscle(candidate.muscle)
        shown.append(
            f"{candidate.rank:2}. {muscle.name}, {point.name}, {candidate.side} "
            f"[{candidate.trigger_point}]"
        )
        shown.append(f"    {candidate.why}")
    if not reading.result.candidates:
        shown.append("No pattern in the atlas covers this region.")
    for each in reading.sets:
        if len(each.members) > 1:
            names = " + ".join(member.trigger_point for member in each.members)
            shown.append(
                f"Together: {names} might explain {each.coverage:.0%}; "
                f"{each.unexplained_cm2:.0f} cm2 stay unexplained."
            )
    shown.append(reading.nerve.as_dict()["summary"])
    return shown


def question_list(known: Atlas) -> list[dict]:
    """All questions that ``--answer`` takes: id, words, answers, and what they are for."""
    asked = [
        {"id": q.id, "question": q.words, "answers": ["yes", "no"], "for": f"red flag, {q.urgency}"}
        for q in flag_questions(known)
    ]
    known_ids = {q["id"] for q in asked}
    for question in nerve_questions(known):
        if question.id not in known_ids:
            asked.append(
                {
                    "id": question.id,
                    "question": question.question,
                    "answers": list(question.answers),
                    "for": "muscle or nerve",
                }
            )
    return asked


__all__ = ["Reading", "lines", "pairs", "question_list"]
