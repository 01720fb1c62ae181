"""Somebody who is due, on a card: who, why now, what was noted, a way to begin, and three ways on.

A list of cards begins with `show_put_off`, which does and tells what was pressed on a card.
"""

from collections.abc import Iterator
from datetime import date

import streamlit as st

from core.content.loader import fill, network_words, words
from core.letters.kinds import Kind
from core.letters.letter import Letter
from core.network.cadence import Band, Due, in_touch_on
from core.network.contacts import Contacts
from core.network.opener import opener
from core.network.resting import snoozed
from core.network.suggested import Suggested
from core.people import Person
from core.workspace import Workspace
from pages.parts.days import MANY_DAYS, ago, in_words
from pages.parts.letters import address_of, link_to_letter
from pages.parts.messages import STAYS, done, show_done
from pages.parts.people_beside import in_short
from pages.parts.people_ways import PERSON, link_to_person
from pages.parts.plain_text import inert, show_text

PLACE = "people.due"
PRESSED = f"{STAYS}people.due.pressed"
BEFORE = f"{STAYS}people.due.before"
TURNS = "people.due.turns"
BEGIN = ":material/lightbulb:"
MONTH, YEAR = 30, 365


def show_put_off(workspace: Workspace, today: date) -> None:
    """Put off whoever was just put off on a card, tell it, and offer to undo that."""
    say = words("people_due")
    _settle(workspace, today)
    show_done(PLACE)
    before: Person | None = st.session_state.get(BEFORE)
    if before is None or workspace.read_only:
        return
    if st.button(say["undo"], icon=":material/undo:", type="tertiary", key="people.due.undo"):
        st.session_state.pop(BEFORE)
        if now := workspace.people.find(before.id):
            back = now.model_copy(update={"snoozed_until": before.snoozed_until})
            workspace.people.replace(back)
        done(PLACE, say["undone"])


def show_due_card(
    workspace: Workspace, found: Due | Suggested, today: date, key: str, *, folded: bool = False
) -> None:
    """Show one person who is due or suggested; `key` names the list that the card stands in.

    Where it is `folded`, what was noted waits with the way to begin.
    """
    due = found.due if isinstance(found, Suggested) else found
    person, name = due.person, f"{key}.{due.person.id}"
    since = in_touch_on(person, due.contacts, today)
    with st.container(border=True, key=f"due.{name}", gap="small"):
        link_to_person(person)
        if who := " · ".join(work_and_tie(person)):
            st.caption(who)
        st.write(_why(found, today))
        if folded and (due.contacts.note or person.cares_about):
            label = words("people_due")["remember"]
            with st.expander(label, icon=BEGIN, key=f"opener.{name}"):
                _show_noted(due, today)
                _show_begin(workspace, person, since, today, name)
        else:
            _show_noted(due, today)
            show_opener(workspace, person, since, today, name)
        _show_ways(workspace, due, name)


