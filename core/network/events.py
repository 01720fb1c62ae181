"""Events: a small goal before, and whom one met there (catalogue S1-23, S0-18)."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from core.names import plain
from core.network.logged import brought_in_line, is_as_told
from core.network.talks import Event
from core.network.touchpoints import Channel, Touchpoint
from core.people import Person, known_person
from core.records import Record, instant
from core.workspace import Workspace

LOGGED = ("happened_on", "note")
"""What the log says of an event, unless the person put it otherwise there."""


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
    which is a contact. Who is not named any more was not met there; the person stays known. What
    was changed in the log by hand stays there, and what was deleted there does not come back.
    Raises EditedElsewhereError.
    """
    with workspace.one_commit():
        was, stored = workspace.events.get(event.id), touches_of(workspace, event)
        kept = workspace.events.replace(event)
        gone = [each for each in stored if _is_off(workspace, each, was, kept)]
        workspace.touchpoints.remove_all(each.id for each in gone)
        here = [each for each in stored if each not in gone]
        workspace.touchpoints.replace_all(_in_line(each, was, kept) for each in here)
        named = [each for each in _met(kept).items() if each[0] not in _met(was)]
        people = known_as(workspace, (name for _, name in named), new)
        added = {each.id for each in people} - {each.person_id for each in here}
        workspace.touchpoints.add_all(_touch_of(kept, each) for each in sorted(added))
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


def _met(event: Event) -> dict[str, str]:
    """Return whom one met at an event that is done: their names, by how they are compared."""
    return {plain(name): name for name in event.met} if event.done_on else {}


def _is_off(workspace: Workspace, touch: Touchpoint, was: Event, now: Event) -> bool:
    """Return whether a contact goes: with the event, or as one who was not met there after all."""
    if not is_as_told(touch, _touch_of(was, touch.person_id)):
        return False
    person = workspace.people.find(touch.person_id)
    left = _met(was).keys() - _met(now).keys()
    return now.done_on is None or (person is not None and plain(person.name) in left)


def _in_line(touch: Touchpoint, was: Event, now: Event) -> Touchpoint:
    """Return what the log says of somebody, in line with an event that was done."""
    if now.done_on is None:
        return touch
    told, before = (_touch_of(each, touch.person_id) for each in (now, was))
    return brought_in_line(touch, told, before, LOGGED)


def _touch_of(event: Event, person_id: str) -> Touchpoint:
    """Return what the log says of somebody who was met at an event."""
    return Touchpoint(
        person_id=person_id,
        happened_on=day_of(event),
        channel=Channel.EVENT,
        note=event.name,
        event_id=event.id,
    )
