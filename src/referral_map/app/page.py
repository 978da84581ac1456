"""The app: a Streamlit script that runs from top to bottom when a page or the language changes.

Everything that answers to the person stands in one fragment, so that a mark on the body runs and
sends only that: what stays the same (title, navigation, credit) is left alone.
"""

import html
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
    "map": map_page.parts,
    "teach": teach_page.parts,
    "learn": learn_page.parts,
    "handout": handout_page.parts,
    "visits": visits_page.parts,
}
"""What each page has below its head, by the name in its address; the first is the start."""

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
    st.html(foot(words, page.url_path in ("", "map")))


def foot(words: Words, explained: bool) -> str:
    """What stands below a page: how the map works where it is `explained`, and the credit.

    One piece of HTML: whatever more elements Streamlit has, it draws them anew at each answer.
    """
    how = f"<details><summary>{words('app.how_title')}</summary>{words('app.how')}</details>"
    credit = html.escape(f"{assets.asset('drawings').content['credit']} {words('app.licence')}")
    return f'<footer class="foot">{how if explained else ""}<p>{credit}</p></footer>'


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
    head = {
        "languages": dict(LANGUAGES),
        "trouble": given.trouble,
        "turn": given.turn,
        "answer": asks.answer(st.session_state, atlas, given.session),
    }
    components.page(
        {"addresses": assets.addresses(language), "code": code.address()},
        {"session": head, **PAGES[name](atlas, given.session)},
    )


main()
