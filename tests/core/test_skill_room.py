"""Room for a skills plan: what is known of free hours and weeks, and from when."""

from datetime import date

import pytest

from core.me import Me
from core.skill_plan import USUAL_WEEKS
from core.skill_room import Room, room_for_plan
from core.worksheets.run import WorksheetRun

TODAY = date(2026, 3, 12)


def plan(**answers):
    """A plan that was finished today."""
    return WorksheetRun(
        worksheet="skills_plan", happened_on=TODAY, finished_on=TODAY, answers=answers
    )


@pytest.mark.parametrize(
    ("answers", "room"),
    [
        ({}, Room(None)),
        ({"free_hours": "five", "weeks": None}, Room(None)),
        ({"free_hours": 0}, Room(0, told_on=TODAY)),
        ({"weeks": 4}, Room(None, 4, TODAY)),
        ({"free_hours": 999, "weeks": 0}, Room(168, 1, TODAY)),
        ({"free_hours": -1, "weeks": 60}, Room(0, 52, TODAY)),
    ],
)
def test_what_a_plan_tells(workspace, answers, room):
    """Whatever stands in it fits the fields that it goes into; none is a fact, not a gap."""
    workspace.runs.add(plan(**answers))
    assert room_for_plan(workspace) == room


def test_what_is_kept_goes_first(workspace):
    """No free hours, kept by the person, are not made up by an old plan."""
    workspace.runs.add(plan(free_hours=5))
    workspace.save_me(Me(free_hours=0))
    assert room_for_plan(workspace) == Room(0)


def test_with_nothing_told(workspace):
    """Nobody's hours are guessed."""
    assert room_for_plan(workspace) == Room(None, USUAL_WEEKS)
