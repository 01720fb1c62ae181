"""Over time: how it felt, as a line with its reading and table, and every check-in."""

import streamlit as st

from core.content.loader import words
from core.views import newest_first
from pages.parts.history import show_history
from pages.parts.session import app_mode, current_workspace
from pages.parts.trend import show_trend
from pages.parts.undo import show_undo

CHECK_IN = "feel/check_in.py"

say = words("progress")
workspace = current_workspace()
today = app_mode().now().date()
check_ins = workspace.view(newest_first)

st.title(say["title"])
st.caption(say["lead"])
show_undo(workspace)
if check_ins:
    show_trend(workspace, today)
    show_history(workspace, today)
else:
    st.write(say["empty"])
    st.page_link(CHECK_IN, label=say["check_in"], icon=":material/favorite:")
