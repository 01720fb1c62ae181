"""Worksheets: what is half done, what there is, and what was done before."""

import streamlit as st

from core.content.loader import words
from core.worksheets.desk import finished, runs_of
from pages.parts.paging import first_few
from pages.parts.session import app_mode, current_workspace
from pages.parts.undo import show_undo
from pages.parts.worksheet_list import show_run, show_worksheets

say = words("worksheets")
workspace = current_workspace()
today = app_mode().now().date()

st.title(say["title"])
st.write(say["lead"])
show_undo(workspace)
if begun := [each for each in workspace.view(runs_of) if not each.is_finished]:
    st.header(say["half_done"])
    for each in begun:
        show_run(workspace, each, today, titled=True)
show_worksheets()
if done := workspace.view(finished):
    st.header(say["done"])
    for each in first_few(done, key="runs", more=say["more"]):
        show_run(workspace, each, today, titled=True)
