"""What happened: every case, the living first; rest, return, delete and undo."""

import streamlit as st

from core.content.loader import fill, words
from core.views import living, resting
from pages.parts.case_cards import show_cases
from pages.parts.happenings import CASE
from pages.parts.messages import show_done
from pages.parts.session import app_mode, current_workspace
from pages.parts.undo import show_undo

say = words("cases")
workspace = current_workspace()
now = app_mode().now()
alive, asleep = workspace.view(living), workspace.view(resting)

st.title(say["title"])
st.caption(say["lead"] if alive or asleep else say["empty"])
st.page_link(CASE, label=say["tell"], icon=":material/add:")
show_done("cases")
show_undo(workspace)
show_cases(workspace, alive, now, key="alive")
if asleep and st.toggle(fill(say["at_rest"], count=len(asleep)), key="cases.at_rest"):
    show_cases(workspace, asleep, now, key="asleep")
