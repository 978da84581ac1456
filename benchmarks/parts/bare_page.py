"""The least a Streamlit page can do with the same body: one component, one line of text.

It shows the same SVG as the app, sends the whole selection as state, and answers with one sentence.
Any further time is the app's own.
"""

import streamlit as st
from streamlit.components.v2 import component

from referral_map import load_atlas
from referral_map.atlas.drawings import ViewDrawing, drawings

SCRIPT = """
const wired = new WeakSet();
export default function ({ parentElement, setStateValue }) {
  if (wired.has(parentElement)) return;
  wired.add(parentElement);
  const selected = new Set();
  parentElement.addEventListener("click", (event) => {
    const id = event.target.dataset?.region;
    if (!id) return;
    if (!selected.delete(id)) selected.add(id);
    event.target.setAttribute("aria-pressed", String(selected.has(id)));
    setStateValue("selection", [...selected]);
  });
}
"""


@st.cache_resource
def body() -> str:
    """All views as one piece of HTML, as large as what the app draws."""
    views = drawings(load_atlas())["views"].values()
    return "".join(_picture(view) for view in views)


def _picture(view: ViewDrawing) -> str:
    regions = "".join(
        f'<path class="region" data-region="{name}" d="{path}" fill="#0000" stroke="#987"/>'
        for name, path in view["regions"].items()
        if path
    )
    return (
        f'<svg viewBox="{" ".join(map(str, view["window"]))}" style="height: 32rem">'
        f'<path d="{view["body"]}" fill="#eec"/><path d="{view["bones"]}" fill="#ffe"/>'
        f"{regions}</svg>"
    )


def main() -> None:
    """The page."""
    st.set_page_config(layout="wide")
    show = component("bare", html=body(), js=SCRIPT)
    selected = show(key="bare", data={}, on_selection_change=lambda: None)
    st.text(f"answer {len(selected.selection or [])}")


main()
