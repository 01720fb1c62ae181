"""People: whom to keep in touch with, three at a time, and then rest."""

import streamlit as st

from core.content.loader import words
from pages.parts.interview_times import own_now
from pages.parts.people_gives import GIVE, show_give_and_ask
from pages.parts.people_list import EVERYONE, SECTION, show_everyone
from pages.parts.people_map import show_map
from pages.parts.people_quick import KIND as QUICK
from pages.parts.people_week import show_week
from pages.parts.sections import PART, choose_section, come_to_section, keep_in_address
from pages.parts.session import app_mode, current_workspace
from pages.parts.sprint import show_sprint
from pages.parts.support import show_noticed
from pages.parts.undo import show_undo

SECTIONS = ("week", EVERYONE, "map", "gives", "sprint")

say = words("people")
workspace = current_workspace()
now = own_now(workspace, app_mode().now())
today = now.date()
part = "gives" if st.query_params.get(GIVE) else st.query_params.get(PART, "")

st.title(say["title"])
st.caption(say["lead"])
show_noticed()
show_undo(workspace)
if st.query_params.pop(QUICK, ""):
    st.session_state[SECTION] = part = EVERYONE
labels = {each: say[f"section_{each}"] for each in SECTIONS}
come_to_section(SECTION, part, labels)
begin = "week" if workspace.people.all() else EVERYONE
section = choose_section(SECTION, say["section"], labels, begin)
if section != "gives":
    st.query_params.pop(GIVE, "")
keep_in_address(SECTION, section)
if section == "week":
    show_week(workspace, now)
elif section == "map":
    show_map(workspace, now)
elif section == "gives":
    show_give_and_ask(workspace, today)
elif section == "sprint":
    show_sprint(workspace, now)
else:
    show_everyone(workspace, today)
