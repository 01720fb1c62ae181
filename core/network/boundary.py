"""The boundary check: three questions before a friend is asked for a favour at their work.

Friendship must not bend a duty (catalogue S2-17). The answers give a kind reading, never a lock,
and it holds for ninety days.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from core.people import Person

HOLDS_DAYS = 90
"""For how long a check is not asked again."""


class Question(StrEnum):
    """What is asked: would a no be fine, is it hard on them, could it be said openly."""

    NO_IS_FINE = "no_is_fine"
    HARD_ON_THEM = "hard_on_them"
    OPENLY = "openly"


class Reading(StrEnum):
    """What the three answers say together."""

    CLEAR = "clear"
    CLOSE = "close"
    DUTY = "duty"
    QUIET = "quiet"
    SMALLER = "smaller"


_SPEAKS_AGAINST = {
    Question.NO_IS_FINE: (False, Reading.CLOSE),
    Question.HARD_ON_THEM: (True, Reading.DUTY),
    Question.OPENLY: (False, Reading.QUIET),
}


def reading(answers: Mapping[Question, bool]) -> Reading | None:
    """Return what the answers say; None while one of the three is missing.

    One that speaks against asking names its own worry; two or three ask for a smaller favour.
    """
    if any(each not in answers for each in Question):
        return None
    worries = [says for each, (bad, says) in _SPEAKS_AGAINST.items() if answers[each] is bad]
    if len(worries) > 1:
        return Reading.SMALLER
    return worries[0] if worries else Reading.CLEAR


def holds(person: Person, today: date) -> Reading | None:
    """Return what was read in the last ninety days; None where it is time to ask (again)."""
    if person.boundary_on is None or (today - person.boundary_on).days >= HOLDS_DAYS:
        return None
    return Reading(person.boundary) if person.boundary in set(Reading) else None


def checked(person: Person, read: Reading, today: date) -> Person:
    """Return the person with what was read, and its day."""
    return person.model_copy(update={"boundary": read.value, "boundary_on": today})


def asked_anew(person: Person) -> Person:
    """Return the person without a check, so that it is asked again."""
    return person.model_copy(update={"boundary": "", "boundary_on": None})
