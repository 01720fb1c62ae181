"""Me: the few facts about the person that letters, lines and plans may use."""

from functools import cache
from typing import Annotated, ClassVar
from zoneinfo import available_timezones

from pydantic import Field

from core.records import Line, Record

ME = "me"
"""The fixed id of the one record of this kind."""

CURRENCIES = (
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "INR", "JPY",
    "KRW", "MXN", "NOK", "NZD", "PLN", "SEK", "SGD", "USD", "ZAR",
)  # fmt: skip
"""ISO 4217 codes that the list of choices offers."""

PAPERS = ("a4", "letter")


class Me(Record):
    """Everything here is optional. `country` is an ISO 3166 code, `time_zone` an IANA name.

    `north_star` says in one line what the search is for (catalogue S1-32). With `one_small_task`
    the page on people shows one small thing at a time (needs 13).

    What goes into a calendar: all but the sorts named in `calendar_without`
    (`core.network.dated_things`), with names or without.
    """

    called: ClassVar[str] = "page about you"
    inner: ClassVar[frozenset[str]] = frozenset(
        {"one_small_task", "calendar_without", "calendar_names"}
    )

    id: str = ME
    name: Line = ""
    contact: Line = ""
    country: str = ""
    currency: str = ""
    paper: str = ""
    time_zone: str = ""
    north_star: Line = ""
    free_hours: Annotated[float, Field(ge=0, le=168)] | None = None
    one_small_task: bool = False
    calendar_without: tuple[str, ...] = ()
    calendar_names: bool = True


@cache
def time_zones() -> tuple[str, ...]:
    """Return the names of all time zones that are places, in the order of the alphabet."""
    return tuple(sorted(each for each in available_timezones() if "/" in each[:-1]))
