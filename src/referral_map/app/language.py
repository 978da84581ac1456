"""The language of the page: the only part of the person's document that Streamlit receives."""

from collections.abc import MutableMapping
from typing import Any

from referral_map.app.components import PAGE
from referral_map.words import LANGUAGES

_LAST = "last_language"


def spoken(state: MutableMapping[str, Any], locale: str | None) -> str:
    """The language that was chosen last; at first the browser's `locale`, or English."""
    sent = (state.get(PAGE) or {}).get("language")
    if isinstance(sent, str) and sent in LANGUAGES:
        # A page that is still opening has not sent a choice yet.
        state[_LAST] = sent
    wanted = state.get(_LAST) or (locale or "").split("-")[0]
    return wanted if wanted in LANGUAGES else "en"
