"""Your values: in your order, how much of them you live, and what tests them in a role."""

import streamlit as st

from core.content.loader import words
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.talk_signs import show_talk_signs
from pages.parts.undo import show_undo
from pages.parts.values import ask_own, ask_section, ordered, show_values
from pages.parts.values_found import SHEET, show_choices, show_fit, show_questions, show_star
from pages.parts.values_gaps import show_gaps
from pages.parts.worksheet_list import link_to_worksheet

say = words("values")
workspace = current_workspace()
today = app_mode().now().date()
values = workspace.view(ordered)

st.title(say["title"])
st.caption(say["lead"])
show_noticed()
show_undo(workspace)
if not values:
    st.write(say["empty"])
    link_to_worksheet(SHEET, say["to_sheet"])
    ask_own(workspace)
    show_choices(workspace)
else:
    section = ask_section(st.query_params.get("part", ""))
    if section == "order":
        show_values(workspace, today)
        ask_own(workspace)
        link_to_worksheet(SHEET, say["again"])
        show_star(workspace)
    elif section == "lived":
        show_gaps(workspace, today)
    elif section == "fit":
        show_fit(workspace, today)
        show_talk_signs(workspace)
        show_choices(workspace)
    else:
        show_questions(values)
