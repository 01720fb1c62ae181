"""What has a day as the entries of a calendar, worded with names or without."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, time

from core.applications import Interview
from core.content.loader import calendar_words, fill
from core.content.slots import slots_in
from core.exports.calendar import Entry, Told, calendar_file
from core.network.dated import dated, wanted
from core.network.dated_things import Dated, What
from core.records import Record
from core.workspace import Workspace

MOVING = frozenset({What.PERSON, What.WATCH})
"""What moves on by itself, from one day to the next, for as long as it is not done."""

LINKS = ("person_id", "application_id", "case_id")
"""The fields by which a record names others, whose names stand in its title."""


def title_of(each: Dated, *, names: bool) -> str:
    """Return the title of an entry; without names it tells nobody anything."""
    title = calendar_words().titles[each.what]
    facts = {"name": each.name, "thing": each.thing}
    if names and all(facts[slot] for slot in slots_in(title.named)):
        return fill(title.named, **facts)
    return title.plain


def entry_of(each: Dated, *, names: bool) -> Entry:
    """Return what has a day as an entry; without names its place and its text stay at home."""
    title = title_of(each, names=names)
    told = Told(title, each.more if names else "", title)
    place = each.place if names else ""
    return Entry(each.key, told, each.on, each.at, each.ends, each.zone, place, each.leave)


def as_wanted(talk: Interview, told: Told, *, names: bool) -> tuple[Interview, Told]:
    """Return a talk and what a file of its own says of it; without names as `entry_of` does."""
    if names:
        return talk, told
    plain = calendar_words().titles[What.INTERVIEW].plain
    return talk.model_copy(update={"place": ""}), Told(plain, "", plain)


def file_of(found: Iterable[Dated], made_at: datetime, *, names: bool) -> bytes:
    """Return what has a day as the bytes of an .ics file, made at a moment."""
    return calendar_file([entry_of(each, names=names) for each in found], made_at)


def calendar_of(workspace: Workspace, hour: datetime) -> bytes:
    """Return the whole calendar as the person wants it, as the bytes of an .ics file.

    `hour` is now in the time zone of the person, cut to the hour, so that a calendar that asks
    again and again is given the same bytes while nothing changes (`Workspace.view`). Entries are
    numbered by when they changed: a calendar takes one with a new number for a changed one.
    """
    me = workspace.me
    found = wanted(dated(workspace, hour), me.calendar_without)
    entries = (
        replace(entry_of(each, names=me.calendar_names), changed=_changed(workspace, each, hour))
        for each in found
    )
    return calendar_file(tuple(entries), workspace.now())


def _changed(workspace: Workspace, each: Dated, hour: datetime) -> datetime | None:
    """Return when an entry changed last, by its records, and by the day where that moves it."""
    about = _records(workspace, {each.record_id})
    linked = {getattr(record, link, "") for record in about for link in LINKS}
    told = (*about, *_records(workspace, {each.home_id, *linked}), workspace.me)
    moments = [record.updated_at for record in told if record.updated_at]
    if each.what in MOVING and each.on >= hour.date():
        moments.append(datetime.combine(hour.date(), time.min, hour.tzinfo))
    return max(moments, default=None)


def _records(workspace: Workspace, ids: set[str]) -> tuple[Record, ...]:
    found = (home.find(each) for home in workspace.collections for each in ids if each)
    return tuple(filter(None, found))
