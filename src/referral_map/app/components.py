"""The two components of the page. Their JavaScript and CSS are in `frontend/`."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st

from referral_map.app.marks import MAP


@cache
def _component(name: str):
    # Declared at first use, inside a script run: only then Streamlit knows the package's assets.
    return st.components.v2.component(f"referral-map.{name}", js=f"{name}.js", css=f"{name}.css")


def body_map(data: Mapping[str, Any]) -> None:
    """The map. Its selection is in the session's state: see `marks`."""
    _component("body_map")(key=MAP, data=dict(data), on_marks_change=lambda: None)


def results(data: Mapping[str, Any]) -> None:
    """The ranked list."""
    _component("results")(key="results", data=dict(data))
