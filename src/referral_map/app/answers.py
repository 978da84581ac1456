"""What the browser asks for: the reading of its document, a file to save, a handout, a comparison.

The browser owns the person's document and sends it with each question. The server keeps nothing of
it: an answer depends only on the question, and files are sent as text.
"""

import base64
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeAlias, TypeVar, cast

import numpy as np

from referral_map import ReferralMapError, __version__, load_atlas
from referral_map.app.answer_data import (
    Answer,
    ChangedSkin,
    ComparisonAnswer,
    FileAnswer,
    NotesAnswer,
    OpenAnswer,
    ReadingAnswer,
    SaveAnswer,
)
from referral_map.app.browser_reading import reading
from referral_map.app.held_to_types import held_to_type
from referral_map.atlas import Atlas
from referral_map.atlas.drawings import drawings
from referral_map.atlas.once import once_an_atlas
from referral_map.domain import FILE_FORMATS, PAPERS, FileFormat, Language
from referral_map.sessions import (
    Session,
    SessionError,
    as_text,
    compare,
    open_session,
    session_of,
)
from referral_map.words import LANGUAGES, words_in

MOST_VISITS = 20

Name = TypeVar("Name", bound=str)

Asked: TypeAlias = Mapping[str, Any]
"""A question as it came: nothing in it is checked yet."""


def answer(kind: str, asked: Asked) -> dict[str, Any]:
    """The answer to a question of one of ``KINDS``; ``asked["document"]`` is the person's own.

    ``trouble`` holds one sentence where something cannot be done or the document cannot be read.
    Raises KeyError for another kind.
    """
    result = _answer(kind, asked)
    held_to_type("answer", kind, asked, result)
    return result


def _answer(kind: str, asked: Asked) -> dict[str, Any]:
    make, document = KINDS[kind], asked.get("document")
    language = _language(document)
    try:
        session, trouble = _session(document), ""
    except SessionError as error:
        session, trouble = Session(), error.message_in(words_in(language))
        if kind not in _WITHOUT_DOCUMENT:
            return {"trouble": trouble}
    try:
        result: dict[str, Any] = {**make(asked, load_atlas(language=language), session)}
    except SessionError as error:
        return {"trouble": error.message_in(words_in(language))}
    except ReferralMapError as error:
        return {"trouble": str(error)}
    return result | {"trouble": trouble} if trouble else result


def _session(document: object) -> Session:
    if document is None:
        return Session()
    if not isinstance(document, Mapping):
        raise SessionError("no_fields")
    return session_of(cast("Mapping[str, Any]", document))


def _language(document: object) -> Language:
    """The language to answer in; English for a document in a language that is not installed."""
    wanted = None
    if isinstance(document, Mapping):
        wanted = cast("Mapping[str, object]", document).get("language")
    return wanted if isinstance(wanted, str) and wanted in LANGUAGES else "en"


def _reading(_asked: Asked, atlas: Atlas, session: Session) -> ReadingAnswer:
    """The reading of the document; of an empty one where the document cannot be read."""
    return {"reading": reading(atlas, session)}


def _save(asked: Asked, atlas: Atlas, session: Session) -> SaveAnswer:
    """The session as the text of its file, written now; the visit keeps its date."""
    stamped = _stamped(asked, atlas, session)
    name = _file_name("referral-map", stamped.visit_date or _now(asked), "json")
    return {"text": as_text(stamped), "name": name}


def _open(asked: Asked, atlas: Atlas, session: Session) -> OpenAnswer:
    """A session from the text of a file; the one on the page stays until the browser takes it."""
    opened = open_session(_text(asked))
    # The browser keeps the date of the visit alone: without one it is that of the file.
    session = opened.session.model_copy(update={"visited": opened.session.visit_date})
    return {
        "session": session.model_dump(mode="json"),
        "notes": list(opened.notes(atlas.words)),
    }


def _handout(asked: Asked, atlas: Atlas, session: Session) -> FileAnswer:
    """The handout of the session in a format, as base64."""
    # The drawing library takes a second to load, so the server loads it in the background.
    from referral_map.report import handout_bytes, handout_notes

    form: FileFormat = _one_of(asked, "format", FILE_FORMATS)
    paper = _one_of(asked, "paper", PAPERS)
    stamped = _stamped(asked, atlas, session)
    content = handout_bytes(atlas, stamped, form, paper)
    name = _file_name("handout", stamped.visit_date or _now(asked), form)
    notes = handout_notes(atlas, stamped)
    return {"file": base64.b64encode(content).decode(), "name": name, "notes": notes}


