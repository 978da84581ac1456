"""The app: a Streamlit script that runs from top to bottom when a page or the language changes.

Everything that answers to the person stands in one fragment, so that a mark on the body runs and
sends only that: what stays the same (title, navigation, credit) is left alone.
"""

from functools import partial
from pathlib import Path

import streamlit as st

from referral_map import ReferralMapError, load_atlas
from referral_map.app import (
    asks,
    assets,
    code,
    components,
    handout_page,
    learn_page,
    map_page,
    record,
    teach_page,
    visits_page,
)
from referral_map.app.style import STYLE
from referral_map.words import LANGUAGES, Words, words_in

PAGES = {
    "map": map_page.draw,
    "teach": teach_page.draw,
    "learn": learn_page.draw,
    "handout": handout_page.draw,
    "visits": visits_page.draw,
}
"""What draws each page, by the name in its address; the first is the start."""

ICON = Path(__file__).with_name("frontend") / "icon.svg"


def main() -> None:
    """Draw the page that was asked for, and what is round it."""
    language = record.given(st.session_state, st.context.locale).session.language
    words = words_in(language)
    st.set_page_config(page_title=words("app.title"), page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    page = st.navigation(
        [
            st.Page(
                partial(alive, name, language),
                title=words(f"pages.{name}"),
                url_path=name,
                default=name == "map",
            )
            for name in PAGES
        ],
        position="top",
    )
    if not ready(words):
        return
    page.run()
    if page.url_path in ("", "map"):
        with st.expander(words("app.how_title")):
            st.markdown(words("app.how"))
    st.caption(f"{assets.asset('drawings').content['credit']} {words('app.licence')}")


def ready(words: Words) -> bool:
    """Whether the atlas can be shown; the first visitor after a start may have to wait for it."""
    try:
        with st.spinner(words("app.drawing"), show_time=False):
            load_atlas(language=words.language)
            assets.addresses(words.language)
    except ReferralMapError as error:
        st.error(f"{words('app.cannot_show')} {error}")
        return False
    return True


@st.fragment
def alive(name: str, language: str) -> None:
    """The head of the page and the page itself, for what the browser sent last."""
    given = record.given(st.session_state, st.context.locale)
    if given.session.language != language:
        st.rerun()
    atlas = load_atlas(language=language)
    shared = {"addresses": assets.addresses(language), "code": code.address()}
    components.session(
        {
            **shared,
            "languages": dict(LANGUAGES),
            "trouble": given.trouble,
            "answer": asks.answer(st.session_state, atlas, given.session),
        }
    )
    PAGES[name](atlas, given.session, shared)


main()
