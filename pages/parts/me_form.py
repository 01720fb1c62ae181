"""A few facts about the person: all optional, one record."""

import streamlit as st

from core.content.loader import support_words, words
from core.errors import EditedElsewhereError
from core.me import CURRENCIES, PAPERS, time_zones
from core.workspace import Workspace
from pages.parts.conflict import (
    conflict_of,
    from_record,
    raise_conflict,
    rev_over,
    settle_conflict,
)
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.questions import ask_line
from pages.parts.support import notice, show_noticed

FIELDS = {"name", "contact", "country", "currency", "paper", "time_zone", "free_hours", "rev"}


def ask_facts(workspace: Workspace) -> None:
    """Ask for the facts and save them; two windows that differ are asked about."""
    say = words("my_words")
    me = workspace.me
    stored = from_record(me.model_dump(include=FIELDS))
    form = Form(workspace, "me", stored)
    st.header(say["facts"])
    st.caption(say["facts_more"])
    if conflict_of(form):
        settle_conflict(workspace, workspace.facts, form)
        return
    answers = _ask(form)
    form.keep()
    if st.button(say["save"], key="me.save", type="primary", disabled=workspace.read_only):
        notice(answers["name"], answers["contact"])
        try:
            rev = rev_over(form, stored)
            workspace.save_me(me.model_copy(update={**answers, "rev": rev}))
        except EditedElsewhereError as error:
            raise_conflict(form, error)
        form.finish()
        done(form.kind, say["saved"])
    show_done(form.kind)
    show_noticed()


def _ask(form: Form) -> dict[str, object]:
    say = words("my_words")
    countries = {code: each.name for code, each in support_words().countries.items()}
    papers = {paper: say[f"paper_{paper}"] for paper in PAPERS}
    return {
        "name": ask_line(form, "name", say["name"]),
        "contact": ask_line(form, "contact", say["contact"]),
        "country": _ask_listed(form, "country", countries),
        "currency": _ask_listed(form, "currency", {each: each for each in CURRENCIES}),
        "paper": _ask_listed(form, "paper", papers),
        "time_zone": _ask_listed(form, "time_zone", {each: each for each in time_zones()}),
        "free_hours": st.number_input(
            say["free_hours"],
            min_value=0.0,
            max_value=168.0,
            step=1.0,
            value=None,
            key=form.key("free_hours"),
            persist_state="session",
        ),
    }


def _ask_listed(form: Form, field: str, choices: dict[str, str]) -> str:
    say = words("my_words")
    return st.selectbox(
        say[field],
        ["", *choices],
        format_func=lambda each: choices.get(each, say["not_chosen"]),
        key=form.key(field),
        persist_state="session",
    )
