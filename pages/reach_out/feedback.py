"""What they said: before opening it, noting and sorting it, and what was kept."""

import streamlit as st

from core.content.loader import words
from core.feedback import Feedback
from pages.parts.conflict import conflict_of, settle_conflict
from pages.parts.feedback import ask_feedback, ask_section, keep_feedback, open_form, show_before
from pages.parts.feedback_list import show_counts, show_feedback
from pages.parts.gone import show_gone
from pages.parts.letters import FEEDBACK
from pages.parts.messages import show_done
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import notice, show_noticed
from pages.parts.undo import show_undo

say = words("feedback")
workspace = current_workspace()
today = app_mode().now().date()
feedback_id = st.query_params.get("feedback", "")
edited = workspace.feedback.find(feedback_id)
letter = workspace.letters.find(st.query_params.get("letter", ""))
form = open_form(workspace, edited, letter, st.query_params.get("case", ""), today)

st.title(say["edit_title"] if edited else say["title"])
show_done(form.kind)
show_noticed()
if feedback_id and edited is None:
    show_gone(workspace, f"feedback:{feedback_id}", Feedback)
elif conflict_of(form):
    settle_conflict(workspace, workspace.feedback, form)
else:
    if edited:
        section = "add"
    else:
        st.caption(say["lead"])
        show_counts(workspace)
        begin = "add" if letter or form.resumed else "before"
        section = ask_section("here" if begin == "before" and workspace.feedback.all() else begin)
    if section == "before":
        show_before()
    elif section == "here":
        show_undo(workspace)
        show_feedback(workspace, today)
    else:
        form.show_resumed()
        answers = ask_feedback(workspace, form, today)
        form.keep()
        with st.container(horizontal=True):
            closed = workspace.read_only
            key = f"feedback.save.{form.round}"
            save = st.button(say["save"], type="primary", key=key, disabled=closed)
            leave = edited and st.button(say["leave"], type="tertiary", key="feedback.leave")
        if save or leave:
            notice(*form.written())
        if leave:
            form.finish()
            st.switch_page(FEEDBACK)
        elif save:
            keep_feedback(workspace, form, answers, edited)
