"""Steady: what was practised on which day, and what it changed, in words (catalogue S1-14).

Nothing here counts days in a row, and no number says good or bad.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from core.cases import Case
from core.letters.letter import Letter
from core.people import Help, Person
from core.steps import Step
from core.thoughts import Shift
from core.worksheets.run import WorksheetRun
from core.writing import Writing

WEEK_DAYS = 7
ENOUGH = 2
"""From how many tellings on a change is put in words: one says nothing yet."""


class Practice(StrEnum):
    """What can be practised; the first three are ids of worksheets."""

    THOUGHT_CHECK = "thought_check"
    WIDER_VIEW = "wider_view"
    STORY_TO_TELL = "story_to_tell"
    SMALL_ACTION = "small_action"
    WRITING = "writing"


@dataclass(frozen=True)
class Practised:
    """One thing that was practised on a day; `text` is what a small action was."""

    practice: Practice
    on: date
    text: str = ""


@dataclass(frozen=True)
class Change:
    """In how many of several tellings it was better after than before."""

    better: int
    of: int

    @property
    def can_be_told(self) -> bool:
        """Whether there are enough tellings to say anything."""
        return self.of >= ENOUGH


def practised(
    steps: Iterable[Step], runs: Iterable[WorksheetRun], writings: Iterable[Writing]
) -> tuple[Practised, ...]:
    """Return what was practised, the latest day first: what was begun and left is not in it."""
    worksheets = {each.value for each in Practice}
    done = [Practised(Practice.SMALL_ACTION, on, each.text) for each, on in _done(steps)]
    done += [
        Practised(Practice(each.worksheet), each.finished_on)
        for each in runs
        if each.finished_on and each.worksheet in worksheets
    ]
    done += [Practised(Practice.WRITING, each.happened_on) for each in writings]
    return tuple(sorted(done, key=lambda each: each.on, reverse=True))


def week_done(steps: Iterable[Step], today: date) -> dict[date, tuple[Step, ...]]:
    """Return the steps done in the seven days up to today, the latest day first.

    Days on which nothing was done are not in it: a week view is no list of gaps.
    """
    since = today - timedelta(days=WEEK_DAYS)
    recent = [(on, each) for each, on in _done(steps) if since < on <= today]
    recent.sort(key=lambda pair: pair[0], reverse=True)
    days = groupby(recent, key=lambda pair: pair[0])
    return {on: tuple(step for _, step in pairs) for on, pairs in days}


def mood_change(told: Iterable[Step | Writing]) -> Change:
    """Return after how many of them the mood was higher, of those with a mood before and after."""
    moods = [(each.mood_before, each.mood_after) for each in told]
    both = [(was, is_) for was, is_ in moods if was is not None and is_ is not None]
    return Change(sum(is_ > was for was, is_ in both), len(both))


def feeling_change(shifts: Iterable[Shift]) -> Change:
    """Return after how many thought checks the strongest feeling was lighter."""
    falls = [each.strength for each in shifts if each.strength is not None]
    return Change(sum(fall > 0 for fall in falls), len(falls))


def awaiting_mood(steps: Iterable[Step], today: date) -> tuple[Step, ...]:
    """Return the steps done today whose mood was told before, and not yet after."""
    return tuple(
        each
        for each in steps
        if each.done_on == today and each.mood_before is not None and each.mood_after is None
    )


def near_people(
    people: Iterable[Person], cases: Iterable[Case], letters: Iterable[Letter]
) -> tuple[Person, ...]:
    """Return who belongs on the support map, those who are good for something first.

    Who is only the contact or the referrer of a case, or whom a letter is for, has a name here
    for that alone: they are left out until they are good for something.
    """
    for_business = {each for case in cases for each in (case.contact_id, case.referrer_id)}
    for_business |= {each.to_id for each in letters}
    near = (e for e in people if e.name and (e.helps or e.knows or e.id not in for_business))
    return tuple(sorted(near, key=lambda each: not each.helps))


def people_for(people: Iterable[Person], help_: Help) -> tuple[Person, ...]:
    """Return who can be asked for this kind of help, in the order in which they were named."""
    return tuple(each for each in people if each.name and help_ in each.helps)


def help_gaps(people: Iterable[Person]) -> tuple[Help, ...]:
    """Return the kinds of help for which nobody is named yet (catalogue S1-18)."""
    offered = {help_ for each in people if each.name for help_ in each.helps}
    return tuple(each for each in Help if each not in offered)


def _done(steps: Iterable[Step]) -> tuple[tuple[Step, date], ...]:
    return tuple((each, each.done_on) for each in steps if each.done_on is not None)
