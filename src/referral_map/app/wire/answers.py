"""Questions of the browser and their answers: ``/answer/<kind>`` (see ``app/answers.py``)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool

from referral_map.app.questions import MOST_VISITS
from referral_map.app.wire.base import EverySide, Share, Size, Text, Wire
from referral_map.app.wire.reading import Reading
from referral_map.domain import PAPERS, Body, FileFormat, Level, Paper
from referral_map.sessions import Session
from referral_map.sessions.record import LONGEST_REST

TYPE = "x-typescript"
"""Names, in a JSON schema, the TypeScript type that stands for a field."""

Document = Annotated[
    Session | None, Field(default=None, json_schema_extra={TYPE: "PersonDocument | null"})
]
"""The person's document as their browser holds it: a session without its stamps."""

STAMPS = ("app_version", "atlas_version", "saved")
"""Fields of a session that the server fills in when it writes a file."""


class Question(Wire):
    """What every question carries. Nothing of it is kept."""

    document: Document
    now: Annotated[str | None, Field(default=None, json_schema_extra={TYPE: "string"})]
    """The person's own local time with its offset, for dates and names of files."""
    locale: Annotated[str | None, Field(default=None, json_schema_extra={TYPE: "string"})]
    """The person's locale as BCP 47 has it, such as ``en-NZ``: how they write dates."""
    rest: Annotated[str, Field(max_length=LONGEST_REST)] = ""
    """What the person wrote beyond the longest text: danger is heard in it, no file keeps it."""


class ReadingQuestion(Question):
    """Asks for the reading of the document."""


class SaveQuestion(Question):
    """Asks for the document as a file."""

    named: StrictBool = False
    """Whether the name of the file holds that of the person."""


class OpenQuestion(Question):
    """Asks for the session in a file."""

    file: str
    """Its bytes as base64."""


class HandoutQuestion(Question):
    """Asks for the handout of the document."""

    format: FileFormat
    paper: Paper
    named: StrictBool = False


class SentFile(Wire):
    """A file that the person chose."""

    name: str
    content: str
    """Its bytes as base64."""


class HandoutNotesQuestion(Question):
    """Asks what a handout of the document cannot print."""


class CompareQuestion(Question):
    """Asks how the pain changed over some files, and over the document where ``own`` is true."""

    files: Annotated[list[SentFile], Field(min_length=1, max_length=MOST_VISITS)]
    own: StrictBool = False


class VisitsFileQuestion(CompareQuestion):
    """Asks for the page about the visits as a file."""

    format: FileFormat
    paper: Paper = PAPERS[0]
    named: StrictBool = False


class Refusal(Wire):
    """Why there is no answer, in one sentence."""

    trouble: Text


class ReadingAnswer(Wire):
    """The reading of the document; of one that cannot be read, the reading of an empty one."""

    reading: Reading
    trouble: Text | None = Field(default=None, json_schema_extra={TYPE: "string"})
    """Why the document cannot be read, in one sentence."""


class SaveAnswer(Wire):
    """The document as the text of its file."""

    text: Text
    name: Text
    """A name for the file."""


class OpenAnswer(Wire):
    """The session in a file."""

    session: Session
    notes: list[str]
    """What was done to open it, one sentence each."""
    trouble: Text | None = Field(default=None, json_schema_extra={TYPE: "string"})
    """Why the document of the page cannot be read; the file could be."""


class FileAnswer(Wire):
    """A file that was made."""

    file: Text
    """Its bytes as base64."""
    name: Text
    notes: list[str]
    """What it could not print, a sentence each."""


class NotesAnswer(Wire):
    """What a handout of the document cannot print, a sentence each."""

    notes: list[str]


class Reach(Wire):
    """How far down the sciatic nerve of a side the pain reaches."""

    cm: Size
    level: Level
    """The same in words: the key of a text is ``level.`` and this with ``_`` between its words."""


class Visit(Wire):
    """The numbers of one session."""

    visited: str | None
    when: Text
    """Its date in words, which tell it from the other visits."""
    at: float | None
    """Days since the first visit, null when one has no date."""
    body: Body
    """The body it is of, which all is measured on."""
    area_cm2: Size
    share_of_skin: Share
    """The same as a share of the whole skin: what visits on two bodies are compared in."""
    by_side: EverySide[float]
    by_region: dict[str, float]
    worst_intensity: float | None
    mean_intensity: float | None
    reach: EverySide[Reach | None]


class Change(Wire):
    """How the pain changed between two visits."""

    gone_cm2: Size | None
    """Null, as the next two, where the visits are on two bodies."""
    new_cm2: Size | None
    same_cm2: Size | None
    gone_share: Share
    """Of the whole skin, on the body of the earlier visit."""
    new_share: Share
    """Of the whole skin, on the body of the later visit."""
    same_share: Share
    """Of the whole skin, the mean of both visits."""
    overlap: Share | None
    """``same`` as a share of all three, null when nothing is marked."""


class ChangedSkin(Wire):
    """Numbers of the skin points whose pain is gone, new, and the same."""

    gone: list[int]
    new: list[int]
    same: list[int]


class AxisLabel(Wire):
    """Words below an axis."""

    place: Share
    text: str


class TimeAxis(Wire):
    """Where visits stand on an axis of time from 0 to 1."""

    places: list[Share]
    labels: list[AxisLabel]
    """Few enough not to touch; the first begins at 0, and the last ends at 1."""


class Comparison(Wire):
    """How the pain changed from visit to visit, and from the first to the last."""

    sentence: Text
    details: list[str]
    visits: list[Visit]
    axis: TimeAxis
    changes: list[Change]
    overall: Change
    notes: list[str]
    skin: ChangedSkin


class ComparisonAnswer(Wire):
    """The comparison of some visits."""

    comparison: Comparison


QUESTIONS: dict[str, type[Question]] = {
    "reading": ReadingQuestion,
    "save": SaveQuestion,
    "open": OpenQuestion,
    "handout": HandoutQuestion,
    "handout_notes": HandoutNotesQuestion,
    "compare": CompareQuestion,
}
ANSWERS: dict[str, type[Wire]] = {
    "reading": ReadingAnswer,
    "save": SaveAnswer,
    "open": OpenAnswer,
    "handout": FileAnswer,
    "handout_notes": NotesAnswer,
    "compare": ComparisonAnswer,
}
"""By kind; a comparison that is asked for with a format is a ``FileAnswer``."""


def question_type(kind: str, asked: dict[str, Any]) -> type[Question]:
    """The type of a question. Raises KeyError for another kind."""
    return VisitsFileQuestion if kind == "compare" and "format" in asked else QUESTIONS[kind]


def answer_type(kind: str, asked: dict[str, Any], answer: dict[str, Any]) -> type[Wire]:
    """The type of an answer. Raises KeyError for another kind."""
    if answer.keys() == {"trouble"}:
        return Refusal
    return FileAnswer if kind == "compare" and asked.get("format") else ANSWERS[kind]
