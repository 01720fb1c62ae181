"""Readiness to apply again: four lights and the wait, from what is on record (catalogue S3-65).

A light tells what is known, never what a person is worth.
"""

from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date
from enum import StrEnum

from core.applications import Application
from core.cases import Case
from core.letters.kinds import DECLINES, Kind
from core.letters.letter import Letter
from core.skills import Skill
from core.wins import Win

CONTACT_DAYS = 180
NEWS_DAYS = 180
WAIT_MONTHS, USUAL_MONTHS = 3, 6
"""Companies ask for 3 to 12 months, six is the usual (evidence 21)."""

PARTING = DECLINES | {Kind.THANKS_AFTER_NO, Kind.FEEDBACK_REQUEST, Kind.THANKS_FOR_FEEDBACK}
"""Letters that part well."""

WELL, BADLY = frozenset({"warm", "neutral"}), frozenset({"no_reply", "withdrew", "bargain"})
"""Levels of the factor F5 that settle how it was parted."""


PROVEN = "proof"
"""The level of the factor F9 that says that there is new proof."""


class Light(StrEnum):
    """What makes it easier to be heard again."""

    PARTED = "parted"
    CONTACT = "contact"
    PROOF = "proof"
    NEWS = "news"
    WAIT = "wait"


class Shines(StrEnum):
    """Whether a light is on, or nothing is known."""

    ON = "on"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Lit:
    """One light, and the day that it rests on or waits for, if any."""

    light: Light
    shines: Shines
    on: date | None = None


@dataclass(frozen=True)
class OnRecord:
    """What readiness is read from: the case, and all that was noted since.

    `how` is F5, `proof` whether F9 was answered with yes, `last_word` the day on which a word
    passed last, if that is known.
    """

    case: Case
    letters: Collection[Letter] = ()
    skills: Collection[Skill] = ()
    wins: Collection[Win] = ()
    applications: Collection[Application] = ()
    how: str = ""
    last_word: date | None = None
    proof: bool = False

    @property
    def own(self) -> tuple[Letter, ...]:
        """The letters of the case that went out."""
        return tuple(e for e in self.letters if e.case_id == self.case.id and e.is_out)


def lights(record: OnRecord, today: date) -> tuple[Lit, ...]:
    """Return the four lights and the wait as of today."""
    return (
        _parted(record),
        _contact(record, today),
        _proof(record),
        _news(record, today),
        _wait(record.case.happened_on, today),
    )


def months_after(day: date, months: int) -> date:
    """Return the same day some months later; a day that this month lacks is the last it has.

    Beyond the calendar it is the last day of all: a restored file may hold any day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _parted(record: OnRecord) -> Lit:
    kind_words_sent = any(each.kind in PARTING for each in record.own)
    if record.how in BADLY:
        return Lit(Light.PARTED, Shines.NOT_YET)
    known = record.how in WELL or kind_words_sent
    return Lit(Light.PARTED, Shines.ON if known else Shines.UNKNOWN)


def _contact(record: OnRecord, today: date) -> Lit:
    last = record.last_word or record.case.happened_on
    near = (today - last).days <= CONTACT_DAYS
    return Lit(Light.CONTACT, Shines.ON if near else Shines.NOT_YET, last)


def _proof(record: OnRecord) -> Lit:
    since = [day for day in _done(record) if day >= record.case.happened_on]
    newest = max(since, default=None)
    known = newest or record.proof
    return Lit(Light.PROOF, Shines.ON if known else Shines.NOT_YET, newest)


def _done(record: OnRecord) -> Iterator[date]:
    yield from (each.on for each in record.wins if each.on)
    actions = (action for skill in record.skills for action in skill.actions)
    yield from (each.done_on for each in actions if each.done_on)


def _news(record: OnRecord, today: date) -> Lit:
    of_case = [each for each in record.letters if each.case_id == record.case.id]
    days = [each.recent_on for each in of_case if each.recent_on]
    newest = max(days, default=None)
    if newest:
        fresh = (today - newest).days <= NEWS_DAYS
        return Lit(Light.NEWS, Shines.ON if fresh else Shines.NOT_YET, newest)
    told = any(each.facts for each in record.applications if each.case_id == record.case.id)
    return Lit(Light.NEWS, Shines.ON if told else Shines.UNKNOWN)


def _wait(said_on: date, today: date) -> Lit:
    over = months_after(said_on, WAIT_MONTHS)
    return Lit(Light.WAIT, Shines.ON if today >= over else Shines.NOT_YET, over)
