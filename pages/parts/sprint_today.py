"""The note of a networking sprint that stands by itself: on Today, and at the end of its sheet."""

from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, words
from core.network.sprint import Contact, Stands, sprint_now
from core.network.sprint_steps import note_for_today
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from pages.parts.heavy_day import is_heavy
from pages.parts.interview_times import own_now
from pages.parts.people_ways import PEOPLE
from pages.parts.plain_text import inert
from pages.parts.sections import PART
from pages.parts.sprint_five import link_to_write


def show_sprint_today(workspace: Workspace, now: datetime) -> None:
    """Show the one note that a sprint asks for today, in one line; folded on a heavy day.

    Where a step was kept for it, that step says it, and nothing stands here.
    """
    contact = workspace.view(note_for_today, own_now(workspace, now).date())
    if contact is None:
        return
    if not is_heavy(workspace, now):
        _show(contact)
        return
    with st.expander(words("sprint")["today_folded"], key="today.sprint.heavy"):
        _show(contact)


def show_sprint_letters(workspace: Workspace, run: WorksheetRun, today: date) -> None:
    """Lead to the letter of each note that waits, at the end of the worksheet that plans them."""
    sprint = workspace.view(sprint_now, today)
    if sprint is None or sprint.run_id != run.id:
        return
    waiting = [each for each in sprint.contacts if each.stands is Stands.OPEN]
    if not waiting:
        return
    say = words("sprint")
    st.caption(say["letters"])
    with st.container(key="sprint.letters", gap="xsmall"):
        for each in waiting:
            link_to_write(each, fill(say["write_to"], name=inert(each.note.name)))


def _show(contact: Contact) -> None:
    say = words("sprint")
    with st.container(border=True, key="today.sprint", gap="small"):
        st.write(fill(say["today"], name=inert(contact.note.name)))
        with st.container(horizontal=True, vertical_alignment="center"):
            link_to_write(contact)
            icon, query = ":material/event:", {PART: "sprint"}
            st.page_link(PEOPLE, label=say["to_weeks"], icon=icon, query_params=query)
