"""Dated: everything that has a day, from all records, for a calendar that the person uses.

Feelings, looks back and anything of a hard day are not among it: a calendar does not know how a
day is, and may lie open on somebody's desk.
"""

from collections.abc import Collection
from datetime import datetime, time, timedelta

from core.network.dated_people import network_dates
from core.network.dated_search import search_dates
from core.network.dated_things import Dated
from core.workspace import Workspace

PAST_DAYS = 30
"""For how many days what is over, or was not done, stays on its day."""

AHEAD_DAYS = 400
"""How far ahead a calendar goes."""


def dated(workspace: Workspace, now: datetime) -> tuple[Dated, ...]:
    """Return everything that has a day: by day, first what has no moment, then by the clock.

    `now` is in the time zone of the person: its day is today.
    """
    first, last = now.date() - timedelta(days=PAST_DAYS), now.date() + timedelta(days=AHEAD_DAYS)
    found = (*network_dates(workspace, now), *search_dates(workspace, now))
    near = (each for each in found if first <= each.on <= last)
    return tuple(sorted(near, key=lambda each: _place(each, now)))


def wanted(found: Collection[Dated], without: Collection[str]) -> tuple[Dated, ...]:
    """Return what is wanted in a calendar: all but the sorts that the person leaves out."""
    return tuple(each for each in found if each.sort not in without)


def to_come(found: Collection[Dated], now: datetime) -> tuple[Dated, ...]:
    """Return what is of today or a later day, in the same order."""
    return tuple(each for each in found if each.on >= now.date())


def _place(each: Dated, now: datetime) -> tuple[object, ...]:
    at = each.at.astimezone(now.tzinfo).time() if each.at else time.min
    return each.on, each.at is not None, at
