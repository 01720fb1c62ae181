"""One talk: on time, prepared, practised, and thanked for."""

import streamlit as st

from core.applications import Interview
from core.content.loader import words
from pages.parts.conflict import conflict_of, settle_conflict
from pages.parts.gone import show_gone
from pages.parts.interview import (
    PLACE,
    ask_section,
    show_preparing,
    show_title,
    show_when,
    show_when_form,
)
from pages.parts.interview_after import show_after
from pages.parts.interview_form import open_form
from pages.parts.messages import show_done
from pages.parts.practice import show_practice
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed

SEARCH = "move_on/search.py"

say = words("interview")
workspace = current_workspace()
now = app_mode().now()
asked = st.query_params.get("interview", "")
interview = workspace.interviews.find(asked)
wanted = interview.application_id if interview else st.query_params.get("application", asked)
application = workspace.applications.find(wanted)

if application is None:
    st.title(say["title_open"])
    if asked:
        show_gone(workspace, f"interview:{asked}", Interview)
    st.write(say["gone_application" if interview else "choose_first"])
    st.page_link(SEARCH, label=say["to_search"], icon=":material/travel_explore:")
else:
    form = open_form(workspace, application, interview)
    show_title(application, interview)
    if conflict_of(form):
        settle_conflict(workspace, workspace.interviews, form)
    else:
        show_done(PLACE)
        show_noticed()
        form.show_resumed()
        section = ask_section(interview, now) if interview else ""
        if interview is None:
            show_when_form(workspace, application, None, form)
        elif section == "when":
            show_when(workspace, application, interview, form, now)
        elif section == "prepare":
            show_preparing(workspace, application, interview, form, now)
        elif section == "practise":
            show_practice(workspace, application, interview, now.date())
        else:
            show_after(workspace, application, interview, form, now)
