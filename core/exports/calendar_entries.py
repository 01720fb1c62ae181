"""What has a day as the entries of a calendar, worded with names or without."""

from collections.abc import Iterable
from datetime import datetime

from core.content.loader import calendar_words, fill
from core.content.slots import slots_in
from core.exports.calendar import Entry, Told, calendar_file
from core.network.dated import dated, wanted
from core.network.dated_things import Dated
from core.workspace import Workspace


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


def file_of(found: Iterable[Dated], made_at: datetime, *, names: bool) -> bytes:
    """Return what has a day as the bytes of an .ics file, made at a moment."""
    return calendar_file([entry_of(each, names=names) for each in found], made_at)


def calendar_of(workspace: Workspace, hour: datetime) -> bytes:
    """Return the whole calendar as the person wants it, as the bytes of an .ics file.

    `hour` is now in the time zone of the person, cut to the hour, so that a calendar that asks
    again and again is given the same bytes while nothing changes (`Workspace.view`).
    """
    me = workspace.me
    found = wanted(dated(workspace, hour), me.calendar_without)
    return file_of(found, workspace.now(), names=me.calendar_names)
