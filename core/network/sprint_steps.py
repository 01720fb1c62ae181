"""The steps of a networking sprint: which are met, and which stand for a note yet to be written."""

from collections.abc import Iterator
from datetime import date

from core.network.sprint import (
    REACHED,
    SPRINT,
    Contact,
    Doing,
    Stands,
    next_thing,
    sprint_now,
    still_planned,
)
from core.worksheets.desk import finished
from core.worksheets.marks import marks_in
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

DAYS = "days"
"""The keep of the worksheet that makes a step of each note."""


def steps_met(workspace: Workspace, today: date) -> frozenset[str]:
    """Return the ids of the steps that need not be asked for any more.

    They are those of notes that went out, whoever noted it, or that rest as the person they go to
    does, and all of a sprint that is over, from which one rests, or after which another was
    planned.
    """
    sprint = workspace.view(sprint_now, today)
    if sprint is None:
        return frozenset()
    over = sprint.rested_on is not None or today > sprint.ends
    settled = {*REACHED, Stands.RESTS}
    reached = {each.note.key for each in sprint.contacts if over or each.stands in settled}
    met: set[str] = set()
    for run in finished(workspace, SPRINT):
        ours = run.id == sprint.run_id
        met.update(step for key, step in _steps(run) if not ours or key in reached)
    return frozenset(met)


def steps_planned(workspace: Workspace, today: date) -> frozenset[str]:
    """Return the ids of the steps of notes that a running sprint has a day for, from today on."""
    sprint = workspace.view(sprint_now, today)
    if sprint is None:
        return frozenset()
    ahead = {e.note.key for e in workspace.view(still_planned, today) if e.note.on >= today}
    return frozenset(
        step for key, step in _steps(workspace.runs.get(sprint.run_id)) if key in ahead
    )


def note_for_today(workspace: Workspace, today: date) -> Contact | None:
    """Return the note that a running sprint asks for today, if no step was kept for it.

    A step speaks for its note by itself, also one that was ticked or put off.
    """
    sprint = workspace.view(sprint_now, today)
    if sprint is None or sprint.rested_on or today < sprint.begins:
        return None
    thing = next_thing(sprint, today)
    if thing.doing is not Doing.WRITE or thing.contact is None:
        return None
    kept = dict(_steps(workspace.runs.get(sprint.run_id)))
    step = workspace.steps.find(kept.get(thing.contact.note.key, ""))
    return None if step else thing.contact


def _steps(run: WorksheetRun) -> Iterator[tuple[str, str]]:
    """Yield the note and the step of each step that was kept of a run."""
    for (keep, key), mark in marks_in(run.kept).items():
        if keep == DAYS and mark.record_id:
            yield key, mark.record_id
