"""Suggestions about a decision: what the records have met already is not suggested again."""

from datetime import date, timedelta

import pytest

from core.cases import Case, Direction
from core.debriefs import Debrief
from core.decisions.suggested import LOOK, LOOK_BACK, NAME, met_by_records
from core.views import suggested
from core.worksheets.run import WorksheetRun

DAY = date(2026, 1, 10)


@pytest.fixture
def tell(workspace):
    """Tell of a case of 10 January."""

    def add(direction=Direction.SECOND_THOUGHTS, **told):
        return workspace.cases.add(Case(direction=direction, happened_on=DAY, **told))

    return add


class TestWhatIsMet:
    """Whichever way it was done."""

    def test_what_is_named_need_not_be_named_again(self, workspace, tell):
        """The value that a no kept safe."""
        assert NAME not in met_by_records(workspace, tell())
        assert NAME in met_by_records(workspace, tell(protected="Rest"))

    @pytest.mark.parametrize(
        ("worksheet", "finished_on", "met"),
        [
            ("offer_review", DAY, True),
            ("regret", DAY, True),
            ("regret", None, False),
            ("wider_view", DAY, False),
        ],
    )
    def test_what_was_known_is_looked_at_in_a_worksheet(
        self, workspace, tell, worksheet, finished_on, met
    ):
        """Walked through, and for this case."""
        case, other = tell(), tell()
        told = {"worksheet": worksheet, "happened_on": DAY, "finished_on": finished_on}
        workspace.runs.add(WorksheetRun(case_id=case.id, **told))
        assert LOOK not in met_by_records(workspace, other)
        assert (LOOK in met_by_records(workspace, case)) is met

    @pytest.mark.parametrize(("days", "met"), [(3, False), (29, False), (30, True)])
    def test_a_look_back_counts_from_a_month_on(self, workspace, tell, days, met):
        """What was seen on the third day is not yet the view from further away."""
        case = tell(Direction.THEY_SAID_NO)
        on = DAY + timedelta(days=days)
        workspace.debriefs.add(Debrief(happened_on=on, case_id=case.id))
        assert (LOOK_BACK in met_by_records(workspace, case)) is met

    def test_a_decision_has_looks_of_its_own(self, workspace, tell, clock):
        """Two months later nothing else is asked: they are offered when they are due."""
        case = tell(Direction.I_SAID_NO, protected="Rest")
        assert suggested(workspace, case.id, clock()).id == "rest"
