"""The app: a Streamlit script that runs when a page is opened and when the language changes.

Marks and readings do not pass through this script: the browser (``frontend/``) asks the server for
them directly (``answers.py``).
"""

from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from referral_map import ReferralMapError, load_atlas
from referral_map.app import assets, components, static_files
from referral_map.app.language import spoken
from referral_map.app.pages import PAGES, PageName
from referral_map.app.style import STYLE
from referral_map.domain import Language
from referral_map.words import LANGUAGES, Words, words_in

ICON = Path(__file__).with_name("frontend") / "icon.svg"


def main() -> None:
    """Draws the page in the address, with its head and foot."""
    language = spoken(st.session_state, st.context.locale)
    words = words_in(language)
    st.set_page_config(page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    pages: dict[str, StreamlitPage] = {
        name: st.Page(
            partial(parts, name, language),
            title=words(f"pages.{name}"),
            url_path=name,
            default=name == "map",
        )
        for name in PAGES
    }
    # The links to them are in the head of the page: Streamlit hides its own on a phone.
    page = st.navigation(list(pages.values()), position="hidden")
    st.set_page_config(page_title=f"{page.title} · {words('app.title')}")
    if not ready(words):
        return
    wanted = components.turned_to()
    if wanted in pages and wanted != (page.url_path or "map"):
        st.switch_page(pages[wanted])
    page.run()


def ready(words: Words) -> bool:
    """Whether the atlas could be loaded; the first visitor after a start may have to wait."""
    try:
        with st.spinner(words("app.drawing"), show_time=False):
            load_atlas(language=words.language)
            assets.addresses(words.language)
    except ReferralMapError as error:
        st.error(f"{words('app.cannot_show')} {error}")
        return False
    return True


def parts(name: PageName, language: Language) -> None:
    """What is on a page, in a language."""
    components.page(
        PAGES[name],
        addresses=assets.addresses(language),
        code=static_files.address(),
        languages=dict(LANGUAGES),
        pages=list(PAGES),
        page=name,
    )


main()
