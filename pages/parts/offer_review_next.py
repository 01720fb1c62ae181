"""The next offer on screen: three questions, all questions to copy, and the check before a yes."""

from datetime import date

import streamlit as st

from core.cases import Case
from core.content.loader import words
from core.decisions.reviews import answers_of, question_bank
from core.worksheets.answers import Answers
from core.worksheets.desk import newest_begun
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from pages.parts.offer_review import BEFORE_YES
from pages.parts.worksheet_list import WORKSHEET, link_to_worksheet
from pages.parts.worksheet_live import results_now
from pages.parts.worksheet_results import show_on_the_way, show_results


def show_next(workspace: Workspace, run: WorksheetRun, case: Case | None, today: date) -> None:
    """Show what goes along to the next offer (S0-33, S4-19)."""
    show_results(results_now(workspace, run, answers_of(run), today, ("next_offer",)))
    _show_bank(workspace)
    _show_check(workspace, case.id if case else "", today)


def _show_bank(workspace: Workspace) -> None:
    say = words("offer_review")
    questions = workspace.view(question_bank)
    st.header(say["bank"])
    if not questions:
        st.write(say["bank_empty"])
        return
    st.caption(say["bank_lead"])
    st.code("\n".join(questions), language=None, wrap_lines=True)


def _show_check(workspace: Workspace, case_id: str, today: date) -> None:
    """Show what the check before a yes says, and the way to it."""
    say = words("offer_review")
    st.header(say["check"])
    st.caption(say["check_lead"])
    sheet = worksheets()[BEFORE_YES]
    run = newest_begun(workspace, sheet, case_id)
    if run is None:
        link_to_worksheet(BEFORE_YES, say["check_begin"], case_id)
        return
    show_on_the_way(results_now(workspace, run, Answers(sheet, run.answers), today))
    icon, query = ":material/description:", {"run": run.id}
    st.page_link(WORKSHEET, label=say["check_open"], icon=icon, query_params=query)
