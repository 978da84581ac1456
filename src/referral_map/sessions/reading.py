"""One reading of a session: red flags first, then points, sets, and muscle or nerve."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..atlas import Atlas
from ..atlas.building import on_body
from ..atlas.once import once_an_atlas
from ..domain import Answer, Body, Side
from ..matching import MatchResult, PainDrawing, PointSet, analyse
from ..matching.marks import RegionMark
from ..nerves import NerveReading, nerve_questions
from ..nerves import Question as NerveQuestion
from ..nerves import read as read_nerves
from ..red_flags import Question as FlagQuestion
from ..red_flags import RaisedFlag, SelfCareChange, changes_of, screen, stops_self_care
from ..red_flags import questions as flag_questions
from ..words import Words
from .files import Opened
from .record import Session

MOST_NAMED = 3
"""The most unknown ids that a note names."""


@dataclass(frozen=True)
class Reading:
    """The whole reading of one session.

    session: as it was read, without ids that the atlas does not have; body: the one it was read on;
    notes: what was left out of it, one sentence each; marked_regions: those, without a side, of
    which any skin is marked; asked_first: questions that the marks ask before all, not answered
    yet; shortlist: points with their sides in the order worth naming, which looks at what several
    explain together.
    """

    session: Session
    body: Body
    pain: PainDrawing
    red_flags: tuple[RaisedFlag, ...]
    result: MatchResult
    sets: tuple[PointSet, ...]
    shortlist: tuple[tuple[str, Side], ...]
    nerve: NerveReading
    marked_regions: tuple[str, ...] = ()
    asked_first: tuple[FlagQuestion, ...] = ()
    self_care_changes: tuple[SelfCareChange, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def sure_flags(self) -> tuple[RaisedFlag, ...]:
        """The red flags that were told."""
        return tuple(flag for flag in self.red_flags if flag.is_sure)

    @property
    def flags_to_ask(self) -> tuple[RaisedFlag, ...]:
        """Those that the person's words might tell of, each with its question."""
        return tuple(flag for flag in self.red_flags if not flag.is_sure)

    @property
    def stopping_flags(self) -> tuple[RaisedFlag, ...]:
        """Those that take the place of self-care, the most urgent first."""
        return tuple(flag for flag in self.sure_flags if flag.stops)

    @property
    def urgent(self) -> bool:
        """Whether something needs a doctor now or today, so that no self-care is offered."""
        return stops_self_care(self.red_flags)

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        content = self.result.as_dict()
        content["pain"] |= {
            "share_of_skin": self.pain.share_of_skin,
            "worst_intensity": self.pain.worst_intensity,
            "mean_intensity": self.pain.mean_intensity,
        }
        return content | {
            "body": self.body,
            "sets": [each.as_dict() for each in self.sets],
            "shortlist": [list(each) for each in self.shortlist],
            "nerve": self.nerve.as_dict(),
            "red_flags": [flag.as_dict() for flag in self.red_flags],
            "asked_first": [
                {"id": asked.id, "question": asked.words, "urgency": asked.urgency}
                for asked in self.asked_first
            ],
            "marked_regions": list(self.marked_regions),
            "self_care": not self.urgent,
            "self_care_changes": [each.as_dict() for each in self.self_care_changes],
            "notes": list(self.notes),
        }


def atlas_for(atlas: Atlas, session: Session) -> Atlas:
    """The atlas on the body that a session is of; as it is where nobody chose one."""
    return atlas if session.body is None else on_body(atlas, session.body)


def read(atlas: Atlas, session: Session) -> Reading:
    """Reads a session with an atlas, on the body that ``atlas_for`` tells. Ids that the atlas does
    not have are left out, with a note."""
    atlas = atlas_for(atlas, session)
    readable, notes = fitted(atlas, session)
    pain = PainDrawing.from_marks(atlas, readable.marks)
    for_flags, for_nerves = sorted_answers(atlas, readable.answers)
    analysis = analyse(
        atlas,
        pain,
        readable.pressed,
        readable.weigh_common,
        readable.weigh_evidence,
        readable.also_hurts,
    )
    muscles = [candidate.muscle for candidate in analysis.result.candidates]
    flags = screen(atlas, for_flags, readable.text)
    marked = _hurting_regions(atlas, pain, readable.also_hurts)
    return Reading(
        readable,
        atlas.body,
        pain,
        flags,
        analysis.result,
        analysis.sets,
        analysis.shortlist,
        read_nerves(atlas, pain, for_nerves, muscles),
        marked,
        tuple(
            asked
            for asked in flag_questions(atlas)
            if asked.id not in for_flags and asked.is_first_at(marked)
        ),
        changes_of(atlas, flags),
        notes,
    )


