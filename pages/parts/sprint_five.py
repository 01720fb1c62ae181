"""The five of a networking sprint on screen: how each stands, another day, and letting go."""

from datetime import date, timedelta

import streamlit as st

from core.content.loader import fill, words
from core.letters.kinds import Kind
from core.network.sprint import Contact, Sprint, Stands
from core.network.sprint_changes import let_go, move, take_back
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.letters import address_of, link_to_letter
from pages.parts.messages import done, show_done
from pages.parts.people_ways import PERSON, TALK, link_to_person
from pages.parts.questions import ISO

PLACE = "sprint"
AFTER_A_TALK = "talk"
"""The situation of a letter of thanks after a talk about somebody's work."""

ICONS = {
    Stands.OPEN: ":material/radio_button_unchecked:",
    Stands.RESTS: ":material/bedtime:",
    Stands.LET_GO: ":material/air:",
    Stands.WRITTEN: ":material/mail:",
    Stands.ANSWERED: ":material/mark_email_read:",
    Stands.TALKED: ":material/forum:",
    Stands.THANKED: ":material/check_circle:",
}


def show_five(workspace: Workspace, sprint: Sprint, today: date) -> None:
    """Show each of the five in the order of their days, with what can be done about each."""
    st.header(words("sprint")["five"])
    for each in sprint.contacts:
        with st.container(border=True, key=f"sprint.{each.note.key}", gap="xsmall"):
            with st.container(horizontal=True, vertical_alignment="center"):
                _show_name(each)
                _show_way(workspace, sprint, each, today)
            st.caption(_in_words(each))
            show_done(_place(each))


def offer_tomorrow(workspace: Workspace, sprint: Sprint, contact: Contact, today: date) -> None:
    """Offer to move the note of today to tomorrow, with one tap."""
    say, day = words("sprint"), today + timedelta(days=1)
    if st.button(
        say["not_today"],
        icon=":material/event:",
        type="tertiary",
        key="sprint.not_today",
        disabled=workspace.read_only,
    ):
        _move(workspace, sprint, contact, day, PLACE)


def link_to_write(contact: Contact, label: str = "") -> None:
    """Link to the letter of a note: the one that is begun, else a new one of its kind."""
    say = words("sprint")
    if contact.draft:
        link_to_letter(contact.draft, label or say["go_on"])
        return
    to = contact.person.id if contact.person else ""
    link_to_letter(address_of(contact.note.letter, to=to), label or say["write"])


def link_to_thank(contact: Contact) -> None:
    """Link to a letter of thanks for a talk."""
    to = contact.person.id if contact.person else ""
    address = address_of(Kind.THANKS_AFTER_TALK, variant=AFTER_A_TALK, to=to)
    link_to_letter(address, words("sprint")["thank"])


def _show_name(contact: Contact) -> None:
    if contact.person:
        link_to_person(contact.person)
    else:
        st.text(contact.note.name, width="content")


def _in_words(contact: Contact) -> str:
    """Return how one of the five stands, with the day."""
    say, note = words("sprint"), contact.note
    on = note.on if contact.stands is Stands.OPEN else contact.on
    part = say[f"part_{note.part}"] if note.part else ""
    facts = {"date": in_words(on) if on else "", "part": part, "what": say[f"what_{note.letter}"]}
    return f"{ICONS[contact.stands]} {fill(say[f'stands_{contact.stands}'], **facts)}"


def _show_way(workspace: Workspace, sprint: Sprint, contact: Contact, today: date) -> None:
    """Show what can be done: move or let go, take up again, note a contact, plan a talk."""
    say, key = words("sprint"), contact.note.key
    match contact.stands:
        case Stands.OPEN:
            shown = f"sprint.change.{key}.{contact.note.on}"
            icon = ":material/event:"
            with st.popover(say["change"], icon=icon, key=shown):
                link_to_write(contact)
                _ask_day(workspace, sprint, contact, today)
        case Stands.LET_GO:
            if st.button(
                say["take_back"],
                icon=":material/undo:",
                type="tertiary",
                key=f"sprint.back.{key}",
                disabled=workspace.read_only,
            ):
                take_back(workspace, sprint.run_id, key)
                done(_place(contact), say["taken_back"])
        case Stands.WRITTEN if contact.person:
            query = {"person": contact.person.id, "part": "log"}
            icon = ":material/check:"
            st.page_link(PERSON, label=say["in_touch"], icon=icon, query_params=query)
        case Stands.TALKED if contact.owes_thanks:
            link_to_thank(contact)
        case Stands.ANSWERED if contact.person:
            query = {"person": contact.person.id}
            st.page_link(TALK, label=say["talk"], icon=":material/forum:", query_params=query)


def _ask_day(workspace: Workspace, sprint: Sprint, contact: Contact, today: date) -> None:
    say, key = words("sprint"), contact.note.key
    day = st.date_input(
        say["another_day"],
        value=max(contact.note.on, today),
        min_value=today,
        format=ISO,
        key=f"sprint.day.{key}.{contact.note.on}",
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        closed = workspace.read_only
        if st.button(say["move"], key=f"sprint.move.{key}", disabled=closed):
            _move(workspace, sprint, contact, day, _place(contact))
        if st.button(
            say["let_go"],
            icon=":material/air:",
            type="tertiary",
            key=f"sprint.let_go.{key}",
            disabled=closed,
        ):
            let_go(workspace, sprint.run_id, key, today)
            done(_place(contact), say["let_gone"])


def _place(contact: Contact) -> str:
    return f"{PLACE}.{contact.note.key}"


def _move(workspace: Workspace, sprint: Sprint, contact: Contact, day: date, place: str) -> None:
    move(workspace, sprint, contact.note.key, day)
    told = fill(words("sprint")["moved"], date=in_words(day))
    done(place, told)
