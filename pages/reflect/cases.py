"""What happened: every case, the living first; rest, return, delete and undo."""

import streamlit as st

from core.content.loader import fill, words
from core.views import living, resting
from pages.parts.case_cards import show_case, show_undo
from pages.parts.happenings import CASE
from pages.parts.session import app_mode, current_workspace

say = words("cases")
workspace = current_workspace()
now = app_mode().now()
alive, asleep = workspace.view(living), workspace.view(resting)

st.title(say["title"])
st.caption(say["lead"] if alive or asleep else say["empty"])
st.page_link(CASE, label=say["tell"], icon=":material/add:")
show_undo(workspace)
for case in alive:
    show_case(workspace, case, now)
if asleep:
    with st.expander(fill(say["at_rest"], count=len(asleep))):
        for case in asleep:
            show_case(workspace, case, now)
