"""Start the app: `streamlit run app.py`."""

import streamlit as st

from referral_map.app import SCRIPT, middleware, routes, warm_up

# Streamlit looks for this very call in this file.
app = st.App(SCRIPT, routes=routes(), middleware=middleware(), lifespan=warm_up)
