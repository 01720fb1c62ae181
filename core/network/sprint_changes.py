"""Changing the two weeks of a networking sprint: another day, letting a note go, and rest.

All of it is kept beside the answers of the run; the steps that came of it move along.
"""

from datetime import date

from core.network.sprint import BEGIN_ON, SLOTS, Sprint
from core.network.sprint_steps import DAYS
from core.worksheets.answers import address
from core.worksheets.calculations.network_plan import LET_GO, RESTED
from core.worksheets.desk import write
from core.worksheets.marks import NO_MARK, marks_in
from core.workspace import Workspace


def move(workspace: Workspace, sprint: Sprint, key: str, day: date) -> None:
    """Plan a note for another day, and its step with it, in one commit.

    The days of the others are kept as they stand, so that none of them moves along.
    """
    days = {each.note.key: each.note.on for each in sprint.contacts} | {key: day}
    with workspace.one_commit():
        for each, on in days.items():
            _put(workspace, sprint.run_id, address(SLOTS, each, "day"), on)
        _change_step(workspace, sprint.run_id, key, due=day)


def let_go(workspace: Workspace, run_id: str, key: str, today: date) -> None:
    """Let a note go, and its step with it, in one commit."""
    with workspace.one_commit():
        _put(workspace, run_id, address(SLOTS, key, LET_GO), today)
        _change_step(workspace, run_id, key, let_go_on=today)


def take_back(workspace: Workspace, run_id: str, key: str) -> None:
    """Take a note up again that was let go, and its step with it, in one commit."""
    with workspace.one_commit():
        _put(workspace, run_id, address(SLOTS, key, LET_GO), None)
        _change_step(workspace, run_id, key, let_go_on=None)


def rest(workspace: Workspace, run_id: str, today: date | None) -> None:
    """Note that the person rests after a sprint; with None it is open again."""
    _put(workspace, run_id, address(BEGIN_ON, RESTED), today)


def _put(workspace: Workspace, run_id: str, place: str, day: date | None) -> None:
    before = workspace.runs.get(run_id).answers.get(place)
    after = day.isoformat() if day else None
    if before != after:
        write(workspace, run_id, {place: before}, {place: after})


def _change_step(workspace: Workspace, run_id: str, key: str, **change: date | None) -> None:
    """Change the step that was kept for a note; one that is done stays as it is."""
    mark = marks_in(workspace.runs.get(run_id).kept).get((DAYS, key), NO_MARK)
    step = workspace.steps.find(mark.record_id)
    if step and step.done_on is None:
        workspace.steps.replace(step.model_copy(update=change))
