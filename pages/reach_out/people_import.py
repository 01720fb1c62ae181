"""Bringing people in: a list from elsewhere, looked at before anything is written."""

import streamlit as st

from core.content.loader import words
from pages.parts.people_merge import show_doubles
from pages.parts.session import current_workspace

say = words("frame")
workspace = current_workspace()

st.title(say["people_import"])
show_doubles(workspace)
