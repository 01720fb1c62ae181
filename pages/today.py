"""Today: what is in hand, one next step, what is due, and ways in."""

import streamlit as st

from core.content.loader import words
from core.today import greeting
from core.views import first_run, last_seen
from pages.parts.cards import show_case_in_hand, show_half_done
from pages.parts.decisions_today import show_due_look
from pages.parts.dues import show_dues
from pages.parts.experiment import show_tried
from pages.parts.happenings import CASE, CASES
from pages.parts.letter_reminders import show_letter_reminders
from pages.parts.moods import ask_quick_mood
from pages.parts.network_dues import show_network_dues
from pages.parts.offers_today import show_open_offers
from pages.parts.people_today import show_people_today
from pages.parts.plain_text import inert
from pages.parts.reassess_star import show_north_star
from pages.parts.session import app_mode, current_workspace
from pages.parts.setback_plan import show_setback_plan
from pages.parts.sprint_today import show_sprint_today
from pages.parts.steps import show_steps
from pages.parts.support import show_standing_support
from pages.parts.trends import show_trend_review
from pages.parts.waits import show_waits
from pages.parts.welcome import show_welcome
from pages.parts.wins import show_wins_if_low

say = words("today")
workspace = current_workspace()
now = app_mode().now()

if workspace.view(first_run):
    show_welcome()
    show_half_done(workspace)
else:
    hello = say[f"greeting_{greeting(now, workspace.view(last_seen))}"]
    name = workspace.me.name
    st.title(f"{hello}, {inert(name)}" if name else hello)
    show_standing_support(workspace, now)
    show_north_star(workspace)
    offers = show_open_offers(workspace, now.date())
    show_case_in_hand(workspace, now, alone=not offers)
    show_dues(workspace, now)
    show_network_dues(workspace, now)
    show_waits(workspace, now)
    show_setback_plan(workspace, now)
    show_letter_reminders(workspace, now)
    show_people_today(workspace, now)
    show_sprint_today(workspace, now)
    show_steps(workspace, now)
    show_due_look(workspace, now)
    show_tried(workspace, now)
    show_trend_review(workspace, now.date())
    ask_quick_mood(workspace, now)
    show_wins_if_low(workspace, now)
    show_half_done(workspace)
    st.space("small")
    with st.container(horizontal=True):
        st.page_link(CASE, label=say["something_new"], icon=":material/add:")
        st.page_link(CASES, label=say["all_cases"], icon=":material/event_note:")
