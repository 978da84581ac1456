"""What the browser asks for: the reading of its document, a file to save, a handout, a comparison.

The browser owns the person's document and sends it with each question. Nothing of it stays here:
an answer comes from what was asked alone, and files come and go as text.
"""

import base64
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from referral_map import ReferralMapError, __version__, load_atlas
from referral_map.app.held_to_types import held_to_type
from referral_map.app.reading import reading
from referral_map.atlas import Atlas
from referral_map.atlas.drawings import drawings
from referral_map.domain import CHANGES, FILE_FORMATS, PAPERS
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


def answer(kind: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to a question of one of ``KINDS``; ``asked["document"]`` is the person's own.

    What cannot be done, and a document that cannot be read, are told under ``trouble``, in a
    sentence. Raises KeyError for another kind.
    """
    made = _answer(kind, asked)
    held_to_type("answer", kind, asked, made)
    return made


def _answer(kind: str, asked: Mapping[str, Any]) -> dict[str, Any]:
    make, document = KINDS[kind], asked.get("document")
    language = _language(document)
    try:
        session, trouble = _session(document), ""
    except SessionError as error:
        session, trouble = Session(), error.said_in(words_in(language))
        if kind not in _WITHOUT_DOCUMENT:
            return {"trouble": trouble}
    try:
        made = make(asked, load_atlas(language=language), session)
    except SessionError as error:
        return {"trouble": error.said_in(words_in(language))}
    except ReferralMapError as error:
        return {"trouble": str(error)}
    return made | {"trouble": trouble} if trouble else made


def _session(document: object) -> Session:
    if document is None:
        return Session()
    if not isinstance(document, Mapping):
        raise SessionError("no_fields")
    return session_of(document)


def _language(document: object) -> str:
    """The language to answer in: a file may come from where there are more than here."""
    wanted = document.get("language") if isinstance(document, Mapping) else None
    return wanted if isinstance(wanted, str) and wanted in LANGUAGES else "en"


def _reading(asked: Mapping[str, Any], atlas: Atlas, session: Session) -> dict[str, Any]:
    """What is said of the document; of one that cannot be read, what is said of an empty one."""
    return {"reading": reading(atlas, session)}


def _save(asked: Mapping[str, Any], atlas: Atlas, session: Session) -> dict[str, Any]:
    """The session as the text of its file, dated now."""
    return {"text": as_text(_stamped(atlas, session)), "name": _file_name("referral-map", "json")}


def _open(asked: Mapping[str, Any], atlas: Atlas, session: Session) -> dict[str, Any]:
    """A session from the text of a file; the one on the page stays until the browser takes it."""
    opened = open_session(_text(asked))
    return {
        "session": opened.session.model_dump(mode="json"),
        "notes": list(opened.notes(atlas.words)),
    }


def _handout(asked: Mapping[str, Any], atlas: Atlas, session: Session) -> dict[str, Any]:
    """The handout of the session in a format, as base64."""
    # Drawing takes a second to load: a server does it when it has nothing else to do.
    from referral_map.report import handout_bytes

    form = _one_of(asked, "format", FILE_FORMATS)
    paper = _one_of(asked, "paper", PAPERS)
    content = handout_bytes(atlas, _stamped(atlas, session), form, paper)
    return {"file": base64.b64encode(content).decode(), "name": _file_name("handout", form)}


def _compare(asked: Mapping[str, Any], atlas: Atlas, session: Session) -> dict[str, Any]:
    """How the pain changed over some session files, and over the page's own when it is wanted."""
    texts = asked.get("texts")
    if not isinstance(texts, list) or not 1 <= len(texts) <= MOST_VISITS:
        raise SessionError("visits", most=MOST_VISITS)
    sessions = [open_session(_bytes(each)).session for each in texts]
    if asked.get("own"):
        sessions.append(_stamped(atlas, session))
    if asked.get("format"):
        return _visits_file(asked, atlas, sessions)
    found = compare(atlas, sessions)
    change = {name: _points(getattr(found.overall, name)) for name in CHANGES}
    return {"comparison": found.as_dict() | {"skin": change}}


def _visits_file(asked: Mapping[str, Any], atlas: Atlas, sessions: list[Session]) -> dict[str, Any]:
    from referral_map.report import visits_bytes

    form = _one_of(asked, "format", FILE_FORMATS)
    content = visits_bytes(atlas, compare(atlas, sessions), form)
    return {"file": base64.b64encode(content).decode(), "name": _file_name("visits", form)}


KINDS: dict[str, Callable[..., dict[str, Any]]] = {
    "reading": _reading,
    "save": _save,
    "open": _open,
    "handout": _handout,
    "compare": _compare,
}
"""What can be asked for: ``answer/<kind>``."""

_WITHOUT_DOCUMENT = ("reading", "open")
"""What can be answered when the document cannot be read."""


def _stamped(atlas: Atlas, session: Session) -> Session:
    """The session with the date and the versions of now."""
    return session.model_copy(
        update={
            "app_version": __version__,
            "atlas_version": drawings(atlas.original)["hash"],
            "saved": datetime.now(UTC).isoformat(timespec="seconds"),
        }
    )


def _file_name(start: str, ending: str) -> str:
    return f"{start}-{datetime.now(UTC):%Y-%m-%d}.{ending}"


def _text(asked: Mapping[str, Any]) -> bytes:
    return _bytes(asked.get("text"))


def _bytes(text: object) -> bytes:
    if not isinstance(text, str):
        raise SessionError("no_text")
    return text.encode("utf-8", "replace")


def _one_of(asked: Mapping[str, Any], key: str, allowed: tuple[str, ...]) -> str:
    if asked.get(key) not in allowed:
        raise SessionError(
            "not_allowed", field=key, given=repr(asked.get(key)), allowed=", ".join(allowed)
        )
    return asked[key]


def _points(weights: Any) -> list[int]:
    return [int(each) for each in weights.nonzero()[0]]
