"""This week: who is suggested beside a sprint, which speaks for its own people.

Three a week, the notes of the sprint among them (evidence 13: a few people at a time are enough).
"""

from datetime import date, timedelta

from core.network.sprint import sprint_now, still_planned, waiting_in_sprint
from core.network.suggested import (
    A_WEEK,
    Suggested,
    reached_this_week,
    suggested_now,
    week_of,
)
from core.workspace import Workspace

A_FULL_WEEK = timedelta(days=7)


def for_this_week(workspace: Workspace, today: date) -> tuple[Suggested, ...]:
    """Return whom to write to this week beside the notes of a running sprint.

    Whoever the sprint still has a day for is not among them, and its notes of this week that wait,
    or whose day has passed, take places as people do who were reached.
    """
    waiting = workspace.view(waiting_in_sprint, today)
    taken = len(workspace.view(reached_this_week, today)) + planned_by_sunday(workspace, today)
    every = workspace.view(suggested_now, today)
    others = (each for each in every if each.due.person.id not in waiting)
    return tuple(others)[: max(0, A_WEEK - taken)]


def is_paced(workspace: Workspace, today: date) -> bool:
    """Return whether a sprint has begun that still has a note to write."""
    sprint = workspace.view(sprint_now, today)
    return bool(sprint and sprint.begins <= today and workspace.view(still_planned, today))


def planned_by_sunday(workspace: Workspace, today: date) -> int:
    """Return how many notes of a running sprint wait for a day of this week, or one before it."""
    next_week = week_of(today) + A_FULL_WEEK
    return sum(each.note.on < next_week for each in workspace.view(still_planned, today))
