"""Steady: the kit for a heavy hour. A few ways in, and each of them small."""

import streamlit as st

from core.content.loader import words
from pages.parts.session import app_mode, current_workspace
from pages.parts.steady import show_practice, show_ways
from pages.parts.support import show_standing_support
from pages.parts.wins import show_wins_if_low

say = words("steady")
workspace = current_workspace()
now = app_mode().now()

st.title(say["title"])
st.caption(say["lead"])
show_standing_support(workspace, now)
show_wins_if_low(workspace, now)
show_ways(workspace, now)
show_practice(workspace, now)
