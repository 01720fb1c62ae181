"""Walks: which route fits what happened, and what a person leaves out of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.openings import Opening, is_over, soonest_first
from core.routes import keep_walk
from core.walks import Route, Walk, route_for, walk_for

TODAY = date(2026, 3, 12)
names = st.sampled_from(["check_in", "steady", "values"])


class TestWhichRoute:
    """Three situations, six directions."""

    @pytest.mark.parametrize(
        ("direction", "route"),
        [
            (Direction.THEY_SAID_NO, Route.A),
            (Direction.SILENCE, Route.A),
            (Direction.CANCELLED, Route.A),
            (Direction.I_SAID_NO, Route.B),
            (Direction.WITHDREW, Route.B),
            (Direction.SECOND_THOUGHTS, Route.C),
        ],
    )
    def test_each_direction_has_its_route(self, direction, route):
        """Their no, one's own, and one's own that is doubted."""
        assert route_for(direction) is route


class TestLeavingOut:
    """Any stop can be left out."""

    @given(st.lists(names))
    def test_a_stop_is_left_out_once(self, stops):
        """However often it is said."""
        walk = Walk(case_id="a")
        for stop in stops:
            walk = walk.without(stop)
        assert set(walk.skipped) == set(stops)
        assert len(walk.skipped) == len(set(stops))


class TestTheWalkOfACase:
    """One walk for each case, begun only when something is kept."""

    @pytest.fixture
    def case(self, workspace):
        """A no."""
        return workspace.cases.add(Case(direction=Direction.SILENCE, happened_on=TODAY))

    def test_before_anything_is_kept_there_is_an_empty_one(self, workspace, case):
        """Looking at a walk writes nothing."""
        walk = walk_for(workspace.walks.all(), case)
        assert (walk.case_id, walk.skipped, walk.route, walk.id) == (case.id, (), None, "")
        assert not workspace.walks.all()

    def test_changes_gather_in_one_record(self, workspace, case):
        """A stop left out, another route and a rest: one walk."""
        keep_walk(workspace, case.id, skipped=("values",))
        keep_walk(workspace, case.id, route=Route.C)
        keep_walk(workspace, case.id, rested_on=TODAY)
        [walk] = workspace.walks.all()
        assert (walk.skipped, walk.route, walk.rested_on) == (("values",), Route.C, TODAY)

    def test_each_case_has_its_own(self, workspace, case):
        """What is left out of one walk stays in the other."""
        other = workspace.cases.add(Case(direction=Direction.I_SAID_NO, happened_on=TODAY))
        keep_walk(workspace, case.id, skipped=("values",))
        assert walk_for(workspace.walks.all(), other).skipped == ()

    def test_of_two_windows_the_later_counts(self, workspace, clock, case):
        """Two walks of one case, begun at once, end as one."""
        workspace.walks.add(Walk(case_id=case.id, skipped=("values",)))
        clock.forward(minutes=1)
        workspace.walks.add(Walk(case_id=case.id, skipped=("skills",)))
        assert walk_for(workspace.walks.all(), case).skipped == ("skills",)


class TestOpenings:
    """Those to act on first."""

    def opening(self, workspace, role, days=None):
        """An opening with a last day so many days from today."""
        day = None if days is None else TODAY + timedelta(days=days)
        return workspace.openings.add(Opening(role=role, deadline=day))

    def test_the_soonest_comes_first_and_what_is_over_last(self, workspace, clock):
        """Today still counts; without a day the newest stands first."""
        for role, days in [("old", -30), ("late", 9), ("any", None), ("gone", -1), ("now", 0)]:
            self.opening(workspace, role, days)
            clock.forward(minutes=1)
        self.opening(workspace, "newer")
        order = [each.role for each in soonest_first(workspace.openings.all(), TODAY)]
        assert order == ["now", "late", "newer", "any", "gone", "old"]

    def test_none_are_none(self):
        """An empty list stays empty."""
        assert soonest_first([], TODAY) == ()

    @pytest.mark.parametrize(("days", "over"), [(None, False), (0, False), (1, False), (-1, True)])
    def test_the_last_day_itself_is_not_over(self, workspace, days, over):
        """Who acts today acts in time."""
        assert is_over(self.opening(workspace, "Lead", days), TODAY) is over

    @given(st.lists(st.none() | st.integers(-5, 5), max_size=8))
    def test_nothing_is_lost_in_the_order(self, days):
        """Every opening stands in the list once."""
        every = [
            Opening(id=str(at), role="Lead", deadline=None if d is None else TODAY + timedelta(d))
            for at, d in enumerate(days)
        ]
        assert sorted(each.id for each in soonest_first(every, TODAY)) == sorted(
            each.id for each in every
        )
