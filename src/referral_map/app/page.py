"""The page: a Streamlit script that runs from top to bottom at every change."""

from pathlib import Path

import streamlit as st

from referral_map import PainDrawing, ReferralMapError, load_atlas, match
from referral_map.app import components, examples, listing, marks, words
from referral_map.app.drawn import drawn
from referral_map.app.style import STYLE

ICON = Path(__file__).with_name("frontend") / "icon.svg"


def header() -> None:
    """Title, what this is, and when not to use it."""
    st.title(words.TITLE, anchor=False)
    st.markdown(f"{words.SENTENCE} {words.WHAT_IT_IS}")
    st.warning(words.SEE_A_DOCTOR)


def order_control() -> str:
    """The measure the list goes by."""
    chosen = st.selectbox(
        "List by",
        list(listing.ORDERS),
        format_func=listing.ORDERS.get,
        key="order",
    )
    return chosen or "score"


def example_buttons() -> None:
    """Ready-made drawings for a first look."""
    st.caption(words.EXAMPLES_INTRO)
    with st.container(horizontal=True, gap="small"):
        for example in examples.EXAMPLES:
            st.button(
                example.label,
                key=f"example_{example.id}",
                on_click=marks.select,
                args=(st.session_state, example.regions),
            )


def footer(credit: str) -> None:
    """How it works, and whose work the body is."""
    with st.expander("How this works"):
        st.markdown(words.HOW_IT_WORKS)
    st.caption(f"{credit} {words.LICENCE}")


def main() -> None:
    """Draw the page for the state of this session."""
    st.set_page_config(page_title=words.TITLE, page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    header()
    try:
        atlas, ready = load_atlas(), drawn()
    except ReferralMapError as error:
        st.error(f"{words.CANNOT_SHOW} {error}")
        return
    regions = marks.marked_regions(st.session_state, (each.id for each in atlas.regions))
    found = match(atlas, PainDrawing.from_regions(atlas, regions)).as_dict()
    with st.container(key="workspace"):
        left, right = st.columns([1.65, 1], gap="large")
    with left:
        components.body_map({**marks.map_data(st.session_state), "drawings": ready.address})
    with right:
        measure = order_control()
        components.results(listing.listing(found, ready.content, measure, ready.address))
        if not regions:
            example_buttons()
    footer(ready.content["credit"])


main()
