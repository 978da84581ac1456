"""A question of the browser as it came, and what it asks for: nothing in it is trusted."""

import base64
import binascii
from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeAlias, TypeVar, cast

from referral_map.domain import Language
from referral_map.sessions import Session, SessionError, session_of
from referral_map.sessions.record import LONGEST_REST, LONGEST_TEXT, UNPRINTABLE
from referral_map.words import LANGUAGES

MOST_VISITS = 20

Name = TypeVar("Name", bound=str)

Asked: TypeAlias = Mapping[str, Any]
"""A question as it came: nothing in it is checked yet."""


def session_in(document: object) -> Session:
    """The person's document; an empty one for none. Raises SessionError."""
    if document is None:
        return Session()
    if not isinstance(document, Mapping):
        raise SessionError("no_fields")
    return session_of(cast("Mapping[str, Any]", document))


def language_of(document: object) -> Language:
    """The language to answer in; English for a document in a language that is not installed."""
    wanted = None
    if isinstance(document, Mapping):
        wanted = cast("Mapping[str, object]", document).get("language")
    return wanted if isinstance(wanted, str) and wanted in LANGUAGES else "en"


def locale_of(asked: Asked) -> str:
    """The tag of the person's locale; "" where the browser says none."""
    tag = asked.get("locale")
    return tag if isinstance(tag, str) else ""


def now_of(asked: Asked) -> str:
    """The time on the person's own clock, which comes with the question; else on this one."""
    try:
        given = session_of({"saved": asked.get("now")}).saved
    except SessionError:
        given = None
    return given or datetime.now().astimezone().isoformat(timespec="seconds")


def heard_whole(asked: Asked, session: Session) -> Session:
    """The session with all that the person wrote, also what no file has room for.

    Raises SessionError when that is too long.
    """
    rest = asked.get("rest") or ""
    if not isinstance(rest, str):
        raise SessionError("no_text")
    if len(rest) > LONGEST_REST:
        raise SessionError("long_rest", most=LONGEST_TEXT + LONGEST_REST)
    return session.model_copy(update={"text": session.text + UNPRINTABLE.sub(" ", rest)})


def bytes_in(content: object) -> bytes:
    """The bytes of a file that came as base64. Raises SessionError for anything else."""
    if not isinstance(content, str):
        raise SessionError("no_text")
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError) as error:
        raise SessionError("no_text") from error


def files_in(asked: Asked) -> list[tuple[str, object]]:
    """The names and contents of the files that were sent. Raises SessionError for none, for too
    many, and for what is no file."""
    files = asked.get("files")
    if isinstance(files, list) and 1 <= len(given := cast("list[object]", files)) <= MOST_VISITS:
        return [_file(each) for each in given]
    raise SessionError("visits", most=MOST_VISITS)


def _file(given: object) -> tuple[str, object]:
    if not isinstance(given, Mapping):
        raise SessionError("no_text")
    fields = cast("Mapping[str, object]", given)
    name = fields.get("name")
    return (name if isinstance(name, str) else "?"), fields.get("content")


def one_of(asked: Asked, key: str, allowed: tuple[Name, ...], default: Name | None = None) -> Name:
    """What a field asks for; ``default`` where it is not there. Raises SessionError."""
    given = asked.get(key, default)
    for name in allowed:
        if name == given:
            return name
    raise SessionError("not_allowed", field=key, given=repr(given), allowed=", ".join(allowed))
