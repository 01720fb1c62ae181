"""Private writing: a few sessions at most, and a kind word when it weighs."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.writing import PROMPTS, writing_words
from core.writing import (
    Gate,
    Way,
    Writing,
    gate,
    latest_first,
    minutes_between,
    past_soft_end,
    sessions_of,
    weighs,
)

TODAY = date(2026, 3, 12)
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
SESSIONS = [way for way in Way if way is not Way.DIARY]


def wrote(days_ago=0, way=Way.DEEPEST, case_id="case", **more):
    """One session, so many days ago."""
    return Writing(happened_on=TODAY - timedelta(days=days_ago), way=way, case_id=case_id, **more)


writings = st.lists(
    st.builds(
        wrote,
        st.integers(0, 400),
        st.sampled_from(Way),
        st.sampled_from(["case", "other", ""]),
    ),
    max_size=12,
)


class TestTheGate:
    """Four for one event, one a day, and the plain diary always (evidence 3)."""

    def test_it_is_open_at_first(self):
        """Nothing was written yet."""
        assert gate([], "case", TODAY) is Gate.OPEN

    @pytest.mark.parametrize("way", SESSIONS)
    def test_one_a_day_whatever_it_is_about(self, way):
        """Another event is no way round it."""
        assert gate([wrote(0, way, "other")], "case", TODAY) is Gate.TODAY

    def test_it_opens_again_on_the_next_day(self):
        """A day is a day of the calendar, not 24 hours."""
        assert gate([wrote(1)], "case", TODAY) is Gate.OPEN

    def test_four_are_all_there_are_for_one_event(self):
        """However long ago they were."""
        assert gate([wrote(days) for days in (2, 90, 200, 400)], "case", TODAY) is Gate.ALL

    def test_the_fourth_is_still_to_be_had(self):
        """Three are not four."""
        assert gate([wrote(days) for days in (1, 2, 3)], "case", TODAY) is Gate.OPEN

    def test_the_fourth_today_is_told_as_the_last(self):
        """Tomorrow would not open it again, so nobody is told to come back then."""
        assert gate([wrote(days) for days in (0, 1, 2, 3)], "case", TODAY) is Gate.ALL

    def test_another_event_has_its_own_four(self):
        """What was written about one does not count for another."""
        assert gate([wrote(days) for days in (1, 2, 3, 4)], "other", TODAY) is Gate.OPEN

    @pytest.mark.parametrize(("days", "expected"), [(29, Gate.ALL), (30, Gate.OPEN)])
    def test_without_an_event_a_run_ends_after_thirty_days(self, days, expected):
        """The last day that counts, and the first that does not."""
        told = [wrote(each, case_id="") for each in (1, 2, 3, days)]
        assert gate(told, "", TODAY) is expected

    def test_a_session_that_was_let_go_counts(self):
        """Its text is gone, and that it took place is known."""
        assert gate([wrote().without_text()], "case", TODAY) is Gate.TODAY

    @given(st.integers(0, 50))
    def test_the_plain_diary_never_counts(self, pages):
        """As many pages as one likes."""
        diary = [wrote(0, Way.DIARY)] * pages
        assert gate(diary, "case", TODAY) is Gate.OPEN
        assert not sessions_of(diary, "case", TODAY)

    @given(writings, st.sampled_from(["case", "other", ""]))
    def test_whoever_obeys_it_never_writes_more_than_four(self, told, case_id):
        """Nor twice on one day: writing whenever it is open keeps both rules."""
        own = []
        for each in sorted(told, key=lambda each: each.happened_on):
            if not each.is_session or gate(own, case_id, each.happened_on) is Gate.OPEN:
                own.append(each.model_copy(update={"case_id": case_id}))
        sessions = [each for each in own if each.is_session]
        days = [each.happened_on for each in sessions]
        assert len(days) == len(set(days))
        assert sessions_of(own, case_id, TODAY) <= 4


class TestWhenItWeighs:
    """A drop of 2 or more, twice, is a reason to say so (safety, rumination guard 4)."""

    @pytest.mark.parametrize(
        ("before", "after", "sank"),
        [
            (6, 4, True),
            (6, 5, False),
            (10, 0, True),
            (4, 6, False),
            (None, 0, False),
            (6, None, False),
            (2, 0, True),
        ],
    )
    def test_a_drop(self, before, after, sank):
        """Both numbers must be known; 0 is a number."""
        assert wrote(mood_before=before, mood_after=after).sank is sank

    def test_two_drops_weigh_and_one_does_not(self):
        """About whichever event, and with good sessions between them."""
        drop = {"mood_before": 6, "mood_after": 3}
        assert not weighs([wrote(1, **drop)], TODAY)
        told = [wrote(9, case_id="", **drop), wrote(5, mood_before=3, mood_after=7)]
        assert weighs([*told, wrote(1, **drop)], TODAY)

    def test_a_drop_of_long_ago_does_not_count(self):
        """Thirty days later it may be another time."""
        drop = {"mood_before": 6, "mood_after": 3}
        assert not weighs([wrote(30, **drop), wrote(1, **drop)], TODAY)

    def test_the_diary_is_another_exercise(self):
        """A low day that was written down plainly says nothing about writing."""
        drop = {"mood_before": 6, "mood_after": 3}
        assert not weighs([wrote(2, Way.DIARY, **drop), wrote(1, **drop)], TODAY)


class TestTime:
    """Twenty minutes, softly."""

    @pytest.mark.parametrize(("minutes", "over"), [(0, False), (19, False), (20, True), (90, True)])
    def test_the_soft_end(self, minutes, over):
        """From twenty minutes on."""
        assert past_soft_end(NOON, NOON + timedelta(minutes=minutes)) is over

    @pytest.mark.parametrize(
        ("seconds", "minutes"), [(-5, 0), (0, 0), (59, 0), (60, 1), (1190, 19), (40_000, 60)]
    )
    def test_minutes_are_whole_and_never_those_of_a_window_left_open(self, seconds, minutes):
        """A clock that was set back makes none."""
        assert minutes_between(NOON, NOON + timedelta(seconds=seconds)) == minutes


class TestTheRecord:
    """What is kept, and what is not."""

    def test_letting_go_leaves_day_minutes_and_moods(self):
        """And not one word."""
        told = wrote(text="secret", kept=True, minutes=15, mood_before=4, mood_after=6)
        left = told.without_text()
        assert "secret" not in left.model_dump_json()
        assert (left.kept, left.minutes, left.mood_before, left.mood_after) == (False, 15, 4, 6)

    def test_its_text_is_looked_at_like_all_own_words(self):
        """So that support stands on later pages."""
        assert wrote(text="so tired").own_words == ("so tired",)

    def test_it_is_kept_and_found_again(self, workspace):
        """As every record is."""
        kept = workspace.writings.add(wrote(text="one\ntwo", kept=True))
        assert workspace.writings.get(kept.id) == kept
        assert workspace.delete(kept) == (kept,)

    def test_the_latest_comes_first(self):
        """Of one day, what came in last."""
        old, first, second = wrote(3, text="old"), wrote(text="first"), wrote(text="second")
        assert latest_first([first, old, second]) == (second, first, old)


class TestWords:
    """What, how and next."""

    @pytest.mark.parametrize("way", Way)
    def test_every_way_asks_three_things_and_never_why(self, way):
        """Safety, rumination guard 5."""
        said = writing_words().ways[way]
        assert len(said.prompts) == PROMPTS
        assert not any("why" in prompt.lower().split() for prompt in said.prompts)
