"""One person now: who they are, when they are due and why, the last note, and small ways on."""

from collections.abc import Iterator
from datetime import date, datetime

import streamlit as st

from core.content.loader import fill, network_words, steady_words, words
from core.letters.kinds import Kind
from core.network.cadence import Rests, in_touch_on, rests
from core.network.small_task import thanks_owed
from core.network.talk_kit import State, in_order, state_of
from core.network.talks import Talk
from core.people import Person
from core.views import this_minute
from core.workspace import Workspace
from pages.parts.days import ago, in_words
from pages.parts.letters import address_of, link_to_letter
from pages.parts.messages import show_done
from pages.parts.people_due import letter_begun, show_opener, since_in_words, work_and_tie
from pages.parts.people_ways import TALK
from pages.parts.person_clock import contacts_with, show_clock, show_pace
from pages.parts.person_favour import show_favour
from pages.parts.person_log import offer_thanks
from pages.parts.plain_text import inert, show_text

ICON = ":material/mail:"
THANKS = "person.thanks"
AFTER_TALK = "talk"
"""The variant of the thank-you that is for a talk about somebody's work."""


def show_who(person: Person) -> None:
    """Show in one line who somebody is."""
    if told := list(_who(person)):
        st.caption(" · ".join(told))


def show_now(workspace: Workspace, person: Person, now: datetime) -> None:
    """Show when somebody is due, what to remember of them, and what could be done today."""
    say, today = words("person"), now.date()
    with st.container(border=True, key="person.now", gap="small"):
        show_clock(workspace, person, today)
        _show_talk_ahead(workspace, person, now)
        _show_remembered(workspace, person, today)
        if reach := " · ".join(filter(None, (person.address, person.phone, person.link))):
            st.text(fill(say["reach"], what=reach))
        if good_for := list(_good_for(person)):
            st.caption(" · ".join(good_for))
        if person.hires:
            st.caption(say["hires"])
    _show_thanks_owed(workspace, person, today)
    st.header(say["ways"])
    contacts = contacts_with(workspace, person, today)
    resting = rests(person, contacts)
    if resting is Rests.UNANSWERED:
        st.caption(say["their_turn_lead"])
        _offer_note(person)
        with st.expander(say["all_the_same"], key="person.same"):
            _show_ways(workspace, person)
    else:
        st.caption(say["ways_lead"])
        _show_ways(workspace, person)
        _offer_note(person)
    if not resting:
        since = in_touch_on(person, contacts, today)
        show_opener(workspace, person, since, today, f"now.{person.id}")
    show_favour(workspace, person, today)
    show_pace(workspace, person, today)


def _who(person: Person) -> Iterator[str]:
    say, labels = words("person"), network_words()
    yield from work_and_tie(person)
    if person.circle:
        yield labels.circles[person.circle]
    if person.closeness:
        yield labels.closeness[person.closeness]
    if person.archived_on:
        yield say["put_away"]


def _good_for(person: Person) -> Iterator[str]:
    """Yield what somebody can help with, knows, and may hear of, each in a few words."""
    say, helps = words("person"), steady_words().helps
    if person.helps:
        kinds = ", ".join(helps[each].label.lower() for each in person.helps)
        yield fill(say["can_help"], what=kinds)
    if person.made_shift:
        yield say["made_it"]
    if person.knows:
        yield fill(say["knows_line"], what=inert(", ".join(person.knows)))
    if person.may_know_of:
        yield fill(say["hears_line"], what=inert(", ".join(person.may_know_of)))


def _show_remembered(workspace: Workspace, person: Person, today: date) -> None:
    """Show the last note, what they care about and what could be given, as far as it is known."""
    say, contacts = words("person"), contacts_with(workspace, person, today)
    noted = contacts.noted_on
    when = fill(say["last_note"], when=since_in_words(noted, today)) if noted else ""
    known = {
        when: contacts.note,
        say["cares"]: person.cares_about,
        say["gives"]: person.could_give,
    }
    for label, text in known.items():
        if text:
            with st.container(gap="xxsmall"):
                st.caption(label)
                show_text(text)
    if not any(known.values()):
        st.caption(say["no_note"])


def _show_thanks_owed(workspace: Workspace, person: Person, today: date) -> None:
    """Show the thanks that are owed for the last contact of late, and settle them with one tap."""
    say = words("person")
    show_done(THANKS)
    every = workspace.view(thanks_owed, today)
    owed = next((each.touchpoint for each in every if each.person.id == person.id), None)
    if owed is None:
        return
    with st.container(border=True, key="person.owed", gap="small"):
        st.write(fill(say["owes"], when=ago(owed.happened_on, today)))
        with st.container(horizontal=True, vertical_alignment="center"):
            offer_thanks(workspace, owed, today, THANKS)
            address = address_of(Kind.THANKS_AFTER_TALK, variant=AFTER_TALK, to=person.id)
            link_to_letter(address, say["write_thanks"], ICON)


def _show_talk_ahead(workspace: Workspace, person: Person, now: datetime) -> None:
    talk = workspace.view(_ahead, person.id, this_minute(now))
    if talk is None:
        return
    label, icon = words("person")["talk_ahead"], ":material/forum:"
    if talk.at:
        label = f"{label} · {in_words(talk.at.astimezone(now.tzinfo).date())}"
    st.page_link(TALK, label=label, icon=icon, query_params={"talk": talk.id})


def _show_ways(workspace: Workspace, person: Person) -> None:
    """Offer the letter that is begun, or new ones, and a talk."""
    say = words("person")
    with st.container(horizontal=True, vertical_alignment="center"):
        if begun := workspace.view(letter_begun, person.id):
            link_to_letter(begun.id, say["go_on_letter"])
        for kind, label in (
            (Kind.STAY_IN_TOUCH, say["write_hello"]),
            (Kind.INFORMATIONAL_TALK, say["write_talk"]),
            (Kind.ASK_FOR_LEADS, say["write_leads"]),
        ):
            if not (begun and begun.kind is kind):
                link_to_letter(address_of(kind, to=person.id), label, ICON)
        icon, query = ":material/forum:", {"person": person.id}
        st.page_link(TALK, label=say["plan_talk"], icon=icon, query_params=query)


def _offer_note(person: Person) -> None:
    st.button(
        words("person")["note_contact"],
        icon=":material/edit_note:",
        type="tertiary",
        key="person.note",
        on_click=st.query_params.from_dict,
        args=({"person": person.id, "part": "log"},),
    )


def _ahead(workspace: Workspace, person_id: str, minute: datetime) -> Talk | None:
    """Return the talk with somebody that comes next, else one of no moment, else one not noted."""
    open_ = [e for e in workspace.talks.all() if e.person_id == person_id and not e.held_on]
    over_last = sorted(in_order(open_, minute), key=lambda e: state_of(e, minute) is State.OVER)
    return next(iter(over_last), None)
