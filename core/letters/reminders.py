"""What Today recalls of letters, and the moment in which a letter is about to leave."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.feelings import strain
from core.letters.follow_ups import (
    MOST_UNANSWERED,
    follow_up,
    follow_up_to,
    is_silence,
    sent_to,
    unanswered,
)
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.letters.timing import Moment
from core.waits import Wait

SPOKE_LAST = frozenset({Direction.THEY_SAID_NO, Direction.CANCELLED})
"""After these, the news itself is a word from the employer."""

_ORDER = ("hold_over", "follow_up", "ready", "rest")


@dataclass(frozen=True)
class Reminder:
    """One thing that Today says about a letter: an id in `letter_times.toml`, and since when.

    `id` is "hold_over", "follow_up", "ready" or "rest".
    """

    id: str
    letter: Letter
    since: date | None = None


def moment_of(  # noqa: PLR0913 - all that the time of a letter hangs on
    letter: Letter,
    letters: Collection[Letter],
    cases: Collection[Case],
    check_ins: Collection[CheckIn],
    now: datetime,
    *,
    waits: Collection[Wait] = (),
) -> Moment:
    """Return what the time of a letter depends on, worked out from the person's records.

    Somebody who is nobody's contact in any case is no recruiter, manager or interviewer.
    """
    spoke = (each for each in cases if each.direction in SPOKE_LAST and _is_told_by(each, letter))
    return Moment(
        now=now,
        case=next((each for each in cases if each.id == letter.case_id), None),
        strain=strain(check_ins, now, letter.case_id),
        log=sent_to(letter, letters),
        heard_on=max((each.happened_on for each in spoke), default=None),
        to_employer=not letter.to_id or letter.to_id in {each.contact_id for each in cases},
        waits=tuple(waits),
    )


def reminders(
    letters: Collection[Letter], cases: Collection[Case], waits: Mapping[str, int], now: datetime
) -> tuple[Reminder, ...]:
    """Return what Today recalls: rests that are over, follow-ups due, letters ready, silence.

    `waits` is the usual wait in days after each stage. Letters in the archive are left alone,
    and nobody is followed up on after two letters without a reply (rule R28).
    """
    kept = (each for each in letters if each.archived_at is None)
    found = [
        reminder
        for each in kept
        if (reminder := _of(each, moment_of(each, letters, cases, (), now), letters, waits))
    ]
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.id), each.since or date.min)))


def _of(
    letter: Letter, moment: Moment, letters: Collection[Letter], waits: Mapping[str, int]
) -> Reminder | None:
    if letter.state is LetterState.HELD:
        rested = letter.held_until is None or letter.held_until <= moment.now
        return Reminder("hold_over", letter) if rested else None
    if letter.state is LetterState.READY:
        return Reminder("ready", letter)
    if letter.state is LetterState.SENT and letter.kind is not Kind.STATUS_CHECK:
        return _unanswered(letter, moment, letters, waits)
    return None


def _unanswered(
    letter: Letter, moment: Moment, letters: Collection[Letter], waits: Mapping[str, int]
) -> Reminder | None:
    if follow_up_to(letter, letters):
        over = is_silence(letter, letters, waits, moment.today)
        return Reminder("rest", letter) if over else None
    day = letter.follow_up_on or follow_up(letter, waits)
    if day is None or day > moment.today:
        return None
    stop = len(unanswered((*moment.log, letter), moment.heard_on)) >= MOST_UNANSWERED
    return Reminder("rest" if stop else "follow_up", letter, day)


def _is_told_by(case: Case, letter: Letter) -> bool:
    """Whether the news of a case came from the person that a letter is for."""
    return case.contact_id == letter.to_id if letter.to_id else case.id == letter.case_id
