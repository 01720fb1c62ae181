"""Passes over a regret: two in 14 days, then a rest of 30, and kind words when it turns round."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.debriefs import Debrief
from core.decisions.passes import (
    Gate,
    Standing,
    day_of_pass,
    gate,
    is_often,
    left_lower,
    looks_of,
    rests_until,
    sinks,
    standing,
)
from core.worksheets.run import WorksheetRun
from core.writing import Way, Writing

TODAY = date(2026, 3, 12)
BERLIN = ZoneInfo("Europe/Berlin")
ages = st.lists(st.integers(0, 60), max_size=5)


def ago(days):
    """The day that was so many days before today."""
    return TODAY - timedelta(days=days)


def gate_after(*days):
    """How another pass is met, when passes were so many days ago."""
    return gate([ago(each) for each in days], TODAY)


def a_pass(days_ago, before=None, after=None, case="c", *, done=True):
    """A pass with a mood before and after."""
    answers = {"mood_before": before, "mood_after": after}
    return WorksheetRun(
        worksheet="regret",
        happened_on=ago(days_ago),
        finished_on=ago(days_ago) if done else None,
        answers={name: mood for name, mood in answers.items() if mood is not None},
        case_id=case,
    )


class TestGate:
    """How another pass is met."""

    @pytest.mark.parametrize(
        ("passes", "met"),
        [
            ((), Gate.OPEN),
            ((0,), Gate.OPEN),
            ((13,), Gate.OPEN),
            ((14,), Gate.RESTS),
            ((29,), Gate.RESTS),
            ((30,), Gate.OPEN),
            ((0, 0), Gate.ENOUGH),
            ((0, 13), Gate.ENOUGH),
            ((0, 14), Gate.RESTS),
            ((0, 29), Gate.RESTS),
            ((0, 30), Gate.OPEN),
            ((14, 20), Gate.RESTS),
            ((30, 31), Gate.OPEN),
            ((1, 2, 3), Gate.ENOUGH),
        ],
    )
    def test_two_in_fourteen_days_then_a_rest_until_the_thirtieth(self, passes, met):
        """The second is free while the first is under 14 days old; after that it rests."""
        assert gate_after(*passes) is met

    def test_it_rests_until_thirty_days_after_the_last(self):
        """And there is no such day while another pass is free."""
        assert rests_until([ago(3), ago(10)], TODAY) == date(2026, 4, 8)
        assert rests_until([ago(20)], TODAY) == date(2026, 3, 22)
        assert rests_until([ago(3)], TODAY) is None
        assert rests_until([], TODAY) is None

    def test_over_a_leap_day(self):
        """From 10 February to 11 March 2028 there are thirty days, a year earlier 29."""
        assert gate([date(2028, 2, 10)], date(2028, 3, 11)) is Gate.OPEN
        assert gate([date(2027, 2, 10)], date(2027, 3, 11)) is Gate.RESTS
        assert rests_until([date(2028, 2, 10)], date(2028, 3, 1)) == date(2028, 3, 11)

    def test_a_day_ahead_counts_as_today(self):
        """After a flight west, a pass of this morning can be dated tomorrow."""
        assert gate([TODAY + timedelta(days=1), TODAY], TODAY) is Gate.ENOUGH

    @given(ages, st.integers(0, 60))
    def test_one_more_pass_never_opens_what_rests(self, passes, one):
        """More of it is never a reason for more of it."""
        order = [Gate.OPEN, Gate.RESTS, Gate.ENOUGH]
        assert order.index(gate_after(*passes, one)) >= order.index(gate_after(*passes))

    @given(ages)
    def test_on_the_day_named_it_is_open(self, passes):
        """What the sentence promises is kept."""
        days = [ago(each) for each in passes]
        until = rests_until(days, TODAY)
        if until:
            assert gate(days, until) is Gate.OPEN
            assert gate(days, until - timedelta(days=1)) is not Gate.OPEN

    def test_a_pass_counts_from_its_end(self):
        """One that is still open counts from its beginning."""
        run = a_pass(20).model_copy(update={"finished_on": ago(2)})
        assert day_of_pass(run) == ago(2)
        assert day_of_pass(a_pass(20, done=False)) == ago(20)


class TestMood:
    """A mood that is lower afterwards, twice."""

    @pytest.mark.parametrize(
        ("before", "after", "fell"),
        [(5, 3, True), (5, 4, False), (5, 7, False), (None, 0, False), (9, None, False)],
    )
    def test_two_of_ten_is_a_fall(self, before, after, fell):
        """One is not, and nothing is made of what is unknown."""
        assert left_lower(a_pass(0, before, after)) is fell

    def test_twice_in_thirty_days(self):
        """Once is not enough, and what is long ago does not count."""
        assert sinks([a_pass(1, 6, 4), a_pass(29, 6, 0)], TODAY)
        assert not sinks([a_pass(1, 6, 4)], TODAY)
        assert not sinks([a_pass(1, 6, 4), a_pass(30, 6, 0)], TODAY)


class TestOften:
    """More than three deep looks in seven days."""

    def test_the_fourth_is_often(self):
        """Those of a week ago are over."""
        assert is_often([ago(0), ago(1), ago(2), ago(6)], TODAY)
        assert not is_often([ago(0), ago(1), ago(2)], TODAY)
        assert not is_often([ago(0), ago(1), ago(2), ago(7)], TODAY)

    def test_passes_looks_back_and_private_pages_count(self, workspace):
        """A diary page and what is about another case do not."""
        workspace.runs.add(a_pass(0))
        workspace.runs.add(a_pass(0, case="other"))
        workspace.debriefs.add(Debrief(happened_on=ago(1), case_id="c", learning="x"))
        page = {"happened_on": ago(2), "case_id": "c"}
        workspace.writings.add(Writing(way=Way.DEEPEST, **page))
        workspace.writings.add(Writing(way=Way.DIARY, **page))
        assert sorted(looks_of(workspace, "c")) == [ago(2), ago(1), ago(0)]


class TestStanding:
    """All of it for one case."""

    def test_nothing_was_done_yet(self, workspace):
        """Then nothing is said."""
        assert standing(workspace, "c", TODAY) == Standing()

    def test_each_case_stands_by_itself(self, workspace):
        """Two passes over one leave the other one open, and none in particular too."""
        workspace.runs.add(a_pass(0))
        workspace.runs.add(a_pass(1, 5, done=False))
        assert standing(workspace, "c", TODAY).gate is Gate.ENOUGH
        assert standing(workspace, "d", TODAY).gate is Gate.OPEN
        assert standing(workspace, "", TODAY).gate is Gate.OPEN

    def test_other_worksheets_are_no_passes(self, workspace):
        """The view from outside may be taken as often as one likes."""
        for _ in range(3):
            workspace.runs.add(a_pass(0).model_copy(update={"worksheet": "wider_view"}))
        assert standing(workspace, "c", TODAY) == Standing()

    @pytest.mark.parametrize(
        ("answers", "met"),
        [
            ({}, Gate.OPEN),
            ({"now": ["learning"], "brings_up": "They moved."}, Gate.OPEN),
            ({"thought": "x"}, Gate.ENOUGH),
        ],
    )
    def test_what_was_opened_and_left_as_it_was_is_no_pass(self, workspace, answers, met):
        """What Ajar filled in, and the new fact, are not yet the person's way through."""
        for _ in range(2):
            run = a_pass(0, done=False).model_copy(update={"answers": answers})
            workspace.runs.add(run)
        assert standing(workspace, "c", TODAY).gate is met

    def test_a_pass_that_was_deleted_is_gone(self, workspace):
        """Nothing else was stored to count it by."""
        run = workspace.runs.add(a_pass(0))
        workspace.runs.add(a_pass(0))
        workspace.delete(run)
        assert standing(workspace, "c", TODAY).gate is Gate.OPEN

    @pytest.mark.parametrize(
        ("moment", "met"),
        [
            (datetime(2026, 4, 2, 21, 59, tzinfo=UTC), Gate.OPEN),
            (datetime(2026, 4, 2, 22, 0, tzinfo=UTC), Gate.RESTS),
            (datetime(2026, 4, 18, 21, 59, tzinfo=UTC), Gate.RESTS),
            (datetime(2026, 4, 18, 22, 0, tzinfo=UTC), Gate.OPEN),
        ],
    )
    def test_days_end_at_midnight_where_the_person_is(self, workspace, moment, met):
        """Also where the clocks are put forward in between: 29 March in Berlin."""
        begun = datetime(2026, 3, 19, 23, 30, tzinfo=UTC).astimezone(BERLIN).date()
        run = a_pass(0).model_copy(update={"happened_on": begun, "finished_on": begun})
        workspace.runs.add(run)
        assert begun == date(2026, 3, 20)
        assert standing(workspace, "c", moment.astimezone(BERLIN).date()).gate is met
