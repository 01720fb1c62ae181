"""Private writing: a few quiet sessions, for nobody else, and the plain diary beside it."""

import streamlit as st

from core.content.loader import words
from pages.parts.heavy import passes_heavy
from pages.parts.session import app_mode, current_workspace
from pages.parts.undo import show_undo
from pages.parts.writing import ask_writing, has_begun, is_writing, open_form, show_opening
from pages.parts.writing_list import show_settled, show_written

say = words("writing")
workspace = current_workspace()
now = app_mode().now()

st.title(say["title"])
if not show_settled(workspace, now) and (
    is_writing() or passes_heavy(workspace, now, say["heavy"])
):
    form = open_form(workspace, st.query_params.get("case", ""))
    if has_begun(form):
        ask_writing(workspace, form, now)
    else:
        show_undo(workspace)
        show_opening(workspace, form, now)
        show_written(workspace, now.date())
