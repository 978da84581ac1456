"""The language of the page: all that Streamlit is told of the person's document."""

from collections.abc import MutableMapping
from typing import Any

from referral_map.app.components import PAGE
from referral_map.words import LANGUAGES

_LAST = "last_language"


def spoken(state: MutableMapping[str, Any], locale: str | None) -> str:
    """The language the browser chose last; before it has, the one that its `locale` asks for, or
    else English."""
    sent = (state.get(PAGE) or {}).get("language")
    if isinstance(sent, str) and sent in LANGUAGES:
        # A page that is just being opened has not sent its own yet.
        state[_LAST] = sent
    wanted = state.get(_LAST) or (locale or "").split("-")[0]
    return wanted if wanted in LANGUAGES else "en"
