"""Private writing: a few timed sessions, for nobody else (evidence 3 to 6)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from core.records import Happening, Score, Text

MOST = 4
"""Sessions for one event, and not more than one a day (evidence 3)."""

RUN_DAYS = 30
"""Days after which sessions without an event are another run, and a drop of mood is long ago."""

DROP = 2
DROPS = 2
SOFT_END = timedelta(minutes=20)
LONGEST = 60


class Way(StrEnum):
    """What a session is about; a plain diary is no session of expressive writing."""

    DEEPEST = "deepest"
    FROM_OUTSIDE = "from_outside"
    FRIEND = "friend"
    KIND_WORDS = "kind_words"
    VALUES = "values"
    DIARY = "diary"


class Gate(StrEnum):
    """Whether another session may begin; the plain diary always may."""

    OPEN = "open"
    TODAY = "today"
    ALL = "all"


class Writing(Happening):
    """One session. Without `kept` only the fact that it took place is here, and no text.

    `mood_before` and `mood_after` run from 0 (very low) to 10 (very good).
    """

    called: ClassVar[str] = "piece of writing"

    way: Way
    text: Text = ""
    kept: bool = False
    minutes: Annotated[int, Field(ge=0)] = 0
    mood_before: Score | None = None
    mood_after: Score | None = None
    case_id: str = ""

    @property
    def is_session(self) -> bool:
        """Whether it counts: everything but a page of plain diary."""
        return self.way is not Way.DIARY

    @property
    def sank(self) -> bool:
        """Whether the mood was lower afterwards by 2 or more; never where one is unknown."""
        if self.mood_before is None or self.mood_after is None:
            return False
        return self.mood_before - self.mood_after >= DROP

    def without_text(self) -> "Writing":
        """Return what stays of a session that is let go: that it took place."""
        return self.model_copy(update={"text": "", "kept": False})


def gate(writings: Iterable[Writing], case_id: str, today: date) -> Gate:
    """Return whether a session about a case ("" for none) may begin today.

    At most four for one event and one a day, whatever it is about (safety, rumination guard 3).
    """
    sessions = [each for each in writings if each.is_session]
    if sessions_of(sessions, case_id, today) >= MOST:
        return Gate.ALL
    if any(each.happened_on == today for each in sessions):
        return Gate.TODAY
    return Gate.OPEN


def sessions_of(writings: Iterable[Writing], case_id: str, today: date) -> int:
    """Return how many sessions were about this event.

    Those about a case count for as long as they are here. Without a case nobody can say where
    one event ends: what was written in the last 30 days counts as about the same, because that
    is also when a regret may be opened again without new facts (safety, rumination guard 7).
    """
    about = (each for each in writings if each.is_session and each.case_id == case_id)
    return sum(1 for each in about if case_id or _is_recent(each, today))


def weighs(writings: Iterable[Writing], today: date) -> bool:
    """Return whether the mood sank by 2 or more in two sessions of the last 30 days.

    Then it is time to say that this may not be the right exercise now (safety, rumination
    guard 4); nothing is locked by it.
    """
    sunk = (each for each in writings if each.is_session and each.sank)
    return sum(1 for each in sunk if _is_recent(each, today)) >= DROPS


def past_soft_end(began: datetime, now: datetime) -> bool:
    """Return whether 20 minutes have gone by (safety, rumination guard 1)."""
    return now - began >= SOFT_END


def minutes_between(began: datetime, now: datetime) -> int:
    """Return the whole minutes of a session: none below 0, none of a window left open for hours."""
    minutes = (now - began) // timedelta(minutes=1)
    return min(max(minutes, 0), LONGEST)


def latest_first(writings: Iterable[Writing]) -> tuple[Writing, ...]:
    """Return all that was written, the latest day first, and of one day what came in last."""
    by_day = sorted(writings, key=lambda each: each.happened_on)
    return tuple(reversed(by_day))


def _is_recent(writing: Writing, today: date) -> bool:
    return today - writing.happened_on < timedelta(days=RUN_DAYS)
