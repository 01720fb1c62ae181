"""The quick check-in on Today: one number is a complete check-in."""

from datetime import datetime

import streamlit as st

from core.check_ins import CheckIn
from core.content.loader import words
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.questions import ask_score

CHECK_IN = "feel/check_in.py"


def ask_quick_mood(workspace: Workspace, now: datetime) -> None:
    """Ask for the mood right now and keep it as a check-in."""
    say = words("today")
    form = Form(workspace, "quick_mood", {"mood": None})
    mood = ask_score(form, "mood", say["quick"], (say["very_low"], say["very_good"]))
    with st.container(horizontal=True, vertical_alignment="center"):
        kept = st.button(say["keep_mood"], key=f"today.keep_mood.{form.round}")
        st.page_link(CHECK_IN, label=say["say_more"], icon=":material/favorite:")
    if kept and mood is None:
        st.warning(say["pick_mood"])
    elif kept:
        workspace.check_ins.add(CheckIn(happened_on=now.date(), mood=mood), form="quick_mood")
        form.finish()
        done("mood", say["mood_kept"])
    show_done("mood")
