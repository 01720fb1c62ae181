"""Taking feedback: a piece of feedback and the small step that comes of it, kept together."""

from core.feedback import Feedback
from core.steps import Step
from core.workspace import Workspace

FORM = "feedback"


def take(workspace: Workspace, feedback: Feedback, why: str) -> Feedback:
    """Save a piece of feedback, new or changed, in one commit with the step that comes of it.

    `why` is what the step says of its reason. A step that is still open follows what the person
    now wants to do; one that is done or let go stays as it was, and so does one of feedback that
    was parked. Raises EditedElsewhereError where the feedback has changed since it was read.
    """
    with workspace.one_commit():
        sorted_out = feedback.model_copy(update={"step_id": _step_id(workspace, feedback, why)})
        if feedback.id:
            return workspace.feedback.replace(sorted_out)
        return workspace.feedback.add(sorted_out, form=FORM)


def _step_id(workspace: Workspace, feedback: Feedback, why: str) -> str:
    """Return the id of the step that this feedback leads to, "" for none."""
    if feedback.parked or not feedback.will_do:
        return feedback.step_id
    known = workspace.steps.find(feedback.step_id)
    if known and known.is_open:
        return workspace.steps.replace(known.model_copy(update={"text": feedback.will_do})).id
    if known and known.text == feedback.will_do:
        return known.id
    step = Step(
        text=feedback.will_do, why=why, case_id=feedback.case_id, due=workspace.now().date()
    )
    return workspace.steps.add(step, form=FORM).id
