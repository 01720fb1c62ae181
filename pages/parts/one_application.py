"""One application on screen: how it stands, how far it got, and what is known of it."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import streamlit as st

from core.applications import Application
from core.content.loader import case_words, fill, words
from core.workspace import Workspace
from pages.parts.applications_card import show_moves, state_of
from pages.parts.conflict import (
    conflict_of,
    from_record,
    keep_record,
    rev_over,
    settle_conflict,
)
from pages.parts.days import ago, in_words
from pages.parts.forms import Form
from pages.parts.messages import done
from pages.parts.plain_text import show_line, show_text
from pages.parts.questions import KEPT, ask_any_day, ask_line, ask_long, ask_one
from pages.parts.saving import ask_to_save

FORM = "application"
LINES = ("role", "employer", "source", "link", "note")
PLAIN = (*LINES, "sent_on", "must_haves")
YES_NO = {"yes": True, "no": False}


def show_about(workspace: Workspace, application: Application, now: datetime) -> None:
    """Show how an application stands and how far it got, and offer to change what it is."""
    say, today = words("application"), now.date()
    st.write(state_of(application, today))
    if facts := list(_facts(application, today)):
        st.caption(" · ".join(facts))
    if application.link:
        st.caption(say["link"])
        show_line(application.link)
    if application.note:
        show_text(application.note)
    _show_history(application)
    show_moves(workspace, application, now)
    form = _open_form(workspace, application)
    if conflict_of(form):
        settle_conflict(workspace, workspace.applications, form)
        return
    with st.expander(say["edit"], expanded=form.resumed):
        _ask_about(workspace, form, application)


def _facts(application: Application, today: date) -> Iterator[str]:
    say = words("application")
    if application.archived_on:
        yield say["put_away"]
    if application.sent_on:
        yield fill(say["sent_line"], when=ago(application.sent_on, today))
    if application.must_haves is not None:
        yield fill(say["must_line"], score=application.must_haves)
    if application.tailored:
        yield say["tailored_line"]
    if application.contacted:
        yield say["contacted_line"]


def _show_history(application: Application) -> None:
    say = words("application")
    st.header(say["history"])
    if not application.stages:
        st.caption(say["no_stage"])
    for reached in application.stages:
        label = case_words().stages[reached.stage].label
        st.text(f"{label} · {in_words(reached.on)}" if reached.on else label)


def _open_form(workspace: Workspace, application: Application) -> Form:
    name = f"{FORM}:{application.id}"
    return Form(workspace, name, _fields(application), dates={"sent_on"})


def _fields(application: Application) -> dict[str, Any]:
    fields: dict[str, Any] = application.model_dump(include={*PLAIN, "rev"})
    answers = {None: None, True: "yes", False: "no"}
    fields |= {name: answers[getattr(application, name)] for name in ("tailored", "contacted")}
    return from_record(fields)


def _ask_about(workspace: Workspace, form: Form, application: Application) -> None:
    say = words("application")
    yes_no = {"yes": say["yes"], "no": say["no"]}
    ask_line(form, "role", say["role"])
    ask_line(form, "employer", say["employer"])
    ask_any_day(form, "sent_on", say["sent_on"])
    ask_line(form, "source", say["source"])
    ask_one(form, "tailored", say["tailored"], yes_no)
    ask_one(form, "contacted", say["contacted"], yes_no)
    st.number_input(
        say["must_haves"],
        min_value=0,
        max_value=100,
        value=None,
        step=5,
        key=form.key("must_haves"),
        persist_state=KEPT,
    )
    ask_line(form, "link", say["advert"])
    ask_long(form, "note", say["note"], say["note_help"])
    form.keep()
    if ask_to_save(workspace, form, say["save"]):
        _keep(workspace, form, application)


def _keep(workspace: Workspace, form: Form, application: Application) -> None:
    """Save what was changed and say so; one without role and employer is asked for a name."""
    say = words("application")
    if not any((form[each] or "").strip() for each in ("role", "employer")):
        st.warning(say["name_first"])
        return
    told = {
        **{name: form[name] for name in PLAIN},
        **{name: form[name] or "" for name in LINES},
        **{name: YES_NO.get(form[name]) for name in ("tailored", "contacted")},
        "rev": rev_over(form, _fields(application)),
    }
    changed = Application.model_validate({**application.model_dump(), **told})
    keep_record(workspace.applications, form, changed)
    done(FORM, say["saved"])
