"""Other paths: opened before they are judged, each with the smallest test of it."""

import streamlit as st

from core.content.loader import words
from pages.parts.energy import FORM, show_energy
from pages.parts.paths import ask_section, show_board
from pages.parts.paths_away import show_undo_put_away
from pages.parts.paths_compare import show_comparison
from pages.parts.paths_forms import open_asked
from pages.parts.paths_skills import show_carried
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import show_noticed
from pages.parts.undo import show_undo

say = words("paths")
workspace = current_workspace()
today = app_mode().now().date()

st.title(say["title"])
st.caption(say["lead"])
show_noticed()
show_undo(workspace)
show_undo_put_away(workspace)
open_asked(workspace)
section = ask_section("energy" if workspace.drafts.find(FORM) else "")
if section == "board":
    show_board(workspace, today)
elif section == "compare":
    show_comparison(workspace)
elif section == "skills":
    show_carried(workspace)
else:
    show_energy(workspace, today)
