"""Decisions: the log of your noes, what they show together, and every contact by employer."""

import streamlit as st

from core.cases import OWN_NO, Case
from core.content.loader import words
from core.decisions.look_backs import LookBack
from pages.parts.decisions import FORM, ask_names, show_log
from pages.parts.decisions_employers import SECTION, show_employers
from pages.parts.decisions_look import FORM as LOOK
from pages.parts.decisions_look import ask_look, show_looked
from pages.parts.decisions_patterns import show_patterns
from pages.parts.gone import show_gone
from pages.parts.sections import choose_section, come_to_section
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.undo import show_undo

SECTIONS = ("log", "patterns", "employers")

say = words("decisions")
workspace = current_workspace()
now = app_mode().now()
asked = st.query_params.get(LOOK, "")
look = workspace.look_backs.find(asked)
looked_at = workspace.cases.find(look.case_id if look else asked)
wanted = st.query_params.get(FORM, "")
named = workspace.cases.find(wanted)

if looked_at and looked_at.direction in OWN_NO:
    ask_look(workspace, looked_at, look, now)
elif named and named.direction in OWN_NO:
    ask_names(workspace, named, now)
elif not show_looked(workspace, now):
    st.title(say["title"])
    st.caption(say["lead"])
    if asked:
        show_gone(workspace, f"{LOOK}:{asked}", LookBack)
    elif wanted:
        show_gone(workspace, f"{FORM}:{wanted}", Case)
    show_noticed()
    show_undo(workspace)
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    come_to_section(SECTION, st.query_params.get("part", ""), labels)
    section = choose_section(SECTION, say["section"], labels)
    if section == "log":
        show_log(workspace, now)
    elif section == "patterns":
        show_patterns(workspace)
    else:
        show_employers(workspace, now)
