"""Openings: work that somebody told the person about (catalogue S1-13)."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from core.records import Line, Record, instant


class Opening(Record):
    """One opening: what and where, who told of it, by when, and what to do about it next."""

    called: ClassVar[str] = "opening"

    role: Line
    employer: Line = ""
    heard_from: Line = ""
    deadline: date | None = None
    next_move: Line = ""


def soonest_first(openings: Iterable[Opening], today: date) -> tuple[Opening, ...]:
    """Return the openings: those with a day to come, the soonest first; then those without a
    day, the one noted last first; then those whose day is over, the latest first.
    """
    newest = sorted(openings, key=lambda each: -instant(each.created_at))
    dated = [each for each in newest if each.deadline]
    ahead = [each for each in dated if not is_over(each, today)]
    over = [each for each in dated if is_over(each, today)]
    return (
        *sorted(ahead, key=lambda each: each.deadline or today),
        *(each for each in newest if each.deadline is None),
        *sorted(over, key=lambda each: each.deadline or today, reverse=True),
    )


def is_over(opening: Opening, today: date) -> bool:
    """Return whether the last day to act was before today."""
    return opening.deadline is not None and opening.deadline < today
