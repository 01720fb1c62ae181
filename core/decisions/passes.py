"""Passes: how often a regret may be gone through, so that it does not go round in circles.

At most two passes in 14 days; after that only with a new fact or after 30 days. Nothing is
locked: a new fact is the person's own line, and a look from outside and one small step stand
beside it (safety, rumination guard 2, 4 and 7).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.decisions.regret import REGRET, REST, sank
from core.worksheets.desk import runs_of
from core.worksheets.raw import number_in
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

MOST, PASSES = 2, timedelta(days=14)
"""So many passes in so many days."""

OFTEN, WEEK = 3, timedelta(days=7)
"""From the next look on in a week, the person has been here often."""

DROPS = 2
"""After so many passes that left the mood lower, say so."""

MOOD_BEFORE, MOOD_AFTER = "mood_before", "mood_after"
"""The fields of the worksheet that hold a mood, 0 (very low) to 10 (very good)."""

NEW_FACT = "brings_up"
"""The field of the worksheet that says what is new."""

_AT_HAND = frozenset({NEW_FACT, "now"})
"""The fields that can hold an answer before the person gave any on the way."""


class Gate(StrEnum):
    """How another pass is met: open, at rest until its day, or with two passes just behind it."""

    OPEN = "open"
    RESTS = "rests"
    ENOUGH = "enough"


@dataclass(frozen=True)
class Standing:
    """How it stands with the passes of one case.

    `rests_until` is the day from which another pass needs no new fact, None while none does.
    `often` says that the person came to look more than three times in a week, `sinks` that the
    mood was lower after two passes.
    """

    gate: Gate = Gate.OPEN
    rests_until: date | None = None
    often: bool = False
    sinks: bool = False


def standing(workspace: Workspace, case_id: str, today: date) -> Standing:
    """Return how it stands with the passes of a case, "" for none in particular."""
    passes = passes_of(workspace, case_id)
    days = [day_of_pass(each) for each in passes if is_begun(each)]
    return Standing(
        gate(days, today),
        rests_until(days, today),
        is_often(looks_of(workspace, case_id), today),
        sinks(passes, today),
    )


def passes_of(workspace: Workspace, case_id: str) -> tuple[WorksheetRun, ...]:
    """Return the passes of a case, those still open too, the one changed last first."""
    return tuple(each for each in runs_of(workspace, REGRET) if each.case_id == case_id)


def is_begun(run: WorksheetRun) -> bool:
    """Return whether a pass counts: one that was opened and left as it was does not."""
    return run.is_finished or not _AT_HAND.issuperset(run.answers)


def day_of_pass(run: WorksheetRun) -> date:
    """Return the day that a pass counts from: its end, or its beginning while it is open."""
    return run.finished_on or run.happened_on


def gate(days: Iterable[date], today: date) -> Gate:
    """Return how another pass is met, by the days of those before.

    A second pass is free while the first is under 14 days old. Then the regret rests, until its
    last pass is 30 days old. A day ahead of today, as after a flight west, counts as today.
    """
    recent = [each for each in days if today - each < REST]
    fresh = [each for each in recent if today - each < PASSES]
    if len(fresh) >= MOST:
        return Gate.ENOUGH
    return Gate.OPEN if not recent or (len(recent) == 1 and fresh) else Gate.RESTS


def rests_until(days: Iterable[date], today: date) -> date | None:
    """Return the day from which another pass needs no new fact; None where none is needed."""
    known = tuple(days)
    return None if gate(known, today) is Gate.OPEN else max(known) + REST


def looks_of(workspace: Workspace, case_id: str) -> tuple[date, ...]:
    """Return the days on which the person went deep into one case.

    A pass, a look back or a private page each leave a record of their own, so no visit has to be
    stored to count them. A check-in is no deep look: it steadies.
    """
    passes = (each.happened_on for each in passes_of(workspace, case_id))
    looks = (each.happened_on for each in workspace.debriefs.all() if each.case_id == case_id)
    pages = (
        each.happened_on
        for each in workspace.writings.all()
        if each.case_id == case_id and each.is_session
    )
    return (*passes, *looks, *pages)


def is_often(looks: Iterable[date], today: date) -> bool:
    """Return whether there were more than three deep looks in seven days (guard 2)."""
    return sum(1 for each in looks if today - each < WEEK) > OFTEN


def left_lower(run: WorksheetRun) -> bool:
    """Return whether the mood was lower by 2 or more after a pass; never where one is unknown."""
    answers = run.answers
    return sank(number_in(answers.get(MOOD_BEFORE)), number_in(answers.get(MOOD_AFTER)))


def sinks(passes: Iterable[WorksheetRun], today: date) -> bool:
    """Return whether the mood sank in two passes of the last 30 days (guard 4)."""
    recent = (each for each in passes if today - day_of_pass(each) < REST)
    return sum(1 for each in recent if left_lower(each)) >= DROPS
