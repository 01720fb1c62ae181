"""After asking: what is due once a letter to go back is out, and what each answer leads to.

One short follow-up after five working days, five more and it can rest; a friendly word after 90
days (the re-approach evaluator; rule R28).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.letters.follow_ups import follow_up, follow_up_to, is_silence, working_days_after
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState

TOUCH_DAYS = 90
MORE_DAYS = 5


class After(StrEnum):
    """Where asking stands."""

    WAIT = "wait"
    FOLLOW_UP = "follow_up"
    LAST_WAIT = "last_wait"
    REST = "rest"
    YES = "yes"
    NO = "no"
    OTHER = "other"


ANSWERED = frozenset({After.YES, After.NO, After.OTHER})
"""Where they gave an answer, whichever it was."""


@dataclass(frozen=True)
class Asked:
    """A letter that asked to go back, where it stands, and the day that this speaks of, if any.

    `touch_on` is when a note to stay in touch asks for nothing, 90 days after it went out.
    """

    letter: Letter
    after: After
    touch_on: date
    on: date | None = None


def asked(
    letters: Collection[Letter], case_id: str, waits: Mapping[str, int], today: date
) -> Asked | None:
    """Return where the latest letter to go back to a case stands; None where none went out.

    `waits` is the usual wait in days after each stage.
    """
    out = [
        (each.sent_on, each)
        for each in letters
        if each.kind is Kind.REAPPROACH and each.case_id == case_id and each.is_out and each.sent_on
    ]
    if not out:
        return None
    sent_on, letter = max(out, key=lambda each: each[0])
    touch_on = sent_on + timedelta(days=TOUCH_DAYS)
    after, on = _stands(letter, sent_on, letters, waits, today)
    return Asked(letter, after, touch_on, on)


def _stands(
    letter: Letter,
    sent_on: date,
    letters: Collection[Letter],
    waits: Mapping[str, int],
    today: date,
) -> tuple[After, date | None]:
    followed = follow_up_to(letter, letters)
    for each in filter(None, (letter, followed)):
        if each.state is LetterState.ANSWERED:
            return _ANSWERS.get(each.reply_was, After.OTHER), each.replied_on
    over = letter.state is LetterState.NO_REPLY or is_silence(letter, letters, waits, today)
    if over or (followed and followed.state is LetterState.NO_REPLY):
        return After.REST, None
    if followed and followed.sent_on:
        return After.LAST_WAIT, working_days_after(followed.sent_on, MORE_DAYS)
    due = letter.follow_up_on or follow_up(letter, waits) or sent_on
    return (After.WAIT if today < due else After.FOLLOW_UP), due


_ANSWERS = {"yes": After.YES, "no": After.NO}
