"""Openings on screen: what people told of, noted in one line, and the list of them."""

from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import fill, words
from core.letters.kinds import Kind
from core.openings import Opening, is_over, soonest_first
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, keep_record, settle_conflict
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.letters import address_of, link_to_letter
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import ask_any_day, ask_line
from pages.parts.route_links import WAYS
from pages.parts.saving import ask_to_save
from pages.parts.sections import PART
from pages.parts.undo import ask_delete, offer_delete

FORM = "opening"
AT_ONCE = 3
FIELDS = {"role", "employer", "heard_from", "deadline", "next_move", "rev"}


def open_form(workspace: Workspace, edited: Opening | None) -> Form:
    """Open the form of a new opening, or of one that is to be changed."""
    start = (edited or Opening(role="")).model_dump(include=FIELDS)
    name = f"{FORM}:{edited.id}" if edited else FORM
    return Form(workspace, name, start, dates={"deadline"})


def ask_opening(workspace: Workspace, form: Form, edited: Opening | None) -> None:
    """Ask what is open; once that stands there, where, from whom, by when and what next."""
    say = words("reassess")
    if conflict_of(form):
        settle_conflict(workspace, workspace.openings, form)
        return
    form.show_resumed()
    answers: dict[str, Any] = {"role": ask_line(form, "role", say["opening_role"])}
    if answers["role"].strip():
        answers |= {
            "employer": ask_line(form, "employer", say["opening_employer"]),
            "heard_from": ask_line(form, "heard_from", say["opening_heard_from"]),
            "deadline": ask_any_day(form, "deadline", say["opening_deadline"]),
            "next_move": ask_line(form, "next_move", say["opening_next_move"]),
        }
    form.keep()
    label = say["opening_save_change" if edited else "opening_save"]
    if ask_to_save(workspace, form, label, say["opening_leave"] if edited else "", part=WAYS):
        _keep(workspace, form, answers, edited)
    show_done(FORM)


def show_openings(workspace: Workspace, today: date) -> None:
    """Show the openings, those to act on first."""
    say = words("reassess")
    st.header(say["openings"])
    st.caption(say["openings_lead"])
    kept = workspace.view(_in_order, today)
    for each in first_few(kept, key="openings", more=say["show_more"], at_once=AT_ONCE):
        _show_opening(workspace, each, today)


def link_to_leads() -> None:
    """Show a link to the letter that asks people for leads."""
    link_to_letter(address_of(Kind.ASK_FOR_LEADS), words("reassess")["to_leads"], ":material/mail:")


def _show_opening(workspace: Workspace, opening: Opening, today: date) -> None:
    say = words("reassess")
    with st.container(border=True, key=f"opening.{opening.id}", gap="xsmall"):
        show_text(", ".join(filter(None, (opening.role, opening.employer))))
        if around := _around(opening, today):
            st.caption(" · ".join(around))
        if opening.next_move:
            st.caption(f"{say['opening_next']}: {inert(opening.next_move)}")
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                say["opening_change"],
                icon=":material/edit:",
                type="tertiary",
                key=f"opening.change.{opening.id}",
                on_click=st.query_params.from_dict,
                args=({"opening": opening.id},),
            )
            offer_delete(opening.id)
        ask_delete(opening.id, say["opening_sure"], lambda: workspace.delete(opening))


def _around(opening: Opening, today: date) -> list[str]:
    """Return who told of it and by when, as far as it is known."""
    say = words("reassess")
    told = [inert(opening.heard_from)] if opening.heard_from else []
    if opening.deadline is None:
        return told
    line = say["opening_over" if is_over(opening, today) else "opening_by"]
    return [*told, fill(line, by=in_words(opening.deadline))]


def _keep(
    workspace: Workspace, form: Form, answers: dict[str, Any], edited: Opening | None
) -> None:
    say = words("reassess")
    if not answers["role"].strip():
        st.warning(say["opening_nothing"])
        return
    base = edited or Opening(role="")
    opening = Opening.model_validate({**base.model_dump(), **answers, "rev": form["rev"] or 0})
    keep_record(workspace.openings, form, opening)
    st.query_params.from_dict({PART: WAYS})
    done(FORM, say["opening_saved"])


def _in_order(workspace: Workspace, today: date) -> tuple[Opening, ...]:
    return soonest_first(workspace.openings.all(), today)
