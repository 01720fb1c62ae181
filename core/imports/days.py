"""Days as people write them: in which order they stand is decided over a whole column."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from core.content.imports import as_compared

FIRST_YEAR, LAST_YEAR = 1990, 2099
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_PLAIN = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_NUMBERS = re.compile(r"(\d{1,2})\s?([-/. ])\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|\d{2})(?!\d)")
_SERIAL = re.compile(r"([3-7]\d{4})(?:[.,]\d+)?$")
_SERIAL_BEGINS = date(1899, 12, 30)
_WEEKDAY, _YEAR = r"(?:[^\W\d_]+[ ,.]+)?", r"(\d{4}|\d{2})(?!\d)"
_DAY_MONTH = re.compile(_WEEKDAY + r"(\d{1,2})[a-z]{0,2}\W+(?:of\s)?([^\W\d_]+)\W+" + _YEAR)
_MONTH_DAY = re.compile(_WEEKDAY + r"([^\W\d_]+)\W+(\d{1,2})[a-z]{0,2}\W+" + _YEAR)
_SHORT_YEAR = 100


class Order(StrEnum):
    """Which of two numbers comes first in a day: 3/4 is the third of April, or March the fourth."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


def read_day(text: str, order: Order, months: Mapping[str, int]) -> date | None:
    """Return the day that a text begins with; None where there is none between 1990 and 2099.

    It may be 2026-03-12, 20260312, 12.3.26, 3/12/2026, 12 March 2026, March 12th, 2026, or the
    number by which spreadsheet programs count days; a time of day after it is passed over.
    """
    text = text.strip()
    if found := _ISO.match(text) or _PLAIN.match(text):
        return _day(*map(int, found.groups()))
    if found := _NUMBERS.match(text):
        one, between, other, year = found.groups()
        day_first = between == "." or order is Order.DAY_FIRST
        day, month = (one, other) if day_first else (other, one)
        return _day(_full(year), int(month), int(day))
    if found := _SERIAL.match(text):
        return _in_range(_SERIAL_BEGINS + timedelta(days=int(found[1])))
    return _named(text, months)


def orders_of(texts: Iterable[str], months: Mapping[str, int], today: date) -> tuple[Order, ...]:
    """Return the orders in which the days of a column can be meant, the likelier first.

    The order counts that reads more of them, then the one with fewer days to come. Both are
    returned only where the column cannot tell and it matters; day first leads then. They are
    also where some days can be meant in one order only and some only in the other.
    """
    told = [text for text in texts if text]
    days = {order: [read_day(text, order, months) for text in told] for order in Order}
    if days[Order.DAY_FIRST] == days[Order.MONTH_FIRST]:
        return (Order.DAY_FIRST,)
    scores = {order: _likelihood(each, today) for order, each in days.items()}
    if _are_mixed(days[Order.DAY_FIRST], days[Order.MONTH_FIRST]):
        return tuple(sorted(Order, key=lambda order: scores[order], reverse=True))
    best = max(scores.values())
    return tuple(order for order in Order if scores[order] == best)


def _are_mixed(one: list[date | None], other: list[date | None]) -> bool:
    pairs = list(zip(one, other, strict=True))
    return any(day and not else_ for day, else_ in pairs) and any(
        else_ and not day for day, else_ in pairs
    )


def _likelihood(days: list[date | None], today: date) -> tuple[int, int]:
    return sum(day is not None for day in days), sum(day is None or day <= today for day in days)


def _named(text: str, months: Mapping[str, int]) -> date | None:
    if found := _DAY_MONTH.match(text):
        day, month, year = found.groups()
    elif found := _MONTH_DAY.match(text):
        month, day, year = found.groups()
    else:
        return None
    number = months.get(as_compared(month))
    return _day(_full(year), number, int(day)) if number else None


def _full(year: str) -> int:
    number = int(year)
    return number if number >= _SHORT_YEAR else 2000 + number


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return _in_range(date(year, month, day))
    except ValueError:
        return None


def _in_range(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
