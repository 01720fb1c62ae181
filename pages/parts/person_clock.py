"""The clock of one person on screen: when they are due and why, and whatever changes that."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import NoReturn

import streamlit as st

from core.content.loader import fill, network_words, words
from core.letters.timing import GAP_DAYS
from core.network.cadence import (
    GAPS,
    Band,
    Rests,
    due,
    gap_days,
    last_contact,
    next_on,
    rests,
)
from core.network.contacts import NONE_YET, Contacts, contacts_by_person
from core.network.resting import SNOOZE_DAYS, running_again, snoozed, stopped
from core.people import Closeness, Person
from core.workspace import Workspace
from pages.parts.conflict import (
    conflict_of,
    from_record,
    keep_record,
    rev_over,
    settle_conflict,
)
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.messages import STAYS, done, show_done
from pages.parts.people_due import last_in_words
from pages.parts.questions import KEPT, ask_any_day, legible

CARD, PACE_PLACE = "person.clock", "person.pace"
"""Where a change of the clock is told and can be undone: where it was made."""

BEFORE = f"{STAYS}person.clock"
"""Session key of where the clock was changed here last, and the person before and after."""

PACE = "pace"
ICONS = {
    "snooze": ":material/snooze:",
    "month": ":material/snooze:",
    "stop": ":material/notifications_off:",
    "start": ":material/notifications:",
}
MONTH = 30
LEAST, MOST = 7, 1095
CLOCK = ("closeness", "every_days", "not_before", "snoozed_until", "stopped_on")
"""Fields of a person that the clock runs by."""


def contacts_with(workspace: Workspace, person: Person, today: date) -> Contacts:
    """Return what is known of the contacts with one person, up to today."""
    return workspace.view(contacts_by_person, today).get(person.id, NONE_YET)


def show_clock(workspace: Workspace, person: Person, today: date) -> None:
    """Show when somebody is due and why, or why they rest; ask how close they are if need be."""
    contacts = contacts_with(workspace, person, today)
    resting = rests(person, contacts)
    since = last_contact(person, contacts, today)
    if resting:
        st.write(network_words().rests[resting])
        if since:
            st.caption(last_in_words(person, contacts, today))
    else:
        st.write(_standing(person, contacts, today))
        st.caption(_why(person, contacts, today))
    if resting is Rests.NOT_PLACED:
        _ask_place(workspace, person)
    _tell(workspace, person, CARD)


def show_pace(workspace: Workspace, person: Person, today: date) -> None:
    """Offer to put somebody off, to stop, to begin again, and to set a pace of one's own."""
    say = words("person")
    form = _pace_form(workspace, person)
    if conflict_of(form):
        settle_conflict(workspace, workspace.people, form)
        return
    _tell(workspace, person, PACE_PLACE)
    with st.expander(say["pace"], expanded=form.resumed, key=f"person.pace.{person.id}"):
        st.caption(say["pace_lead"])
        with st.container(horizontal=True):
            if person.stopped_on:
                _offer(workspace, person, "start", say["start"], running_again, say["started"])
            else:
                _offer_rest(workspace, person, today)
        _ask_pace(workspace, form, person)


def _standing(person: Person, contacts: Contacts, today: date) -> str:
    found = due(person, contacts, today)
    if found and found.band is not Band.SOON:
        return network_words().bands[found.band]
    on = next_on(person, contacts, today) or today
    return fill(words("person")["next_on"], date=in_words(on))


def _why(person: Person, contacts: Contacts, today: date) -> str:
    say = words("person")
    on, since = next_on(person, contacts, today), last_contact(person, contacts, today)
    if on and on in {person.not_before, person.snoozed_until} and on > today:
        return fill(say["why_wait"], date=in_words(on))
    if since is None:
        return say["why_never"]
    if contacts.silent_on and on == contacts.silent_on + timedelta(days=GAP_DAYS):
        return say["why_employer"]
    told = say["why"] if person.closeness else say["why_hires"]
    told = say["why_own"] if person.every_days else told
    return f"{fill(told, days=gap_days(person))} {last_in_words(person, contacts, today)}"