def _handout_notes(_asked: Asked, atlas: Atlas, session: Session) -> NotesAnswer:
    """What a handout of the session cannot print."""
    from referral_map.report import handout_notes

    return {"notes": handout_notes(atlas, session)}


def _compare(asked: Asked, atlas: Atlas, session: Session) -> ComparisonAnswer | FileAnswer:
    """How the pain changed over some session files, and over the page's own when it is wanted."""
    sessions = [open_session(_bytes(each)).session for each in _texts(asked)]
    if asked.get("own"):
        sessions.append(_stamped(asked, atlas, session))
    if asked.get("format"):
        return _visits_file(asked, atlas, sessions)
    comparison = compare(atlas, sessions)
    change = comparison.overall
    skin: ChangedSkin = {
        "gone": _points(change.gone),
        "new": _points(change.new),
        "same": _points(change.same),
    }
    return {"comparison": {**comparison.as_dict(), "skin": skin}}


def _texts(asked: Asked) -> list[object]:
    """What was sent as the texts of files."""
    texts = asked.get("texts")
    if isinstance(texts, list) and 1 <= len(given := cast("list[object]", texts)) <= MOST_VISITS:
        return given
    raise SessionError("visits", most=MOST_VISITS)


def _visits_file(asked: Asked, atlas: Atlas, sessions: list[Session]) -> FileAnswer:
    from referral_map.report import visits_bytes, visits_notes

    form: FileFormat = _one_of(asked, "format", FILE_FORMATS)
    paper = _one_of(asked, "paper", PAPERS) if asked.get("paper") else PAPERS[0]
    comparison = compare(atlas, sessions)
    content = visits_bytes(atlas, comparison, form, paper)
    name = _file_name("visits", comparison.visits[-1].visited or _now(asked), form)
    notes = visits_notes(atlas, comparison)
    return {"file": base64.b64encode(content).decode(), "name": name, "notes": notes}


KINDS: dict[str, Callable[[Asked, Atlas, Session], Answer]] = {
    "reading": _reading,
    "save": _save,
    "open": _open,
    "handout": _handout,
    "handout_notes": _handout_notes,
    "compare": _compare,
}
"""The kinds of question: ``answer/<kind>``."""

_WITHOUT_DOCUMENT = ("reading", "open")
"""Kinds that are answered although the document cannot be read."""


def _stamped(asked: Asked, atlas: Atlas, session: Session) -> Session:
    """The session with the time and the versions of now; a drawing without a date is of today."""
    now = _now(asked)
    return session.model_copy(
        update={
            "app_version": __version__,
            "atlas_version": _atlas_version(atlas),
            "visited": session.visit_date or now,
            "saved": now,
        }
    )


@once_an_atlas
def _atlas_version(atlas: Atlas) -> str:
    """The hash of everything that is drawn, which takes seconds to work out."""
    return drawings(atlas)["hash"]


def _now(asked: Asked) -> str:
    """The time on the person's own clock, which comes with the question; else on this one."""
    try:
        given = session_of({"saved": asked.get("now")}).saved
    except SessionError:
        given = None
    return given or datetime.now().astimezone().isoformat(timespec="seconds")


def _file_name(start: str, visited: str, ending: str) -> str:
    return f"{start}-{visited[:10]}.{ending}"


def _text(asked: Asked) -> bytes:
    return _bytes(asked.get("text"))


def _bytes(text: object) -> bytes:
    if not isinstance(text, str):
        raise SessionError("no_text")
    return text.encode("utf-8", "replace")


def _one_of(asked: Asked, key: str, allowed: tuple[Name, ...]) -> Name:
    for name in allowed:
        if name == asked.get(key):
            return name
    raise SessionError(
        "not_allowed", field=key, given=repr(asked.get(key)), allowed=", ".join(allowed)
    )


def _points(weights: np.ndarray) -> list[int]:
    return np.flatnonzero(weights).tolist()
