"""Reviews: the runs of the offer review, read as the answers that they hold."""

from core.decisions.process import OFFER_REVIEW
from core.worksheets.answers import Answers
from core.worksheets.desk import newest_for
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace


def answers_of(run: WorksheetRun) -> Answers:
    """Return the answers of a run of the offer review."""
    return Answers(worksheets()[OFFER_REVIEW], run.answers)


def review_of(workspace: Workspace, case_id: str, *, done: bool = False) -> WorksheetRun | None:
    """Return the offer review of a case that counts; with `done` only one that was finished."""
    return newest_for(workspace, OFFER_REVIEW, case_id, done=done)
