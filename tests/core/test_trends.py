"""Trends: a watch list by fit and pull, and another look each month."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.trends import Trend, to_look_at, watch_list, worth

TODAY = date(2026, 3, 12)
degrees = st.none() | st.integers(0, 3)
trends = st.lists(st.builds(Trend, name=st.just("x"), fits=degrees, pull=degrees), max_size=20)


class TestWorth:
    """S0-17: fit times pull."""

    @pytest.mark.parametrize(
        ("fits", "pull", "expected"), [(3, 3, 9), (2, 3, 6), (0, 3, 0), (None, 3, None)]
    )
    def test_examples(self, fits, pull, expected):
        """Nothing is guessed."""
        assert worth(fits, pull) == expected

    @given(trends)
    def test_the_list_falls_and_loses_none(self, told):
        """What is not rated stands at the end."""
        listed = watch_list(told)
        rated = [worth(each.fits, each.pull) for each in listed]
        known = [each for each in rated if each is not None]
        assert known == sorted(known, reverse=True)
        assert rated == known + [None] * (len(told) - len(known))

    def test_ties_stay_as_they_came(self):
        """The older one first."""
        one, two = Trend(name="one", fits=2, pull=3), Trend(name="two", fits=3, pull=2)
        assert watch_list([one, two]) == (one, two)


class TestAnotherLook:
    """S2-33: once a month."""

    @pytest.mark.parametrize(("days", "due"), [(0, False), (29, False), (30, True), (400, True)])
    def test_after_thirty_days(self, days, due):
        """Counted from the last look."""
        trend = Trend(name="x", looked_on=TODAY - timedelta(days=days))
        assert to_look_at([trend], TODAY) == ((trend,) if due else ())

    def test_over_a_leap_day(self):
        """29 February is a day like any other."""
        trend = Trend(name="x", looked_on=date(2028, 2, 1))
        assert not to_look_at([trend], date(2028, 3, 1))
        assert to_look_at([trend], date(2028, 3, 2))

    def test_without_a_look_the_day_it_was_noted_counts(self):
        """Not the day of the article, which may be years old."""
        noted = datetime(2026, 3, 1, 9, tzinfo=UTC)
        trend = Trend(name="x", seen_on=date(2020, 1, 1), created_at=noted)
        assert not to_look_at([trend], date(2026, 3, 30))
        assert to_look_at([trend], date(2026, 3, 31))

    def test_a_look_yet_to_come_is_no_fault(self):
        """A clock that was set wrong hides nothing and stops nothing."""
        assert to_look_at([Trend(name="x", looked_on=date(2030, 1, 1))], TODAY) == ()
        assert to_look_at([Trend(name="x")], TODAY) == ()

    def test_the_best_comes_first(self):
        """In the order of the watch list."""
        old = TODAY - timedelta(days=60)
        low = Trend(name="low", fits=1, pull=1, looked_on=old)
        high = Trend(name="high", fits=3, pull=3, looked_on=old)
        assert to_look_at([low, high], TODAY) == (high, low)


def test_degrees_run_from_nothing_to_three():
    """Nothing beyond."""
    with pytest.raises(ValidationError):
        Trend(name="x", fits=4)


def test_it_is_kept_and_found_again(workspace):
    """As every record is."""
    kept = workspace.trends.add(Trend(name="x", source="a talk", seen_on=TODAY, fits=2, pull=1))
    assert workspace.trends.get(kept.id) == kept
