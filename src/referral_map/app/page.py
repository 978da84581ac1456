"""The app: a Streamlit script that runs when a page is opened and when the language changes.

What answers to the person, mark by mark, is in the browser (``frontend/``) and asks the server by
itself (``answers.py``): it does not pass through here.
"""

import html
from functools import partial
from pathlib import Path

import streamlit as st

from referral_map import ReferralMapError, load_atlas
from referral_map.app import assets, code, components
from referral_map.app.language import spoken
from referral_map.app.pages import PAGES
from referral_map.app.style import STYLE
from referral_map.words import LANGUAGES, Words, words_in

ICON = Path(__file__).with_name("frontend") / "icon.svg"


def main() -> None:
    """Draw the page that was asked for, and what is round it."""
    language = spoken(st.session_state, st.context.locale)
    words = words_in(language)
    st.set_page_config(page_title=words("app.title"), page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    page = st.navigation(
        [
            st.Page(
                partial(parts, name, language),
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
    """What stands below a page: how the map works where it is `explained`, and the credit."""
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


def parts(name: str, language: str) -> None:
    """What is on a page, in a language."""
    components.page(
        PAGES[name],
        addresses=assets.addresses(language),
        code=code.address(),
        languages=dict(LANGUAGES),
    )


main()
