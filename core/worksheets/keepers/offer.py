"""What the offer review may keep: being picked from many, and what a no kept safe."""

from datetime import datetime

from core.content.slots import fill
from core.records import LINE_LENGTH
from core.wins import OFFERED, Win
from core.worksheets.answers import Answers
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace


def _picked(
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    _: datetime,
    keep: Keep,
    *,
    offer: str,
) -> tuple[Proposal, ...]:
    """Propose that they chose the person, whatever became of the offer (catalogue S3-38).

    There has to be an offer, and no win that tells of this case already.
    """
    case = workspace.cases.find(run.case_id)
    named = answers.text(offer)
    if not named or (case and case.direction not in OFFERED):
        return ()
    if case and any(each.case_id == case.id for each in workspace.wins.all()):
        return ()
    what = fill(keep.says["what"], offer=named)
    if len(what) > LINE_LENGTH:
        what = keep.says["what_short"]
    win = Win(what=what, case_id=run.case_id)
    return (Proposal(keep.id, what, keep.says["note"], win),)


def _protected(
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    _: datetime,
    keep: Keep,
    *,
    protected: str,
) -> tuple[Proposal, ...]:
    """Propose what the no kept safe, for the case that the run is about (catalogue S3-35)."""
    case = workspace.cases.find(run.case_id)
    kept = answers.text(protected)
    if case is None or not kept or kept == case.protected:
        return ()
    update = {"protected": kept}
    record = case.model_copy(update=update)
    return (Proposal(keep.id, kept, keep.says["note"], record, update),)


OFFER_WIN = Keeper(_picked, frozenset({"what", "what_short", "note"}))
CASE_PROTECTED = Keeper(_protected, frozenset({"note"}))
