"""Dues: what of the search has a day, in one list: things asked for, talks, thanks, answers.

Sources: catalogue S2-14 (requested things), S2-15 (talks), S2-16 (thanks within a day, a status
check on its day), S3-19 (what goes out ahead).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import StrEnum

from core.applications import Application, Interview, Requested
from core.interviews import THANKS_WITHIN, leave_at, over_at
from core.letters.kinds import Kind
from core.letters.letter import Letter

THANKS_DAYS = 7
"""Days after a talk for which thanks are still recalled."""

ANSWER_DAYS = 30
"""Days after the day of an answer for which it is still recalled."""

ASKED_DAYS = 60
"""Days after its day for which a thing that they asked for is still recalled."""

THANKS, ANSWER = "thanks", "answer"
"""What of a talk a person may decide to leave alone."""


class What(StrEnum):
    """What is due."""

    TALK = "talk"
    REQUESTED = "requested"
    AHEAD = "ahead"
    THANKS = "thanks"
    ANSWER = "answer"


class When(StrEnum):
    """When something is due, seen from today."""

    EARLIER = "earlier"
    TODAY = "today"
    TOMORROW = "tomorrow"
    LATER = "later"


@dataclass(frozen=True)
class Due:
    """One thing with a day. `place` tells which of several requested things it is.

    `at` is, for a talk, when to set out.
    """

    what: What
    on: date
    application: Application
    interview: Interview | None = None
    asked: Requested | None = None
    place: int = 0
    at: datetime | None = None

    def when(self, today: date) -> When:
        """Return whether its day is over, is here, is next, or is yet to come."""
        return when(self.on, today)

    def is_talk_on(self, today: date) -> bool:
        """Return whether it is a talk of today, which cannot be put off."""
        return self.what is What.TALK and self.on == today


def when(day: date, today: date) -> When:
    """Return where a day stands, seen from today."""
    if day < today:
        return When.EARLIER
    if day == today:
        return When.TODAY
    return When.TOMORROW if day == today + timedelta(days=1) else When.LATER


def dues(
    applications: Iterable[Application],
    interviews: Iterable[Interview],
    letters: Collection[Letter],
    now: datetime,
) -> tuple[Due, ...]:
    """Return what has a day up to tomorrow: talks first, then the rest, each by its day.

    `now` is in the time zone of the person: its day is today. Nothing is due for an application
    that has ended or is out of the way. Letters that went out count as thanks and as a question.
    While the day of an answer is not over there is nothing to do about it.
    """
    running = [each for each in applications if each.is_running and each.archived_on is None]
    talks: dict[str, list[Interview]] = {}
    for talk in interviews:
        talks.setdefault(talk.application_id, []).append(talk)
    every = (due for each in running for due in dues_of(each, talks.get(each.id, ()), letters, now))
    near = [each for each in every if _is_near(each, now.date())]
    return tuple(sorted(near, key=lambda each: (each.what is not What.TALK, each.on)))


def dues_of(
    application: Application,
    interviews: Iterable[Interview],
    letters: Collection[Letter],
    now: datetime,
) -> tuple[Due, ...]:
    """Return what has a day for one application, the earliest first, whenever that is."""
    found = [*_requested(application, What.REQUESTED, application.requested, now)]
    for each in interviews:
        if each.application_id == application.id:
            found += _of_talk(application, each, letters, now)
    return tuple(sorted(found, key=lambda each: each.on))


def thanked_on(
    application: Application, interview: Interview, letters: Iterable[Letter], own: tzinfo | None
) -> date | None:
    """Return the day on which thanks for a talk went out, noted by hand or as a letter.

    Days are those of the person's own time zone; None is that of the clock here.
    """
    sent = _sent_since(application, Kind.THANKS_AFTER_TALK, letters, _day_of(interview, own))
    return interview.thanked_on or sent


def asked_on(
    application: Application, interview: Interview, letters: Iterable[Letter], own: tzinfo | None
) -> date | None:
    """Return the day on which the state of things was asked after, by hand or as a letter.

    Days are those of the person's own time zone, as in `thanked_on`.
    """
    sent = _sent_since(application, Kind.STATUS_CHECK, letters, _day_of(interview, own))
    return interview.asked_on or sent


def _is_near(due: Due, today: date) -> bool:
    when_due = due.when(today)
    if due.what is What.ANSWER:
        return when_due is When.EARLIER
    return when_due is not When.LATER


def _sent_since(
    application: Application, kind: Kind, letters: Iterable[Letter], begun: date | None
) -> date | None:
    if not application.case_id or begun is None:
        return None
    days = (
        each.sent_on
        for each in letters
        if each.kind is kind and each.case_id == application.case_id and each.sent_on
    )
    return min((day for day in days if day >= begun), default=None)


def _day_of(interview: Interview, own: tzinfo | None) -> date | None:
    return interview.at.astimezone(own).date() if interview.at else None


def _requested(
    application: Application,
    what: What,
    asked: Sequence[Requested],
    now: datetime,
    interview: Interview | None = None,
) -> Iterator[Due]:
    for place, each in enumerate(asked):
        if each.due is None or each.sent_on is not None:
            continue
        if (now.date() - each.due).days <= ASKED_DAYS:
            yield Due(what, each.due, application, interview, each, place)


def _of_talk(
    application: Application, interview: Interview, letters: Collection[Letter], now: datetime
) -> Iterator[Due]:
    end = over_at(interview)
    if end is None or now < end:
        yield from _requested(application, What.AHEAD, interview.send_ahead, now, interview)
    if end is not None and interview.at is not None:
        if now < end:
            day = interview.at.astimezone(now.tzinfo).date()
            yield Due(What.TALK, day, application, interview, at=leave_at(interview))
        else:
            yield from _thanks(application, interview, letters, now)
    yield from _answer(application, interview, letters, now)


def _thanks(
    application: Application, interview: Interview, letters: Collection[Letter], now: datetime
) -> Iterator[Due]:
    end = over_at(interview)
    if end is None or THANKS in interview.left_alone:
        return
    recent = now.astimezone(UTC) - end <= timedelta(days=THANKS_DAYS)
    if recent and not thanked_on(application, interview, letters, now.tzinfo):
        day = (end + THANKS_WITHIN).astimezone(now.tzinfo).date()
        yield Due(What.THANKS, day, application, interview)


def _answer(
    application: Application, interview: Interview, letters: Collection[Letter], now: datetime
) -> Iterator[Due]:
    day = interview.answer_by
    if day is None or ANSWER in interview.left_alone:
        return
    recent = (now.date() - day).days <= ANSWER_DAYS
    if recent and not asked_on(application, interview, letters, now.tzinfo):
        yield Due(What.ANSWER, day, application, interview)
