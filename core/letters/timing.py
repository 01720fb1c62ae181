"""When to send: the gate "send now, or sleep on it?".

Everything here advises and nothing blocks. Days are days of the calendar in the zone of `now`.
Sources: rules R28 and R29, catalogue S1-3 and S2-19, evidence 18-21.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from core.cases import Case, Direction
from core.letters.findings import Level
from core.letters.follow_ups import MOST_UNANSWERED, silent_days
from core.letters.kinds import DECLINES, Kind
from core.letters.letter import Letter
from core.waits import Wait, Waiting, waits_for

HEAVY = 7
"""From this strain on a letter rests for a day before it goes."""

HOLD = timedelta(hours=24)
FEEDBACK_STALE_DAYS = 14
DECLINE_DAYS = 2
REAPPROACH_DAYS = 90
GAP_DAYS = 60

DECISIONS = DECLINES | {Kind.ACCEPTANCE}
"""Letters that answer an offer: a deadline may wait behind them, so they are never held."""

OWED = DECISIONS | {Kind.WITHDRAW_ACCEPTANCE}
"""Letters that somebody is waiting for: no count of unanswered notes stops them."""

TIED_TO_AN_OFFER = DECISIONS | {Kind.COUNTER, Kind.ASK_FOR_TIME}

REPLIES = (
    frozenset(Kind) - OWED - {*(Kind.REFERRER_NOTE, Kind.ASK_FOR_LEADS, Kind.INFORMATIONAL_TALK)}
)
"""Letters that wait where replying to an employer does."""

WAITS_FOR = {
    Waiting.REPLYING: REPLIES,
    Waiting.DECIDING: frozenset({Kind.REAPPROACH, Kind.COUNTER}),
    Waiting.FEEDBACK: frozenset({Kind.FEEDBACK_REQUEST}),
}
"""Which letters each thing that can wait holds (worksheet W1); no offer is kept waiting by it."""


@dataclass(frozen=True)
class Moment:
    """What the time of a letter depends on.

    `strain` is that of `core.feelings.strain`. `log` holds the letters sent to the same person,
    in any order; `heard_on` is the last day on which that person told news; `spoke_on` that on
    which they were heard in a talk or a note, and `notes` the days of what they were written since
    then without a letter (`core.network.contacts`). `to_employer` tells whether it is a
    recruiter, a manager or an interviewer. `decided_on` is the day of the person's own decision;
    left out, it is the day of the case where the no was theirs. `waits` are what the person
    decided to leave alone for a day, in whatever case.
    """

    now: datetime
    case: Case | None = None
    strain: int | None = None
    log: tuple[Letter, ...] = ()
    heard_on: date | None = None
    spoke_on: date | None = None
    notes: tuple[date, ...] = ()
    to_employer: bool = True
    deadline: date | None = None
    decided_on: date | None = None
    waits: tuple[Wait, ...] = ()

    @property
    def today(self) -> date:
        """The day it is where the person is."""
        return self.now.date()

    @property
    def silent(self) -> tuple[date, ...]:
        """The days of what this person was written and has not answered, in order (rule R28).

        Thanks wait for no answer, and are none of it.
        """
        return silent_days(self.log, self.heard_on, spoke_on=self.spoke_on, notes=self.notes)

    @property
    def silent_since(self) -> date | None:
        """The day of the last that they were written and no word followed, thanks included."""
        days = silent_days(
            self.log, self.heard_on, spoke_on=self.spoke_on, notes=self.notes, with_thanks=True
        )
        return max(days, default=None)


@dataclass(frozen=True)
class Gate:
    """What to know before a letter leaves. It can always be overridden.

    `level` is None where all is well, or where a day of rest is all that is asked for. `reason`
    is an id in `letter_times.toml`, `slots` the facts for its words: numbers and hours as text,
    days as dates. `hold_until` is when a rest would be over; `instead` the kind that would fit
    better.
    """

    level: Level | None = None
    rule: str = ""
    reason: str = ""
    hold_until: datetime | None = None
    instead: Kind | None = None
    slots: Mapping[str, str | date] = field(default_factory=dict)


OPEN = Gate()
"""Nothing speaks against sending now."""


def gate(kind: Kind, moment: Moment) -> Gate:
    """Return what matters most before this letter leaves now; `OPEN` where nothing does."""
    return next(iter(gates(kind, moment)), OPEN)


def gates(kind: Kind, moment: Moment) -> tuple[Gate, ...]:
    """Return all there is to know before this letter leaves: errors, then holds, then warnings."""
    found = [each for rule in _RULES for each in rule(kind, moment)]
    return tuple(sorted(found, key=_weight))


def deadline_note(kind: Kind, deadline: date | None, today: date) -> str:
    """Return the id of what their date adds to the window of a letter; "" where nothing."""
    if deadline is None or kind not in TIED_TO_AN_OFFER:
        return ""
    if deadline == today:
        return "today"
    return "ahead" if today < deadline else "passed"


def _weight(found: Gate) -> int:
    if found.level is Level.ERROR:
        return 0
    return 1 if found.hold_until else 2


def _too_many(kind: Kind, moment: Moment) -> Iterator[Gate]:
    if kind in OWED:
        return
    if len(moment.silent) >= MOST_UNANSWERED:
        yield Gate(Level.ERROR, "R28", "two_unanswered")


def _too_soon(kind: Kind, moment: Moment) -> Iterator[Gate]:
    last = moment.silent_since
    if kind is not Kind.STAY_IN_TOUCH or not moment.to_employer or last is None:
        return
    days = (moment.today - last).days
    if days < GAP_DAYS:
        until = last + timedelta(days=GAP_DAYS)
        yield Gate(
            Level.WARNING, "R28", "too_soon", slots={"days": str(max(0, days)), "date": until}
        )


def _past_deadline(kind: Kind, moment: Moment) -> Iterator[Gate]:
    deadline = moment.deadline or (moment.case.deadline if moment.case else None)
    if kind in DECLINES and deadline and deadline < moment.today:
        yield Gate(Level.ERROR, "R29", "deadline_is_past", slots={"date": deadline})


def _late_decline(kind: Kind, moment: Moment) -> Iterator[Gate]:
    decided = moment.decided_on or _own_no_on(moment.case)
    days = (moment.today - decided).days if decided else 0
    if kind in DECLINES and days > DECLINE_DAYS:
        yield Gate(Level.WARNING, "R29", "decline_is_late", slots={"days": str(days)})


def _fresh_or_heavy(kind: Kind, moment: Moment) -> Iterator[Gate]:
    """Hold a letter for a day while strain is high; the first notes after a no are a warning."""
    if moment.strain is None or moment.strain < HEAVY or kind in DECISIONS:
        return
    until = moment.now + HOLD
    if _runs_out_before(kind, moment, until):
        return
    answers_news = kind in (Kind.THANKS_AFTER_NO, Kind.FEEDBACK_REQUEST)
    if answers_news and moment.case and moment.now - moment.case.happened_by(moment.now) < HOLD:
        yield Gate(Level.WARNING, "R29", "news_is_fresh", until)
    else:
        yield Gate(None, "S2-19", "heavy_day", until)


def _said_to_wait(kind: Kind, moment: Moment) -> Iterator[Gate]:
    """Recall what the person said can wait: what ends last counts, an offer's day goes first."""
    if not moment.to_employer:
        return
    ours = waits_for(moment.waits, moment.now, moment.case.id if moment.case else "")
    holding = [each for each in ours if kind in WAITS_FOR.get(each.what, ())]
    if not holding:
        return
    wait = holding[-1]
    until = wait.until.astimezone(moment.now.tzinfo)
    if not _runs_out_before(kind, moment, until):
        slots: dict[str, str | date] = {"date": until.date(), "time": f"{until:%H:%M}"}
        yield Gate(None, "S2-19", f"said_{wait.what.value}_waits", until, slots=slots)


