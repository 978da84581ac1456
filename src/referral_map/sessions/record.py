"""The record of a session: what it may contain, and one sentence about what is wrong.

The format is described in docs/session_format.md; docs/session.schema.json is made from here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    FailFast,
    Field,
    StringConstraints,
    ValidationError,
    field_validator,
)
from pydantic_core import PydanticCustomError

from ..domain import Answer, Body, Finding, SkinTone
from ..errors import closest
from ..matching.marks import MARK_KINDS, MOST_MARKS, Mark, RegionId, RegionMark
from ..red_flags.text import LONGEST_TEXT as LONGEST_HEARD
from ..words import Words
from .trouble import SessionError, problem

FORMAT = "referral-map-session"
VERSION = 3
"""The version of the format that is written. Older ones are upgraded when they are opened."""

LONGEST_TEXT, LONGEST_NOTE, LONGEST_NAME = 5000, 5000, 120
LONGEST_REST = LONGEST_HEARD - LONGEST_TEXT
"""Letters written beyond LONGEST_TEXT: no file keeps them, but danger is heard in them."""

MOST_PLACES_IN_ALL = 50_000
"""Places in all paths together: far more than a person draws, few enough to be read in seconds."""

MOST_ANSWERS, MOST_ALSO, MOST_PRESSED, MOST_KEPT = 500, 500, 1000, 100

# Control characters and surrogates, which neither a page nor SVG nor PDF can contain.
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def _printable(text: str) -> str:
    if UNPRINTABLE.search(text):
        raise PydanticCustomError("unprintable", "holds a character that cannot be shown")
    return text


def _date(text: str) -> str:
    try:
        datetime.fromisoformat(text)
    except ValueError as error:
        raise PydanticCustomError("no_date", "is no date and time") from error
    return text


KEY_FORM, LONGEST_KEY = r"^[a-z][a-z0-9_]*$", 80
POINT_FORM, LONGEST_POINT = r"^[a-z][a-z0-9_]*:(right|left)$", 90
LANGUAGE_FORM = r"^[a-z]{2,3}$"
VISITED_FORM = r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d))?$"
"""A day, or a moment with its time zone."""

Printable = AfterValidator(_printable)
Key = Annotated[str, StringConstraints(pattern=KEY_FORM, max_length=LONGEST_KEY)]
PointOnSide = Annotated[str, StringConstraints(pattern=POINT_FORM, max_length=LONGEST_POINT)]
Stamp = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.+_-]*$", max_length=80)]
Saved = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$"),
    AfterValidator(_date),
]
Visited = Annotated[
    str,
    StringConstraints(pattern=VISITED_FORM),
    AfterValidator(_date),
]
Note = Annotated[str, StringConstraints(max_length=LONGEST_NOTE), Printable]
Marks = Annotated[tuple[Mark, ...], Field(strict=False, max_length=MOST_MARKS), FailFast()]
Kept = Annotated[tuple[PointOnSide, ...], Field(strict=False, max_length=MOST_KEPT), FailFast()]


class Session(BaseModel):
    """What one person marked, answered, wrote and tried, frozen.

    app_version, atlas_version: what it was made with; visited: the person's own date of the
    drawing, a day or a moment, set when marking starts and changed by nobody else; saved: when the
    file was written, None if never; body: the one it is read on, None if nobody chose: then it
    is MEASURED_BODY; skin_tone: of the pictures, which changes no reading; weigh_common,
    weigh_evidence: whether it counts how common a point is and how sure its pattern; answers by
    question; also_hurts: by region, whether it hurts
    there too, as it was asked; pressed: findings, and kept: the points a therapist chose, both by
    ``trigger_point:side``; text: the patient's own words; name: only if typed; clinical_note: the
    therapist's own, private, on no page that is handed out; patient_note: what the handout says to
    the patient. The present atlas may lack some of the ids: see ``fitted``.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, title="Referral map session"
    )

    format: Literal["referral-map-session"] = FORMAT
    version: Literal[3] = VERSION
    app_version: Stamp = ""
    atlas_version: Stamp = ""
    visited: Visited | None = None
    saved: Saved | None = None
    language: Annotated[str, StringConstraints(pattern=LANGUAGE_FORM)] = "en"
    body: Body | None = None
    skin_tone: SkinTone = "medium"
    weigh_common: bool = True
    weigh_evidence: bool = True
    marks: Marks = ()
    answers: Annotated[dict[Key, Answer], Field(max_length=MOST_ANSWERS)] = {}
    also_hurts: Annotated[dict[RegionId, Answer], Field(max_length=MOST_ALSO)] = {}
    text: Annotated[str, StringConstraints(max_length=LONGEST_TEXT), Printable] = ""
    pressed: Annotated[dict[PointOnSide, Finding], Field(max_length=MOST_PRESSED)] = {}
    kept: Kept = ()
    name: Annotated[str, StringConstraints(max_length=LONGEST_NAME), Printable] = ""
    clinical_note: Note = ""
    patient_note: Note = ""

    @field_validator("marks")
    @classmethod
    def _not_too_long(cls, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        places = sum(len(mark.path) for mark in marks if not isinstance(mark, RegionMark))
        if places > MOST_PLACES_IN_ALL:
            count = {"places": places, "most": MOST_PLACES_IN_ALL}
            raise PydanticCustomError("many_places", "hold too many places", count)
        return marks

    @property
    def visit_date(self) -> str | None:
        """The date of the drawing; when the file was written, where the drawing has none."""
        return self.visited or self.saved


def json_schema() -> dict[str, Any]:
    """The JSON Schema of session files, as docs/session.schema.json holds it."""
    schema = Session.model_json_schema()
    # A file must say these, though Python may leave them out.
    schema["required"] = ["format", "version"]
    for mark in schema["$defs"].values():
        mark["required"] = ["kind", *mark["required"]]
    for field in ("answers", "also_hurts", "pressed"):
        schema["properties"][field]["additionalProperties"] = False
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def session_of(content: Mapping[str, Any]) -> Session:
    """The session in plain data of the version that is written, as JSON or the browser gives it.

    Raises SessionError with one sentence.
    """
    try:
        return Session.model_validate(dict(content))
    except ValidationError as error:
        raise _error_in(error) from None


def _error_in(error: ValidationError) -> SessionError:
    """The first problem and its place, in one line that repeats only plain names from the file."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = _where(first["loc"])
    if first["type"] == "extra_forbidden":
        return SessionError("unknown_field", where=repr(where), hint=_hint(first["loc"]))
    others = error.error_count() - 1
    return SessionError(
        "unreadable",
        where=where or (lambda words: words("session.it")),
        problem=problem(error),
        more=lambda words: words("session.more", number=others) if others else "",
    )


def _hint(location: tuple[str | int, ...]) -> Callable[[Words], str]:
    """A hint at the field that was probably meant."""
    meant = closest(str(location[0])[:80], Session.model_fields) if len(location) == 1 else None
    return lambda words: words("session.hint", name=repr(meant)) if meant else ""


def _where(location: tuple[str | int, ...]) -> str:
    """A place in the file such as ``marks[3].size_cm``; nothing for the whole of it."""
    path = ""
    for part in location[:6]:
        if isinstance(part, int):
            path += f"[{part}]"
        elif part not in MARK_KINDS or not path.endswith("]"):
            path += f".{_NOT_PLAIN.sub('?', part[:60])}"
    return path.removeprefix(".").removesuffix(".?key?")


_NOT_PLAIN = re.compile(r"[^A-Za-z0-9_:]")
"""Characters that are never repeated from a file, so that no message can carry a script."""
