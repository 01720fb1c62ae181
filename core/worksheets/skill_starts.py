"""What is known already when a skills plan begins: free hours, and feedback that was kept."""

from typing import Any

from core.cases import Case
from core.feedback import newest_first
from core.records import LINE_LENGTH
from core.worksheets.answers import address
from core.worksheets.fields import Field, TableField
from core.workspace import Workspace

MOST = 4
"""So many pieces of feedback are taken along: the newest that were not parked."""

_IN_MY_HANDS = {True: 3, False: 0}


def free_hours(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return the free hours of a week, as told before."""
    told = workspace.me.free_hours
    return {} if told is None else {field.id: told}


def feedback_on_skills(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return a row for each piece of feedback that is worth a look: quote, fit, in my hands."""
    most = min(MOST, field.most) if isinstance(field, TableField) else 0
    kept = [
        each
        for each in newest_first(workspace.feedback.all())
        if each.quote.strip() and not each.parked
    ]
    answers: dict[str, Any] = {}
    for at, each in enumerate(kept[:most], 1):
        row = f"r{at}"
        answers.setdefault(field.id, []).append(row)
        line = " ".join(each.quote.split())[:LINE_LENGTH]
        answers[address(field.id, row, "quote")] = line
        answers[address(field.id, row, "practice")] = each.will_do
        answers[address(field.id, row, "fits")] = each.fits
        if each.in_my_control is not None:
            answers[address(field.id, row, "control")] = _IN_MY_HANDS[each.in_my_control]
    return {place: value for place, value in answers.items() if value not in (None, "")}
