"""People: whom to keep in touch with, three at a time, and then rest."""

import streamlit as st

from core.content.loader import words
from pages.parts.interview_times import own_now
from pages.parts.people_list import show_everyone
from pages.parts.people_quick import KIND as QUICK
from pages.parts.sections import PART, choose_section, come_to_section, keep_in_address
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.undo import show_undo

SECTIONS = ("everyone",)
SECTION = "people.section"

say = words("people")
workspace = current_workspace()
today = own_now(workspace, app_mode().now()).date()

st.title(say["title"])
st.caption(say["lead"])
show_noticed()
show_undo(workspace)
named = st.query_params.get(PART, "")
if st.query_params.pop(QUICK, ""):
    st.session_state[SECTION] = named = "everyone"
labels = {each: say[f"section_{each}"] for each in SECTIONS}
come_to_section(SECTION, named, labels)
begin = "week" if workspace.people.all() else "everyone"
section = choose_section(SECTION, say["section"], labels, begin)
keep_in_address(SECTION, section)
if section == "everyone":
    show_everyone(workspace, today)
