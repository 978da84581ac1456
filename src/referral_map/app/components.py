"""The one component that Streamlit knows. Its JavaScript and CSS are in ``frontend/``.

It holds all parts of a page. They ask the server by themselves (see answers.py); Streamlit hears
from them only when the language or the page changes.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import streamlit as st
from streamlit.components.v2 import component
from streamlit.components.v2.types import ComponentRenderer

from referral_map.app.held_to_types import held_to_type

PAGE = "page"
"""Its key in the session state, which holds the chosen language and page."""


@cache
def _component() -> ComponentRenderer:
    # Declared at first use, inside a script run, because only then does Streamlit know the
    # package's assets.
    return component("referral-map.page", js="page.js", css="page.css")


def page(parts: Sequence[str], **shared: Any) -> None:
    """The parts of a page from the top, by name, and what all of them are given.

    A part has its module and its style in ``frontend/pages/<name>/index.js`` and ``.css``.
    """
    data = {**shared, "parts": list(parts)}
    held_to_type("page", data)
    _component()(
        key=PAGE,
        data=data,
        on_language_change=lambda: None,
        on_navigate_change=lambda: None,
    )


def turned_to() -> str | None:
    """The page that a link in the head leads to, in the run after it was pressed."""
    sent: Mapping[str, Any] = st.session_state.get(PAGE) or {}
    return sent.get("navigate")
