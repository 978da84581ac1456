"""Records for patients: self-care of a muscle, and the subjects people ask about."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .records import Citation, Fact, Id, Record, Text

Sources = Annotated[list[Citation], Field(min_length=1)]


class Massage(Record):
    """How to press a muscle: with what, how, how hard, minutes a time and times a week."""

    tool: Text
    position: Text
    strokes: Text
    pressure: Text
    minutes: Annotated[float, Field(gt=0, le=20)]
    times_a_week: Annotated[int, Field(ge=1, le=21)]
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
    """A question patients ask, answered in plain words."""

    id: Id
    title: Text
    question: Text
    paragraphs: Annotated[list[Fact], Field(min_length=1)]
    often_said: tuple[OftenSaid, ...] = ()
