"""Records for patients: self-care of a muscle, and the subjects people ask about."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from .learn_records import Role, SubjectPicture
from .records import Citation, Fact, Id, Record, Text

Sources = Annotated[list[Citation], Field(min_length=1)]


class Dose(Fact):
    """How long and how often to press or roll a sore spot: said once, for every muscle.

    seconds: of one press, the least and the most that were tried; repeats: in one sitting, as
    well; words: the same for a therapist.
    """

    seconds: tuple[int, int]
    repeats: tuple[int, int]
    words: Text

    @model_validator(mode="after")
    def _from_least_to_most(self) -> Dose:
        for name, (least, most) in (("seconds", self.seconds), ("repeats", self.repeats)):
            if not 0 < least <= most:
                raise ValueError(f"{name} go from the least to the most, both above 0")
        return self


class OwnDose(Fact):
    """How long and how often to press a muscle for which the one dose does not hold, and why."""

    reason: Text


class Massage(Record):
    """How to press a muscle: with what, how and how hard.

    dose: only where the dose of all muscles does not hold for this one.
    """

    tool: Text
    position: Text
    strokes: Text
    pressure: Text
    dose: OwnDose | None = None
    sources: Sources


class SelfCare(Record):
    """What a person can do for one muscle, and when to stop and see someone."""

    muscle: Id
    self_test: Fact
    massage: Massage
    movement: Fact
    sets_it_off: Fact
    stop: Fact
    see_someone: Fact


class OftenSaid(Record):
    """A popular claim, and what research found."""

    claim: Text
    what_research_found: Text
    sources: Sources


class Subject(Record):
    """A question patients ask, answered in plain words.

    theme, order: its heading on the Learn page and its place there, the lowest first; the subject
    that stands before all themes has neither. roles: what other pages take from it. no_picture:
    why it has no picture, where it has none.
    """

    id: Id
    title: Text
    question: Text
    theme: Id | None = None
    order: Annotated[int, Field(ge=0)] | None = None
    roles: tuple[Role, ...] = ()
    paragraphs: Annotated[list[Fact], Field(min_length=1)]
    often_said: tuple[OftenSaid, ...] = ()
    picture: SubjectPicture | None = None
    no_picture: str = ""

    @model_validator(mode="after")
    def _placed(self) -> Subject:
        if (self.theme is None) != (self.order is None):
            raise ValueError("a subject has theme and order, or neither")
        if ("first" in self.roles) != (self.theme is None):
            raise ValueError("a subject has a theme, or the role 'first'")
        return self

    @model_validator(mode="after")
    def _pictured(self) -> Subject:
        if (self.picture is None) != bool(self.no_picture.strip()):
            raise ValueError("a subject has a picture, or says in no_picture why it has none")
        return self
