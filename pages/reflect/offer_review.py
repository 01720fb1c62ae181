"""Look at an offer again: how it was chosen, what would turn it, and what goes along from it."""

import streamlit as st

from core.content.loader import words
from pages.parts.messages import show_done
from pages.parts.offer_review import (
    ask_section,
    ask_to_join,
    choose_offer,
    link_on,
    show_deadline,
    show_nothing_yet,
    show_says,
)
from pages.parts.offer_review_next import show_next
from pages.parts.offer_review_weigh import show_over_time, show_weighing
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.talk_signs import show_talk_signs

say = words("offer_review")
workspace = current_workspace()
today = app_mode().now().date()

st.title(say["title"])
st.caption(say["lead"])
show_noticed()
show_done("offer_review")
chosen = choose_offer(workspace)
case, run = chosen
if run is None:
    show_nothing_yet(case)
    ask_to_join(workspace, chosen)
else:
    show_deadline(case, run, today)
    section = ask_section(st.query_params.get("part", ""))
    if section == "says":
        show_says(workspace, run, today)
        if case and case.employer:
            show_talk_signs(workspace, case.employer)
    elif section == "weigh":
        show_weighing(workspace, run, today)
    elif section == "time":
        show_over_time(workspace, run, today)
    else:
        show_next(workspace, run, case, today)
    link_on(workspace, run, case)
    ask_to_join(workspace, chosen)
