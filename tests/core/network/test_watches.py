"""Companies to watch: a look on its day, and a role that is back leads on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.network.talks import LOOK_DAYS, Look, Watch
from core.network.watches import (
    case_behind,
    in_order,
    is_due,
    is_reposted,
    looked,
    next_look,
    running_again,
    stopped,
    watched,
    without,
)

TODAY = date(2026, 11, 20)
DAYS = st.dates(date(2023, 12, 1), date(2028, 3, 1))
LOOKS = st.lists(
    st.builds(Look, on=DAYS, note=st.sampled_from(["", "A new team"]), reposted=st.booleans()),
    max_size=6,
)
GAPS = st.integers(min_value=7, max_value=365)


def watch(**told):
    """A company that is watched."""
    return Watch(employer="Harbour Works", **told)


class TestDay:
    """When to look again."""

    def test_it_is_thirty_days_after_the_last_look(self):
        """A leap day is a day like any other (S3-62)."""
        seen = watch(began_on=date(2020, 1, 1), looks=(Look(on=date(2028, 2, 15)),))
        assert LOOK_DAYS == 30
        assert next_look(seen, TODAY) == date(2028, 3, 16)

    def test_before_the_first_look_it_counts_from_the_beginning(self):
        """Where that is not known, now is a good moment."""
        assert next_look(watch(began_on=TODAY), TODAY) == TODAY + timedelta(days=30)
        assert next_look(watch(), TODAY) == TODAY

    @given(LOOKS, GAPS, DAYS)
    def test_a_look_today_rests_it_for_the_whole_gap(self, looks, gap, today):
        """Whatever was looked at before, in whatever order it was noted."""
        seen = Watch(employer="H", every_days=gap)
        for each in looks:
            seen = looked(seen, each)
        after = looked(seen, Look(on=today))
        day = next_look(after, today)
        assert day is not None
        assert (day - today).days >= gap
        assert not is_due(after, today)

    @given(LOOKS)
    def test_the_order_of_notes_does_not_matter(self, looks):
        """One that is noted late stands at its day."""
        one, other = Watch(employer="H"), Watch(employer="H")
        for each in looks:
            one = looked(one, each)
        for each in reversed(looks):
            other = looked(other, each)
        assert next_look(one, TODAY) == next_look(other, TODAY)
        assert sorted(e.on for e in one.looks) == [e.on for e in one.looks]

    @given(LOOKS, DAYS)
    def test_what_is_stopped_asks_for_nothing_and_runs_again_as_before(self, looks, today):
        """Stopping and starting loses no look and moves no day."""
        seen = watch(looks=tuple(looks))
        rests = stopped(seen, today)
        assert next_look(rests, today) is None
        assert not is_due(rests, today)
        assert running_again(rests) == seen

    def test_the_next_to_look_at_comes_first_and_stopped_ones_last(self):
        """What rests is out of the way."""
        rests = watch(id="rests", stopped_on=TODAY)
        late, soon = (watch(id=f"d{n}", began_on=TODAY - timedelta(days=n)) for n in (5, 25))
        assert in_order([rests, late, soon], TODAY) == (soon, late, rests)


class TestLooks:
    """What was seen."""

    def test_a_double_click_counts_once(self):
        """The same look twice is one look."""
        look = Look(on=TODAY, note="A new team")
        assert looked(looked(watch(), look), look).looks == (look,)

    def test_one_that_is_taken_off_comes_back_to_its_place(self):
        """Whatever stood around it."""
        early, late = Look(on=date(2026, 1, 1)), Look(on=TODAY)
        both = watch(looks=(early, late))
        assert looked(without(both, early), early) == both

    def test_the_last_look_tells_whether_a_role_is_back(self):
        """A role that was there a year ago says nothing of today (S3-56)."""
        then, now = Look(on=date(2025, 1, 1), reposted=True), Look(on=TODAY)
        assert is_reposted(watch(looks=(then,)))
        assert not is_reposted(watch(looks=(then, now)))
        assert not is_reposted(watch())


class TestCase:
    """What happened there before."""

    @pytest.fixture
    def cases(self):
        """Two noes at one company, one at another."""
        return [
            Case(
                id="old",
                direction=Direction.I_SAID_NO,
                employer="Harbour Works",
                happened_on=date(2025, 1, 1),
            ),
            Case(
                id="new",
                direction=Direction.THEY_SAID_NO,
                employer="harbour  works",
                happened_on=TODAY,
            ),
            Case(id="other", direction=Direction.I_SAID_NO, employer="Pier", happened_on=TODAY),
        ]

    def test_the_newest_of_the_same_name_counts(self, cases):
        """Spaces and capitals do not count."""
        found = case_behind(watch(), cases)
        assert found is not None
        assert found.id == "new"

    def test_the_case_it_came_from_goes_first(self, cases):
        """Also where it has another name by now."""
        found = case_behind(watch(case_id="other"), cases)
        assert found is not None
        assert found.id == "other"

    def test_without_any_there_is_none(self):
        """Nor is there one where its case is gone."""
        assert case_behind(watch(case_id="gone"), []) is None

    def test_a_company_is_watched_once(self):
        """Asked for again under another spelling, it is found."""
        here = watch()
        assert watched([here], "HARBOUR  works") == here
        assert watched([here], "Pier") is None
