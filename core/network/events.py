"""Events: a small goal before, and whom one met there (catalogue S1-23, S0-18)."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from core.network.talks import Event
from core.network.touchpoints import Channel, Touchpoint
from core.people import Person, known_person
from core.records import Record, instant
from core.workspace import Workspace


class EventState(StrEnum):
    """Where an event stands: its day is over, it is to come, it has no day, it is done."""

    OVER = "over"
    AHEAD = "ahead"
    OPEN = "open"
    DONE = "done"


def state_of(event: Event, today: date) -> EventState:
    """Return where an event stands today; on its own day it is still to come."""
    if event.done_on:
        return EventState.DONE
    if event.on is None:
        return EventState.OPEN
    return EventState.OVER if event.on < today else EventState.AHEAD


def in_order(events: Iterable[Event], today: date) -> tuple[Event, ...]:
    """Return events: those just over, then those to come, the next one first, those without a
    day, and at last those that are done, the latest first.
    """
    newest = sorted(events, key=lambda each: -instant(each.created_at))
    by_state = {each: [e for e in newest if state_of(e, today) is each] for each in EventState}
    return (
        *sorted(by_state[EventState.OVER], key=lambda each: each.on or today, reverse=True),
        *sorted(by_state[EventState.AHEAD], key=lambda each: each.on or today),
        *by_state[EventState.OPEN],
        *sorted(by_state[EventState.DONE], key=day_of, reverse=True),
    )


def day_of(event: Event) -> date:
    """Return the day on which an event was: its own, where it was not done before that."""
    done = event.done_on or date.max
    return min(event.on or done, done)


def heard_at(workspace: Workspace) -> tuple[Event, ...]:
    """Return the events at which something was heard, the latest first (S0-18)."""
    heard = (each for each in workspace.events.all() if each.heard.strip())
    return tuple(sorted(heard, key=day_of, reverse=True))


def keep_event(workspace: Workspace, event: Event, new: Person) -> Event:
    """Save a changed event, and everybody who was met there once it is done, in one commit.

    Who is not known yet becomes a person like `new`; each of them was met on the day of the event,
    which is a contact. Who is not named any more was not met there; the person stays known. Raises
    EditedElsewhereError.
    """
    with workspace.one_commit():
        people = known_as(workspace, event.met, new) if event.done_on else ()
        met = {each.id for each in people}
        if gone := [e for e in touches_of(workspace, event) if e.person_id not in met]:
            workspace.touchpoints.remove_all(each.id for each in gone)
        kept = workspace.events.replace(event)
        _log(workspace, kept, met)
    return kept


def known_as(workspace: Workspace, names: Iterable[str], new: Person) -> tuple[Person, ...]:
    """Return the people of these names, in their order; who is not known is added like `new`.

    Two of one name are one person: nobody is added twice (catalogue S3-48).
    """
    with workspace.one_commit():
        return tuple(_known(workspace, name, new) for name in names)


def touches_of(workspace: Workspace, event: Event) -> tuple[Touchpoint, ...]:
    """Return what stands in the log because of an event."""
    return tuple(each for each in workspace.touchpoints.all() if each.event_id == event.id)


def delete_event(workspace: Workspace, event: Event) -> tuple[Record, ...]:
    """Delete an event with what the log says of it; returns what `put_back` needs."""
    return workspace.delete(event, *touches_of(workspace, event))


def _known(workspace: Workspace, name: str, new: Person) -> Person:
    known = known_person(workspace.people.all(), name)
    return known or workspace.people.add(new.model_copy(update={"name": name}))


def _log(workspace: Workspace, event: Event, met: set[str]) -> None:
    """Bring the log in line with whom an event was for."""
    stored, on = touches_of(workspace, event), day_of(event)
    workspace.touchpoints.replace_all(e.model_copy(update={"happened_on": on}) for e in stored)
    workspace.touchpoints.add_all(
        Touchpoint(
            person_id=each,
            happened_on=on,
            channel=Channel.EVENT,
            note=event.name,
            event_id=event.id,
        )
        for each in sorted(met - {each.person_id for each in stored})
    )
