"""What the browser asks for: the reading of its document, a file to save, a handout, a comparison.

The browser owns the person's document and sends it with each question. The server keeps nothing of
it: an answer depends only on the question, and files are sent as base64.
"""

import base64
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from referral_map import ReferralMapError, __version__, load_atlas
from referral_map.app import assets
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
from referral_map.app.questions import (
    Asked,
    bytes_in,
    files_in,
    heard_whole,
    language_of,
    locale_of,
    now_of,
    one_of,
    session_in,
)
from referral_map.atlas import Atlas
from referral_map.atlas.building import on_body
from referral_map.domain import FILE_FORMATS, MEASURED_BODY, PAPERS, FileFormat
from referral_map.sessions import (
    Comparison,
    Session,
    SessionError,
    as_text,
    compare,
    file_name,
    notes_on,
    open_session,
    open_several,
)
from referral_map.words import words_in


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
    language = language_of(document)
    try:
        session, trouble = session_in(document), ""
    except SessionError as error:
        session, trouble = Session(), error.message_in(words_in(language))
        if kind not in _WITHOUT_DOCUMENT:
            return {"trouble": trouble}
    try:
        atlas = load_atlas(language=language, body=session.body or MEASURED_BODY)
        result: dict[str, Any] = {**make(asked, atlas, session)}
    except SessionError as error:
        return {"trouble": error.message_in(words_in(language))}
    except ReferralMapError as error:
        return {"trouble": str(error)}
    return result | {"trouble": trouble} if trouble else result


def _reading(asked: Asked, atlas: Atlas, session: Session) -> ReadingAnswer:
    """The reading of the document; of an empty one where the document cannot be read."""
    return {"reading": reading(atlas, heard_whole(asked, session))}


def _save(asked: Asked, _atlas: Atlas, session: Session) -> SaveAnswer:
    """The session as the text of its file, written now; the visit keeps its date."""
    stamped = _stamped(asked, session)
    name = _file_name(asked, "referral-map", stamped.visit_date, "json", [stamped])
    return {"text": as_text(stamped), "name": name}


def _open(asked: Asked, atlas: Atlas, _session: Session) -> OpenAnswer:
    """The session in a file; the one on the page stays until the browser takes it."""
    opened = open_session(bytes_in(asked.get("file")))
    # The browser keeps the date of the visit alone: without one it is that of the file. The page
    # goes on in its own language.
    kept = {"visited": opened.session.visit_date, "language": atlas.language}
    return {
        "session": opened.session.model_copy(update=kept).model_dump(mode="json"),
        "notes": list(notes_on(atlas, opened)),
    }


def _handout(asked: Asked, atlas: Atlas, session: Session) -> FileAnswer:
    """The handout of the session in a format, as base64."""
    # The drawing library takes a second to load, so the server loads it in the background.
    from referral_map.report import handout_bytes, handout_notes

    form: FileFormat = one_of(asked, "format", FILE_FORMATS)
    paper = one_of(asked, "paper", PAPERS)
    stamped = _stamped(asked, session)
    whole = heard_whole(asked, stamped)
    content = handout_bytes(atlas, whole, form, paper, locale_of(asked))
    name = _file_name(asked, "handout", stamped.visit_date, form, [stamped])
    notes = handout_notes(atlas, stamped)
    return {"file": base64.b64encode(content).decode(), "name": name, "notes": notes}


def _handout_notes(_asked: Asked, atlas: Atlas, session: Session) -> NotesAnswer:
    """What a handout of the session cannot print."""
    from referral_map.report import handout_notes

    return {"notes": handout_notes(atlas, session)}


def _compare(asked: Asked, atlas: Atlas, session: Session) -> ComparisonAnswer | FileAnswer:
    """How the pain changed over some session files, and over the page's own when it is wanted.

    A file that cannot be opened is named in a note, as long as two visits are left.
    """
    own = [_stamped(asked, session)] if asked.get("own") else []
    sent = [(name, partial(bytes_in, content)) for name, content in files_in(asked)]
    files = open_several(sent).at_least(2 - len(own))
    sessions = [*files.sessions, *own]
    # Files of which nobody chose the body do not take that of the page's own document.
    comparison = compare(on_body(atlas, MEASURED_BODY), sessions, locale_of(asked))
    comparison = replace(comparison, notes=(*files.notes(atlas.words), *comparison.notes))
    if asked.get("format"):
        return _visits_file(asked, atlas, comparison, sessions)
    change = comparison.overall
    skin: ChangedSkin = {
        "gone": _points(change.gone),
        "new": _points(change.new),
        "same": _points(change.same),
    }
    return {"comparison": {**comparison.as_dict(), "skin": skin}}


def _visits_file(
    asked: Asked, atlas: Atlas, comparison: Comparison, sessions: list[Session]
) -> FileAnswer:
    from referral_map.report import visits_bytes, visits_notes

    form: FileFormat = one_of(asked, "format", FILE_FORMATS)
    paper = one_of(asked, "paper", PAPERS, default=PAPERS[0])
    content = visits_bytes(atlas, comparison, form, paper)
    name = _file_name(asked, "visits", comparison.visits[-1].visited, form, sessions)
    notes = visits_notes(atlas, comparison)
    return {"file": base64.b64encode(content).decode(), "name": name, "notes": notes}


def _file_name(
    asked: Asked, what: str, visited: str | None, ending: str, sessions: Sequence[Session]
) -> str:
    """A name for a file, with that of the person where it is wanted and all sessions agree."""
    names = {each.name.strip() for each in sessions} - {""}
    person = names.pop() if asked.get("named") is True and len(names) == 1 else ""
    return file_name(what, visited or now_of(asked), ending, person)


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


def _stamped(asked: Asked, session: Session) -> Session:
    """The session with the time and the versions of now; a drawing without a date is of today."""
    now = now_of(asked)
    return session.model_copy(
        update={
            "app_version": __version__,
            "atlas_version": assets.version(),
            "visited": session.visit_date or now,
            "saved": now,
        }
    )


def _points(weights: np.ndarray) -> list[int]:
    return np.flatnonzero(weights).tolist()
