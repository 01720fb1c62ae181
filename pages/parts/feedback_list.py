"""Feedback that was kept, as cards: what was said, how it fits, and what becomes of it."""

from datetime import date

import streamlit as st

from core.content.loader import fill, words
from core.feedback import Asked, Feedback, asked_so_far, newest_first
from core.letters.kinds import Kind
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.happenings import name_of
from pages.parts.letters import FEEDBACK, LETTERS, address_of, link_to_letter
from pages.parts.paging import first_few
from pages.parts.plain_text import inert, show_text
from pages.parts.undo import ask_delete, offer_delete

TODAY = "today.py"


def show_counts(workspace: Workspace) -> None:
    """Show how many requests went out and what came back, once one did."""
    counts: Asked = workspace.view(_asked)
    if counts.asked:
        told = {"answered": counts.answered, "silent": counts.silent, "waiting": counts.waiting}
        st.caption(fill(words("feedback")["counts"], asked=counts.asked, **told))


def show_feedback(workspace: Workspace, today: date) -> None:
    """Show what was kept, the latest first, and the ways on from here."""
    say = words("feedback")
    kept = workspace.view(_newest_first)
    if not kept:
        st.write(say["empty"])
    for each in first_few(kept, key="feedback", more=say["show_more"]):
        _show_one(workspace, each, today)
    with st.container(horizontal=True):
        st.page_link(LETTERS, label=say["to_letters"], icon=":material/mail:")
        st.page_link(TODAY, label=say["to_today"], icon=":material/home:")


def _show_one(workspace: Workspace, feedback: Feedback, today: date) -> None:
    say = words("feedback")
    with st.container(border=True, key=f"feedback.{feedback.id}"):
        st.caption(" · ".join(_around(workspace, feedback, today)))
        show_text(feedback.quote)
        st.caption(" · ".join(_sorted_as(workspace, feedback)))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.page_link(
                FEEDBACK,
                label=say["change"],
                icon=":material/edit:",
                query_params={"feedback": feedback.id},
            )
            if feedback.case_id and not workspace.view(_thanked, feedback.case_id):
                address = address_of(Kind.THANKS_FOR_FEEDBACK, feedback.case_id)
                link_to_letter(address, say["thanks"], ":material/mail:")
            offer_delete(feedback.id)
        ask_delete(feedback.id, say["sure"], lambda: workspace.delete(feedback))


def _around(workspace: Workspace, feedback: Feedback, today: date) -> list[str]:
    """Return who said it, when, and what it belongs to, as far as it is known."""
    case = workspace.cases.find(feedback.case_id)
    told = [inert(feedback.source)] if feedback.source else []
    told += [ago(feedback.heard_on, today)] if feedback.heard_on else []
    return [*told, inert(name_of(case))] if case else told


def _sorted_as(workspace: Workspace, feedback: Feedback) -> list[str]:
    say = words("feedback")
    degree = feedback.fits
    fits = [] if degree is None else [f"{say['fits_line']} {say[f'fits_{degree}']}"]
    if feedback.parked:
        return [*fits, say["parked"]]
    if not feedback.will_do:
        return [*fits, say["unsorted"]]
    step = workspace.steps.find(feedback.step_id)
    line = say["to_do"]
    if step and not step.is_open:
        line = say["step_done" if step.done_on else "step_let_go"]
    return [*fits, fill(line, step=inert(feedback.will_do))]


def _asked(workspace: Workspace) -> Asked:
    return asked_so_far(workspace.letters.all())


def _newest_first(workspace: Workspace) -> tuple[Feedback, ...]:
    return newest_first(workspace.feedback.all())


def _thanked(workspace: Workspace, case_id: str) -> bool:
    return any(
        each.case_id == case_id and each.kind is Kind.THANKS_FOR_FEEDBACK and each.is_out
        for each in workspace.letters.all()
    )
