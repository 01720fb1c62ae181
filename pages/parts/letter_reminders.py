"""What waits for the person: rests that are over, follow-ups, letters that are ready."""

from datetime import datetime

import streamlit as st

from core.content.loader import fill, letter_times, words
from core.letters.reminders import Reminder
from core.letters.views import letter_reminders
from core.views import this_minute
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.letters import link_to_letter, name_of

AT_MOST = 3


def show_letter_reminders(workspace: Workspace, now: datetime) -> None:
    """Show the first few letters that wait for the person, each with the way to it."""
    for reminder in workspace.view(letter_reminders, this_minute(now))[:AT_MOST]:
        with st.container(border=True, key=f"reminder.{reminder.letter.id}"):
            st.caption(name_of(reminder.letter))
            st.text(in_short(reminder))
            link_to_letter(reminder.letter.id, words("letters")["open"])


def in_short(reminder: Reminder) -> str:
    """Return what there is to say of a letter now."""
    facts = {
        "name": reminder.letter.to_name,
        "date": in_words(reminder.since) if reminder.since else "",
        "days": "",
    }
    return fill(letter_times().reminders[reminder.id], **facts)
