"""What the person noted of an employer, as a reminder beside the questions of a letter."""

import streamlit as st

from core.content.loader import fill, words
from core.interviews import notes_for
from core.workspace import Workspace
from pages.parts.plain_text import inert
from pages.parts.session import current_workspace

REMEMBERED = ("good_thing", "about_them", "their_work", "recent_fact", "topic")
"""The facts of a letter for which something concrete from a talk or research is asked (R04)."""


def show_notes(fact: str, case_id: str) -> None:
    """Recall what was learned in talks and found out, where a letter asks for such a thing."""
    if fact not in REMEMBERED or not case_id:
        return
    if notes := current_workspace().view(_notes, case_id):
        told = " · ".join(map(inert, notes))
        st.caption(fill(words("interview")["from_notes"], notes=told))


def _notes(workspace: Workspace, case_id: str) -> tuple[str, ...]:
    return notes_for(case_id, workspace.applications.all(), workspace.interviews.all())
