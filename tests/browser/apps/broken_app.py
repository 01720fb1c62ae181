"""A screen that fails with the person's words in its error, behind the app's own edges."""

from pathlib import Path

import streamlit as st

from pages.parts.log import quiet_streamlit
from pages.parts.server import MIDDLEWARE, lifespan, show_failure

quiet_streamlit()
app = st.App(
    Path(__file__).with_name("broken_screen.py"),
    middleware=MIDDLEWARE,
    lifespan=lifespan,
    on_script_error=show_failure,
)
