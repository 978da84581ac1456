"""The person's document: the browser owns it, and sends the whole of it after each change.

Streamlit offers no way to change a component's state from Python, and the browser keeps the
document through reloads and lost connections; so Python only ever reads it. A document that
cannot be read is told in a sentence, and the page shows an empty one.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any

from referral_map import ReferralMapError
from referral_map.app.components import PAGE
from referral_map.sessions import Session, session_of
from referral_map.words import LANGUAGES

_LAST = "last_document"


@dataclass(frozen=True)
class Given:
    """The document of this visitor, a sentence where it could not be read, and the turn in which
    the browser sent it: it sends the next when this one is answered."""

    session: Session
    trouble: str = ""
    turn: Any = None


def given(state: MutableMapping[str, Any], locale: str | None) -> Given:
    """The document the browser sent last; before it sent any, an empty one in the language that
    its `locale` asks for."""
    sent = state.get(PAGE) or {}
    document, turn = sent.get("document") or state.get(_LAST), sent.get("turn")
    # A page that is just being opened has not sent its own yet.
    state[_LAST] = document
    language = (locale or "").split("-")[0]
    empty = Session(language=language if language in LANGUAGES else "en")
    if document is None:
        return Given(empty, turn=turn)
    try:
        return Given(session_of(document), turn=turn)
    except ReferralMapError as error:
        return Given(empty, str(error), turn)
