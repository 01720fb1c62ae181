"""Worksheets in lists: each with what it is for, and the runs with where they stand."""

from datetime import date

import streamlit as st

from core.content.loader import fill, words
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.days import ago, in_words
from pages.parts.happenings import name_of
from pages.parts.plain_text import inert
from pages.parts.undo import ask_delete, offer_delete
from pages.parts.worksheet_form import delete_run

WORKSHEETS = "worksheets.py"
WORKSHEET = "worksheet.py"
GROUPS = ("steady", "direction", "ahead")


def link_to_worksheet(worksheet_id: str, label: str, case_id: str = "") -> None:
    """Show a link to the cover of a worksheet, for a case if there is one."""
    query = {"worksheet": worksheet_id} | ({"case": case_id} if case_id else {})
    st.page_link(WORKSHEET, label=label, icon=":material/description:", query_params=query)


def title_of(run: WorksheetRun) -> str:
    """Return what the worksheet of a run is called, also where its file is gone."""
    known = worksheets().get(run.worksheet)
    return known.title if known else words("worksheet")["no_title"]


def show_worksheets() -> None:
    """Show every worksheet as a card with the way in, those of one kind together."""
    say = words("worksheets")
    for group in GROUPS:
        shelf = [each for each in worksheets().values() if each.group == group]
        if shelf:
            st.header(say[f"group_{group}"])
        for each in shelf:
            with st.container(border=True, key=f"worksheet.{each.id}", gap="xsmall"):
                link_to_worksheet(each.id, each.title)
                st.write(each.purpose)
                st.caption(fill(say["minutes"], minutes=each.minutes))


def show_run(workspace: Workspace, run: WorksheetRun, today: date, *, titled: bool = False) -> None:
    """Show one run: how it stands, and the ways on."""
    say = words("worksheets")
    state, case = _state(run, today), workspace.cases.find(run.case_id)
    told = [state] if titled else []
    told += [inert(name_of(case))] if case else []
    with st.container(key=f"run.{run.id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            icon = ":material/check_circle:" if run.is_finished else ":material/edit:"
            label = title_of(run) if titled else state
            st.page_link(WORKSHEET, label=label, icon=icon, query_params={"run": run.id})
            offer_delete(run.id)
        if told:
            st.caption(" · ".join(told))
    ask_delete(run.id, say["delete_sure"], lambda: delete_run(workspace, run))


def _state(run: WorksheetRun, today: date) -> str:
    say = words("worksheets")
    if run.finished_on:
        return fill(say["finished"], when=in_words(run.finished_on))
    return fill(say["begun"], when=ago(run.happened_on, today))
