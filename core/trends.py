"""Trends: new tools and topics of the person's field, on a watch list (catalogue S0-17, S2-33)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Annotated, ClassVar

from pydantic import Field

from core.records import Line, Record

LOOK_AGAIN = timedelta(days=30)
"""After so many days a trend is worth another look (catalogue S2-33)."""

Degree = Annotated[int, Field(ge=0, le=3)]
"""How much: 0 not, 1 a little, 2 rather, 3 very much."""


class Trend(Record):
    """One thing that is new in the field: where it was read, and on which day.

    `fits` says how well it goes with the person's skills, `pull` how much it draws them.
    `looked_on` is when they last looked at it again.
    """

    called: ClassVar[str] = "trend"

    name: Line
    source: Line = ""
    seen_on: date | None = None
    skill: Line = ""
    fits: Degree | None = None
    pull: Degree | None = None
    looked_on: date | None = None


def worth(fits: int | None, pull: int | None) -> int | None:
    """Return fits x pull, 0 to 9 (catalogue S0-17); None while one of them is not told."""
    return None if fits is None or pull is None else fits * pull


def watch_list(trends: Iterable[Trend]) -> tuple[Trend, ...]:
    """Return the trends by fits x pull, those that are not rated last; ties as they came in."""
    return tuple(sorted(trends, key=_place))


def to_look_at(trends: Iterable[Trend], today: date) -> tuple[Trend, ...]:
    """Return the trends that nobody looked at for 30 days, in the order of the watch list.

    A look is the last one, else the day on which it was noted; a day to come counts as today.
    """
    kept = (each for each in trends if today - min(_last_look(each, today), today) >= LOOK_AGAIN)
    return watch_list(kept)


def _place(trend: Trend) -> int:
    rated = worth(trend.fits, trend.pull)
    return 1 if rated is None else -rated


def _last_look(trend: Trend, today: date) -> date:
    noted: datetime | None = trend.created_at
    return trend.looked_on or (noted.date() if noted else trend.seen_on or today)
