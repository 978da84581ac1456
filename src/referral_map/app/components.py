"""The components of the pages. Their JavaScript and CSS are in `frontend/`."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st

SESSION = "session"


@cache
def _component(name: str):
    # Declared at first use, inside a script run: only then Streamlit knows the package's assets.
    return st.components.v2.component(f"referral-map.{name}", js=f"{name}.js", css=f"{name}.css")


def session(data: Mapping[str, Any]) -> None:
    """The head of every page. It holds the person's document: see `record`."""
    _component("session")(
        key=SESSION,
        data=dict(data),
        on_document_change=lambda: None,
        on_ask_change=lambda: None,
    )


def body_map(data: Mapping[str, Any]) -> None:
    """The map to mark."""
    _component("body_map")(key="body_map", data=dict(data))


def results(data: Mapping[str, Any]) -> None:
    """The safety questions, then what might explain the pain."""
    _component("results")(key="results", data=dict(data))


def teach(data: Mapping[str, Any]) -> None:
    """The therapist's page: layers, nerves, look-up, story and tour."""
    _component("teach")(key="teach", data=dict(data))


def learn(data: Mapping[str, Any]) -> None:
    """The self-care guide and the questions patients ask."""
    _component("learn")(key="learn", data=dict(data))


def handout(data: Mapping[str, Any]) -> None:
    """What the person takes home: what goes into it, and the file."""
    _component("handout")(key="handout", data=dict(data))


def visits(data: Mapping[str, Any]) -> None:
    """Saved sessions side by side."""
    _component("visits")(key="visits", data=dict(data))
