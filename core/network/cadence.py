"""The cadence: when somebody is due, counted from the last real contact.

Days are days of the calendar where the person is. Sources: evidence 13 (defaults of 30, 90 and 180
days, all to be changed), catalogue S3-16 and S3-59 (a recruiter or a manager: every 90 days), rule
R28 (two unanswered notes, then stop; sixty days to a recruiter, a manager or an interviewer who
did not answer).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.letters.follow_ups import MOST_UNANSWERED
from core.letters.timing import GAP_DAYS
from core.network.contacts import NONE_YET, Contacts, contacts_by_person
from core.people import Closeness, Person
from core.workspace import Workspace

GAPS: Mapping[Closeness, int] = {Closeness.CLOSE: 30, Closeness.WARM: 90, Closeness.WEAK: 180}
"""Days between two contacts, by closeness."""

SOON_DAYS = 14
"""How far ahead the due list looks."""


class Rests(StrEnum):
    """Why somebody has no day: the clock stands still."""

    PUT_AWAY = "put_away"
    STOPPED = "stopped"
    NOT_PLACED = "not_placed"
    UNANSWERED = "unanswered"


class Band(StrEnum):
    """How pressing it is, in words: nothing here is late."""

    LONG = "long"
    DUE = "due"
    SOON = "soon"


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody whose day is near or here. `since` is the day counted from, if any."""

    person: Person
    contacts: Contacts
    on: date
    band: Band
    since: date | None


def gap_days(person: Person) -> int | None:
    """Return the days between two contacts: their own number, else that of their closeness.

    A recruiter, a manager or an interviewer who is not placed counts as warm; else None.
    """
    if person.every_days is not None:
        return person.every_days
    if person.closeness is None:
        return GAPS[Closeness.WARM] if person.hires else None
    return GAPS[person.closeness]


def last_contact(person: Person, contacts: Contacts, today: date | None = None) -> date | None:
    """Return the day from which the clock counts: the last contact, or since when they are known.

    What is dated after `today` does not count before its day.
    """
    return _latest((contacts.last_on, person.last_before, person.known_since), today)


def in_touch_on(person: Person, contacts: Contacts, today: date | None = None) -> date | None:
    """Return the last real contact that is known, also from before there was a log.

    Since when somebody is known is none. What is dated after `today` does not count before its day.
    """
    return _latest((contacts.last_on, person.last_before), today)


def rests(person: Person, contacts: Contacts) -> Rests | None:
    """Return why somebody has no day; None where the clock runs.

    Somebody who hires and is not placed is not placed before there was a contact.
    """
    if person.archived_on is not None:
        return Rests.PUT_AWAY
    if person.stopped_on is not None:
        return Rests.STOPPED
    if contacts.unanswered >= MOST_UNANSWERED:
        return Rests.UNANSWERED
    if person.closeness is not None or person.every_days is not None:
        return None
    begun = person.hires and last_contact(person, contacts) is not None
    return None if begun else Rests.NOT_PLACED


def next_on(person: Person, contacts: Contacts, today: date) -> date | None:
    """Return the day on which somebody is due; None while they rest.

    It is today where no contact is known. A recruiter, a manager or an interviewer, also the
    contact of a case, who has not answered is left alone for sixty days from the last note.
    """
    gap = gap_days(person)
    if gap is None or rests(person, contacts):
        return None
    return _day_after(last_contact(person, contacts, today), gap, person, contacts, today)


def due(person: Person, contacts: Contacts, today: date) -> Due | None:
    """Return somebody as due, today or within two weeks; None where they rest or it is far off."""
    gap = gap_days(person)
    if gap is None or rests(person, contacts):
        return None
    since = last_contact(person, contacts, today)
    on = _day_after(since, gap, person, contacts, today)
    ahead = (on - today).days
    return None if ahead > SOON_DAYS else Due(person, contacts, on, _band(gap, ahead), since)


def due_people(workspace: Workspace, today: date) -> tuple[Due, ...]:
    """Return everybody who is due today or within two weeks, the earliest first."""
    return due_among(workspace.people.all(), workspace.view(contacts_by_person, today), today)


def due_among(
    people: Iterable[Person], contacts: Mapping[str, Contacts], today: date
) -> tuple[Due, ...]:
    """Return those of some people who are due today or within two weeks.

    The earliest come first; on one day those heard of at all, then by id.
    """
    found = (due(each, contacts.get(each.id, NONE_YET), today) for each in people)
    return tuple(sorted(filter(None, found), key=_earliest))


def _latest(days: Iterable[date | None], today: date | None) -> date | None:
    """Return the latest of some days, up to today; None where there is none."""
    latest = None
    for day in days:
        if day is None or (today is not None and day > today):
            continue
        if latest is None or day > latest:
            latest = day
    return latest


def _day_after(
    since: date | None, gap: int, person: Person, contacts: Contacts, today: date
) -> date:
    """Return the day on which somebody is due who was last in contact on a day, if any."""
    day = since + timedelta(days=gap) if since else today
    if contacts.silent_on and (person.hires or contacts.told_news):
        day = max(day, contacts.silent_on + timedelta(days=GAP_DAYS))
    if person.not_before is not None and person.not_before > day:
        day = person.not_before
    if person.snoozed_until is not None and person.snoozed_until > day:
        day = person.snoozed_until
    return day


def _earliest(found: Due) -> tuple[date, bool, str]:
    return found.on, found.since is None, found.person.id


def _band(gap: int, ahead: int) -> Band:
    """Return the band of so many days ahead: it is long once half the gap again has passed."""
    if ahead > 0:
        return Band.SOON
    return Band.LONG if -ahead > gap / 2 else Band.DUE
