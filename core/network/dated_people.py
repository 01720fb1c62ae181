"""Dated things of the network: people to write to, thanks, talks, events, companies to look at."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from core.dues import THANKS_DAYS
from core.network.cadence import next_on
from core.network.contacts import NONE_YET, contacts_by_person
from core.network.dated_things import Dated, What
from core.network.suggested import A_WEEK, reached_out_to, suggested_now, week_of
from core.network.talks import Talk, Watch
from core.workspace import Workspace

PEOPLE_WEEKS = 4
"""How many weeks ahead people stand in a calendar."""

TALK_BUFFER = timedelta(minutes=10)
"""How long before an informational talk its alarm rings."""


def network_dates(workspace: Workspace, now: datetime) -> Iterator[Dated]:
    """Yield what has a day in the network, in no order; `now` is in the person's time zone."""
    today = now.date()
    yield from _people(workspace, today)
    yield from _thanks(workspace, today)
    yield from _talks(workspace, now)
    yield from _events(workspace)
    yield from _watches(workspace, today)


def _people(workspace: Workspace, today: date) -> Iterator[Dated]:
    """Yield at most three people a week: who is suggested now, then who is due by their day.

    Who could be written to and is not suggested stands in no calendar: three a week, then rest.
    """
    chosen = [each.due.person for each in suggested_now(workspace, today)]
    yield from (Dated(What.PERSON, each.id, today, each.name) for each in chosen)
    reached = reached_out_to(workspace.touchpoints.all(), workspace.letters.all(), today)
    taken = Counter({week_of(today): len(chosen) + len(reached)})
    for on, person in sorted(_coming(workspace, today)):
        if taken[week_of(on)] < A_WEEK:
            taken[week_of(on)] += 1
            found = workspace.people.get(person)
            yield Dated(What.PERSON, person, on, found.name)


def _coming(workspace: Workspace, today: date) -> Iterator[tuple[date, str]]:
    contacts = workspace.view(contacts_by_person, today)
    last = today + timedelta(weeks=PEOPLE_WEEKS)
    for each in workspace.people.all():
        on = next_on(each, contacts.get(each.id, NONE_YET), today)
        if on and today < on <= last:
            yield on, each.id


def _thanks(workspace: Workspace, today: date) -> Iterator[Dated]:
    """Yield thanks that are owed, for the day after (catalogue S2-16), a week long."""
    for each in workspace.touchpoints.all():
        if not each.owes_thanks or each.thanked_on or _days(each.happened_on, today) > THANKS_DAYS:
            continue
        on = each.happened_on + timedelta(days=1)
        yield Dated(What.PERSON_THANKS, each.id, on, _name(workspace, each.person_id))


def _talks(workspace: Workspace, now: datetime) -> Iterator[Dated]:
    for each in workspace.talks.all():
        name = _name(workspace, each.person_id) or each.organisation
        if each.at:
            yield _talk(each, each.at, name, now)
        held = each.held_on
        if held and not each.thanked_on and _days(held, now.date()) <= THANKS_DAYS:
            yield Dated(What.TALK_THANKS, each.id, held + timedelta(days=1), name)


def _talk(talk: Talk, at: datetime, name: str, now: datetime) -> Dated:
    return Dated(
        What.TALK,
        talk.id,
        at.astimezone(now.tzinfo).date(),
        name,
        talk.topic,
        talk.goal,
        at=at,
        ends=at + timedelta(minutes=talk.minutes),
        zone=talk.zone,
        place=talk.place,
        leave=at - TALK_BUFFER,
    )


def _events(workspace: Workspace) -> Iterator[Dated]:
    for each in workspace.events.all():
        if each.on:
            yield Dated(What.EVENT, each.id, each.on, each.name, more=each.link, place=each.place)


def _watches(workspace: Workspace, today: date) -> Iterator[Dated]:
    for each in workspace.watches.all():
        if each.stopped_on is None:
            yield Dated(What.WATCH, each.id, _next_look(each, today), each.employer)


def _next_look(watch: Watch, today: date) -> date:
    """Return the day of the next look: so many days after the last, today where it has passed."""
    last = max((each.on for each in watch.looks), default=watch.began_on)
    return max(last + timedelta(days=watch.every_days), today) if last else today


def _name(workspace: Workspace, person_id: str) -> str:
    person = workspace.people.find(person_id) if person_id else None
    return person.name if person else ""


def _days(day: date, today: date) -> int:
    return (today - day).days
