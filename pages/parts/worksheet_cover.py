"""Before a run on screen: what a worksheet is for, beginning it, going on with it, and paper."""

from datetime import datetime

import streamlit as st

from core.cases import Case
from core.content.loader import fill, words
from core.decisions.regret import REGRET
from core.views import living
from core.worksheets.definition import Worksheet
from core.worksheets.desk import begin, half_done, is_often, runs_of
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.happenings import name_of
from pages.parts.plain_text import inert
from pages.parts.regret_guard import WIDER_VIEW, meet
from pages.parts.worksheet_files import offer_blanks
from pages.parts.worksheet_list import WORKSHEET, link_to_worksheet, show_run


def show_head(worksheet: Worksheet, run: WorksheetRun | None, workspace: Workspace) -> None:
    """Show what a worksheet is called, what for, and which case the run belongs to."""
    st.title(worksheet.title)
    st.caption(worksheet.purpose)
    case = workspace.cases.find(run.case_id) if run else None
    if case:
        st.caption(inert(name_of(case)))


def show_cover(workspace: Workspace, worksheet: Worksheet, case_id: str, now: datetime) -> None:
    """Show a worksheet before it is begun, with the runs that there are already."""
    say = words("worksheet")
    show_head(worksheet, None, workspace)
    steps = len(worksheet.steps)
    about = say["about_one" if steps == 1 else "about"]
    st.write(fill(about, minutes=worksheet.minutes, steps=steps))
    case = _ask_case(workspace, worksheet, case_id)
    about = case.id if case else ""
    if worksheet.id != REGRET and is_often(workspace, worksheet, about, now.date()):
        _offer_else(worksheet)
    meeting = meet(workspace, worksheet, case, now)
    begun = half_done(workspace, worksheet.id, about)
    with st.container(horizontal=True, vertical_alignment="center"):
        if begun:
            _link_to(begun, fill(say["go_on"], when=ago(begun.happened_on, now.date())))
        fresh = st.button(
            say["begin_anew"] if begun else say["begin"],
            type="secondary" if begun or meeting.form else "primary",
            key=f"worksheet.begin.{worksheet.id}",
            disabled=workspace.read_only,
        )
    if fresh and meeting.lets_begin():
        run = begin(workspace, worksheet, case, now.date(), meeting.given)
        meeting.begun()
        st.query_params.from_dict({"run": run.id})
        st.rerun()
    offer_blanks(workspace, worksheet)
    if worksheet.credit:
        st.caption(worksheet.credit)
    runs = workspace.view(runs_of, worksheet.id)
    if runs:
        st.header(say["your_runs"])
        for each in runs:
            show_run(workspace, each, now.date())


def _ask_case(workspace: Workspace, worksheet: Worksheet, case_id: str) -> Case | None:
    """Ask which no a worksheet is about; the one that the address names, or none, at first."""
    say = words("worksheet")
    cases = {each.id: each for each in workspace.view(living)}
    if known := workspace.cases.find(case_id):
        cases[known.id] = known
    if not cases:
        return None
    ids = ["", *cases]
    chosen = st.selectbox(
        say["for_case"],
        ids,
        index=ids.index(known.id) if known else 0,
        format_func=lambda each: name_of(cases[each]) if each else say["no_case"],
        key=f"worksheet.case.{worksheet.id}.{case_id}",
    )
    return cases.get(chosen or "")


def _offer_else(worksheet: Worksheet) -> None:
    """Meet the one who comes back often with another way: from outside, or a small step."""
    say = words("worksheet")
    if worksheet.id == WIDER_VIEW:
        st.info(say["often_outside"])
        return
    st.info(say["often"])
    link_to_worksheet(WIDER_VIEW, worksheets()[WIDER_VIEW].title)


def _link_to(run: WorksheetRun, label: str) -> None:
    st.page_link(WORKSHEET, label=label, icon=":material/play_arrow:", query_params={"run": run.id})
