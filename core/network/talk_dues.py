"""What of talks, events and companies has a day: for Today, and for a calendar.

Sources: catalogue S1-27 (thanks after a talk), S1-23 (events), S3-62 (a look every 30 days);
evidence 21 (thanks within a day).
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.interviews import leave_at
from core.letters.letter import Letter
from core.network import events, watches
from core.network.events import EventState
from core.network.talk_kit import State, day_of, state_of, thanked_on, thanks_by, timed
from core.network.talks import Event, Talk, Watch
from core.records import instant
from core.workspace import Workspace

RECALLED_DAYS = 7
"""Days after a talk or an event for which Today asks how it went, and recalls thanks."""


class Dated(StrEnum):
    """What has a day: a talk to come or just over, thanks for one, an event, a look."""

    TALK = "talk"
    TALK_OVER = "talk_over"
    THANKS = "thanks"
    EVENT = "event"
    EVENT_OVER = "event_over"
    LOOK = "look"


@dataclass(frozen=True)
class NetworkDue:
    """One thing with a day. `record` is the talk, the event or the company that it is about.

    For a talk, `who` is the name of the person it is with, `at` its moment, and `leave` when to set
    out where there is a way to go.
    """

    what: Dated
    on: date
    record: Talk | Event | Watch
    who: str = ""
    at: datetime | None = None
    leave: datetime | None = None

    @property
    def id(self) -> str:
        """What tells it from every other thing with a day, the same each time."""
        return f"{self.record.id}.{self.what}"

    def is_fixed_on(self, today: date) -> bool:
        """Return whether it is a talk or an event of today, which cannot be put off."""
        return self.on == today and self.what in {Dated.TALK, Dated.EVENT}


def network_dues(workspace: Workspace, now: datetime) -> tuple[NetworkDue, ...]:
    """Return what is due by tomorrow: talks and events of today first, then the rest by its day.

    `now` is in the time zone of the person: its day is today. A company is looked at on its day, no
    earlier; that waits at the end of the list until it is done, as nothing of it is late.
    """
    today = now.date()
    near = [each for each in everything_dated(workspace, now) if _is_near(each, today)]
    return tuple(sorted(near, key=lambda each: (*_rank(each, today), each.on)))


def everything_dated(workspace: Workspace, now: datetime) -> tuple[NetworkDue, ...]:
    """Return all that has a day, the earliest first, whenever that is.

    On one day what has a time comes first, and the rest in the order in which it came in.
    """
    found = [*_talks(workspace, now)]
    for event in workspace.events.all():
        found += _of_event(event, now.date())
    for watch in workspace.watches.all():
        if day := watches.next_look(watch, now.date()):
            found.append(NetworkDue(Dated.LOOK, day, watch))
    return tuple(sorted(found, key=lambda each: (each.on, each.at is None, instant(each.at))))


def _rank(due: NetworkDue, today: date) -> tuple[bool, bool]:
    return not due.is_fixed_on(today), due.what is Dated.LOOK


def _is_near(due: NetworkDue, today: date) -> bool:
    return due.on <= today + timedelta(days=0 if due.what is Dated.LOOK else 1)


def _talks(workspace: Workspace, now: datetime) -> Iterator[NetworkDue]:
    letters = workspace.letters.all()
    for talk in workspace.talks.all():
        state, day = state_of(talk, now), day_of(talk, now.tzinfo)
        person = workspace.people.find(talk.person_id)
        who = person.name if person else talk.organisation
        if state is State.AHEAD and day:
            leave = leave_at(timed(talk)) if talk.travel else None
            yield NetworkDue(Dated.TALK, day, talk, who, talk.at, leave)
        elif state is State.OVER and day and _is_recent(day, now):
            yield NetworkDue(Dated.TALK_OVER, day, talk, who)
        elif talk.held_on and _is_recent(talk.held_on, now) and _is_owed(talk, letters):
            yield NetworkDue(Dated.THANKS, thanks_by(talk, talk.held_on, now.tzinfo), talk, who)


def _is_owed(talk: Talk, letters: Collection[Letter]) -> bool:
    return not talk.thanks_left and thanked_on(talk, letters) is None


def _of_event(event: Event, today: date) -> Iterator[NetworkDue]:
    state = events.state_of(event, today)
    if event.on and state is EventState.AHEAD:
        yield NetworkDue(Dated.EVENT, event.on, event)
    elif event.on and state is EventState.OVER and (today - event.on).days <= RECALLED_DAYS:
        yield NetworkDue(Dated.EVENT_OVER, event.on, event)


def _is_recent(day: date, now: datetime) -> bool:
    return (now.date() - day).days <= RECALLED_DAYS
