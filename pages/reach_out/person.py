"""One person: who they are, when they are due, every contact, what next."""

import streamlit as st

from core.content.loader import words
from core.network.log import FORM as TOUCH
from core.network.touchpoints import Touchpoint
from core.people import Person
from pages.parts.gone import show_gone
from pages.parts.interview_times import own_now
from pages.parts.people_merge import show_merge
from pages.parts.people_ways import PEOPLE
from pages.parts.person_about import FORM as CARD
from pages.parts.person_about import show_about
from pages.parts.person_away import show_connections, show_ends, was_deleted_here
from pages.parts.person_clock import PACE
from pages.parts.person_favour import FORM as FAVOUR
from pages.parts.person_log import show_log
from pages.parts.person_now import show_now, show_who
from pages.parts.plain_text import inert
from pages.parts.sections import PART, choose_section, come_to_section, keep_in_address
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.to_top import begin_at_top
from pages.parts.undo import show_undo

SECTIONS = ("now", "log", "about")

say = words("person")
workspace = current_workspace()
now = own_now(workspace, app_mode().now())
query = st.query_params
touch, card = query.get(TOUCH, ""), query.pop(CARD, "")
pace, favour = query.pop(PACE, ""), query.pop(FAVOUR, "")
kept = workspace.touchpoints.find(touch)
asked = query.get("person", "") or card or pace or favour or (kept.person_id if kept else touch)
person = workspace.people.find(asked)
part = "now" if pace or favour else "log" if touch else query.get(PART, "")
part = "about" if card else part

if person is None:
    st.title(say["title"])
    show_undo(workspace)
    if asked and not was_deleted_here(asked):
        typed = (f"{TOUCH}:{touch}", Touchpoint) if touch else (f"{CARD}:{asked}", Person)
        show_gone(workspace, *typed)
    st.write(say["gone"])
    st.page_link(PEOPLE, label=say["to_people"], icon=":material/group:")
else:
    query["person"] = person.id
    st.title(inert(person.name) or say["title"])
    show_who(person)
    st.page_link(PEOPLE, label=say["to_people"], icon=":material/arrow_back:")
    show_noticed()
    show_undo(workspace)
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    key = f"person.section.{person.id}"
    come_to_section(key, part, labels)
    section = choose_section(key, say["section"], labels)
    keep_in_address(key, section)
    if section != "log":
        query.pop(TOUCH, None)
    if section == "log":
        show_log(workspace, person, now.date())
    elif section == "about":
        show_about(workspace, person, now.date())
        show_merge(workspace, person)
        show_connections(workspace, person)
        show_ends(workspace, person, now.date())
    else:
        show_now(workspace, person, now)
    begin_at_top(f"{person.id}.{section}.{touch}")
