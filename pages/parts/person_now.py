"""One person now: who they are, when they are due and why, the last note, and small ways on."""

from collections.abc import Iterator
from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, network_words, words
from core.letters.kinds import Kind
from core.network.log import is_owed
from core.network.talks import Talk
from core.network.touchpoints import Touchpoint
from core.people import Person
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.letters import address_of, link_to_letter
from pages.parts.people_ways import PERSON, TALK
from pages.parts.person_clock import contacts_with, show_clock, show_pace
from pages.parts.person_favour import show_favour
from pages.parts.plain_text import inert, show_text

ICON = ":material/mail:"


def show_who(person: Person) -> None:
    """Show in one line who somebody is."""
    if told := list(_who(person)):
        st.caption(" · ".join(told))


def show_now(workspace: Workspace, person: Person, now: datetime) -> None:
    """Show when somebody is due, what to remember of them, and what could be done today."""
    say, today = words("person"), now.date()
    with st.container(border=True, key="person.now", gap="small"):
        show_clock(workspace, person, today)
        _show_thanks_owed(workspace, person, today)
        _show_talk_ahead(workspace, person)
        _show_remembered(workspace, person, today)
        if person.hires:
            st.caption(say["hires"])
    st.header(say["ways"])
    st.caption(say["ways_lead"])
    _show_ways(person)
    show_favour(workspace, person, today)
    show_pace(workspace, person, today)


def _who(person: Person) -> Iterator[str]:
    say, labels = words("person"), network_words()
    if person.role and person.organisation:
        told = {"role": inert(person.role), "organisation": inert(person.organisation)}
        yield fill(say["who_at"], **told)
    elif person.role or person.organisation:
        yield inert(person.role or person.organisation)
    if person.how_known:
        yield inert(person.how_known)
    if person.circle:
        yield labels.circles[person.circle]
    if person.closeness:
        yield labels.closeness[person.closeness]
    if person.archived_on:
        yield say["put_away"]


def _show_remembered(workspace: Workspace, person: Person, today: date) -> None:
    say, contacts = words("person"), contacts_with(workspace, person, today)
    if contacts.note and contacts.noted_on:
        st.caption(fill(say["last_note"], when=ago(contacts.noted_on, today)))
        show_text(contacts.note)
    for label, text in ((say["cares"], person.cares_about), (say["gives"], person.could_give)):
        if text:
            st.caption(label)
            show_text(text)
    if not (contacts.note or person.cares_about or person.could_give):
        st.caption(say["no_note"])


def _show_thanks_owed(workspace: Workspace, person: Person, today: date) -> None:
    say = words("person")
    if owed := workspace.view(_owed, person.id):
        st.write(fill(say["owes"], when=ago(owed.happened_on, today)))


def _show_talk_ahead(workspace: Workspace, person: Person) -> None:
    if talk := workspace.view(_ahead, person.id):
        label, icon = words("person")["talk_ahead"], ":material/forum:"
        st.page_link(TALK, label=label, icon=icon, query_params={"talk": talk.id})


def _show_ways(person: Person) -> None:
    say = words("person")
    with st.container(horizontal=True, vertical_alignment="center"):
        link_to_letter(address_of(Kind.STAY_IN_TOUCH, to=person.id), say["write_hello"], ICON)
        link_to_letter(address_of(Kind.INFORMATIONAL_TALK, to=person.id), say["write_talk"], ICON)
        link_to_letter(address_of(Kind.ASK_FOR_LEADS, to=person.id), say["write_leads"], ICON)
        st.page_link(
            TALK,
            label=say["plan_talk"],
            icon=":material/forum:",
            query_params={"person": person.id},
        )
        st.page_link(
            PERSON,
            label=say["note_contact"],
            icon=":material/edit_note:",
            query_params={"person": person.id, "part": "log"},
        )


def _owed(workspace: Workspace, person_id: str) -> Touchpoint | None:
    owed = (e for e in workspace.touchpoints.all() if e.person_id == person_id and is_owed(e))
    return next(owed, None)


def _ahead(workspace: Workspace, person_id: str) -> Talk | None:
    """Return the first talk with somebody that is planned and was not held."""
    open_ = (e for e in workspace.talks.all() if e.person_id == person_id and not e.held_on)
    return next(open_, None)
