"""Wins: what the person has done, what proves it, and who saw it (catalogue S1-16, S3-38)."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from typing import ClassVar

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.feelings import strain
from core.letters.kinds import Kind
from core.records import Line, Record, instant

LOW_MOOD = 3
HEAVY = 7
ON_A_LOW_DAY = 2
"""How many wins are shown unasked: few enough to be read."""

OFFERED = frozenset({Direction.I_SAID_NO, Direction.SECOND_THOUGHTS})
"""Directions in which there was an offer."""

TELL_OF_WORK = frozenset(
    {
        Kind.REAPPROACH,
        Kind.REAPPLY,
        Kind.STAY_IN_TOUCH,
        Kind.INFORMATIONAL_TALK,
        Kind.COUNTER,
        Kind.ASK_FOR_LEADS,
    }
)
"""The letters in which something that the person has done can stand."""


class Win(Record):
    """One thing that went well; `on` is its day, if it is known."""

    called: ClassVar[str] = "win"

    what: Line
    proof: Line = ""
    who_saw: Line = ""
    on: date | None = None
    case_id: str = ""


def newest_first(wins: Iterable[Win]) -> tuple[Win, ...]:
    """Return the wins, the one noted last first."""
    return tuple(sorted(wins, key=lambda each: instant(each.created_at), reverse=True))


def is_low_day(check_ins: Collection[CheckIn], now: datetime, case_id: str = "") -> bool:
    """Return whether today's latest mood is 3 of 10 or lower, or a feeling weighs 7 or more.

    The strain is that of the case, or of a check-in without one. A day without a check-in
    is no low day.
    """
    felt = strain(check_ins, now, case_id)
    if felt is not None and felt >= HEAVY:
        return True
    today = [each for each in check_ins if each.happened_on == now.date() and each.mood is not None]
    latest = max(today, key=lambda each: instant(each.created_at), default=None)
    return latest is not None and latest.mood is not None and latest.mood <= LOW_MOOD


def low_day_wins(
    wins: Iterable[Win], check_ins: Collection[CheckIn], now: datetime, case_id: str = ""
) -> tuple[Win, ...]:
    """Return up to two wins to show unasked, none where this is no low day.

    The day decides where to begin, so that other wins come up on other days.
    """
    kept = newest_first(wins)
    if not kept or not is_low_day(check_ins, now, case_id):
        return ()
    begin = now.date().toordinal() % len(kept)
    return (*kept[begin:], *kept[:begin])[:ON_A_LOW_DAY]


def wins_for_letter(wins: Iterable[Win], kind: Kind) -> tuple[Win, ...]:
    """Return the wins to borrow from for a letter, the one noted last first.

    Only letters that may tell of the person's work get any: a thank-you or a no needs none.
    """
    return newest_first(wins) if kind in TELL_OF_WORK else ()


def offers_without_win(cases: Iterable[Case], wins: Iterable[Win]) -> tuple[Case, ...]:
    """Return the declined offers that no win tells of yet, the latest first (catalogue S3-38).

    Being chosen says something good, whatever became of the offer.
    """
    told = {each.case_id for each in wins}
    offers = [each for each in cases if each.direction in OFFERED and each.id not in told]
    return tuple(sorted(offers, key=lambda each: each.happened_on, reverse=True))
