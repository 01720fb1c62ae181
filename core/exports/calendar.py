"""Things with a day as calendar entries (.ics, RFC 5545), for whatever calendar a person uses."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from core.applications import Interview
from core.interviews import leave_at, over_at
from core.me import time_zones

if TYPE_CHECKING:
    from icalendar import Calendar, Event

PRODUCT = "-//Ajar//Ajar//EN"
HOST = "ajar.invalid"
"""Stands in the id of an entry, which is to look like an address; it leads nowhere."""

YEAR = timedelta(days=366)
"""The rules of a time zone are given for a year before and after its entries."""

LOOK_AGAIN = timedelta(hours=1)
"""How often a calendar that subscribes need look again."""

DAY = timedelta(days=1)
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""From here the seconds are counted that number the versions of an entry."""

_LINE_ENDS = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff]")


class NoMomentError(ValueError):
    """A talk without a moment cannot stand in a calendar."""


@dataclass(frozen=True)
class Told:
    """What a calendar entry says: its title, a longer text, and what the alarm says."""

    title: str
    text: str = ""
    alarm: str = ""


@dataclass(frozen=True)
class Entry:
    """One entry: `key` names it from one file to the next, `on` is its day.

    With `at` it begins at a moment and lasts until `ends`, on the clocks of `zone`; without, it
    takes the whole day and no time of it. Its alarm rings at `alarm_at`; there is none else.
    It was `changed` last at a moment; without one, whenever its file is made.
    """

    key: str
    told: Told
    on: date
    at: datetime | None = None
    ends: datetime | None = None
    zone: str = ""
    place: str = ""
    alarm_at: datetime | None = None
    changed: datetime | None = None


def calendar_file(entries: Sequence[Entry], made_at: datetime) -> bytes:
    """Return entries as the bytes of an .ics file; the same entries give the same bytes.

    `made_at` is the moment it is made. Opened again later, each entry takes the place of the one
    before: it keeps its id, and its number counts the seconds up to when it `changed`, else up to
    that moment, so that a newer file always wins (by its stamp where the number is the same, RFC
    5546 2.1.5). Times are those of the place, with the rules of their time zone in the file.
    """
    from icalendar import Calendar, vDuration  # noqa: PLC0415 - takes a third of a second

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Ajar")
    calendar.add("refresh-interval", vDuration(LOOK_AGAIN), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(LOOK_AGAIN))
    for each in entries:
        calendar.add_component(_event(each, made_at))
    _add_zones(calendar, entries)
    return bytes(calendar.to_ical())


def talk_file(interview: Interview, told: Told, made_at: datetime) -> bytes:
    """Return a talk with an employer as the bytes of an .ics file of its own.

    The alarm rings when it is time to set out. Raises NoMomentError where the talk has no moment
    yet.
    """
    if interview.at is None:
        raise NoMomentError
    entry = Entry(
        interview.id,
        told,
        interview.at.date(),
        interview.at,
        over_at(interview),
        interview.zone,
        interview.place,
        leave_at(interview),
    )
    return calendar_file([entry], made_at)


def _event(entry: Entry, made_at: datetime) -> "Event":
    from icalendar import Event  # noqa: PLC0415

    event = Event()
    event.add("uid", f"{entry.key}@{HOST}")
    event.add("sequence", _number(entry.changed or made_at))
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("summary", _line(entry.told.title))
    event.add("class", "PRIVATE")
    if entry.at is None:
        event.add("dtstart", entry.on)
        event.add("dtend", entry.on + DAY)
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", _as_written(entry.at, entry.zone))
        event.add("dtend", _as_written(entry.ends or entry.at, entry.zone))
    if entry.place:
        event.add("location", _line(entry.place))
    if entry.told.text:
        event.add("description", _lines(entry.told.text))
    if entry.at and entry.alarm_at:
        _add_alarm(event, entry.told.alarm or entry.told.title, entry.alarm_at, entry.at)
    return event


def _number(moment: datetime) -> int:
    return max(0, int((moment - EPOCH).total_seconds()))


def _add_alarm(event: "Event", says: str, rings: datetime, begins: datetime) -> None:
    from icalendar import Alarm  # noqa: PLC0415

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _line(says))
    alarm.add("trigger", rings.astimezone(UTC) - begins.astimezone(UTC))
    event.add_component(alarm)


def _add_zones(calendar: "Calendar", entries: Iterable[Entry]) -> None:
    days = [each.at.date() for each in entries if each.at]
    if days:
        first, last = min(days) - YEAR, max(days) + YEAR
        calendar.add_missing_timezones(first_date=first, last_date=last)


def _as_written(moment: datetime, zone: str) -> datetime:
    """Return a moment with the name of its time zone.

    In UTC where the zone is not known, and where its clocks show the time for the second time:
    the format can only name the first.
    """
    told = moment.astimezone(ZoneInfo(zone) if zone in time_zones() else UTC)
    return told.astimezone(UTC) if told.fold else told


def _lines(text: str) -> str:
    """Return a text without what no calendar may hold: other line ends, control characters."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def _line(text: str) -> str:
    """Return a text as one line."""
    return " ".join(_lines(text).split("\n"))