def _runs_out_before(kind: Kind, moment: Moment, until: datetime) -> bool:
    """Whether an offer would run out while a letter that is tied to it rests."""
    deadline = moment.deadline or (moment.case.deadline if moment.case else None)
    return bool(kind in TIED_TO_AN_OFFER and deadline and deadline < until.date())


def _stale(kind: Kind, moment: Moment) -> Iterator[Gate]:
    case = moment.case
    if kind is not Kind.FEEDBACK_REQUEST or case is None or case.direction is Direction.SILENCE:
        return
    days = (moment.today - case.happened_on).days
    if days > FEEDBACK_STALE_DAYS:
        yield Gate(Level.WARNING, "R29", "feedback_is_stale", slots={"days": str(days)})


def _long_since(kind: Kind, moment: Moment) -> Iterator[Gate]:
    declined = moment.decided_on or (moment.case.happened_on if moment.case else None)
    days = (moment.today - declined).days if declined else 0
    if kind is Kind.REAPPROACH and days > REAPPROACH_DAYS:
        slots = {"days": str(days)}
        yield Gate(Level.WARNING, "R29", "long_since_no", instead=Kind.REAPPLY, slots=slots)


_RULES: tuple[Callable[[Kind, Moment], Iterator[Gate]], ...] = (
    _too_many,
    _past_deadline,
    _fresh_or_heavy,
    _said_to_wait,
    _too_soon,
    _late_decline,
    _stale,
    _long_since,
)


def _own_no_on(case: Case | None) -> date | None:
    own = (Direction.I_SAID_NO, Direction.SECOND_THOUGHTS, Direction.WITHDREW)
    return case.happened_on if case and case.direction in own else None
