"""Reassess: the line to steer by, the four questions, one next step, and openings."""

import streamlit as st

from core.content.loader import words
from core.openings import Opening
from pages.parts.gone import show_gone
from pages.parts.reassess import ask_step, show_furthest, show_progress, show_questions
from pages.parts.reassess_openings import ask_opening, link_to_leads, open_form, show_openings
from pages.parts.reassess_star import ask_north_star
from pages.parts.session import app_mode, current_workspace

say = words("reassess")
workspace = current_workspace()
now = app_mode().now()
today = now.date()
asked = st.query_params.get("opening", "")
edited = workspace.openings.find(asked)

if asked and edited is None:
    st.title(say["title"])
    show_gone(workspace, f"opening:{asked}", Opening)
elif edited:
    st.title(say["opening_edit"])
    ask_opening(workspace, open_form(workspace, edited), edited)
else:
    st.title(say["title"])
    st.caption(say["lead"])
    show_progress(workspace, today)
    ask_north_star(workspace)
    show_questions(workspace, today)
    show_furthest(workspace, today)
    ask_step(workspace, now)
    show_openings(workspace, today)
    ask_opening(workspace, open_form(workspace, None), None)
    link_to_leads()
