"""What I have done: wins, with what proves them and who saw it."""

import streamlit as st

from core.content.loader import words
from pages.parts.comebacks import show_others
from pages.parts.session import app_mode, current_workspace
from pages.parts.steady_ways import link_back
from pages.parts.wins import show_wins

say = words("steady")

st.title(say["way_wins"])
st.caption(say["wins_lead"])
show_wins(current_workspace(), app_mode().now())
show_others(current_workspace())
link_back()
