"""All that happened: the living first; rest, return, delete and undo."""

from datetime import timedelta

import pytest

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.content.loader import words
from core.steps import Step

SAY = words("cases")
CASES = "reflect/cases.py"


@pytest.fixture
def case(stored, today):
    """One case with a step and a check-in."""
    workspace = stored()
    case = workspace.cases.add(
        Case(direction=Direction.WITHDREW, happened_on=today, employer="Acme", role="Lead")
    )
    workspace.steps.add(Step(text="write to them", case_id=case.id))
    workspace.check_ins.add(CheckIn(mood=4, happened_on=today, case_id=case.id))
    return case


def test_an_empty_list_says_what_will_be_here(visit):
    """And offers to tell the first thing."""
    assert SAY["empty"] in visit(CASES).seen


def test_a_case_tells_its_direction_and_day(visit, case):
    """In words, not in codes."""
    screen = visit(CASES)
    assert "I withdrew · today" in screen.seen
    assert "Acme, Lead" in screen.seen


def test_a_case_can_be_put_to_rest_and_brought_back(visit, stored, case):
    """Out of sight, kept safe, and one step away."""
    screen = visit(CASES).press(f"case.rest.{case.id}")
    assert stored().cases.get(case.id).at_rest
    assert "Acme, Lead" not in screen.seen
    screen.app.toggle(key="cases.at_rest").set_value(True)
    assert "Acme, Lead" in screen.run().seen
    screen.press(f"case.rest.{case.id}")
    assert not stored().cases.get(case.id).at_rest


def test_deleting_asks_first(visit, stored, case):
    """One press deletes nothing; keeping it is as easy."""
    screen = visit(CASES).press(f"delete.{case.id}")
    assert SAY["sure"] in screen.seen
    assert SAY["kept_in_backups"] in screen.seen
    screen.press(f"delete.no.{case.id}")
    assert stored().cases.find(case.id) == case


def test_deleting_takes_its_steps_and_leaves_the_check_ins(visit, stored, case):
    """How it felt belongs to the person."""
    visit(CASES).press(f"delete.{case.id}").press(f"delete.yes.{case.id}")
    workspace = stored()
    assert not workspace.cases.all()
    assert not workspace.steps.all()
    assert len(workspace.check_ins.all()) == 1


def test_a_deletion_can_be_undone(visit, stored, case):
    """The case and its steps return exactly as they were."""
    before = (stored().cases.all(), stored().steps.all())
    screen = visit(CASES).press(f"delete.{case.id}").press(f"delete.yes.{case.id}")
    screen.press("undo.undo")
    assert (stored().cases.all(), stored().steps.all()) == before
    assert SAY["undone"] in screen.seen


def test_a_long_list_comes_a_few_at_a_time(visit, stored, today):
    """Four at once, and five more on request; the latest touched comes first."""
    workspace = stored()
    for number in range(12):
        workspace.cases.add(
            Case(
                direction=Direction.SILENCE,
                happened_on=today - timedelta(days=number),
                employer=f"Firm {number}",
            )
        )
    screen = visit(CASES)
    assert sum("Firm" in each.value for each in screen.app.header) == 4
    screen.press("shown.alive.more")
    assert sum("Firm" in each.value for each in screen.app.header) == 9
