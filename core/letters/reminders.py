"""What Today recalls of letters, and the moment in which a letter is about to leave."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from core.cases import Case
from core.check_ins import CheckIn
from core.feelings import strain
from core.letters.follow_ups import (
    MOST_UNANSWERED,
    follow_up,
    follow_up_to,
    is_silence,
    sent_to,
)
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.letters.timing import Moment
from core.network.contacts import NONE_YET, SPOKE_LAST, Contacts
from core.waits import Wait

_ORDER = ("hold_over", "follow_up", "ready", "rest")


@dataclass(frozen=True)
class Known:
    """What is known beside letters: the contacts with people by their id, and who hires."""

    contacts: Mapping[str, Contacts] = field(default_factory=dict)
    hires: frozenset[str] = frozenset()


NOBODY = Known()


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
    known: Known = NOBODY,
) -> Moment:
    """Return what the time of a letter depends on, worked out from the person's records.

    A recruiter, a manager or an interviewer is who is marked as one, or told the news of a case.
    """
    contacts = known.contacts.get(letter.to_id, NONE_YET) if letter.to_id else NONE_YET
    employers = known.hires | {each.contact_id for each in cases}
    spoke = (each for each in cases if each.direction in SPOKE_LAST and _is_told_by(each, letter))
    return Moment(
        now=now,
        case=next((each for each in cases if each.id == letter.case_id), None),
        strain=strain(check_ins, now, letter.case_id),
        log=sent_to(letter, letters),
        heard_on=max((each.happened_on for each in spoke), default=None),
        spoke_on=contacts.spoke_on,
        notes=contacts.notes,
        to_employer=not letter.to_id or letter.to_id in employers,
        waits=tuple(waits),
    )


def reminders(
    letters: Collection[Letter],
    cases: Collection[Case],
    waits: Mapping[str, int],
    now: datetime,
    known: Known = NOBODY,
) -> tuple[Reminder, ...]:
    """Return what Today recalls: rests that are over, follow-ups due, letters ready, silence.

    `waits` is the usual wait in days after each stage. Letters in the archive are left alone,
    and nobody is followed up on after two notes without a reply (rule R28), nor who was heard in
    another way since the letter went out.
    """
    kept = (each for each in letters if each.archived_at is None)
    moments = ((each, moment_of(each, letters, cases, (), now, known=known)) for each in kept)
    found = filter(None, (_of(each, moment, letters, waits) for each, moment in moments))
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.id), each.since or date.min)))


def follow_up_day(
    letter: Letter, moment: Moment, letters: Collection[Letter], waits: Mapping[str, int]
) -> date | None:
    """Return the day from which Today recalls the one follow-up to a letter, None for never.

    It is as things stand in that moment: what was heard since, and how many notes stand unanswered.
    """
    if letter.state is not LetterState.SENT or letter.kind is Kind.STATUS_CHECK:
        return None
    if _is_heard(letter, moment) or _is_their_turn(letter, moment) or follow_up_to(letter, letters):
        return None
    return letter.follow_up_on or follow_up(letter, waits)


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
    if _is_heard(letter, moment):
        return None
    if follow_up_to(letter, letters):
        over = is_silence(letter, letters, waits, moment.today)
        return Reminder("rest", letter) if over else None
    day = letter.follow_up_on or follow_up(letter, waits)
    if day is None or day > moment.today:
        return None
    return Reminder("rest" if _is_their_turn(letter, moment) else "follow_up", letter, day)


def _is_heard(letter: Letter, moment: Moment) -> bool:
    """Whether the one a letter is for spoke or wrote since it went out."""
    return bool(letter.sent_on and moment.spoke_on and moment.spoke_on >= letter.sent_on)


def _is_their_turn(letter: Letter, moment: Moment) -> bool:
    """Whether two notes stand unanswered, this letter included (rule R28)."""
    return len(replace(moment, log=(*moment.log, letter)).silent) >= MOST_UNANSWERED


def _is_told_by(case: Case, letter: Letter) -> bool:
    """Whether the news of a case came from the person that a letter is for."""
    return case.contact_id == letter.to_id if letter.to_id else case.id == letter.case_id
