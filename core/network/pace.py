"""The pace of two weeks: a day for each of five notes, and who writes what on which.

Source: worksheet W8: fourteen days, a quarter of an hour each. Days that are left open are spread
over the working days, every other one, so that no week is full.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import islice

DAYS = 14
"""How many days a sprint has."""

LATEST = date.max - timedelta(days=60)
"""The latest day on which two weeks can begin: days after it do not end."""

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def last_day(begins: date) -> date:
    """Return the last of the fourteen days."""
    return begins + timedelta(days=DAYS - 1)


def spread(begins: date, keys: Sequence[str], given: Mapping[str, date | None]) -> dict[str, date]:
    """Return a day for each key: the one that is given, else every other working day.

    An open one goes by its place among all, so that a day that is given moves no other; only where
    its day is taken it finds the next working day. A day that is given stands, wherever it is.
    """
    days = {key: day for key in keys if (day := given.get(key))}
    for key, wanted in zip(keys, islice(_working_days(begins), 0, None, 2), strict=False):
        if key not in days:
            taken = set(days.values())
            days[key] = next(day for day in _working_days(wanted) if day not in taken)
    return {key: days[key] for key in keys}


def _working_days(begins: date) -> Iterator[date]:
    day = begins
    while True:
        if day.weekday() < _SATURDAY:
            yield day
        day += _ONE_DAY