def _ask_place(workspace: Workspace, person: Person) -> None:
    """Ask how close somebody is, or for an employer's contact offer ninety days; one tap each."""
    say, labels = words("person"), network_words().closeness
    if person.hires:
        pace = GAPS[Closeness.WARM]
        paced = partial(_with, every_days=pace)
        _offer(workspace, person, "hires", say["hires_pace"], paced, say["hires_paced"], CARD)
        return
    chosen = st.pills(
        say["place"],
        list(Closeness),
        format_func=lambda each: legible(labels[each]),
        key=f"person.place.{person.id}",
        disabled=workspace.read_only,
        wrap=True,
    )
    if chosen:
        placed = _with(person, closeness=Closeness(chosen))
        _change(workspace, person, placed, say["placed"], CARD)


def _offer_rest(workspace: Workspace, person: Person, today: date) -> None:
    say = words("person")
    for key, label, days in (
        ("snooze", say["snooze"], SNOOZE_DAYS),
        ("month", say["snooze_month"], MONTH),
    ):
        later = snoozed(person, today, days)
        until = in_words(later.snoozed_until or today)
        put_off = partial(snoozed, today=today, days=days)
        _offer(workspace, person, key, label, put_off, fill(say["snoozed"], date=until))
    _offer(workspace, person, "stop", say["stop"], partial(stopped, today=today), say["stopped"])


def _offer(  # noqa: PLR0913, PLR0917 - a button, what it does, and what it says then
    workspace: Workspace,
    person: Person,
    key: str,
    label: str,
    change: Callable[[Person], Person],
    told: str,
    place: str = PACE_PLACE,
) -> None:
    off, icon = workspace.read_only, ICONS.get(key)
    if st.button(label, icon=icon, key=f"person.{key}", type="tertiary", disabled=off):
        _change(workspace, person, change(person), told, place)


def _pace_form(workspace: Workspace, person: Person) -> Form:
    return Form(workspace, f"{PACE}:{person.id}", _pace_of(person), dates={"not_before"})


def _pace_of(person: Person) -> dict[str, object]:
    return from_record(person.model_dump(include={"every_days", "not_before", "rev"}))


def _ask_pace(workspace: Workspace, form: Form, person: Person) -> None:
    say = words("person")
    form.show_resumed()
    left, right = st.columns(2)
    with left:
        st.number_input(
            say["every_days"],
            min_value=LEAST,
            max_value=MOST,
            value=None,
            step=1,
            key=form.key("every_days"),
            help=say["every_days_help"],
            persist_state=KEPT,
        )
    with right:
        ask_any_day(form, "not_before", say["not_before"])
    form.keep()
    if not st.button(say["pace_save"], key=form.act("save"), disabled=workspace.read_only):
        return
    told = {"every_days": form["every_days"], "not_before": form["not_before"]}
    changed = person.model_copy(update={**told, "rev": rev_over(form, _pace_of(person))})
    st.session_state[BEFORE] = (PACE_PLACE, person, changed)
    keep_record(workspace.people, form, changed)
    done(PACE_PLACE, say["pace_saved"])


def _change(workspace: Workspace, before: Person, after: Person, told: str, place: str) -> NoReturn:
    """Save a change of the clock, remember how it ran before, and say so."""
    st.session_state[BEFORE] = (place, before, after)
    workspace.people.replace(after)
    done(place, told)


def _tell(workspace: Workspace, person: Person, place: str) -> None:
    """Tell what was just changed at a place, and offer to undo it, as far as it still stands so."""
    show_done(place)
    changed, before, after = st.session_state.get(BEFORE, ("", person, person))
    ran = _ran_before(person, before, after)
    if changed != place or before.id != person.id or not ran:
        return
    say = words("person")
    if st.button(say["undo"], key="person.clock.undo", disabled=workspace.read_only):
        st.session_state.pop(BEFORE)
        workspace.people.replace(person.model_copy(update=ran))
        done(place, say["undone"])


def _ran_before(now: Person, before: Person, after: Person) -> dict[str, object]:
    """Return what a step changed of the clock and nothing changed since, as it was before."""
    return {
        name: getattr(before, name)
        for name in CLOCK
        if getattr(before, name) != getattr(after, name) == getattr(now, name)
    }


def _with(person: Person, **changed: object) -> Person:
    return person.model_copy(update=changed)
