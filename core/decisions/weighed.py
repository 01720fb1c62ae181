"""Whether going back was weighed before it is written (catalogue S4-18), and what that allows."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.cases import Case
from core.decisions.doors import Verdict
from core.decisions.factors import Edge, Factor, Worth
from core.decisions.way_back import REAPPROACH, REASONS, asks_on_record, verdict_in
from core.letters.kinds import Kind
from core.letters.letter import Letter, Weighed
from core.letters.phrases import as_sentence
from core.records import LINE_LENGTH
from core.worksheets.answers import Answers
from core.worksheets.desk import newest_begun, runs_of
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace

LASTS = timedelta(days=30)
"""So long a weighing counts: after that, things may have moved."""

DIFFERS = "differs"
"""The field of the worksheet that tells what is different now."""

PAY = "pay"
PAY_MOVED = frozenset({"shown", "partly"})
"""Levels of F4 at which something about the pay has changed already."""


@dataclass(frozen=True)
class Weighing:
    """A weighing that counts: the day it was last touched, its verdict, and what it allows.

    `as_noted` is what a letter remembers of it; `pay_may_reopen` holds only where pay was the
    reason, something about it has moved, and the wish holds up.
    """

    run_id: str
    on: date
    verdict: Verdict
    as_noted: Weighed
    pay_may_reopen: bool


def weighing(workspace: Workspace, case_id: str, today: date) -> Weighing | None:
    """Return the weighing of a case that counts today, None where there is none.

    It counts once all six checks are answered, or a deal-breaker is named; who would rather not
    weigh it has skipped that.
    """
    asks = asks_on_record(workspace.letters.all(), case_id)
    for run in runs_of(workspace, REAPPROACH) if case_id else ():
        touched = _day_of(run, workspace)
        if run.case_id != case_id or today - touched > LASTS:
            continue
        answers = Answers(worksheets()[REAPPROACH], run.answers)
        found = verdict_in(answers, today, asks)
        if found is None:
            continue
        if Edge.NOT_WEIGHED in found.edges:
            return Weighing(run.id, touched, found, Weighed.SKIPPED, pay_may_reopen=False)
        if found.wish.worth:
            pay = _pay_may_reopen(answers, found)
            return Weighing(run.id, touched, found, Weighed.YES, pay_may_reopen=pay)
    return None


def with_weighing(workspace: Workspace, letter: Letter) -> Letter:
    """Return a letter that goes back with how it was weighed.

    That it was weighed stays. One that was skipped is weighed where that was done before it went.
    """
    if letter.weighed is Weighed.YES or letter.kind is not Kind.REAPPROACH:
        return letter
    found = weighing(workspace, letter.case_id, workspace.now().date())
    if found is None or (letter.weighed and letter.sent_on and letter.sent_on < found.on):
        return letter
    return letter.model_copy(update={"weighed": found.as_noted})


def change_told(workspace: Workspace, case: Case | None) -> dict[str, str]:
    """Return what has changed since a no, as the newest run of its case tells it, for a letter.

    As many whole sentences as one line holds; {} where nothing is told.
    """
    sheet = worksheets()[REAPPROACH]
    run = newest_begun(workspace, sheet, case.id) if case else None
    if run is None:
        return {}
    rows = Answers(sheet, run.answers).rows(DIFFERS)
    told = ""
    for row in rows:
        longer = f"{told} {as_sentence(row.label)}".strip()
        if len(longer) > LINE_LENGTH:
            break
        told = longer
    return {"what_changed": told} if told else {}


def _day_of(run: WorksheetRun, workspace: Workspace) -> date:
    """Return the day on which a run was last touched, where the person is."""
    if run.updated_at is None:
        return run.happened_on
    return run.updated_at.astimezone(workspace.now().tzinfo).date()


def _pay_may_reopen(answers: Answers, found: Verdict) -> bool:
    reasons = {each.key for each in answers.chosen(REASONS)}
    was_pay = PAY in reasons or found.levels.get(Factor.REASON) == "pay_or_terms"
    moved = found.levels.get(Factor.NOW) in PAY_MOVED
    return was_pay and moved and found.wish.worth is Worth.WORTH_IT
