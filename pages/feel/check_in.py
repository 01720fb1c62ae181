"""Check in: how it feels, in under two minutes, and one small step if wanted."""

import streamlit as st

from core.check_ins import CheckIn
from core.content.loader import words
from pages.parts.check_in import ask_check_in, keep_check_in, open_form
from pages.parts.conflict import conflict_of, settle_conflict
from pages.parts.gone import show_gone
from pages.parts.messages import show_done
from pages.parts.session import app_mode, current_workspace
from pages.parts.settled import is_settled, settle, show_settled
from pages.parts.support import notice, notice_check_in

PROGRESS = "progress.py"

say = words("check_in")
workspace = current_workspace()
now = app_mode().now()
check_in_id = st.query_params.get("check_in", "")
edited = workspace.check_ins.find(check_in_id)

st.title(say["edit_title"] if edited else say["title"])
if is_settled():
    show_settled(workspace, now)
elif check_in_id and edited is None:
    show_gone(workspace, f"check_in:{check_in_id}", CheckIn)
elif edited and conflict_of(form := open_form(workspace, edited, "", now)):
    settle_conflict(workspace, workspace.check_ins, form)
else:
    st.caption(say["permission"])
    form = open_form(workspace, edited, st.query_params.get("case", ""), now)
    show_done(form.kind)
    form.show_resumed()
    answers = ask_check_in(workspace, form, now)
    form.keep()
    with st.container(horizontal=True):
        closed = workspace.read_only
        save = st.button(say["save"], type="primary", key="check_in.save", disabled=closed)
        leave = say["leave"] if edited else say["discard"]
        discard = st.button(leave, type="tertiary", key="check_in.discard")
    if save or discard:
        notice(*form.written())
        notice_check_in(workspace, answers, now)
    if discard and edited:
        form.finish()
        st.switch_page(PROGRESS)
    elif discard:
        settle(form, None)
    elif save and (saved := keep_check_in(workspace, form, answers, edited)):
        settle(form, saved)
