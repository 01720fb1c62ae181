"""One application: how it stands, what they asked for, research, and its talks."""

import streamlit as st

from core.applications import Application
from core.content.loader import interview_words, words
from pages.parts.gone import show_gone
from pages.parts.interview_list import show_talks
from pages.parts.interview_times import own_now
from pages.parts.messages import show_done
from pages.parts.one_application import FORM, show_about
from pages.parts.plain_text import inert
from pages.parts.requested import show_requested
from pages.parts.research import show_research
from pages.parts.sections import choose_section
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.undo import show_undo

SEARCH = "move_on/search.py"
SECTIONS = ("about", "asked", "research", "talks")

say = words("application")
workspace = current_workspace()
now = app_mode().now()
today = own_now(workspace, now).date()
asked = st.query_params.get("application", "")
application = workspace.applications.find(asked)

if application is None:
    st.title(say["title"])
    if asked:
        show_gone(workspace, f"{FORM}:{asked}", Application)
    st.write(say["gone"])
    st.page_link(SEARCH, label=say["to_search"], icon=":material/travel_explore:")
else:
    named = (application.role, application.employer)
    st.title(inert(", ".join(filter(None, named))) or say["title"])
    st.page_link(SEARCH, label=say["to_search"], icon=":material/arrow_back:")
    show_done(FORM)
    show_noticed()
    show_undo(workspace)
    key = f"application.section.{asked}"
    if (part := st.query_params.pop("part", "")) in SECTIONS:
        st.session_state[key] = part
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    section = choose_section(key, say["section"], labels)
    if section == "about":
        show_about(workspace, application, own_now(workspace, now))
    elif section == "asked":
        st.caption(say["asked_lead"])
        show_requested(workspace, application, "requested", interview_words().asked, today)
    elif section == "research":
        show_research(workspace, application)
    else:
        show_talks(workspace, application, now)
