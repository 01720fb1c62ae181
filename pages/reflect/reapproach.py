"""Going back to an employer: how the door stands, if it is worth it, the call, and after it."""

import streamlit as st

from core.cases import OWN_NO, Direction
from core.content.loader import words
from pages.parts.reapproach import (
    ask_section,
    leads_back,
    show_change,
    show_empty,
    show_sleep,
    show_stands,
    standing,
)
from pages.parts.reapproach_call import show_call_part
from pages.parts.reapproach_later import show_asked, show_readiness
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.undo import show_undo
from pages.parts.worksheet_live import choose_case

THEIR_NO = (Direction.THEY_SAID_NO, Direction.CANCELLED)
"""After their own no there is no way back to weigh, only readiness to apply again."""

say = words("reapproach")
workspace = current_workspace()
now = app_mode().now()
today = now.date()

st.title(say["title"])
st.caption(say["lead"])
show_noticed()
show_undo(workspace)
case = choose_case(workspace, "reapproach", (*OWN_NO, *THEIR_NO), Direction.SECOND_THOUGHTS)
stands = standing(workspace, case.id if case else "", today)
if stands is None:
    if case and case.direction in THEIR_NO:
        show_readiness(workspace, case, None, today)
    else:
        show_empty(case, today)
        if case:
            show_asked(workspace, case, today, unless_none=True)
            show_readiness(workspace, case, None, today)
else:
    show_sleep(stands)
    section = ask_section(begin="later" if stands.is_asked else "stands")
    if section == "stands":
        show_stands(workspace, stands, case, today)
    elif section == "change":
        show_change(workspace, stands, today)
    elif section == "call":
        show_call_part(workspace, stands, now)
    elif not leads_back(stands):
        st.write(say["not_back"])
    elif case:
        show_asked(workspace, case, today)
        show_readiness(workspace, case, stands, today)
    else:
        st.write(say["asked_not_yet"])
    stands.form.keep()
