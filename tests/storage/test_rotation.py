"""Which earlier versions are kept: many of today, some of each week, a year in all."""

from datetime import UTC, datetime, timedelta

import pytest

from core.storage.rotation import within, worth_keeping

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_all_copies_of_a_first_day_are_kept():
    """Whoever saves once an hour for a day loses no copy."""
    taken = {NOON + timedelta(hours=n) for n in range(24)}
    assert worth_keeping(taken) == taken


def test_only_the_newest_of_an_hour_is_kept():
    """Many starts within an hour leave one copy."""
    taken = [NOON + timedelta(minutes=n) for n in range(50)]
    assert worth_keeping(taken) == {taken[-1]}


def test_a_year_of_hours_thins_out():
    """After a year: 24 hours, 14 days, 8 weeks and 12 months, each with its newest copy."""
    taken = [NOON - timedelta(hours=n) for n in range(24 * 400)]
    kept = sorted(worth_keeping(taken), reverse=True)
    assert kept[:24] == taken[:24]
    assert len({each.date() for each in kept}) >= 14
    assert len({(each.year, each.month) for each in kept}) == 12
    assert len(kept) <= 24 + 14 + 8 + 12
    assert kept[-1] >= NOON - timedelta(days=366)


def test_rare_copies_are_all_kept():
    """Somebody who writes once a month has every month of the year."""
    taken = {NOON - timedelta(days=31 * n) for n in range(12)}
    assert worth_keeping(taken) == taken


def test_nothing_to_keep_of_nothing():
    """No copies, no plan."""
    assert worth_keeping([]) == set()


@pytest.mark.parametrize(("limit", "kept"), [(100, 3), (25, 2), (10, 1), (1, 1), (0, 1)])
def test_the_newest_that_fit_are_kept(limit, kept):
    """Room runs out for the oldest first, and never for the newest."""
    sizes = [(NOON - timedelta(days=n), 10) for n in range(3)]
    assert within(sizes, limit) == {moment for moment, _ in sizes[:kept]}
