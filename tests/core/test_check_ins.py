"""Check-ins: a mood alone is enough, and what is dated back counts on its own day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.check_ins import CheckIn, Felt

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
TODAY = NOW.date()
BERLIN = ZoneInfo("Europe/Berlin")

dates = st.dates(date(2000, 1, 1), date(2100, 1, 1))
zones = st.sampled_from(["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati"])
moments = st.builds(datetime.combine, dates, st.times(), zones.map(ZoneInfo))


def check_in(day=TODAY, **facts):
    """A check-in that tells only the mood."""
    return CheckIn(**{"mood": 5, "happened_on": day} | facts)


class TestEnough:
    """What a check-in needs, and what it refuses."""

    def test_a_mood_alone_is_a_check_in(self):
        """Nothing at all is a mood too."""
        assert check_in(mood=0).mood == 0

    def test_a_feeling_alone_is_a_check_in(self):
        """Whoever has a word and no number is heard."""
        felt = Felt(word="flat")
        assert check_in(mood=None, feelings=(felt,)).feelings == (felt,)

    @pytest.mark.parametrize("facts", [{}, {"note": "words"}, {"hope": 3}, {"body": ("chest",)}])
    def test_without_both_it_is_none(self, facts):
        """A note, a hope or a body cue alone does not say how it feels."""
        with pytest.raises(ValidationError, match="needs a mood or a feeling"):
            check_in(mood=None, **facts)

    @pytest.mark.parametrize("field", ["mood", "hope", "comes_back"])
    @pytest.mark.parametrize("score", [-1, 11, 4.5])
    def test_scores_stay_on_the_scale(self, field, score):
        """Whole numbers from 0 to 10, and nothing beside them."""
        with pytest.raises(ValidationError):
            check_in(**{field: score})

    def test_three_feelings_at_most(self):
        """A fourth word is refused, so that three can be weighed in a minute."""
        words = tuple(Felt(word=each) for each in "abcd")
        assert len(check_in(feelings=words[:3]).feelings) == 3
        with pytest.raises(ValidationError):
            check_in(feelings=words)


class TestMoment:
    """The latest moment at which it can have been felt."""

    def test_told_on_its_day_it_is_the_moment_of_saving(self):
        """Today's check-in was felt when it was saved."""
        saved = NOW - timedelta(hours=2)
        assert check_in(created_at=saved).happened_by(NOW) == saved

    def test_not_saved_yet_it_is_now(self):
        """What is being typed is felt now."""
        assert check_in().happened_by(NOW) == NOW

    @pytest.mark.parametrize("days", [1, 7, 400])
    def test_dated_back_it_is_the_end_of_that_day(self, days):
        """Yesterday's check-in counts until yesterday was over."""
        day = TODAY - timedelta(days=days)
        end = datetime.combine(day, time.max, tzinfo=UTC)
        assert check_in(day, created_at=NOW).happened_by(NOW) == end

    def test_it_is_never_later_than_it_was_saved(self):
        """After a flight west the day of saving is tomorrow's date: that lengthens nothing."""
        tokyo, los_angeles = ZoneInfo("Asia/Tokyo"), ZoneInfo("America/Los_Angeles")
        saved = datetime(2026, 3, 13, 8, 0, tzinfo=tokyo)
        landed = datetime(2026, 3, 12, 20, 0, tzinfo=los_angeles)
        assert check_in(date(2026, 3, 13), created_at=saved).happened_by(landed) == saved

    @given(dates, moments, moments)
    def test_it_is_told_in_the_time_of_the_place(self, day, saved, now):
        """Whenever and wherever: not after saving, and not after the day it is dated to."""
        felt = check_in(day, created_at=saved).happened_by(now)
        assert felt.tzinfo is now.tzinfo
        assert felt.timestamp() <= saved.timestamp()
        assert felt.date() <= day
        assert felt.timestamp() == saved.timestamp() or felt.time() == time.max

    @pytest.mark.parametrize(
        "saved",
        [
            datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN),
            datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),
            datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN),
        ],
    )
    def test_the_nights_when_clocks_change_are_nights_like_others(self, saved):
        """The hour that is missing and the hour that comes twice keep their moment."""
        stored = saved.astimezone(UTC)
        now = datetime.combine(saved.date(), time(20), tzinfo=BERLIN)
        felt = check_in(saved.date(), created_at=stored).happened_by(now)
        assert felt.timestamp() == stored.timestamp()
