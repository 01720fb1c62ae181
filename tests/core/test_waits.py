"""Waits: what a person leaves alone for a day, told together and ended at will."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction, Stage
from core.views import suggested
from core.waits import WAIT, Wait, Waiting, ended, waiting_together, waits_for, waits_now

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)


def wait(what=Waiting.REPLYING, hours=24.0, case_id=""):
    """A wait that ends in some hours."""
    return Wait(what=what, until=NOW + timedelta(hours=hours), case_id=case_id)


many = st.lists(
    st.builds(
        wait, st.sampled_from(Waiting), st.floats(-48, 48), st.sampled_from(["", "acme", "north"])
    ),
    max_size=12,
)


class TestWhatStillWaits:
    """A wait is over at its moment, not a minute later."""

    def test_until_its_moment(self):
        """After a day nothing is held any more."""
        waits = [Wait(what=Waiting.REPLYING, until=NOW + WAIT)]
        assert waits_now(waits, NOW + WAIT - timedelta(seconds=1)) == tuple(waits)
        assert waits_now(waits, NOW + WAIT) == ()

    def test_what_belongs_to_another_case_does_not_count(self):
        """What belongs to none counts everywhere, and in no case only that counts."""
        ours, anyone, theirs = wait(case_id="acme"), wait(hours=25), wait(case_id="north")
        assert waits_for([ours, anyone, theirs], NOW, "acme") == (ours, anyone)
        assert waits_for([ours, anyone, theirs], NOW, "") == (anyone,)

    def test_ending_one_early(self):
        """It waits no longer from that moment on; one that is over stays as it was."""
        assert waits_now([ended(wait(), NOW)], NOW) == ()
        assert ended(wait(hours=-5), NOW) == wait(hours=-5)


class TestWhatTodaySuggests:
    """What can wait is not suggested meanwhile."""

    @pytest.fixture
    def case(self, workspace):
        """A no of two days ago, after a final round."""
        on = NOW.date() - timedelta(days=2)
        stages = ({"stage": Stage.FINAL},)
        told = Case(direction=Direction.THEY_SAID_NO, happened_on=on, stages=stages)
        return workspace.cases.add(told)

    @pytest.mark.parametrize(
        ("what", "found"),
        [
            (Waiting.FEEDBACK, "thank_after_no"),
            (Waiting.REPLYING, "rest"),
            (Waiting.POSTING, "ask_feedback"),
            (Waiting.DECIDING, "ask_feedback"),
        ],
    )
    def test_the_next_thing_is_suggested_in_its_place(self, workspace, case, what, found):
        """Or rest, where nothing else is to be done."""
        workspace.waits.add(wait(what, case_id=case.id))
        assert suggested(workspace, case.id, NOW).id == found

    def test_once_it_is_over_it_is_suggested_again(self, workspace, case):
        """A wait is no refusal, and another case's wait is none of ours."""
        workspace.waits.add(wait(case_id=case.id))
        workspace.waits.add(wait(hours=99, case_id="north"))
        assert suggested(workspace, case.id, NOW + timedelta(hours=24)).id == "ask_feedback"


class TestToldTogether:
    """What ends at the same time is told in one line."""

    def test_one_line_for_one_moment(self):
        """In the order in which the worksheet asks for it."""
        waits = [wait(Waiting.FEEDBACK), wait(Waiting.REPLYING), wait(Waiting.POSTING, 2)]
        soon, later = waiting_together(waits, NOW)
        assert [each.what for each in soon.waits] == [Waiting.POSTING]
        assert [each.what for each in later.waits] == [Waiting.REPLYING, Waiting.FEEDBACK]

    def test_seconds_make_no_second_line(self):
        """Two keeps within a minute are one to a person."""
        first = wait(Waiting.REPLYING)
        second = wait(Waiting.POSTING, 24 + 20 / 3600)
        assert len(waiting_together([first, second], NOW)) == 1

    def test_cases_are_told_apart(self):
        """What waits with one employer says nothing of the other."""
        found = waiting_together([wait(case_id="acme"), wait(case_id="north")], NOW)
        assert [each.case_id for each in found] == ["acme", "north"]

    def test_put_off_twice_is_told_once(self):
        """Until the later moment."""
        [found] = waiting_together([wait(hours=3), wait(hours=20)], NOW)
        assert found.until == NOW + timedelta(hours=20)

    @given(many)
    def test_nothing_is_lost_and_nothing_is_told_twice(self, waits):
        """Each kind that still waits in a case stands in one group, with its latest moment."""
        found = [
            (g.case_id, w.what, w.until) for g in waiting_together(waits, NOW) for w in g.waits
        ]
        latest = {}
        for each in waits:
            if each.until > NOW:
                key = each.case_id, each.what
                latest[key] = max(each.until, latest.get(key, each.until))
        assert {(case_id, what): until for case_id, what, until in found} == latest
        assert len(found) == len(latest)
