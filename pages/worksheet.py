"""One worksheet: what it is for, its steps one at a time, and what comes of them."""

import streamlit as st

from core.content.loader import words
from core.worksheets.desk import END
from core.worksheets.shelf import worksheets
from pages.parts.heavy import passes_heavy
from pages.parts.regret_guard import show_soft_timer
from pages.parts.session import app_mode, current_workspace
from pages.parts.undo import show_undo
from pages.parts.worksheet_cover import show_cover, show_head
from pages.parts.worksheet_end import show_end
from pages.parts.worksheet_form import answers_in, open_form, step_now
from pages.parts.worksheet_list import WORKSHEETS
from pages.parts.worksheet_step import show_step

say = words("worksheet")
workspace = current_workspace()
now = app_mode().now()
run = workspace.runs.find(st.query_params.get("run", ""))
asked = run.worksheet if run else st.query_params.get("worksheet", "")
worksheet = worksheets().get(asked)

if worksheet is None:
    st.title(say["no_title"])
    show_undo(workspace)
    st.write(say["not_found"])
elif worksheet.heavy and not passes_heavy(workspace, now, worksheet.title):
    show_head(worksheet, run, workspace)
elif run is None:
    show_undo(workspace)
    show_cover(workspace, worksheet, st.query_params.get("case", ""), now)
else:
    form = open_form(workspace, run, worksheet)
    answers = answers_in(form, run, worksheet)
    step = step_now(form, run, answers)
    show_head(worksheet, run, workspace)
    show_soft_timer(worksheet, run)
    if step == END:
        show_end(workspace, form, run, worksheet, now)
    else:
        show_step(workspace, form, run, answers, step)
    form.keep()
st.page_link(WORKSHEETS, label=say["to_all"], icon=":material/description:")
