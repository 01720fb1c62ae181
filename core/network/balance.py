"""The balance of giving and asking: two numbers from the last ninety days, and no verdict.

Sources: catalogue S2-34 (become known for what you know: one small give a week, as an option),
S3-49 (real interest; offer value; the balance is information only).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.names import plain
from core.network.asks import asks_made
from core.network.suggested import week_of
from core.network.touchpoints import Give, GiveKind, Touchpoint
from core.people import Person
from core.workspace import Workspace

BALANCE_DAYS = 90
"""How many days the balance looks back on, today included."""

WEEK = 7


@dataclass(frozen=True)
class Given:
    """One thing that was given on one day: noted by itself, or in a contact."""

    on: date
    what: str
    person_id: str = ""
    kind: GiveKind | None = None
    give: Give | None = None


@dataclass(frozen=True)
class Balance:
    """How often something was given, and asked, in the last ninety days."""

    gives: int
    asks: int


def given(gives: Iterable[Give], touchpoints: Iterable[Touchpoint]) -> tuple[Given, ...]:
    """Return everything that was given, the latest first.

    What was noted in a contact and by itself, in the same words on the same day, counts once.
    """
    noted = [Given(e.happened_on, e.what, e.person_id, e.kind, e) for e in gives]
    known = {_same(each) for each in noted}
    beside = [Given(e.happened_on, e.gave, e.person_id) for e in touchpoints if e.gave]
    new = (each for each in beside if _same(each) not in known)
    return tuple(sorted([*noted, *new], key=lambda each: each.on, reverse=True))


def _same(given: Given) -> tuple[date, str, str]:
    return given.on, given.person_id, plain(given.what)


def all_given(workspace: Workspace) -> tuple[Given, ...]:
    """Return everything that was given, the latest first, for `workspace.view`."""
    return given(workspace.gives.all(), workspace.touchpoints.all())


def balance(gave: Iterable[date], asked: Iterable[date], today: date) -> Balance:
    """Return how many of these days of giving and asking lie in the last ninety days."""
    return Balance(
        gives=sum(is_recent(each, today) for each in gave),
        asks=sum(is_recent(each, today) for each in asked),
    )


def balance_now(workspace: Workspace, today: date) -> Balance:
    """Return the balance of the last ninety days, for `workspace.view`."""
    gave = (each.on for each in workspace.view(all_given))
    asked = (each.on for each in workspace.view(asks_made))
    return balance(gave, asked, today)


def is_recent(day: date, today: date) -> bool:
    """Return whether a day is among the last ninety, today included; no day to come is."""
    return 0 <= (today - day).days < BALANCE_DAYS


def gave_this_week(every: Iterable[Given], today: date) -> bool:
    """Return whether something was given since Monday."""
    return any(week_of(today) <= each.on <= today for each in every)


def idea_of_the_week(ideas: Sequence[str], today: date, turn: int = 0) -> str:
    """Return one idea for a small give: another one each Monday, and with each `turn`.

    Raises IndexError where there are none.
    """
    return ideas[(week_of(today).toordinal() // WEEK + turn) % len(ideas)]


def could_give(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return those to whom the person noted what they could give, unless they are put away."""
    return tuple(each for each in people if each.could_give and each.archived_on is None)
