"""Room for a skills plan: the free hours of a week, and for how many weeks it is made."""

from dataclasses import dataclass
from datetime import date

from core.skill_plan import USUAL_WEEKS
from core.worksheets.desk import finished
from core.worksheets.raw import number_in
from core.workspace import Workspace

WORKSHEET = "skills_plan"
MOST_FREE = 168
"""Hours in a week."""

MOST_WEEKS = 52


@dataclass(frozen=True)
class Room:
    """Free hours a week, None where nobody told them, and weeks to plan for.

    `told_on` is the day of the worksheet that either is from; None where both are from elsewhere.
    """

    free_hours: float | None
    weeks: int = USUAL_WEEKS
    told_on: date | None = None


def room_for_plan(workspace: Workspace) -> Room:
    """Return the room as it was told last.

    What the person keeps about themselves goes before the worksheet; of the worksheet the one
    counts that was finished last.
    """
    kept = workspace.me.free_hours
    run = next(iter(finished(workspace, WORKSHEET)), None)
    if run is None:
        return Room(kept)
    hours, weeks = (number_in(run.answers.get(each)) for each in ("free_hours", "weeks"))
    fitting = None if hours is None else float(min(max(hours, 0), MOST_FREE))
    planned = USUAL_WEEKS if weeks is None else int(min(max(weeks, 1), MOST_WEEKS))
    is_from_run = weeks is not None or (kept is None and hours is not None)
    return Room(
        fitting if kept is None else kept, planned, run.finished_on if is_from_run else None
    )
