"""Untangled: finished passes side by side, and how often it comes back over time."""

from datetime import date, timedelta

import pytest

from core.check_ins import CheckIn
from core.decisions.process import CHECKS, OFFER_REVIEW
from core.decisions.regret import Kind
from core.decisions.untangled import comings_back, untangled
from core.insights.comings_back import Way, coming_points, way_of
from core.worksheets.run import WorksheetRun

TODAY = date(2026, 3, 12)


def ago(days):
    """The day that was so many days before today."""
    return TODAY - timedelta(days=days)


@pytest.fixture
def passed(workspace):
    """Add a finished pass over one case."""

    def add(days_ago, case="c", **answers):
        day = {"happened_on": ago(days_ago), "finished_on": ago(days_ago)}
        run = WorksheetRun(worksheet="regret", answers=answers, case_id=case, **day)
        return workspace.runs.add(run)

    return add


class TestSideBySide:
    """Two passes over one decision."""

    def test_the_latest_first_with_all_that_is_read(self, workspace, passed):
        """How strong, how often, which kinds, what was learned and what to act on."""
        passed(40, thought="x", strength=8, often=7, learned="I ask first.")
        passed(2, thought="x", strength=5, acts=["learn", "let_be"], learned="")
        now, then = untangled(workspace, "c")
        assert (now.day, now.strength, now.often) == (ago(2), 5, None)
        assert now.acts == (("learn", "Learn something"), ("let_be", "Let it be"))
        assert (then.strength, then.often, then.learned) == (8, 7, "I ask first.")
        assert then.kinds == (Kind.ROSY,)

    def test_a_review_that_was_finished_later_changes_no_pass_of_before(self, workspace, passed):
        """What was read once reads the same ever after; a pass since then knows of it."""
        passed(20, thought="x")
        gap = dict.fromkeys(CHECKS, "no") | {"turned_out": -3, "answered_on": "2026-01-02"}
        day = {"happened_on": ago(9), "finished_on": ago(9)}
        review = WorksheetRun(worksheet=OFFER_REVIEW, answers=gap, case_id="c", **day)
        workspace.runs.add(review)
        passed(2, thought="x")
        now, then = untangled(workspace, "c")
        assert Kind.PROCESS_GAP in now.kinds
        assert Kind.PROCESS_GAP not in then.kinds

    def test_of_one_day_the_one_begun_last_is_the_latest(self, workspace, passed, clock):
        """Two passes on a day are two."""
        first = passed(0, strength=8)
        clock.forward(hours=1)
        second = passed(0, strength=3)
        assert [each.run.id for each in untangled(workspace, "c")] == [second.id, first.id]

    def test_what_is_half_done_or_of_another_case_is_not_there(self, workspace, passed):
        """It is read when it is finished."""
        passed(1, case="d")
        workspace.runs.add(WorksheetRun(worksheet="regret", happened_on=TODAY, case_id="c"))
        assert untangled(workspace, "c") == ()


class TestComingBack:
    """How often it comes back to mind (S0-1)."""

    def test_check_ins_and_passes_together(self, workspace, passed):
        """Of this case, the oldest first; what was not asked is no nought."""
        passed(10, often=6)
        passed(5)
        felt = workspace.check_ins.add
        felt(CheckIn(mood=5, comes_back=8, happened_on=ago(20), case_id="c"))
        felt(CheckIn(mood=5, comes_back=0, happened_on=ago(1), case_id="c"))
        felt(CheckIn(mood=5, happened_on=ago(2), case_id="c"))
        felt(CheckIn(mood=5, comes_back=9, happened_on=ago(3), case_id="d"))
        felt(CheckIn(mood=5, comes_back=9, happened_on=ago(3)))
        told = comings_back(workspace.check_ins.all(), untangled(workspace, "c"), "c")
        assert told == ((ago(20), 8), (ago(10), 6), (ago(1), 0))

    @pytest.mark.parametrize(
        ("numbers", "way"),
        [
            ((), Way.EARLY),
            ((8,), Way.EARLY),
            ((8, 4), Way.LESS),
            ((8, 2, 8), Way.SAME),
            ((3, 0, 4), Way.MORE),
        ],
    )
    def test_the_way_is_from_the_first_to_the_last(self, numbers, way):
        """One number alone has none."""
        assert way_of([(ago(9 - at), each) for at, each in enumerate(numbers)]) is way

    def test_its_points_are_drawn_as_the_line_of_moods_is(self):
        """Two of one day are two points, and a nought is drawn."""
        points = coming_points([(ago(3), 8), (ago(3), 7), (ago(1), 0)])
        assert points["comes_back"].tolist() == [8, 7, 0]
        assert points["mood"].isna().all()
