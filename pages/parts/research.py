"""The research card: facts about an employer, where each was read, and why it matters."""

import streamlit as st

from core.applications import Application, Fact
from core.content.loader import fill, interview_words, words
from core.interviews import FIVE_FACTS
from core.listed import digest_of, instead, keys_of
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done
from pages.parts.plain_text import inert, show_line, show_text
from pages.parts.questions import ask_line
from pages.parts.requested_undo import (
    TAKE_OFF,
    Line,
    offer_act,
    offer_put_back,
    place_of,
    pressed_in,
    put_list,
    take_off,
)
from pages.parts.support import notice

FIELD = "facts"
EDITED = f"{STAYS}research.edited"


def show_research(workspace: Workspace, application: Application) -> None:
    """Show the facts that there are, how many of five, and ask for one more."""
    say = words("application")
    _settle(workspace, application)
    count = len(application.facts)
    st.caption(say["research_lead"])
    ready = count >= FIVE_FACTS
    progress = fill(say["facts_progress"], count=count, of=FIVE_FACTS)
    st.write(say["facts_ready"] if ready else progress if count else say["no_facts"])
    for key, fact in zip(keys_of(application.facts), application.facts, strict=True):
        _show_fact(Line(application, FIELD, fact), fact, key, closed=workspace.read_only)
    offer_put_back(workspace, application, FIELD)
    _ask_fact(workspace, application)
    with st.expander(say["where_to_look"]):
        for idea in interview_words().research:
            st.text(idea)


def _settle(workspace: Workspace, application: Application) -> None:
    """Take off the fact that this was just asked for, with what is half typed over it."""
    if pressed := pressed_in(application, FIELD):
        _act, fact = pressed
        if fact == _edited(application):
            _form_of(workspace, application, fact).start_over()
            _edit(application.id, None)
        take_off(workspace, application, FIELD, fact)


def _show_fact(line: Line, fact: Fact, key: str, *, closed: bool) -> None:
    say = words("application")
    with st.container(border=True, key=f"fact.{line.holder.id}.{key}", gap="xsmall"):
        show_text(fact.what)
        if fact.source:
            show_line(fact.source)
        if fact.why:
            st.caption(fill(say["fact_why_line"], source=inert(fact.why)))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                say["change_fact"],
                icon=":material/edit:",
                type="tertiary",
                key=f"fact.change.{key}",
                on_click=_edit,
                args=(line.holder.id, fact),
            )
            offer_act(line, TAKE_OFF, say["take_off"], f"fact.off.{key}", closed=closed)


def _form_of(workspace: Workspace, application: Application, fact: Fact | None) -> Form:
    """Open the form of a new fact, or the one of a fact that is to be changed."""
    name = f"fact:{application.id}"
    if fact:
        name = f"{name}.{digest_of(fact.model_dump(mode='json'))}"
    before = fact or Fact(what="")
    return Form(workspace, name, before.model_dump(include={"what", "source", "why"}))


def _ask_fact(workspace: Workspace, application: Application) -> None:
    """Ask for one fact: a new one, or the one that is to be changed."""
    say = words("application")
    before = _edited(application)
    form = _form_of(workspace, application, before)
    form.show_resumed()
    what = ask_line(form, "what", say["fact"])
    if what.strip():
        ask_line(form, "source", say["fact_source"])
        ask_line(form, "why", say["fact_why"])
    form.keep()
    with st.container(horizontal=True, vertical_alignment="center"):
        closed = workspace.read_only
        save = st.button(
            say["add_fact"], icon=":material/add:", key=form.act("add"), disabled=closed
        )
        leave = before is not None and st.button(
            say["leave_fact"], type="tertiary", key=form.act("leave")
        )
    if save or leave:
        notice(*form.written())
    if leave:
        form.finish()
        _edit(application.id, None)
        st.rerun()
    if save and not what.strip():
        st.warning(say["fact_first"])
    elif save:
        told = {"what": what, "source": form["source"] or "", "why": form["why"] or ""}
        _keep(workspace, application, before, told)
        form.finish()
        _edit(application.id, None)
        done(place_of(application, FIELD), say["fact_added"])


def _keep(
    workspace: Workspace, application: Application, before: Fact | None, told: dict[str, str]
) -> None:
    """Save a fact in the place of the one that it was; where that is gone, as one more."""
    fact = Fact.model_validate({**(before.model_dump() if before else {}), **told})
    facts = instead(application.facts, before, fact) if before else None
    put_list(workspace, application, FIELD, facts or (*application.facts, fact))


def _edit(application_id: str, fact: Fact | None) -> None:
    st.session_state[EDITED] = (application_id, fact)


def _edited(application: Application) -> Fact | None:
    """Return the fact that is being changed, as it was when that began; None while none is."""
    of, fact = st.session_state.get(EDITED, ("", None))
    return fact if of == application.id else None
