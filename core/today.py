"""Today: which case is in hand, the one next step to suggest for it, and how to greet."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core.cases import Case, Direction, Stage, alive
from core.check_ins import CheckIn
from core.feelings import strain

MORNING, NOON, EVENING = 4, 12, 18
"""Hours at which the greeting changes."""

PROMPT_DAYS = 2
REPLY_DAYS = 7
FEEDBACK_DAYS = 7
THANKS_DAYS = 14

STEADY_STRAIN = 7
"""From this strain on, and with news under a day old, steadying comes first (catalogue S1-3)."""

FRESH = timedelta(hours=24)
LONG_AGO_DAYS = 30
AWAY_DAYS = 7
USUAL_WAIT_DAYS = 14
REST, YOUR_PLAN = "rest", "your_plan"
"""Where nothing is left to suggest: leave it be, or go on with what stands on Today already."""

NO_TALK_YET = (None, Stage.APPLIED, Stage.SCREENED)


@dataclass(frozen=True)
class Suggestion:
    """The id of a suggestion in `core/content/en/next.toml`, and the day it speaks of, if any."""

    id: str
    on: date | None = None

    @property
    def is_a_step(self) -> bool:
        """Whether there is something to do in it, and not something to leave be."""
        return self.id not in {"wait_quietly", "let_today_be", REST, YOUR_PLAN}


_STEADY = (Suggestion("steady_first"), Suggestion("let_today_be"))


def steadying_first(case: Case, check_ins: Collection[CheckIn], now: datetime) -> bool:
    """Return whether the news is under a day old and weighs 7 or more out of 10.

    Feelings first, reflection after: catalogue S1-3.
    """
    felt = strain(check_ins, now, case.id)
    return felt is not None and felt >= STEADY_STRAIN and is_fresh(case, now)


def suggestion(
    case: Case,
    check_ins: Collection[CheckIn],
    taken: Collection[str],
    waits: Mapping[str, int],
    now: datetime,
) -> Suggestion:
    """Return the one next step to suggest for a case.

    `taken` holds the ids of suggestions that the person has already made a step of;
    `waits` the usual wait in days for an answer after each stage.
    """
    heavy = steadying_first(case, check_ins, now)
    fitting = _STEADY if heavy else _in_order(case, waits, now.date())
    return next((each for each in fitting if each.id not in taken), Suggestion(REST))


def days_since(case: Case, today: date) -> int:
    """Return whole days from the news to `today`; never below 0."""
    return max(0, (today - case.happened_on).days)


def case_in_hand(cases: Collection[Case]) -> Case | None:
    """Return the case that is alive and was touched last."""
    return next(iter(alive(cases)), None)


def greeting(now: datetime, last_seen: datetime | None) -> str:
    """Return the id of the greeting: welcome back after a week away, else by the hour."""
    if last_seen and now - last_seen >= timedelta(days=AWAY_DAYS):
        return "welcome_back"
    if MORNING <= now.hour < NOON:
        return "morning"
    return "afternoon" if NOON <= now.hour < EVENING else "evening"


def is_fresh(case: Case, now: datetime) -> bool:
    """Return whether the news of a case is under a day old."""
    return now - case.happened_by(now) < FRESH


def _in_order(case: Case, waits: Mapping[str, int], today: date) -> Iterator[Suggestion]:
    days = days_since(case, today)
    if case.direction is Direction.SILENCE:
        yield from _after_silence(case, waits, today)
        return
    if case.referrer_id and days <= LONG_AGO_DAYS and case.direction is not Direction.THEY_SAID_NO:
        yield Suggestion("thank_referrer")
    yield from map(Suggestion, _BY_DIRECTION[case.direction](case, days))
    if days > LONG_AGO_DAYS:
        yield Suggestion("look_back")


def _after_silence(case: Case, waits: Mapping[str, int], today: date) -> Iterator[Suggestion]:
    """One status check after the usual wait, a week later feedback, if they ever talked."""
    wait = waits.get(case.stage.value, USUAL_WAIT_DAYS) if case.stage else USUAL_WAIT_DAYS
    answer_by = case.happened_on + timedelta(days=wait)
    if today < answer_by:
        yield Suggestion("wait_quietly", answer_by)
        return
    overdue = (today - answer_by).days
    if overdue <= 2 * LONG_AGO_DAYS:
        yield Suggestion("status_check")
        if overdue >= REPLY_DAYS and case.stage not in NO_TALK_YET:
            yield Suggestion("feedback_after_silence")


def _after_their_no(case: Case, days: int) -> Iterator[str]:
    """Feedback is worth asking 24 hours to 7 days after a talk (evidence 18), thanks for longer."""
    if case.stage in NO_TALK_YET:
        yield "no_feedback_early"
    elif days == 0:
        yield "let_today_be"
    elif days <= FEEDBACK_DAYS:
        yield from ("ask_feedback", "thank_after_no")
    elif FEEDBACK_DAYS < days <= THANKS_DAYS:
        yield "thank_after_no"
    if case.referrer_id and days <= LONG_AGO_DAYS:
        yield "thank_referrer"
    if case.stage not in NO_TALK_YET and FEEDBACK_DAYS <= days <= LONG_AGO_DAYS:
        yield "connect_later"


def _after_my_no(_: Case, days: int) -> Iterator[str]:
    """Decline on the day you decide, two days at most (evidence 19)."""
    if days <= PROMPT_DAYS:
        yield "decline_promptly"
    yield "name_what_it_protected"
    if FEEDBACK_DAYS <= days <= LONG_AGO_DAYS:
        yield "connect_later"


def _after_second_thoughts(_: Case, __: int) -> Iterator[str]:
    yield from ("second_thoughts_look", "name_what_it_protected")


def _after_cancelled(_: Case, days: int) -> Iterator[str]:
    yield "cancelled_rest"
    if days >= 1:
        yield "connect_later"


def _after_withdrawing(_: Case, days: int) -> Iterator[str]:
    if days <= PROMPT_DAYS:
        yield "withdrew_note"
    yield "name_what_it_protected"


_BY_DIRECTION = {
    Direction.THEY_SAID_NO: _after_their_no,
    Direction.I_SAID_NO: _after_my_no,
    Direction.SECOND_THOUGHTS: _after_second_thoughts,
    Direction.CANCELLED: _after_cancelled,
    Direction.WITHDREW: _after_withdrawing,
}
