"""Letters: what waits, what fits what happened, every kind there is, and those that are kept."""

import streamlit as st

from core.content.loader import words
from pages.parts.letter_cards import (
    ask_case,
    show_every_kind,
    show_fitting,
    show_letters,
)
from pages.parts.letter_reminders import show_letter_reminders
from pages.parts.letters import FEEDBACK
from pages.parts.messages import show_done
from pages.parts.session import app_mode, current_workspace
from pages.parts.undo import show_undo

say = words("letters")
workspace = current_workspace()
now = app_mode().now()

st.title(say["title"])
st.caption(say["lead"])
show_done("letters")
show_undo(workspace)
show_letter_reminders(workspace, now)
case = ask_case(workspace)
show_fitting(workspace, case, now)
show_every_kind(case)
st.page_link(FEEDBACK, label=say["feedback"], icon=":material/hearing:")
show_letters(workspace, now)
