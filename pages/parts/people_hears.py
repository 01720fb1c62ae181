"""Who may hear of which work, with the letters that ask, and what was heard at events (S0-18)."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from core.content.loader import fill, words
from core.letters.kinds import Kind
from core.network.asks import may_hear
from core.network.cadence import Rests, rests
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.events import heard_at
from core.people import Person
from core.workspace import Workspace
from pages.parts.letters import address_of, link_to_letter
from pages.parts.paging import first_few
from pages.parts.people_beside import in_short
from pages.parts.people_ways import TALKS, link_to_person
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import KEPT

WORK = "people.work"
AT_ONCE = 5


def show_hears(workspace: Workspace, today: date) -> None:
    """Show who may hear of which work, with the two letters that ask, then what was heard."""
    say = words("people")
    st.header(say["hears"])
    works = workspace.view(_works)
    if works:
        st.caption(say["hears_lead"])
        hearing = works[_ask_work(works)]
        more = say["show_more"]
        for each in first_few(hearing, key="people.hears", more=more, at_once=AT_ONCE):
            _show_hearer(workspace, each, today)
    else:
        st.caption(say["hears_empty"])
    _show_heard(workspace)


def _ask_work(works: Mapping[str, tuple[Person, ...]]) -> str:
    """Ask for a work, where there are several; the one that most may hear of comes first."""
    say = words("people")
    if len(works) == 1:
        [work] = works
        st.text(work)
        return work
    if st.session_state.get(WORK) not in works:
        st.session_state.pop(WORK, None)
    counted = {
        each: fill(say["hears_counted"], what=each, count=len(people))
        for each, people in works.items()
    }
    return st.selectbox(
        say["hears_work"],
        list(works),
        format_func=lambda each: counted[each],
        key=WORK,
        persist_state=KEPT,
    )


def _show_hearer(workspace: Workspace, person: Person, today: date) -> None:
    say = words("people")
    contacts = workspace.view(contacts_by_person, today).get(person.id, NONE_YET)
    with st.container(key=f"people.hears.{person.id}", gap="xxsmall"):
        link_to_person(person)
        if rests(person, contacts) is Rests.UNANSWERED:
            st.caption(say["rest_turn"])
            return
        with st.container(horizontal=True):
            for kind, label in (
                (Kind.ASK_FOR_LEADS, say["write_leads"]),
                (Kind.INFORMATIONAL_TALK, say["write_talk"]),
            ):
                link_to_letter(address_of(kind, to=person.id), label, ":material/mail:")


def _show_heard(workspace: Workspace) -> None:
    """Show what was heard at events, each with the way to its event."""
    say, events = words("people"), workspace.view(heard_at)
    if not events:
        return
    st.caption(say["heard_at"])
    for each in first_few(events, key="people.heard", more=say["show_more"], at_once=AT_ONCE):
        with st.container(key=f"people.heard.{each.id}", gap="xxsmall"):
            query, icon = {"event": each.id}, ":material/event:"
            st.page_link(TALKS, label=inert(each.name), icon=icon, query_params=query)
            show_text(in_short(each.heard))


def _works(workspace: Workspace) -> Mapping[str, tuple[Person, ...]]:
    return may_hear(workspace.people.all())
