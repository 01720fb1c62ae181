"""People who can help: who is there for what, and what to say to them."""

import streamlit as st

from core.content.loader import words
from pages.parts.session import current_workspace
from pages.parts.steady_ways import link_back
from pages.parts.support_map import show_support_map

say = words("steady")

st.title(say["way_people"])
st.caption(say["people_lead"])
show_support_map(current_workspace())
link_back()
