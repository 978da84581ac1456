"""The app: a Streamlit script that runs from top to bottom at every change."""

from pathlib import Path

import streamlit as st

from referral_map import ReferralMapError, load_atlas
from referral_map.app import (
    asks,
    assets,
    components,
    handout_page,
    learn_page,
    map_page,
    record,
    teach_page,
    visits_page,
)
from referral_map.app.style import STYLE
from referral_map.words import LANGUAGES, words_in

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
    """Draw the head of the page, then the page that was asked for."""
    given = record.given(st.session_state, st.context.locale)
    words = words_in(given.session.language)
    st.set_page_config(page_title=words("app.title"), page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    try:
        atlas = load_atlas(language=given.session.language)
        shared = {"addresses": assets.addresses(given.session.language)}
    except ReferralMapError as error:
        st.error(f"{words('app.cannot_show')} {error}")
        return
    page = st.navigation(
        [
            st.Page(
                lambda draw=draw: draw(atlas, given.session, shared),
                title=words(f"pages.{name}"),
                url_path=name,
                default=name == "map",
            )
            for name, draw in PAGES.items()
        ],
        position="top",
    )
    components.session(
        {
            **shared,
            "languages": dict(LANGUAGES),
            "trouble": given.trouble,
            "answer": asks.answer(st.session_state, atlas, given.session),
        }
    )
    page.run()
    st.caption(f"{assets.asset('drawings').content['credit']} {words('app.licence')}")


main()
