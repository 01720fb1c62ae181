"""Reassess: the line to steer by, four questions and one next step; and the ways on from here."""

import streamlit as st

from core.choices import Choice
from core.content.loader import words
from core.openings import Opening
from pages.parts.choices import ask_choice, open_choice, show_board
from pages.parts.gone import show_gone
from pages.parts.reassess import ask_step, show_furthest, show_progress, show_questions
from pages.parts.reassess_openings import ask_opening, link_to_leads, open_form, show_openings
from pages.parts.reassess_star import ask_north_star
from pages.parts.route_links import WAYS
from pages.parts.sections import choose_section, come_to_section
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.undo import show_undo

SECTION = "reassess.section"
SECTIONS = ("questions", WAYS)

say = words("reassess")
workspace = current_workspace()
now = app_mode().now()
today = now.date()
asked, wanted = st.query_params.get("opening", ""), st.query_params.get("choice", "")
edited, choice = workspace.openings.find(asked), workspace.choices.find(wanted)

if edited:
    st.title(say["opening_edit"])
    ask_opening(workspace, open_form(workspace, edited), edited)
elif choice:
    st.title(say["way_edit"])
    ask_choice(workspace, open_choice(workspace, choice), choice)
elif asked or wanted:
    st.title(say["title"])
    kind = Opening if asked else Choice
    show_gone(workspace, f"opening:{asked}" if asked else f"choice:{wanted}", kind)
else:
    st.title(say["title"])
    labels = {each: say[f"section_{each}"] for each in SECTIONS}
    come_to_section(SECTION, st.query_params.get("part", ""), labels)
    half_done = any(map(workspace.drafts.find, ("opening", "choice")))
    begin = WAYS if half_done else ""
    if choose_section(SECTION, say["section"], labels, begin) == "questions":
        st.caption(say["lead"])
        show_progress(workspace, today)
        ask_north_star(workspace)
        show_questions(workspace, today)
        show_furthest(workspace, today)
        ask_step(workspace, now)
    else:
        show_noticed()
        show_undo(workspace)
        show_board(workspace, today)
        ask_choice(workspace, open_choice(workspace, None), None)
        show_openings(workspace, today)
        ask_opening(workspace, open_form(workspace, None), None)
        link_to_leads()
