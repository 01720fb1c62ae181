"""A plan over weeks: which action comes when, when it all ends, and whether there is room for it.

Four fifths of the free hours go into a plan at most, the rest is for what comes between. So a
plan that fits into its weeks at that pace is one that asks for no more than four fifths.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from core.skills import exactly

ROOM = Fraction(4, 5)
"""So much of the free hours a plan may take (worksheet W6)."""

USUAL_WEEKS = 6
"""A plan is for so many weeks unless the person says otherwise."""

LONGEST = 520
"""Weeks, ten years: what takes longer has no day on which it ends."""

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Piece:
    """An action with the hours that it takes."""

    key: str
    hours: Fraction

    @classmethod
    def of(cls, key: str, hours: float) -> "Piece":
        """Return the piece for hours as they were typed."""
        return cls(key, exactly(hours))


@dataclass(frozen=True)
class Placed:
    """A piece with the weeks in which it begins and ends, counted from 1."""

    piece: Piece
    begins: int
    ends: int


@dataclass(frozen=True)
class WeekPlan:
    """The pieces in their weeks. `per_week` are the hours that a week gives to the plan."""

    placed: tuple[Placed, ...]
    per_week: Fraction
    weeks: int
    """In which week the last of it ends, 0 without any hours."""

    ends_on: date | None
    """The last day of that week; None without any hours, and beyond ten years."""

    @property
    def hours(self) -> Fraction:
        """All hours of the plan."""
        return sum((each.piece.hours for each in self.placed), Fraction(0))

    def is_over_full(self, weeks: int) -> bool:
        """Return whether it asks for more than four fifths of the free hours of these weeks."""
        return self.hours > self.per_week * weeks

    def that_fit(self, weeks: int) -> tuple[Piece, ...]:
        """Return the pieces that these weeks have room for, the first of them first."""
        left = self.per_week * weeks
        fitting = []
        for each in self.placed:
            if each.piece.hours <= left:
                fitting.append(each.piece)
                left -= each.piece.hours
        return tuple(fitting)


def week_plan(pieces: Iterable[Piece], free_hours: float | None, begins: date) -> WeekPlan | None:
    """Lay the pieces one after the other over weeks, from the week that begins on this day.

    None where nobody knows the free hours of a week, or there are none.
    """
    if not free_hours:
        return None
    per_week = exactly(free_hours) * ROOM
    placed: list[Placed] = []
    before = Fraction(0)
    for each in pieces:
        after = before + each.hours
        last = max(1, ceil(after / per_week))
        placed.append(Placed(each, min(floor(before / per_week) + 1, last), last))
        before = after
    weeks = ceil(before / per_week)
    return WeekPlan(tuple(placed), per_week, weeks, last_day(begins, weeks))


def first_day(begins: date, week: int) -> date | None:
    """Return the first day of a week of the plan; None beyond ten years."""
    return begins + WEEK * (week - 1) if 0 < week <= LONGEST else None


def last_day(begins: date, week: int) -> date | None:
    """Return the last day of a week of the plan; None for no week, and beyond ten years."""
    first = first_day(begins, week)
    return first + timedelta(days=6) if first else None
