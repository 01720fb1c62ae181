"""Talks with an employer: on time, prepared, answered in short, and thanked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from zoneinfo import ZoneInfo

from core.applications import Answered, Application, Fact, Interview, Requested
from core.cases import OWN_NO, Case, Stage
from core.me import time_zones
from core.names import same_name
from core.records import instant

FIVE_FACTS = 5
THREE_QUESTIONS = 3
THREE_LEARNED = 3
"""How much preparing and looking back asks for (catalogue S3-17, S3-21)."""

THANKS_WITHIN = timedelta(hours=24)
"""Thanks go out within a day of a talk (catalogue S2-16, evidence 21)."""

ANSWER_SECONDS = 90
WORDS_A_MINUTE = 140
"""How fast a calm voice speaks: 210 words fill 90 seconds (catalogue S3-20)."""

ANSWER_WORDS = ANSWER_SECONDS * WORDS_A_MINUTE // 60

_FIVE_SECONDS = 5


class Clock(StrEnum):
    """How often the clocks of a place show a time on a day: skipped and doubled in its nights."""

    ONCE = "once"
    SKIPPED = "skipped"
    TWICE = "twice"


class Standing(StrEnum):
    """Where a talk stands: no moment yet, to come, or over."""

    OPEN = "open"
    AHEAD = "ahead"
    OVER = "over"


@dataclass(frozen=True)
class Spoken:
    """How long a text takes to say: its words, and seconds in fives at a calm pace."""

    words: int
    seconds: int

    @property
    def words_over(self) -> int:
        """How many words more than fit into 90 seconds; 0 where it takes about that, or less."""
        return self.words - ANSWER_WORDS if self.seconds > ANSWER_SECONDS else 0


def clock_reading(day: date, at: time, zone: str) -> Clock:
    """Return how often the clocks of a time zone show this time on this day."""
    first, second = (_local(day, at, zone, fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return Clock.ONCE
    there = first.astimezone(UTC).astimezone(ZoneInfo(zone))
    return Clock.TWICE if there.replace(tzinfo=None) == datetime.combine(day, at) else Clock.SKIPPED


def moment(day: date, at: time, zone: str, *, second: bool = False) -> datetime:
    """Return the moment at which the clocks of a time zone show a time, as they show it.

    Of a time that they show twice it is the first, unless it is to be the `second`. A time that
    they skip is moved on by what they skip, as a clock that nobody put forward would show it.
    """
    told = _local(day, at, zone, int(second and clock_reading(day, at, zone) is Clock.TWICE))
    return told.astimezone(UTC).astimezone(ZoneInfo(zone))


def there(interview: Interview) -> datetime | None:
    """Return when a talk begins as the clocks there show it; None while that is not known.

    Where this system does not know the time zone, it is as the moment was noted.
    """
    if interview.at is None or interview.zone not in time_zones():
        return interview.at
    return interview.at.astimezone(ZoneInfo(interview.zone))


def is_elsewhere(interview: Interview, own: tzinfo) -> bool:
    """Return whether the clocks there and those of the person differ at the time of the talk."""
    told = there(interview)
    return told is not None and told.utcoffset() != told.astimezone(own).utcoffset()


def leave_at(interview: Interview) -> datetime | None:
    """Return when to set out: the way and the spare minutes before it; None without a moment."""
    told = there(interview)
    if told is None:
        return None
    early = timedelta(minutes=interview.travel + interview.buffer)
    return (told.astimezone(UTC) - early).astimezone(told.tzinfo)


def over_at(interview: Interview) -> datetime | None:
    """Return when a talk ends; None while its moment is not known."""
    if interview.at is None:
        return None
    return interview.at.astimezone(UTC) + timedelta(minutes=interview.minutes)


def standing(interview: Interview, now: datetime) -> Standing:
    """Return where a talk stands at this moment."""
    end = over_at(interview)
    if end is None:
        return Standing.OPEN
    return Standing.OVER if end <= now else Standing.AHEAD


def in_order(interviews: Iterable[Interview], now: datetime) -> tuple[Interview, ...]:
    """Return talks: those to come, the next one first; then those without a moment; then past
    ones, the latest first.
    """
    every = sorted(interviews, key=lambda each: instant(each.at))
    by_standing = {each: [t for t in every if standing(t, now) is each] for each in Standing}
    over = reversed(by_standing[Standing.OVER])
    return (*by_standing[Standing.AHEAD], *by_standing[Standing.OPEN], *over)


def talks_of(interviews: Iterable[Interview], application_id: str) -> tuple[Interview, ...]:
    """Return the talks of one application, as they came in."""
    return tuple(each for each in interviews if each.application_id == application_id)


def is_before_talks(application: Application) -> bool:
    """Return whether it is running, and no talk or anything later stands in its history."""
    early = (Stage.APPLIED, Stage.SCREENED)
    return application.is_running and all(each.stage in early for each in application.stages)


def spoken(text: str) -> Spoken:
    """Return how long a text takes to say at a calm pace."""
    count = len(text.split())
    whole = count * 60 / WORDS_A_MINUTE
    return Spoken(count, round(whole / _FIVE_SECONDS) * _FIVE_SECONDS)


def with_answer(interview: Interview, question: str, text: str, on: date) -> Interview:
    """Return the talk with a practised answer kept; it takes the place of an earlier one."""
    others = tuple(each for each in interview.answers if each.question != question)
    kept = Answered(question=question, text=text, on=on)
    return interview.model_copy(update={"answers": (*others, kept)})


def new_facts(application: Application, learned: Iterable[str], source: str) -> tuple[Fact, ...]:
    """Return what was learned and is not yet on the research card, as facts with their source."""
    known = {each.what.casefold() for each in application.facts}
    fresh = dict.fromkeys(each.strip() for each in learned if each.strip())
    return tuple(Fact(what=each, source=source) for each in fresh if each.casefold() not in known)


def notes_for(
    case_id: str, applications: Iterable[Application], interviews: Iterable[Interview]
) -> tuple[str, ...]:
    """Return what a letter of a case can be concrete about: learned in talks, then found out.

    At most five, each said once (catalogue S3-21, rule R04).
    """
    of_case = [each for each in applications if case_id and each.case_id == case_id]
    ids = {each.id for each in of_case}
    learned = [line for each in interviews if each.application_id in ids for line in each.learned]
    every = (*learned, *(fact.what for each in of_case for fact in each.facts))
    once: dict[str, str] = {}
    for each in every:
        once.setdefault(each.casefold(), each)
    return tuple(once.values())[:FIVE_FACTS]


def said_no_before(application: Application, cases: Iterable[Case]) -> bool:
    """Return whether the person once said no to this employer, who may ask about it."""
    own = (each for each in cases if each.direction in OWN_NO)
    employer = application.employer
    return any(
        each.id == application.case_id or (employer and same_name(each.employer, employer))
        for each in own
    )


def soonest_first(asked: Sequence[Requested]) -> tuple[int, ...]:
    """Return the places of requested things: open ones by their day, undated ones, then sent."""
    return tuple(
        sorted(
            range(len(asked)),
            key=lambda at: (asked[at].sent_on is not None, asked[at].due or date.max, at),
        )
    )


def _local(day: date, at: time, zone: str, fold: int) -> datetime:
    return datetime.combine(day, at).replace(tzinfo=ZoneInfo(zone), fold=fold)
