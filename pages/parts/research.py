"""The research card: facts about an employer, where each was read, and why it matters."""

import streamlit as st

from core.applications import Application, Fact
from core.content.loader import fill, interview_words, words
from core.interviews import FIVE_FACTS
from core.workspace import Workspace
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import ask_line
from pages.parts.requested_undo import offer_put_back, put_list, take_off
from pages.parts.support import notice

FIELD = "facts"
EDITED = f"{STAYS}research.edited"


def show_research(workspace: Workspace, application: Application) -> None:
    """Show the facts that there are, how many of five, and ask for one more."""
    say = words("application")
    count = len(application.facts)
    st.caption(say["research_lead"])
    ready = count >= FIVE_FACTS
    progress = fill(say["facts_progress"], count=count, of=FIVE_FACTS)
    st.write(say["facts_ready"] if ready else progress if count else say["no_facts"])
    for place, fact in enumerate(application.facts):
        _show_fact(workspace, application, fact, place)
    offer_put_back(workspace, application, FIELD)
    _ask_fact(workspace, application)
    with st.expander(say["where_to_look"]):
        for idea in interview_words().research:
            st.text(idea)


def _show_fact(workspace: Workspace, application: Application, fact: Fact, place: int) -> None:
    say = words("application")
    with st.container(border=True, key=f"fact.{application.id}.{place}", gap="xsmall"):
        show_text(fact.what)
        if fact.source:
            st.caption(inert(fact.source))
        if fact.why:
            st.caption(fill(say["fact_why_line"], source=inert(fact.why)))
        with st.container(horizontal=True, vertical_alignment="center"):
            st.button(
                say["change_fact"],
                icon=":material/edit:",
                type="tertiary",
                key=f"fact.change.{place}",
                on_click=_edit,
                args=(application.id, place),
            )
            closed = workspace.read_only
            label, icon, key = say["take_off"], ":material/delete:", f"fact.off.{place}"
            if st.button(label, icon=icon, type="tertiary", key=key, disabled=closed):
                _edit(application.id, None)
                take_off(workspace, application, FIELD, place)


def _ask_fact(workspace: Workspace, application: Application) -> None:
    """Ask for one fact: a new one, or the one that is to be changed."""
    say = words("application")
    place = _edited(application)
    before = Fact(what="") if place is None else application.facts[place]
    name = f"fact:{application.id}" if place is None else f"fact:{application.id}.{place}"
    form = Form(workspace, name, before.model_dump(include={"what", "source", "why"}))
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
        leave = place is not None and st.button(
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
        fact = Fact.model_validate({**before.model_dump(), **told})
        facts = application.facts
        at = len(facts) if place is None else place
        put_list(workspace, application, FIELD, (*facts[:at], fact, *facts[at + 1 :]))
        form.finish()
        _edit(application.id, None)
        done(f"{application.id}.{FIELD}", say["fact_added"])


def _edit(application_id: str, place: int | None) -> None:
    st.session_state[EDITED] = (application_id, place)


def _edited(application: Application) -> int | None:
    """Return the place of the fact that is being changed; None while none is."""
    of, place = st.session_state.get(EDITED, ("", None))
    inside = place is not None and place < len(application.facts)
    return place if of == application.id and inside else None
