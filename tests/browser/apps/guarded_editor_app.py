"""The small app around the editor, under the headers that Ajar sends."""

import streamlit as st

from pages.parts.server import MIDDLEWARE

app = st.App("editor_app.py", middleware=MIDDLEWARE)