def since_in_words(day: date, today: date) -> str:
    """Return how long ago a day was, in days, then months, then years."""
    say, days = words("people_due"), (today - day).days
    if days <= MANY_DAYS:
        return ago(day, today)
    if days < YEAR:
        return fill(say["months_ago"], months=round(days / MONTH))
    if days < 2 * YEAR:
        return say["year_ago"]
    return fill(say["years_ago"], years=days // YEAR)


def last_in_words(person: Person, contacts: Contacts, today: date) -> str:
    """Return when they were last in touch; else that none is noted, and since when they are known.

    To be connected on a day is no contact.
    """
    say = words("people_due")
    if last := in_touch_on(person, contacts, today):
        return fill(say["since"], when=since_in_words(last, today))
    if person.known_since and person.known_since <= today:
        return fill(say["since_known"], date=in_words(person.known_since))
    return say["since_never"]


def work_and_tie(person: Person) -> Iterator[str]:
    """Yield what somebody does and where, and how the person knows them, as far as it is known."""
    say = words("people_due")
    if person.role and person.organisation:
        facts = {"role": inert(person.role), "organisation": inert(person.organisation)}
        yield fill(say["who_at"], **facts)
    elif person.role or person.organisation:
        yield inert(person.role or person.organisation)
    if person.how_known:
        yield inert(person.how_known)


def _why(found: Due | Suggested, today: date) -> str:
    """Return why now: the tie or the band in words, and when they were last in touch."""
    say, due = words("people_due"), found.due if isinstance(found, Suggested) else found
    told = [f"{_reason(found)}."]
    if due.band is Band.SOON:
        told.append(fill(say["soon"], when=ago(due.on, today)))
    return " ".join([*told, last_in_words(due.person, due.contacts, today)])


def _reason(found: Due | Suggested) -> str:
    labels = network_words()
    if isinstance(found, Due):
        return labels.bands[found.band]
    if found.due.person.hires or found.due.contacts.told_news:
        return labels.employer_contact
    return labels.ties[found.tie]


def _show_noted(due: Due, today: date) -> None:
    """Show what was noted last, and what they care about: for the person, not for the note."""
    say, noted = words("people_due"), due.contacts.noted_on
    if due.contacts.note and noted:
        st.caption(fill(say["noted"], when=ago(noted, today)))
        show_text(in_short(due.contacts.note))
    if due.person.cares_about:
        st.caption(say["cares"])
        show_text(in_short(due.person.cares_about))


def show_opener(
    workspace: Workspace, person: Person, since: date | None, today: date, key: str
) -> None:
    """Show a way to begin, folded, with another one on request; `since` is the last contact."""
    with st.expander(words("people_due")["begin"], icon=BEGIN, key=f"opener.{key}"):
        _show_begin(workspace, person, since, today, key)


def _show_begin(
    workspace: Workspace, person: Person, since: date | None, today: date, key: str
) -> None:
    say, labels = words("people_due"), network_words()
    turns = st.session_state.setdefault(TURNS, {})
    introducer = workspace.people.find(person.introduced_by)
    found = opener(
        person,
        labels.openers,
        today,
        since=since,
        introducer=introducer.name if introducer else "",
        turn=turns.get(person.id, 0),
    )
    st.code(fill(found.text, **found.facts), language=None, wrap_lines=True)
    st.caption(f"{labels.opener_from[found.source]} {say['begin_lead']}")
    st.button(
        say["another"],
        icon=":material/refresh:",
        type="tertiary",
        key=f"another.{key}",
        on_click=_turn,
        args=(person.id,),
    )


def _show_ways(workspace: Workspace, due: Due, key: str) -> None:
    say, person = words("people_due"), due.person
    with st.container(horizontal=True, vertical_alignment="center"):
        _link_to_write(workspace, due)
        st.page_link(
            PERSON,
            label=say["in_touch"],
            icon=":material/check:",
            query_params={"person": person.id, "part": "log"},
        )
        st.button(
            say["snooze"],
            icon=":material/snooze:",
            type="tertiary",
            key=f"snooze.{key}",
            disabled=workspace.read_only,
            on_click=_press,
            args=(person.id,),
        )


def _link_to_write(workspace: Workspace, due: Due) -> None:
    """Link to the letter to them: the one that is begun, else a new one (L7).

    Who made the move that the person wants, and was not spoken with yet, is asked for a talk (L8).
    """
    say, person = words("people_due"), due.person
    if begun := workspace.view(letter_begun, person.id):
        link_to_letter(begun.id, say["go_on"])
    elif person.made_shift and not person.hires and due.contacts.spoke_on is None:
        address = address_of(Kind.INFORMATIONAL_TALK, to=person.id)
        link_to_letter(address, say["talk"], ":material/forum:")
    else:
        link_to_letter(address_of(Kind.STAY_IN_TOUCH, to=person.id), say["write"])


def letter_begun(workspace: Workspace, person_id: str) -> Letter | None:
    """Return the letter to somebody that is begun and not sent; None where there is none."""
    kinds = (Kind.STAY_IN_TOUCH, Kind.INFORMATIONAL_TALK, Kind.ASK_FOR_LEADS)
    ours = (e for e in workspace.letters.all() if e.to_id == person_id and e.kind in kinds)
    return next((e for e in ours if not e.is_out and e.archived_at is None), None)


def _turn(person_id: str) -> None:
    turns = st.session_state[TURNS]
    turns[person_id] = turns.get(person_id, 0) + 1


def _press(person_id: str) -> None:
    st.session_state[PRESSED] = person_id


def _settle(workspace: Workspace, today: date) -> None:
    """Put off whoever was just pressed on, as they are stored by now."""
    person = workspace.people.find(st.session_state.pop(PRESSED, ""))
    if person is None:
        return
    later = workspace.people.replace(snoozed(person, today))
    st.session_state[BEFORE] = person
    told = {"name": inert(person.name), "date": in_words(later.snoozed_until or today)}
    done(PLACE, fill(words("people_due")["snoozed"], **told))
