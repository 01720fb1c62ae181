"""The end of a run on screen: what it says, what to keep, one next step, and the way out."""

from datetime import date, datetime

import streamlit as st

from core.content.loader import words
from core.worksheets.answers import Answers
from core.worksheets.compare import in_words
from core.worksheets.definition import Worksheet
from core.worksheets.desk import END, found_in
from core.worksheets.keeping import offers_of
from core.worksheets.next_step import FORM, take_step
from core.worksheets.results import Found
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done, show_done
from pages.parts.plain_text import show_text
from pages.parts.sections import PART
from pages.parts.sprint_today import show_sprint_letters
from pages.parts.steps import ask_small_step
from pages.parts.support import notice, show_noticed
from pages.parts.to_top import begin_at_top
from pages.parts.undo import ask_delete, offer_delete
from pages.parts.worksheet_compare import show_comparison
from pages.parts.worksheet_files import offer_prints
from pages.parts.worksheet_form import act, delete_run, go_to
from pages.parts.worksheet_keep import ask_keeps, notice_offers
from pages.parts.worksheet_results import show_results

TODAY = "today.py"
LIVES_ON = {
    "offer_review": "reflect/offer_review.py",
    "regret": "reflect/regret.py",
    "reapproach": "reflect/reapproach.py",
    "values_fit": "move_on/values.py",
    "skills_plan": "move_on/skills.py",
    "paths": "move_on/paths.py",
    "search_audit": "move_on/search.py",
    "sprint": "reach_out/people.py",
}
"""The screen on which what came of a worksheet can be worked with."""

PARTS = {"sprint": "sprint"}
"""The part of that screen, where it has several."""


def show_end(
    workspace: Workspace, form: Form, run: WorksheetRun, worksheet: Worksheet, now: datetime
) -> None:
    """Show what came of a run that was walked through."""
    say = words("worksheet")
    begin_at_top(f"{run.id}.{END}")
    offers = offers_of(workspace, run, Answers(worksheet, run.answers), now)
    notice_offers(workspace, offers, now)
    show_noticed()
    st.write(worksheet.settle)
    results = workspace.view(_found, run.id, now.date())
    if results:
        show_results(results)
    elif worksheet.results:
        st.caption(say["no_results"])
    _show_written(Answers(worksheet, run.answers))
    ask_keeps(workspace, run, offers)
    show_sprint_letters(workspace, run, now.date())
    _ask_next_step(workspace, run, worksheet, now)
    offer_prints(workspace, run, worksheet, results, now)
    show_comparison(workspace, run, worksheet, now.date())
    st.space("small")
    with st.container(horizontal=True, vertical_alignment="center"):
        _link_to_screen(run)
        st.page_link(TODAY, label=say["to_today"], icon=":material/home:")
        st.button(
            say["answers"],
            icon=":material/edit:",
            type="tertiary",
            key=act(form, "answers"),
            on_click=go_to,
            args=(form, worksheet.steps[0].id),
        )
        offer_delete(run.id)
    ask_delete(run.id, say["delete_sure"], lambda: delete_run(workspace, run))


def _link_to_screen(run: WorksheetRun) -> None:
    """Lead to the screen where the results live on, if there is one."""
    screen = LIVES_ON.get(run.worksheet)
    if screen:
        query = {"case": run.case_id} if run.case_id else {"run": run.id}
        if part := PARTS.get(run.worksheet):
            query[PART] = part
        label = words("worksheet")["lives_on"]
        st.page_link(screen, label=label, icon=":material/tune:", query_params=query)


def _show_written(answers: Answers) -> None:
    """Show what was written, to be read as a whole; nothing where nothing was."""
    fields = answers.worksheet.fields.values()
    written = [(each.label, in_words(answers, each)) for each in fields if in_words(answers, each)]
    if not written:
        return
    with st.expander(words("worksheet")["written"]):
        for label, text in written:
            st.caption(label)
            show_text(text)


def _found(workspace: Workspace, run_id: str, today: date) -> tuple[Found, ...]:
    run = workspace.runs.get(run_id)
    return found_in(workspace, run, worksheets()[run.worksheet], today)


def _ask_next_step(
    workspace: Workspace, run: WorksheetRun, worksheet: Worksheet, now: datetime
) -> None:
    say = words("worksheet")
    st.header(say["next_step"])
    show_done(FORM)
    changing = f"{STAYS}worksheet.{run.id}.step"
    if run.next_step and changing not in st.session_state:
        show_text(run.next_step)
        st.button(
            say["step_change"],
            icon=":material/edit:",
            type="tertiary",
            key=f"worksheet.{run.id}.change",
            on_click=st.session_state.update,
            args=({changing: True},),
            disabled=workspace.read_only,
        )
        return
    st.write(worksheet.next_step)
    case = workspace.cases.find(run.case_id)
    step = ask_small_step(now, case.direction if case else None, key=f"worksheet.{run.id}")
    if step and st.button(say["put_on_list"], key=f"worksheet.{run.id}.take"):
        notice(step.text)
        take_step(workspace, run, step)
        st.session_state.pop(changing, None)
        done(FORM, say["step_saved"])
