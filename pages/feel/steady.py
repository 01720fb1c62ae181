"""Steady: the kit for a heavy hour. A few ways in, and each of them small."""

import streamlit as st

from core.content.loader import words
from pages.parts.session import app_mode, current_workspace
from pages.parts.small_actions import show_small_actions
from pages.parts.steady import show_practice, show_ways
from pages.parts.steady_ways import STEADY
from pages.parts.support import show_standing_support
from pages.parts.support_map import show_support_map
from pages.parts.wins import show_wins, show_wins_if_low

RECORDS = {"small_action": "actions", "person": "people", "win": "wins"}
"""What the address can ask for by name, and the part of Steady where it is."""

say = words("steady")
workspace = current_workspace()
now = app_mode().now()
asked = next((part for name, part in RECORDS.items() if name in st.query_params), "")
part = asked or st.query_params.get("part", "")

if part == "actions":
    st.title(say["way_actions"])
    show_small_actions(workspace, now)
elif part == "people":
    st.title(say["way_people"])
    st.caption(say["people_lead"])
    show_support_map(workspace)
elif part == "wins":
    st.title(say["way_wins"])
    st.caption(say["wins_lead"])
    show_wins(workspace, now)
else:
    st.title(say["title"])
    st.caption(say["lead"])
    show_standing_support(workspace, now)
    show_wins_if_low(workspace, now)
    show_ways(workspace, now)
    show_practice(workspace, now)
if part:
    st.page_link(STEADY, label=say["back"], icon=":material/arrow_back:")
