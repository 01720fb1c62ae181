"""The wish: should you ask? Six checks, a gate for hard days, and how long a weighing lasts."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from core.cases import Case
from core.check_ins import CheckIn
from core.decisions.factors import Check, Worth
from core.feelings import strain

WORTH_FROM, THINK_FROM = 9, 6
"""Of 12 points."""

MOST = 2
HEAVY = 8
"""From this strain on it is better to sleep on it (safety, strain)."""

FRESH = timedelta(hours=24)


@dataclass(frozen=True)
class Wish:
    """The six checks as far as they were answered, 0 to 2 each."""

    scores: Mapping[Check, int]

    @property
    def total(self) -> int:
        """The sum, 0 to 12; what was not answered counts 0."""
        return sum(self.scores.values())

    @property
    def open(self) -> tuple[Check, ...]:
        """The checks that were not answered."""
        return tuple(each for each in Check if each not in self.scores)

    @property
    def has_breaker(self) -> bool:
        """Whether a deal-breaker is left."""
        return self.scores.get(Check.NO_BREAKER) == 0

    @property
    def weak(self) -> tuple[Check, ...]:
        """The checks with the lowest score below 2: what to look at first."""
        lowest = min(self.scores.values(), default=MOST)
        return tuple(e for e in Check if self.scores.get(e) == lowest and lowest < MOST)

    @property
    def worth(self) -> Worth | None:
        """What the checks say together; None while one of them is open.

        A deal-breaker that is left says so by itself.
        """
        if self.has_breaker:
            return Worth.PAUSE
        if self.open:
            return None
        if self.total >= WORTH_FROM:
            return Worth.WORTH_IT
        return Worth.THINK if self.total >= THINK_FROM else Worth.PAUSE


def sleep_on_it(
    felt: int | None, decided_at: datetime | None, now: datetime, *, closes: bool
) -> bool:
    """Return whether to sleep on it: on a heavy day, or within a day of the decision.

    `felt` is the strain, 0 to 10, None without a check-in; `decided_at` is None where no case tells
    it; `closes` says that the role closes today, and then nobody is told to wait (safety).
    """
    heavy = felt is not None and felt >= HEAVY
    fresh = decided_at is not None and now - decided_at < FRESH
    return not closes and (heavy or fresh)


def is_moment_to_sleep(check_ins: Collection[CheckIn], case: Case | None, now: datetime) -> bool:
    """Return whether to sleep on it by what is on record for a case, or for none."""
    felt = strain(check_ins, now, case.id if case else "")
    closes = case is not None and case.deadline == now.date()
    return sleep_on_it(felt, case.happened_by(now) if case else None, now, closes=closes)
