"""Dated things of the network: people to write to, thanks, talks, events, companies to look at."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from core.interviews import leave_at, over_at
from core.network.cadence import next_on
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.dated_things import Dated, What
from core.network.small_task import thanks_owed
from core.network.sprint import sprint_now, still_planned, waiting_in_sprint
from core.network.suggested import A_WEEK, reached_this_week, week_of
from core.network.talk_dues import Dated as DueKind
from core.network.talk_dues import everything_dated
from core.network.talk_kit import day_of, timed
from core.network.talks import Talk, Watch
from core.network.this_week import for_this_week, planned_by_sunday
from core.workspace import Workspace

PEOPLE_WEEKS = 4
"""How many weeks ahead people stand in a calendar."""

READY = timedelta(minutes=10)
"""How long before a talk without a way to it the alarm rings."""

SUNDAY = 6
EVERY_OTHER_DAY = 2
DUES: Mapping[DueKind, What] = {DueKind.THANKS: What.TALK_THANKS, DueKind.LOOK: What.WATCH}


def network_dates(workspace: Workspace, now: datetime) -> Iterator[Dated]:
    """Yield what has a day in the network, in no order; `now` is in the person's time zone."""
    today = now.date()
    yield from _people(workspace, today)
    for owed in workspace.view(thanks_owed, today):
        if not owed.touchpoint.talk_id:
            on = owed.touchpoint.happened_on + timedelta(days=1)
            person = owed.person
            yield Dated(What.PERSON_THANKS, owed.touchpoint.id, on, person.name, home_id=person.id)
    for talk in workspace.talks.all():
        if found := _talk(workspace, talk, now):
            yield found
    for event in workspace.events.all():
        if event.on:
            place, link = event.place, event.link
            yield Dated(What.EVENT, event.id, event.on, event.name, more=link, place=place)
    for due in everything_dated(workspace, now):
        if due.what in DUES:
            on = max(due.on, today) if due.what is DueKind.LOOK else due.on
            name = due.record.employer if isinstance(due.record, Watch) else due.who
            yield Dated(DUES[due.what], due.record.id, on, name)


def _people(workspace: Workspace, today: date) -> Iterator[Dated]:
    """Yield whom to write to: as a sprint plans it, then who is suggested, then who is due later.

    Beside a sprint at most three a week, those reached this week included: three, then rest. Who
    could be written to beyond that stands in no calendar, nor does a note whose day has passed.
    """
    planned, monday = tuple(_planned(workspace, today)), week_of(today)
    taken = Counter(week_of(each.on) for each in planned)
    taken[monday] = planned_by_sunday(workspace, today)
    taken[monday] += len(workspace.view(reached_this_week, today))
    yield from planned
    fresh = [each.due.person for each in workspace.view(for_this_week, today)]
    for place, person in enumerate(fresh):
        on = _spread(today, taken[monday] + place, place)
        yield Dated(What.PERSON, person.id, on, person.name)
    taken[monday] += len(fresh)
    known = workspace.view(waiting_in_sprint, today)
    for on, person_id in sorted(_coming(workspace, today)):
        if person_id not in known and taken[week_of(on)] < A_WEEK:
            taken[week_of(on)] += 1
            yield Dated(What.PERSON, person_id, on, workspace.people.get(person_id).name)


def _planned(workspace: Workspace, today: date) -> Iterator[Dated]:
    """Yield the notes of a sprint that are still to be written, from today on."""
    sprint = workspace.view(sprint_now, today)
    for each in workspace.view(still_planned, today):
        if each.note.on < today:
            continue
        if each.person:
            yield Dated(What.PERSON, each.person.id, each.note.on, each.person.name)
        elif sprint:
            yield Dated(What.NOTE, sprint.run_id, each.note.on, each.note.name, part=each.note.key)


def _spread(today: date, place: int, left: int) -> date:
    """Return the day of one of this week's people: every other day from Monday on.

    What was not done by its day moves on, one a day for each that is `left` before it, until
    Sunday.
    """
    monday = week_of(today)
    planned = monday + timedelta(days=EVERY_OTHER_DAY * place)
    return min(max(planned, today + timedelta(days=left)), monday + timedelta(days=SUNDAY))


def _coming(workspace: Workspace, today: date) -> Iterator[tuple[date, str]]:
    contacts = workspace.view(contacts_by_person, today)
    last = today + timedelta(weeks=PEOPLE_WEEKS)
    for each in workspace.people.all():
        on = next_on(each, contacts.get(each.id, NONE_YET), today)
        if on and today < on <= last:
            yield on, each.id


def _talk(workspace: Workspace, talk: Talk, now: datetime) -> Dated | None:
    """Return an informational talk, held or to come; None while it has no moment."""
    person, on = workspace.people.find(talk.person_id), day_of(talk, now.tzinfo)
    if talk.at is None or on is None:
        return None
    clocks = timed(talk)
    return Dated(
        What.TALK,
        talk.id,
        on,
        person.name if person else talk.organisation,
        more=talk.goal,
        at=talk.at,
        ends=over_at(clocks),
        zone=talk.zone,
        place=talk.place,
        leave=leave_at(clocks) if talk.travel else talk.at - READY,
    )
