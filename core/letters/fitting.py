"""Which kinds of letter fit a case now, in order, each with why and when.

Sources: evidence 18 (feedback after a talk, not after a sift), 19-21; catalogue S1-5, S1-6, S2-22,
S4-15, S4-18; the times of rules R28 and R29. What is not listed stays within reach.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from core.cases import Case, Direction, Door, Stage
from core.letters.follow_ups import answer_expected, follow_up, follow_up_to
from core.letters.kinds import DECLINES, Kind
from core.letters.letter import Letter, LetterState
from core.letters.timing import FEEDBACK_STALE_DAYS, REAPPROACH_DAYS
from core.letters.variants import (
    AFTER_REAPPROACH,
    AFTER_SILENCE,
    APPLICATION,
    ASKED_AFTER,
    CANCELLED,
    DECLINED,
    NOT_CHOSEN,
    NOT_MET,
    WITHDREW,
)
from core.today import FEEDBACK_DAYS, LONG_AGO_DAYS, NO_TALK_YET, THANKS_DAYS, days_since

BROUGHT_FEEDBACK = "feedback"
SAID_NO = "no"
"""Ids of `Letter.reply_was` that lead on to another letter."""

WEIGH_FIRST = "weigh_first"
FEEDBACK_BEST_DAYS = 2
SOON_DAYS = 14
AFTER_SILENCE_DAYS = 7
QUIET_DAYS = 7
IN_WRITING = frozenset({"email", "letter", "portal"})
BY_A_PERSON = frozenset({"phone", "video", "in_person", "letter"})


@dataclass(frozen=True)
class Fit:
    """A kind that fits. `reason` is the id of its when and why in `letter_times.toml` (fits).

    `worth` is False where it is named only to say why it can be left out. `note` is the id of a
    line to show first, `on` the day that the words speak of, `follows` the id of the letter
    that a follow-up belongs to.
    """

    kind: Kind
    reason: str
    variant: str = ""
    worth: bool = True
    note: str = ""
    on: date | None = None
    follows: str = ""


ON_ANY_DAY = (
    Fit(Kind.THANKS_AFTER_TALK, "after_a_talk"),
    Fit(Kind.ASK_FOR_TIME, "offer_in_hand_time"),
    Fit(Kind.COUNTER, "offer_in_hand_counter"),
    Fit(Kind.ACCEPTANCE, "offer_in_hand_yes"),
    Fit(Kind.INFORMATIONAL_TALK, "curious"),
    Fit(Kind.ASK_FOR_LEADS, "leads"),
    Fit(Kind.STAY_IN_TOUCH, "stay_in_touch"),
)
"""What may fit without a case."""


def fitting(
    case: Case | None,
    letters: Collection[Letter],
    waits: Mapping[str, int],
    today: date,
    *,
    has_feedback: bool = False,
) -> tuple[Fit, ...]:
    """Return the kinds that fit, the best first and those not worth it last, each kind once.

    `letters` are those of the person; what went out for the case is not proposed again. `waits`
    is the usual wait in days after each stage, `has_feedback` whether a reply brought feedback.
    """
    if case is None:
        return ON_ANY_DAY
    ours = [each for each in letters if each.case_id == case.id]
    found = (*_after_replies(ours, has_feedback=has_feedback), *_follow_ups(ours, waits, today))
    direct = _BY_DIRECTION[case.direction](case, ours, waits, today)
    out = {(each.kind, each.variant) for each in ours if each.is_out}
    once = _once((*found, *(each for each in direct if not _is_done(each, out))))
    return tuple(sorted(once, key=lambda each: not each.worth))


def _once(fits: Iterable[Fit]) -> tuple[Fit, ...]:
    by_kind: dict[Kind, Fit] = {}
    for each in fits:
        by_kind.setdefault(each.kind, each)
    return tuple(by_kind.values())


def _is_done(fit: Fit, out: Collection[tuple[Kind, str]]) -> bool:
    """Whether this letter went out already; a no is a no, door open or not."""
    if fit.kind in _REPEATABLE:
        return False
    if fit.kind is Kind.THANKS_AFTER_NO and (Kind.FEEDBACK_REQUEST, "") in out:
        return True
    kinds = {kind for kind, _ in out}
    return bool(kinds & (DECLINES if fit.kind in DECLINES else {fit.kind}))


_REPEATABLE = {Kind.STAY_IN_TOUCH, Kind.INFORMATIONAL_TALK, Kind.ASK_FOR_LEADS, Kind.REAPPLY}


def _after_replies(ours: Collection[Letter], *, has_feedback: bool) -> Iterator[Fit]:
    kinds = {each.kind for each in ours if each.is_out}
    was = {(each.kind, each.reply_was) for each in ours if each.state is LetterState.ANSWERED}
    told = has_feedback or BROUGHT_FEEDBACK in {reply for _, reply in was}
    if told and Kind.THANKS_FOR_FEEDBACK not in kinds:
        yield Fit(Kind.THANKS_FOR_FEEDBACK, "thanks_for_feedback")
    thanked = any(each.is_out and each.variant == AFTER_REAPPROACH for each in ours)
    if (Kind.REAPPROACH, SAID_NO) in was and not thanked:
        yield Fit(Kind.THANKS_AFTER_NO, "thanks_after_reapproach", AFTER_REAPPROACH)


def _follow_ups(ours: Collection[Letter], waits: Mapping[str, int], today: date) -> Iterator[Fit]:
    for letter in ours:
        if letter.state is not LetterState.SENT or follow_up_to(letter, ours):
            continue
        day = letter.follow_up_on or follow_up(letter, waits)
        if day and day <= today:
            yield Fit(Kind.STATUS_CHECK, "follow_up", _asked_after(letter), follows=letter.id)


def _asked_after(letter: Letter) -> str:
    return ASKED_AFTER.get(letter.kind, APPLICATION)


def _after_their_no(
    case: Case, _: Collection[Letter], __: Mapping[str, int], today: date
) -> Iterator[Fit]:
    """Feedback is worth asking after a talk, and not after an early no (evidence 18)."""
    days = days_since(case, today)
    early = case.stage in NO_TALK_YET
    answers_someone = not early or case.contact_id or case.told_by in BY_A_PERSON
    thanks = Fit(Kind.THANKS_AFTER_NO, "thanks_after_no")
    asks = _feedback(days, early=early)
    if days <= THANKS_DAYS and answers_someone:
        yield from (asks, thanks) if days <= FEEDBACK_DAYS else (thanks, asks)
    else:
        yield asks
    if case.referrer_id and days <= LONG_AGO_DAYS:
        yield Fit(Kind.REFERRER_NOTE, "referrer_not_chosen", NOT_CHOSEN)
    if not early and days >= QUIET_DAYS:
        yield Fit(Kind.STAY_IN_TOUCH, "stay_in_touch")
    if days > REAPPROACH_DAYS:
        yield Fit(Kind.REAPPLY, "reapply")
    yield Fit(Kind.ASK_FOR_LEADS, "leads")


def _feedback(days: int, *, early: bool) -> Fit:
    reason = "feedback_too_early" if early else "feedback_stale"
    if early or days > FEEDBACK_STALE_DAYS:
        return Fit(Kind.FEEDBACK_REQUEST, reason, NOT_MET if early else "", worth=False)
    if days > FEEDBACK_DAYS:
        return Fit(Kind.FEEDBACK_REQUEST, "feedback_late")
    now = days <= FEEDBACK_BEST_DAYS
    return Fit(Kind.FEEDBACK_REQUEST, "feedback_now" if now else "feedback_still")


def _after_my_no(
    case: Case, _: Collection[Letter], __: Mapping[str, int], today: date
) -> Iterator[Fit]:
    if case.stage is Stage.ACCEPTED:
        yield Fit(Kind.WITHDRAW_ACCEPTANCE, "withdraw_acceptance")
    elif case.told_by not in IN_WRITING:
        door_open = Fit(Kind.DECLINE_DOOR_OPEN, "decline_open")
        plain = Fit(Kind.DECLINE, "decline")
        yield from (plain, door_open) if case.door is Door.CLOSED else (door_open, plain)
    yield from _later(case, DECLINED, today)


def _after_second_thoughts(
    case: Case, _: Collection[Letter], __: Mapping[str, int], today: date
) -> Iterator[Fit]:
    days = days_since(case, today)
    if days > REAPPROACH_DAYS:
        yield Fit(Kind.REAPPLY, "reapply")
        yield Fit(Kind.REAPPROACH, "reapproach_long_ago", worth=False, note=WEIGH_FIRST)
    else:
        reason = "reapproach_soon" if days <= SOON_DAYS else "reapproach_later"
        yield Fit(Kind.REAPPROACH, reason, note=WEIGH_FIRST)
    yield from _later(case, DECLINED, today)


def _after_silence(
    case: Case, ours: Collection[Letter], waits: Mapping[str, int], today: date
) -> Iterator[Fit]:
    """One status check after the usual wait, a week later feedback, if they ever talked."""
    answer_by = answer_expected(case, waits)
    if today < answer_by:
        yield Fit(Kind.STATUS_CHECK, "status_wait", APPLICATION, worth=False, on=answer_by)
        return
    yield Fit(Kind.STATUS_CHECK, "status_check", APPLICATION)
    checked = [each.sent_on for each in ours if each.kind is Kind.STATUS_CHECK and each.sent_on]
    waited = checked and (today - max(checked)).days >= AFTER_SILENCE_DAYS
    if waited and case.stage not in NO_TALK_YET:
        yield Fit(Kind.FEEDBACK_REQUEST, "feedback_after_silence", AFTER_SILENCE)


def _after_cancelled(
    case: Case, _: Collection[Letter], __: Mapping[str, int], today: date
) -> Iterator[Fit]:
    if case.stage not in NO_TALK_YET:
        yield Fit(Kind.STAY_IN_TOUCH, "stay_in_touch")
    yield from _later(case, CANCELLED, today)


def _after_withdrawing(
    case: Case, _: Collection[Letter], __: Mapping[str, int], today: date
) -> Iterator[Fit]:
    if case.stage is Stage.ACCEPTED:
        yield Fit(Kind.WITHDRAW_ACCEPTANCE, "withdraw_acceptance")
    elif case.told_by not in IN_WRITING:
        yield Fit(Kind.DECLINE, "withdraw", WITHDREW)
    yield from _later(case, WITHDREW, today)


def _later(case: Case, variant: str, today: date) -> Iterator[Fit]:
    days = days_since(case, today)
    if case.referrer_id and days <= LONG_AGO_DAYS:
        reason = "referrer_declined" if variant == DECLINED else "referrer_not_chosen"
        yield Fit(Kind.REFERRER_NOTE, reason, variant)
    if days >= QUIET_DAYS and case.door is not Door.CLOSED:
        yield Fit(Kind.STAY_IN_TOUCH, "stay_in_touch")


_BY_DIRECTION: Mapping[
    Direction,
    Callable[[Case, Collection[Letter], Mapping[str, int], date], Iterator[Fit]],
] = {
    Direction.THEY_SAID_NO: _after_their_no,
    Direction.I_SAID_NO: _after_my_no,
    Direction.SECOND_THOUGHTS: _after_second_thoughts,
    Direction.SILENCE: _after_silence,
    Direction.CANCELLED: _after_cancelled,
    Direction.WITHDREW: _after_withdrawing,
}
