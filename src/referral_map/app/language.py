"""The language of the page: the only part of the person's document that Streamlit receives."""

from collections.abc import Mapping
from typing import Any, Protocol

from referral_map.app.components import PAGE
from referral_map.domain import Language
from referral_map.words import LANGUAGES

_LAST = "last_language"


class State(Protocol):
    """What is kept from run to run: Streamlit's session state, or a dictionary."""

    def get(self, key: Any, /) -> Any:
        """The value of a key, or None."""
        ...

    def __setitem__(self, key: Any, value: Any, /) -> None: ...


def spoken(state: State, locale: str | None) -> Language:
    """The language that was chosen last; at first the browser's `locale`, or English."""
    chosen: Mapping[str, Any] = state.get(PAGE) or {}
    sent = chosen.get("language")
    if isinstance(sent, str) and sent in LANGUAGES:
        # A page that is still opening has not sent a choice yet.
        state[_LAST] = sent
    wanted = state.get(_LAST) or (locale or "").split("-")[0]
    return wanted if wanted in LANGUAGES else "en"
