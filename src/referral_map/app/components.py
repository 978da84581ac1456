"""The one component that Streamlit knows. Its JavaScript and CSS are in ``frontend/``.

It holds all parts of a page. As components of their own they cost more than the answer itself:
Streamlit draws everything round each of them anew whenever the server has said something.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st

PAGE = "page"
"""Its key: the browser's document and questions stand under it in the state."""


@cache
def _component():
    # Declared at first use, inside a script run: only then Streamlit knows the package's assets.
    return st.components.v2.component("referral-map.page", js="page.js", css="page.css")


def page(shared: Mapping[str, Any], parts: Mapping[str, Mapping[str, Any]]) -> None:
    """The parts of a page from the top: what each is given, by its name, and what all are given.

    A part has its module and its style in ``frontend/<name>.js`` and ``.css``.
    """
    _component()(
        key=PAGE,
        data={**shared, "parts": parts},
        on_document_change=lambda: None,
        on_turn_change=lambda: None,
        on_ask_change=lambda: None,
    )
