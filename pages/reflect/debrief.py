"""Look back on a no: what went well, what to change, what else it could have been."""

import streamlit as st

from core.content.loader import words
from core.debriefs import Debrief
from core.today import steadying_first
from pages.parts.conflict import conflict_of, settle_conflict
from pages.parts.debrief import (
    ask_debrief,
    debrief_of,
    is_at_start,
    keep_debrief,
    open_form,
)
from pages.parts.debrief_list import choose_case, show_looks_of, show_settled
from pages.parts.gone import show_gone
from pages.parts.happenings import day_of, name_of
from pages.parts.messages import show_done
from pages.parts.plain_text import inert
from pages.parts.session import app_mode, current_workspace
from pages.parts.support import notice
from pages.parts.undo import show_undo

CHECK_IN = "feel/check_in.py"

say = words("debrief")
workspace = current_workspace()
now = app_mode().now()
asked = st.query_params.get("debrief", "")
edited = workspace.debriefs.find(asked)
case_id = edited.case_id if edited else st.query_params.get("case", asked)
case = workspace.cases.find(case_id)

st.title(say["edit_title"] if edited else say["title"])
if not show_settled(workspace, now):
    show_undo(workspace)
    form = open_form(workspace, edited, case)
    if edited is None and case is None:
        if case_id:
            show_gone(workspace, f"debrief:{case_id}", Debrief)
        choose_case(workspace, now)
    elif conflict_of(form):
        settle_conflict(workspace, workspace.debriefs, form)
    else:
        show_done(form.kind)
        if case:
            st.caption(f"{inert(name_of(case))} · {day_of(case, now.date())}")
        if case and steadying_first(case, workspace.check_ins.all(), now):
            st.write(say["fresh"])
            query = {"case": case.id}
            icon = ":material/favorite:"
            st.page_link(CHECK_IN, label=say["to_check_in"], icon=icon, query_params=query)
        if is_at_start(form):
            st.caption(say["lead"])
        form.show_resumed()
        keep = ask_debrief(form, closed=workspace.read_only)
        form.keep()
        if keep:
            notice(*form.written())
            keep_debrief(workspace, form, debrief_of(form, edited, case_id, now.date()))
        if case and edited is None and is_at_start(form):
            show_looks_of(workspace, case, now)
