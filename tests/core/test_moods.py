"""How moods moved: worked out by hand, and told only when there is enough to tell."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.check_ins import CheckIn, Felt
from core.insights.moods import (
    COLUMNS,
    POINTS,
    Reading,
    Span,
    Trend,
    events,
    mood_points,
    named,
    reading,
)

TODAY = date(2026, 3, 12)


def felt(mood, *words, days_ago=0, on=None, strength=5, **facts):
    """A check-in of some days ago."""
    feelings = tuple(Felt(word=each, strength=strength) for each in words)
    day = on or TODAY - timedelta(days=days_ago)
    return CheckIn(mood=mood, feelings=feelings, happened_on=day, **facts)


def moods(*newest_first):
    """Check-ins with these moods, one a day, the newest first."""
    return [felt(mood, days_ago=ago) for ago, mood in enumerate(newest_first)]


def rows(table):
    """The rows of a table as plain tuples, empty numbers as None."""
    return [
        tuple(None if each != each else each for each in row)  # noqa: PLR0124 - NaN differs from itself
        for row in table.assign(day=table["day"].dt.date).itertuples(index=False, name=None)
    ]


class TestReading:
    """Which way it went, told from three moods on."""

    @pytest.mark.parametrize("told", [(), (3,), (3, 9)])
    def test_under_three_moods_it_is_too_early(self, told):
        """Nothing is read into one or two moods, however far apart."""
        assert reading(moods(*told)) == Reading(Trend.EARLY, len(told))

    def test_a_check_in_without_a_mood_is_not_counted(self):
        """Three check-ins with two moods are too early."""
        only_words = felt(None, "sad")
        assert reading([only_words, *moods(3, 9)]) == Reading(Trend.EARLY, 2)

    @pytest.mark.parametrize(
        ("newest_first", "trend", "early", "late"),
        [
            ((6, 6, 4, 4), Trend.UP, 4, 6),
            ((4, 4, 6, 6), Trend.DOWN, 6, 4),
            ((5, 5, 5, 5), Trend.LEVEL, 5, 5),
            ((5, 5, 4, 4), Trend.UP, 4, 5),  # a change of exactly 1.0
            ((4, 4, 5, 5), Trend.DOWN, 5, 4),
            ((5, 5, 5, 4), Trend.LEVEL, 5, 5),  # 4.5 to 5.0
            ((7, 3, 2), Trend.UP, 3, 7),  # 7 beside the mean of 3 and 2
            ((5, 4, 4, 3), Trend.UP, 4, 5),  # 3.5 to 4.5: never "around 4 after 4"
            ((10, 0, 10, 0), Trend.MIXED, 5, 5),
            ((7, 6, 9, 4, 4), Trend.MIXED, 6, 7),  # 6.5 after 5.67, and nothing stayed level
            ((6, 3, 5, 4), Trend.LEVEL, 5, 5),  # three points apart is level still
        ],
    )
    def test_the_later_half_is_held_against_the_earlier(self, newest_first, trend, early, late):
        """From a change of one point on it goes up or down; the means are told in whole points."""
        read = reading(moods(*newest_first))
        assert (read.trend, read.count) == (trend, len(newest_first))
        assert (read.early, read.late) == (early, late)

    def test_only_the_last_fourteen_moods_count(self):
        """A hard winter does not colour this spring."""
        assert reading(moods(*[6] * 7, *[5] * 7, *[0] * 20)) == Reading(Trend.UP, 14, 5, 6, 5, 6)

    def test_a_word_is_told_when_it_came_more_than_once(self):
        """One feeling is no pattern, and no word is the word of none."""
        once = [felt(5, "sad"), felt(5, "flat"), felt(5)]
        twice = [felt(5, "sad"), felt(5, "flat", "tired"), felt(5, "tired")]
        assert (reading(once).word, reading(twice).word) == ("", "tired")

    def test_a_word_of_long_ago_is_not_told(self):
        """What was picked before the last fourteen does not follow a person."""
        long_ago = [felt(5, "hopeless", days_ago=50) for _ in range(5)]
        assert reading([*moods(*[5] * 14), *long_ago]).word == ""

    @given(st.lists(st.integers(0, 10), min_size=3, max_size=20))
    def test_looking_backwards_turns_the_trend_round(self, told):
        """What reads as up one way reads as down the other, and the numbers say the same."""
        told = told[: len(told) // 2 * 2][:14]
        if len(told) < 4:
            told = [*told, *told]
        turned = {Trend.UP: Trend.DOWN, Trend.DOWN: Trend.UP}
        there, back = reading(moods(*told)), reading(moods(*reversed(told)))
        assert back.trend is turned.get(there.trend, there.trend)
        assert (back.early, back.late) == (there.late, there.early)

    @given(st.lists(st.integers(0, 10), min_size=3, max_size=14))
    def test_the_numbers_never_belie_the_words(self, told):
        """Where it says higher, the later number is higher; where lower, lower."""
        read = reading(moods(*told))
        assert (read.trend is not Trend.UP) or read.late > read.early
        assert (read.trend is not Trend.DOWN) or read.late < read.early
        assert 0 <= min(read.early, read.late) <= max(read.early, read.late) <= 10


class TestPoints:
    """What a chart draws."""

    def test_the_latest_are_drawn_one_by_one(self):
        """Oldest first, with the strongest word of each; what was not told stays empty."""
        sad, flat = Felt(word="sad", strength=3), Felt(word="flat", strength=8)
        latest = CheckIn(feelings=(sad, flat), happened_on=TODAY)
        before = felt(6, days_ago=1, comes_back=2)
        assert rows(mood_points([latest, before], Span.LATEST, TODAY)) == [
            (date(2026, 3, 11), 6.0, "", None, 2.0),
            (TODAY, None, "flat", 8.0, None),
        ]

    def test_no_more_than_a_chart_can_show(self):
        """Of many check-ins the latest sixty are drawn."""
        points = mood_points(moods(*[5] * 80), Span.LATEST, TODAY)
        assert len(points) == POINTS
        assert rows(points)[-1][0] == TODAY

    def test_a_year_is_drawn_by_weeks(self):
        """Monday to Sunday is one point with the means of that week; an empty week is none."""
        told = [
            felt(8, "calm", on=date(2026, 3, 9), strength=2),  # a Monday
            felt(3, "sad", on=date(2026, 2, 22), strength=7),  # a Sunday
            felt(4, "sad", on=date(2026, 2, 20), strength=4),
            felt(6, "flat", on=date(2026, 2, 16), strength=6, comes_back=9),  # the Monday before
        ]
        assert rows(mood_points(told, Span.YEAR, TODAY)) == [
            (date(2026, 2, 22), 4.3, "sad", 5.7, 9.0),  # 13/3 and 17/3
            (date(2026, 3, 15), 8.0, "calm", 2.0, None),
        ]

    def test_a_year_goes_back_a_year(self):
        """What is older than 365 days is left to the months."""
        told = [felt(5), felt(5, days_ago=365), felt(5, days_ago=366)]
        assert len(mood_points(told, Span.YEAR, TODAY)) == 2
        assert len(mood_points(told[2:], Span.YEAR, TODAY)) == 0

    def test_everything_is_drawn_by_months(self):
        """One point a month, on its first day, with its means and the word that led most often."""
        told = [
            felt(7, "calm", on=date(2026, 3, 12), strength=1),
            felt(None, "calm", on=date(2026, 3, 5), strength=5),
            felt(2, "flat", on=date(2026, 3, 1), strength=9),
            felt(6, on=date(2026, 1, 31)),
            felt(5, on=date(2026, 1, 1)),
            felt(10, on=date(2019, 6, 30)),
        ]
        assert rows(mood_points(told, Span.ALL, TODAY)) == [
            (date(2019, 6, 1), 10.0, "", None, None),
            (date(2026, 1, 1), 5.5, "", None, None),
            (date(2026, 3, 1), 4.5, "calm", 5.0, None),
        ]

    @pytest.mark.parametrize("span", Span)
    def test_without_a_check_in_there_is_an_empty_table(self, span):
        """Nothing to draw is drawn as nothing, with its columns."""
        points = mood_points([], span, TODAY)
        assert tuple(points.columns) == COLUMNS
        assert len(points) == 0

    def test_a_table_to_read_has_whole_days_and_the_latest_first(self):
        """The table says in words what the chart draws."""
        points = mood_points(moods(6, 5), Span.LATEST, TODAY)
        table = named(points, {"day": "Day", "mood": "Mood"})
        assert list(table["Day"]) == [TODAY, TODAY - timedelta(days=1)]
        assert list(table["Mood"]) == [6.0, 5.0]


class TestEvents:
    """What happened stands beside how it felt."""

    def test_cases_since_the_first_point_oldest_first(self):
        """Each with the way the no went; what came before the chart begins is left out."""
        told = [
            Case(direction=direction, happened_on=TODAY - timedelta(days=ago))
            for ago, direction in enumerate((Direction.SILENCE, Direction.WITHDREW, "cancelled"))
        ]
        found = events(told, TODAY - timedelta(days=1))
        assert rows(found) == [(TODAY - timedelta(days=1), "withdrew"), (TODAY, "silence")]
        assert rows(events([], TODAY)) == []
