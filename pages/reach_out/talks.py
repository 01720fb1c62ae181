"""Talks and events: asking about work, small goals for events, companies to watch."""

import streamlit as st

from core.content.loader import words
from pages.parts.events import PART_EVENTS, show_event, show_events
from pages.parts.interview_times import own_now
from pages.parts.messages import show_done
from pages.parts.sections import PART, choose_section, come_to_section, keep_in_address
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.talk_list import show_talks
from pages.parts.undo import show_undo
from pages.parts.watches import NEW, PART_WATCHES, show_watch, show_watches

SECTION = "talks.section"
SECTIONS = ("talks", "events", "watches")

say = words("talks")
workspace = current_workspace()
now = own_now(workspace, app_mode().now())
asked = st.query_params.to_dict()

st.title(say["title"])
show_noticed()
show_undo(workspace)
if event := asked.get("event"):
    show_event(workspace, event, now.date())
elif {"watch", "employer", "case"} & asked.keys():
    named = (asked.get("watch", NEW), asked.get("employer", ""), asked.get("case", ""))
    show_watch(workspace, *named, now.date())
else:
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    come_to_section(SECTION, asked.get(PART, ""), labels)
    section = choose_section(SECTION, say["section"], labels)
    keep_in_address(SECTION, section)
    show_done(section)
    if section == PART_EVENTS:
        show_events(workspace, now.date())
    elif section == PART_WATCHES:
        show_watches(workspace, now.date())
    else:
        st.caption(say["lead"])
        show_talks(workspace, now)
