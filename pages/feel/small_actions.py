"""One small action: by the energy there is, with its plan, before and after."""

import streamlit as st

from core.content.loader import words
from pages.parts.session import app_mode, current_workspace
from pages.parts.small_actions import show_small_actions
from pages.parts.steady_ways import link_back

say = words("steady")

st.title(say["way_actions"])
st.caption(say["actions_lead"])
show_small_actions(current_workspace(), app_mode().now())
link_back()
