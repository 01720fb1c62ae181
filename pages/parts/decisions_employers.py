"""Contacts with one employer on screen: every letter, talk and word in order, and the door."""

from datetime import datetime

import streamlit as st

from core.cases import Case, Door
from core.content.letters import common_words, kind_words
from core.content.loader import case_words, fill, words
from core.decisions.contacts import Contact, Employer, Point, employers, sounds_heated
from core.letters.kinds import Kind
from core.names import same_name
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.letters import link_to_letter
from pages.parts.paging import first_few
from pages.parts.plain_text import inert, show_text
from pages.parts.questions import KEPT

AT_ONCE = 10
CHOSEN = "decisions.employer"
SECTION = "decisions.section"
"""Which part of the page on decisions is shown."""


def go_to_employer(workspace: Workspace, case: Case) -> None:
    """Offer every contact with the employer of a case; it has one."""
    every = workspace.view(employers)
    name = next(each.name for each in every if same_name(each.name, case.employer))
    st.button(
        words("decisions")["way_contacts"],
        icon=":material/forum:",
        type="tertiary",
        key=f"decisions.contacts.{case.id}",
        on_click=_choose,
        args=(name,),
    )


def show_employers(workspace: Workspace, now: datetime) -> None:
    """Ask for an employer, and show every contact with it."""
    say = words("decisions")
    every = {each.name: each for each in workspace.view(employers)}
    if not every:
        st.write(say["employers_empty"])
        return
    st.caption(say["employers_lead"])
    names = list(every)
    name = names[0]
    if len(names) > 1:
        name = st.selectbox(say["employer"], names, key=CHOSEN, persist_state=KEPT)
    _show_employer(workspace, every.get(name) or every[names[0]], now)


def _show_employer(workspace: Workspace, employer: Employer, now: datetime) -> None:
    say = words("decisions")
    st.header(inert(employer.name))
    st.write(_door(employer.door))
    key = f"contacts.{employer.name}"
    few = first_few(employer.contacts, key=key, more=say["show_more"], at_once=AT_ONCE)
    for place, contact in enumerate(few):
        with st.container(key=f"contact.{place}", gap="xsmall"):
            ahead = contact.on is not None and contact.on > now.date()
            day = in_words(contact.on) if contact.on else say["unknown_day"]
            st.caption(fill(say["ahead"], date=day) if ahead else day)
            _show_contact(workspace, contact)


def _door(door: Door) -> str:
    say = words("decisions")
    if door is Door.UNKNOWN:
        return str(say["door_unknown"])
    return fill(say["door"], kind=case_words().doors[door])


def _show_contact(workspace: Workspace, contact: Contact) -> None:
    say = words("decisions")
    st.write(fill(say[f"contact_{contact.point}"], kind=_called(contact)))
    if contact.text:
        show_text(contact.text)
    if letter := contact.letter:
        tone = fill(say["contact_tone"], kind=common_words().tones[letter.tone].lower())
        heated = workspace.view(sounds_heated, letter.id)
        checked = say["contact_heated" if heated else "contact_clear"]
        st.caption(f"{tone} · {checked}")
        link_to_letter(letter.id, say["contact_read"], ":material/visibility:")


def _called(contact: Contact) -> str:
    """Return what a contact is called by its id: what happened, a stage, a kind of letter."""
    told = case_words()
    names = {
        Point.HAPPENED: {direction: each.label for direction, each in told.directions.items()},
        Point.STAGE: {stage: each.label for stage, each in told.stages.items()},
    }
    if contact.point is Point.LETTER:
        return kind_words(Kind(contact.what)).title
    return str(names.get(contact.point, {}).get(contact.what, contact.what))


def _choose(name: str) -> None:
    st.session_state[CHOSEN] = name
    st.session_state[SECTION] = "employers"
