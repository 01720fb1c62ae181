"""Every check-in, the latest first: to read again, change, date back or delete."""

from datetime import date

import streamlit as st

from core.check_ins import CheckIn
from core.content.loader import words
from core.views import newest_first
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.happenings import name_of
from pages.parts.paging import first_few
from pages.parts.plain_text import inert, show_text
from pages.parts.undo import ask_delete, offer_delete

CHECK_IN = "feel/check_in.py"


def show_history(workspace: Workspace, today: date) -> None:
    """Show the latest check-ins, and earlier ones on request."""
    say = words("progress")
    st.header(say["timeline"])
    check_ins = workspace.view(newest_first)
    for check_in in first_few(check_ins, key="check_ins", more=say["show_more"]):
        _show_check_in(workspace, check_in, today)


def _show_check_in(workspace: Workspace, check_in: CheckIn, today: date) -> None:
    say = words("progress")
    case = workspace.cases.find(check_in.case_id)
    with st.container(key=f"check_in.{check_in.id}", gap="xsmall"):
        day = ago(check_in.happened_on, today)
        st.caption(f"{day} · {inert(name_of(case))}" if case else day)
        st.write(_in_short(check_in))
        if check_in.note:
            show_text(check_in.note)
        with st.container(horizontal=True, vertical_alignment="center"):
            query = {"check_in": check_in.id}
            st.page_link(CHECK_IN, label=say["edit"], icon=":material/edit:", query_params=query)
            offer_delete(check_in.id)
        ask_delete(check_in.id, say["sure"], lambda: workspace.delete(check_in))


def _in_short(check_in: CheckIn) -> str:
    say = words("progress")
    mood = say["no_mood"] if check_in.mood is None else f"{say['mood']} {check_in.mood} / 10"
    felt = [f"{inert(each.word)} {each.strength} / 10" for each in check_in.feelings]
    return " · ".join([mood, *felt])
