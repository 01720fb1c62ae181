"""Reviews: the runs of the offer review, read as the answers that they hold."""

from datetime import date

from core.cases import OWN_NO, Case
from core.decisions.process import ANSWERED_ON, OFFER_REVIEW
from core.names import plain
from core.worksheets.answers import Answers
from core.worksheets.desk import newest_begun, runs_of
from core.worksheets.raw import day_in
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace

DEADLINE, COULD_ASK = "deadline", "could_ask"


def answers_of(run: WorksheetRun) -> Answers:
    """Return the answers of a run of the offer review."""
    return Answers(worksheets()[OFFER_REVIEW], run.answers)


def review_of(workspace: Workspace, case_id: str) -> WorksheetRun | None:
    """Return the offer review of a case that counts, one that is not finished too."""
    return newest_begun(workspace, worksheets()[OFFER_REVIEW], case_id)


def is_open(case: Case | None, run: WorksheetRun) -> bool:
    """Return whether the offer of a review waits for an answer still.

    An offer that was said no to does not, whatever its review tells.
    """
    answered = day_in(run.answers.get(ANSWERED_ON)) is not None
    return not (answered or (case and case.direction in OWN_NO))


def deadline_of(run: WorksheetRun) -> date | None:
    """Return the day by which an answer was wanted; None where none is told."""
    return day_in(run.answers.get(DEADLINE))


def days_left(case: Case | None, run: WorksheetRun, today: date) -> int | None:
    """Return the days until an open offer wants its answer, 0 on the last one; below 0 it is over.

    None where it is answered, or no day is told.
    """
    deadline = deadline_of(run)
    return (deadline - today).days if deadline and is_open(case, run) else None


def alone(workspace: Workspace) -> tuple[WorksheetRun, ...]:
    """Return the reviews that belong to no case, as of offers still open, changed last first."""
    return tuple(each for each in runs_of(workspace, OFFER_REVIEW) if not each.case_id)


def join(workspace: Workspace, run_id: str, case_id: str) -> WorksheetRun:
    """Give a review to the case that its offer became: what was weighed goes along with it.

    Where it tells no day of an answer, that of the case is one.
    """
    with workspace.one_commit():
        stored, case = workspace.runs.get(run_id), workspace.cases.get(case_id)
        answered = {ANSWERED_ON: case.happened_on.isoformat()} if is_open(None, stored) else {}
        update = {"case_id": case_id, "answers": {**stored.answers, **answered}}
        return workspace.runs.replace(stored.model_copy(update=update))


def question_bank(workspace: Workspace) -> tuple[str, ...]:
    """Return what could have been asked, of all reviews, the latest first, each once (S0-33)."""
    found: dict[str, str] = {}
    for run in runs_of(workspace, OFFER_REVIEW):
        for row in answers_of(run).rows(COULD_ASK):
            found.setdefault(plain(row.label), row.label)
    return tuple(found.values())
