"""The first days after a no: when thanks (L1) and a request for advice (L2) go best.

Thanks go 24 to 72 hours after the news, a request 24 to 48 hours after it and within a week
(evidence 18). The news has a day and no hour, so these are days of the calendar.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from core.cases import Case, Direction, Stage
from core.today import FEEDBACK_DAYS, THANKS_DAYS

_BEFORE_ANY_TALK = (Stage.APPLIED, Stage.SCREENED)


@dataclass(frozen=True)
class Days:
    """The days on which a letter goes best, both included, and the last one that still is good."""

    first: date
    last: date
    latest: date

    def next_from(self, today: date) -> date | None:
        """Return the next day on which the letter can go; None where its time is over."""
        return max(self.first, today) if today <= self.latest else None


def thanks_days(news: date) -> Days:
    """Return when to thank the person who told the news."""
    return _days(news, 1, 3, THANKS_DAYS)


def advice_days(news: date) -> Days:
    """Return when to ask that person for advice."""
    return _days(news, 1, 2, FEEDBACK_DAYS)


def fit_the_news(case: Case | None) -> bool:
    """Return whether these letters fit: after their no, unless nobody ever talked.

    Where the case or its stage is not known, the person decides.
    """
    if case is None:
        return True
    return case.direction is Direction.THEY_SAID_NO and case.stage not in _BEFORE_ANY_TALK


def _days(news: date, *after: int) -> Days:
    first, last, latest = (news + timedelta(days=each) for each in after)
    return Days(first, last, latest)
