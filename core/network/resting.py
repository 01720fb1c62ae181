"""Resting: somebody is put off for some days, until a day, or altogether, and taken up again.

Nothing here counts as a contact: the clock goes on from where it stood (evidence 13).
"""

from datetime import date, timedelta

from core.people import Person

SNOOZE_DAYS = 14
"""How long somebody is put off with one tap."""


def snoozed(person: Person, today: date, days: int = SNOOZE_DAYS) -> Person:
    """Return the person as put off for so many days from today; the last word counts."""
    return _with(person, snoozed_until=today + timedelta(days=days))


def awake(person: Person) -> Person:
    """Return the person as one who is put off no more; a day of their own stays."""
    return _with(person, snoozed_until=None)


def not_before(person: Person, day: date | None) -> Person:
    """Return the person as one who is left alone until a day; None takes that day away."""
    return _with(person, not_before=day)


def stopped(person: Person, today: date) -> Person:
    """Return the person as one of whom nothing is recalled any more, from today."""
    return _with(person, stopped_on=person.stopped_on or today)


def running_again(person: Person) -> Person:
    """Return the person as one whose clock runs: neither stopped nor put off.

    A day before which they asked to be left alone still holds, and what is put away stays away.
    """
    return _with(person, stopped_on=None, snoozed_until=None)


def _with(person: Person, **changed: date | None) -> Person:
    return person.model_copy(update=changed)