def _hurting_regions(
    atlas: Atlas, pain: PainDrawing, also_hurts: Mapping[str, Answer]
) -> tuple[str, ...]:
    """The regions, without a side, of which any skin is marked, or that were said to hurt, too, in
    their order."""
    names = atlas.computed.region_order
    touched = np.unique(atlas.skin.region[pain.weights > 0])
    told = [atlas.region(name).index for name, given in also_hurts.items() if given == "yes"]
    marked = {names[int(number) % len(names)] for number in (*touched, *told) if number >= 0}
    return tuple(name for name in names if name in marked)


def fitted(atlas: Atlas, session: Session) -> tuple[Session, tuple[str, ...]]:
    """The session without regions, points and questions that the atlas does not know, and a
    sentence for each kind that was left out. Atlases change, and files stay."""
    regions, points, asked = _atlas_ids(atlas)
    notes: list[str] = []

    def kept_ids(kind: str, given: Collection[str], allowed: Collection[str]) -> list[str]:
        unknown = [each for each in given if each.partition(":")[0] not in allowed]
        left_out = set(unknown)
        if unknown:
            notes.append(_left_out(kind, unknown, atlas.words))
        return [each for each in given if each not in left_out]

    marked = [mark.region for mark in session.marks if isinstance(mark, RegionMark)]
    named = dict.fromkeys((*marked, *session.also_hurts))
    here = set(kept_ids("region", list(named), regions))
    answered = kept_ids("question", list(session.answers), asked)
    pressed = kept_ids("pressed", list(session.pressed), points)
    kept = kept_ids("kept", session.kept, points)
    if not notes:
        return session, ()
    changes = {
        "marks": tuple(
            mark
            for mark in session.marks
            if not isinstance(mark, RegionMark) or mark.region in here
        ),
        "answers": {key: session.answers[key] for key in answered},
        "also_hurts": {key: given for key, given in session.also_hurts.items() if key in here},
        "pressed": {key: session.pressed[key] for key in pressed},
        "kept": tuple(kept),
    }
    return session.model_copy(update=changes), tuple(notes)


def notes_on(atlas: Atlas, opened: Opened) -> tuple[str, ...]:
    """What was done to open a session, and what of it the atlas does not know."""
    return (*opened.notes(atlas.words), *fitted(atlas, opened.session)[1])


@once_an_atlas
def _atlas_ids(atlas: Atlas) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Ids of the regions, trigger points and questions of an atlas."""
    return (
        frozenset(region.id for region in atlas.regions),
        frozenset(point.id for point in atlas.trigger_points),
        frozenset(question_ids(atlas)),
    )


def question_ids(atlas: Atlas) -> set[str]:
    """Ids of all questions, those about red flags and those about nerves."""
    return _ids(flag_questions(atlas)) | _ids(nerve_questions(atlas))


def sorted_answers(
    atlas: Atlas, answers: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Answers for the red flags and for the nerve questions; a question of both goes to both."""
    flags, nerves = _ids(flag_questions(atlas)), _ids(nerve_questions(atlas))
    return (
        {key: value for key, value in answers.items() if key in flags},
        {key: value for key, value in answers.items() if key in nerves},
    )


def _ids(questions: Iterable[FlagQuestion | NerveQuestion]) -> set[str]:
    return {question.id for question in questions}


def _left_out(kind: str, unknown: list[str], words: Words) -> str:
    named = ", ".join(unknown[:MOST_NAMED])
    if len(unknown) > MOST_NAMED:
        named = words("session.and_more", named=named, number=len(unknown) - MOST_NAMED)
    return words.count(f"session.unknown.{kind}", len(unknown), named=named)
