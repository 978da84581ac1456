"""What the component of a page is given, and what it tells Streamlit."""

from __future__ import annotations

from referral_map.app.pages import PageName
from referral_map.app.wire.base import EveryBody, EveryDrawnView, Text, Wire
from referral_map.domain import Language


class Addresses(Wire):
    """Where the parts of the atlas are, relative to the page; each names its version."""

    drawings: EveryBody[Text]
    views: EveryBody[EveryDrawnView[Text]]
    skin: EveryBody[Text]
    areas: EveryBody[Text]
    figure: EveryBody[Text]
    texts: Text


class PageData(Wire):
    """What every part of a page is given."""

    addresses: Addresses
    code: Text
    """Where the modules and styles are, relative to the page."""
    languages: dict[Language, Text]
    """Their own names, by code."""
    pages: list[PageName]
    page: PageName
    """The one that is open."""
    parts: list[str]
    """Its parts from the top."""


class PageState(Wire):
    """What Streamlit hears of a page: its language, and the page that a link leads to."""

    language: Language | None = None
    navigate: PageName | None = None
