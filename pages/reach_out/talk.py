"""One informational talk: prepared, held, thanked for, and what it taught."""

import streamlit as st

from core.content.loader import words
from core.network.talks import Talk
from pages.parts.conflict import conflict_of, settle_conflict
from pages.parts.gone import show_gone
from pages.parts.interview_times import own_now
from pages.parts.messages import show_done
from pages.parts.people_ways import TALKS
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.talk import PLACE, ask_section, show_plan, show_plan_form, show_title
from pages.parts.talk_after import show_after
from pages.parts.talk_form import open_form, save
from pages.parts.talk_frame import show_frame
from pages.parts.talk_prepare import show_preparing
from pages.parts.undo import show_undo

say = words("talk")
workspace = current_workspace()
now = own_now(workspace, app_mode().now())
asked = st.query_params.get("talk", "")
talk = workspace.talks.find(asked)
wanted = talk.person_id if talk else st.query_params.get("person", asked)
person = workspace.people.find(wanted)

if asked and not (talk or person):
    st.title(say["gone_title"])
    show_gone(workspace, f"talk:{asked}", Talk)
    show_undo(workspace)
    st.page_link(TALKS, label=say["to_talks"], icon=":material/forum:")
else:
    form = open_form(workspace, talk, person)
    show_title(talk, person)
    if conflict_of(form):
        settle_conflict(workspace, workspace.talks, form, lambda mine: save(workspace, mine))
    else:
        show_done(PLACE)
        show_noticed()
        form.show_resumed()
        section = ask_section(talk, now) if talk else ""
        if talk is None:
            show_plan_form(workspace, None, person, form)
        elif section == "plan":
            show_plan(workspace, talk, person, form, now)
        elif section == "prepare":
            show_preparing(workspace, talk, person, form)
        elif section == "talk":
            show_frame(talk)
        else:
            show_after(workspace, talk, person, form, now)
