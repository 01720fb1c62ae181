"""The one next step at the end of a run: taken, and changed as long as it is open."""

from core.steps import Step
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

FORM = "worksheet.step"


def take_step(workspace: Workspace, run: WorksheetRun, step: Step) -> WorksheetRun:
    """Save the step that was chosen, and remember it with the run, in one commit.

    It takes the place of the one that was chosen before where that is still open.
    """
    chosen = {name: getattr(step, name) for name in ("text", "minutes", "energy", "due")}
    with workspace.one_commit():
        before = _chosen_before(workspace, run)
        if before:
            workspace.steps.replace(before.model_copy(update=chosen))
        else:
            workspace.steps.add(step.model_copy(update={"case_id": run.case_id}), form=FORM)
        return workspace.runs.replace(run.model_copy(update={"next_step": step.text}))


def _chosen_before(workspace: Workspace, run: WorksheetRun) -> Step | None:
    ours = (each for each in workspace.steps.all() if each.case_id == run.case_id)
    return next((each for each in ours if each.is_open and each.text == run.next_step), None)
