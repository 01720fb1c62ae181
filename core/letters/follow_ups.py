"""What was sent to a person, what came back, and the one follow-up when nothing did.

Days are days of the calendar; working days are Monday to Friday. Sources: rule R28, the times of
the kinds of letter (L2, L6, L8, L15), evidence 18-21.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

from core.cases import Case, Stage
from core.letters.kinds import SAY_THANKS, Kind
from core.letters.letter import Letter, LetterState

MOST_UNANSWERED = 2
USUAL_WAIT_DAYS = 14
SATURDAY = 5


def sent_to(letter: Letter, letters: Iterable[Letter]) -> tuple[Letter, ...]:
    """Return the letters that went to the person this one is for, itself left out, oldest first.

    Where either has no record of the person, the name or the address decides.
    """
    out = (each for each in letters if each.is_out and each.sent_on and each.id != letter.id)
    same = (each for each in out if _same_person(letter, each))
    return tuple(sorted(same, key=lambda each: each.sent_on or date.min))


def unanswered(log: Iterable[Letter], heard_on: date | None = None) -> tuple[Letter, ...]:
    """Return the letters of a log that no word has followed, oldest first.

    A follow-up counts, and thanks do as well, though they wait for no answer.
    """
    sent = sorted((each for each in log if each.sent_on), key=lambda each: each.sent_on or date.min)
    heard = max((*_replies(sent), heard_on or date.min))
    return tuple(
        each
        for each in sent
        if each.state is not LetterState.ANSWERED and (each.sent_on or date.min) >= heard
    )


def silent_days(
    log: Collection[Letter],
    heard_on: date | None = None,
    *,
    spoke_on: date | None = None,
    notes: Iterable[date] = (),
    with_thanks: bool = False,
) -> tuple[date, ...]:
    """Return the days of letters and other notes that wait for a word, in order.

    `heard_on` is the day of their news, which answers what went before it; `spoke_on` that of the
    last talk or note of theirs, which answers what was written on that day as well. `notes` are
    the days of what was written since then without a letter. Thanks wait for none; `with_thanks`
    they stand among what no word has followed.
    """
    waiting = (e for e in unanswered(log, heard_on) if with_thanks or e.kind not in SAY_THANKS)
    letters = [each.sent_on for each in waiting if each.sent_on]
    replied = max((*_replies(log), heard_on or date.min))
    spoke = spoke_on or date.min
    days = [*(on for on in letters if on > spoke), *(on for on in notes if on >= replied)]
    return tuple(sorted(days))


def follow_up(letter: Letter, waits: Mapping[str, int]) -> date | None:
    """Return the day for the one follow-up (L15) to a sent letter, None where there is none.

    `waits` is the usual wait in days after each stage; a fresh application waits as long.
    """
    after = _FOLLOW_UPS.get(letter.kind)
    if after is None or letter.sent_on is None or not letter.is_out:
        return None
    return after(letter.sent_on, waits)


def answer_expected(case: Case, waits: Mapping[str, int]) -> date:
    """Return the day on which the usual wait after the stage of a case is over."""
    wait = waits.get(case.stage.value, USUAL_WAIT_DAYS) if case.stage else USUAL_WAIT_DAYS
    return case.happened_on + timedelta(days=wait)


def follow_up_to(letter: Letter, letters: Iterable[Letter]) -> Letter | None:
    """Return the follow-up that was sent to a letter, if there is one."""
    ours = (each for each in letters if each.follows_id == letter.id and each.is_out)
    return next((each for each in ours if each.kind is Kind.STATUS_CHECK), None)


def is_silence(
    letter: Letter, letters: Collection[Letter], waits: Mapping[str, int], today: date
) -> bool:
    """Return whether the one follow-up to a letter went unanswered as long as the letter did.

    Then silence is the usual answer, and it can rest.
    """
    followed = follow_up_to(letter, letters)
    if followed is None or followed.sent_on is None:
        return False
    if LetterState.ANSWERED in (letter.state, followed.state):
        return False
    until = follow_up(letter.model_copy(update={"sent_on": followed.sent_on}), waits)
    return until is not None and until <= today


def working_days_after(day: date, days: int) -> date:
    """Return the day that many working days (Monday to Friday) after a day."""
    while days:
        day += timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return day


def _replies(sent: Iterable[Letter]) -> Iterator[date]:
    for each in sent:
        if each.state is LetterState.ANSWERED:
            yield each.replied_on or each.sent_on or date.min


def _same_person(one: Letter, other: Letter) -> bool:
    if one.to_id and other.to_id:
        return one.to_id == other.to_id
    names = (one.to_name.casefold(), one.to_address.casefold())
    others = (other.to_name.casefold(), other.to_address.casefold())
    return any(mine and mine == theirs for mine, theirs in zip(names, others, strict=True))


def _days(days: int) -> Callable[[date, Mapping[str, int]], date]:
    return lambda sent_on, _: sent_on + timedelta(days=days)


_FOLLOW_UPS: Mapping[Kind, Callable[[date, Mapping[str, int]], date]] = {
    Kind.FEEDBACK_REQUEST: _days(7),
    Kind.REAPPROACH: lambda sent_on, _: working_days_after(sent_on, 5),
    Kind.INFORMATIONAL_TALK: _days(7),
    Kind.REAPPLY: lambda sent_on, waits: (
        sent_on + timedelta(days=waits.get(Stage.APPLIED.value, USUAL_WAIT_DAYS))
    ),
}
