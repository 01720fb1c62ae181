"""How strong a regret was: looks back and passes in one order, each told as what it was."""

from datetime import date, timedelta

import pytest

from core.cases import Case, Direction
from core.decisions.felt import felt
from core.decisions.look_backs import LookBack
from core.worksheets.run import WorksheetRun

DAY = date(2026, 3, 1)


@pytest.fixture
def case(workspace):
    """A no that is doubted."""
    return workspace.cases.add(Case(direction=Direction.SECOND_THOUGHTS, happened_on=DAY))


@pytest.fixture
def gone_through(workspace, case):
    """Keep a pass, finished so many days later."""

    def add(days, strength=None, *, done=True, **answers):
        on = DAY + timedelta(days=days)
        told = answers | ({} if strength is None else {"strength": strength})
        run = {"worksheet": "regret", "case_id": case.id, "happened_on": on}
        return workspace.runs.add(
            WorksheetRun(**run, finished_on=on if done else None, answers=told)
        )

    return add


@pytest.fixture
def looked(workspace, case):
    """Keep a look back, so many days later."""

    def add(days, **told):
        on = DAY + timedelta(days=days)
        return workspace.look_backs.add(LookBack(case_id=case.id, happened_on=on, **told))

    return add


def told(workspace, case):
    """How strong, and whether it was a pass."""
    return [(each.regret, each.is_pass) for each in felt(workspace, case.id)]


def test_the_latest_comes_first_whichever_it_was(workspace, case, gone_through, looked):
    """A pass counts also where nothing of it was kept with the decision."""
    gone_through(2, 8)
    looked(30, regret=5)
    gone_through(9, 6)
    assert told(workspace, case) == [(5, False), (6, True), (8, True)]


def test_what_a_pass_kept_is_that_pass(workspace, case, gone_through, looked):
    """A look of one's own on the same day is another one."""
    gone_through(2, 8, learned="Ask about travel")
    looked(2, regret=8, learned="Ask about travel")
    assert told(workspace, case) == [(8, True)]
    looked(2, regret=4)
    assert sorted(told(workspace, case)) == [(4, False), (8, True)]


def test_what_tells_no_strength_is_none(workspace, case, gone_through, looked):
    """Nor a pass that is still open, or one without a case."""
    gone_through(2)
    gone_through(3, 9, done=False)
    looked(4, learned="Less than I thought")
    assert told(workspace, case) == []
    assert felt(workspace, "") == ()
