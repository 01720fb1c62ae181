"""Your search: what was sent where, what the record says, and one change to try."""

import streamlit as st

from core.content.loader import words
from pages.parts.applications import PART, show_log
from pages.parts.applications_import import show_import
from pages.parts.applications_table import forget_table, show_table
from pages.parts.experiment import EXPERIMENT, show_experiment
from pages.parts.messages import show_done
from pages.parts.odds import show_odds
from pages.parts.search_numbers import show_nudge, show_numbers
from pages.parts.sections import choose_section, come_to_section, keep_in_address
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.undo import show_undo

SECTIONS = ("log", "says", "odds", "try")
SECTION = "search.section"

say = words("search")
workspace = current_workspace()
now = app_mode().now()
part = st.query_params.get(PART, "")

st.title(say["title"])
st.caption(say["lead"])
show_done("search")
show_noticed()
show_undo(workspace)
if st.query_params.pop(EXPERIMENT, ""):
    st.session_state[SECTION] = "try"
if part != "table":
    forget_table()
if part == "import":
    show_import(workspace, now.date())
elif part == "table":
    show_table(workspace, now)
else:
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    come_to_section(SECTION, part, labels)
    section = choose_section(SECTION, say["section"], labels)
    keep_in_address(SECTION, section)
    if section == "log":
        show_nudge(workspace, now)
        show_log(workspace, now)
    elif section == "says":
        show_numbers(workspace, now)
    elif section == "odds":
        show_odds(workspace, now)
    else:
        show_experiment(workspace, now.date())
