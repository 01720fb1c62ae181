"""What a worksheet may add to the case that it is about."""

from datetime import datetime

from core.worksheets.answers import Answers
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace


def _pulls(
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    _: datetime,
    keep: Keep,
    *,
    pulls: str,
) -> tuple[Proposal, ...]:
    """Propose what appealed, for the case that the run is about; what it has already stays."""
    case = workspace.cases.find(run.case_id)
    named = [each for each in answers.named(pulls) if case and each.key not in case.pulls]
    if case is None or not named:
        return ()
    fresh = tuple(each.key for each in named)
    record = case.model_copy(update={"pulls": (*case.pulls, *fresh)})
    text = ", ".join(each.label for each in named)
    return (Proposal(keep.id, text, keep.says["note"], record, {"pulls": fresh}),)


CASE_PULLS = Keeper(_pulls, frozenset({"note"}))
