"""Look-backs: how a decision looks from where one stands 30, 90 or 180 days later."""

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from core.records import Happening, Score, Text, instant

LOOK_BACK_DAYS = (30, 90, 180)
"""After so many days a decision is worth another look (catalogue S0-35)."""

OVER_DAYS = 365
"""From this day on no look is offered any more; a person can always look of their own accord."""

NOT_NOW = timedelta(days=5)
"""After "not now" a look is not offered for so long."""


class LookBack(Happening):
    """One look back at the decision of a case, on a day.

    `after_days` is which of `LOOK_BACK_DAYS` it answers, 0 for one in between. `regret` runs from
    0 (none) to 10 (strong), `outcome` from -5 (turned out badly) to +5 (turned out well), and
    `effect` on the person's path from -2 (set it back) to +2 (moved it on).
    """

    called: ClassVar[str] = "look back"
    inner: ClassVar[frozenset[str]] = frozenset({"after_days"})

    case_id: str
    after_days: int = 0
    regret: Score | None = None
    outcome: Annotated[int, Field(ge=-5, le=5)] | None = None
    effect: Annotated[int, Field(ge=-2, le=2)] | None = None
    learned: Text = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        told = (self.regret, self.outcome, self.effect)
        return not self.learned and all(each is None for each in told)


class Moved(StrEnum):
    """How a number went from one look to the next."""

    LOWER = "lower"
    HIGHER = "higher"
    SAME = "same"


def mark_due(decided_on: date, looks: Iterable[LookBack], today: date) -> int | None:
    """Return which of `LOOK_BACK_DAYS` a decision waits for today; None for none.

    Each mark is open until the next one takes its place, the last until a year is over: so there
    is never more than one. Whoever looked back since its day has answered it. `looks` are those
    of this decision.
    """
    days = (today - decided_on).days
    passed = [mark for mark in LOOK_BACK_DAYS if mark <= days]
    if not passed or days >= OVER_DAYS:
        return None
    mark = passed[-1]
    since = decided_on + timedelta(days=mark)
    is_answered = any(each.after_days >= mark or each.happened_on >= since for each in looks)
    return None if is_answered else mark


def newest_first(looks: Iterable[LookBack]) -> tuple[LookBack, ...]:
    """Return looks back, the latest day first; of two on one day the one noted last."""
    return tuple(
        sorted(looks, key=lambda each: (each.happened_on, instant(each.created_at)), reverse=True)
    )


def told_last(looks: Iterable[LookBack], name: str) -> LookBack | None:
    """Return the latest look that answers a question: `regret`, `outcome`, `effect`, `learned`."""
    return next((e for e in newest_first(looks) if getattr(e, name) not in (None, "")), None)


def moved(before: int, now: int) -> Moved:
    """Return how a number went."""
    if before == now:
        return Moved.SAME
    return Moved.LOWER if now < before else Moved.HIGHER
