"""A talk as a calendar entry (.ics, RFC 5545), to be opened in whatever calendar a person has."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from core.applications import Interview
from core.interviews import leave_at, over_at, there
from core.me import time_zones

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Ajar//Ajar//EN"
HOST = "ajar.invalid"
"""Stands in the id of an entry, which is to look like an address; it leads nowhere."""

YEAR = timedelta(days=366)
"""The rules of a time zone are given for a year before and after the talk."""


class NoMomentError(ValueError):
    """A talk without a moment cannot stand in a calendar."""


@dataclass(frozen=True)
class Told:
    """What a calendar entry says: its title, a longer text, and what the alarm says."""

    title: str
    text: str
    alarm: str


def talk_file(interview: Interview, told: Told) -> bytes:
    """Return a talk as the bytes of an .ics file; the same talk gives the same bytes.

    Saved again and opened again, it takes the place of the entry before. Its times are those of
    the place, with the rules of its time zone in the file. The alarm rings when it is time to set
    out. Raises NoMomentError where the talk has no moment yet.
    """
    from icalendar import Calendar  # noqa: PLC0415 - takes a third of a second

    if interview.at is None:
        raise NoMomentError
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(_event(interview, interview.at, told))
    day = interview.at.date()
    calendar.add_missing_timezones(first_date=day - YEAR, last_date=day + YEAR)
    return bytes(calendar.to_ical())


def _event(interview: Interview, at: datetime, told: Told) -> "Event":
    from icalendar import Alarm, Event  # noqa: PLC0415

    event = Event()
    event.add("uid", f"{interview.id}@{HOST}")
    event.add("sequence", interview.rev)
    event.add("dtstamp", (interview.updated_at or at).astimezone(UTC))
    event.add("dtstart", _as_written(there(interview), interview.zone))
    event.add("dtend", _as_written(over_at(interview), interview.zone))
    event.add("summary", told.title)
    if interview.place:
        event.add("location", interview.place)
    if told.text:
        event.add("description", told.text)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", told.alarm)
    alarm.add("trigger", (leave_at(interview) or at).astimezone(UTC) - at.astimezone(UTC))
    event.add_component(alarm)
    return event


def _as_written(moment: datetime | None, zone: str) -> datetime | None:
    """Return a moment with the name of its time zone.

    In UTC where the zone is not known, and where its clocks show the time for the second time:
    the format can only name the first.
    """
    if moment is None:
        return None
    told = moment.astimezone(ZoneInfo(zone) if zone in time_zones() else UTC)
    return told.astimezone(UTC) if told.fold else told
