"""Cases: only the first answer is needed, and the way it went is never rewritten."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.cases import Case, Direction, Door, Stage, StageReached, alive, asks, stage_at_start

DAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)

reached = st.tuples(st.sampled_from(Stage), st.none() | st.dates())


def told(**facts):
    """A case."""
    return Case(**{"direction": Direction.THEY_SAID_NO, "happened_on": DAY} | facts)


def test_only_the_direction_is_needed():
    """Everything else can be left open and added later."""
    case = told()
    assert (case.employer, case.stage, case.door) == ("", None, Door.UNKNOWN)
    assert not case.at_rest


@pytest.mark.parametrize(
    ("field", "longest"),
    [("employer", 200), ("role", 200), ("protected", 200), ("story", 20_000)],
)
def test_a_text_is_kept_up_to_its_limit(field, longest):
    """A text of just the limit is kept whole; one more character is refused, not cut off."""
    assert len(getattr(told(**{field: "x" * longest}), field)) == longest
    with pytest.raises(ValidationError):
        told(**{field: "x" * (longest + 1)})


def test_a_refusal_never_repeats_the_words():
    """An error can end up in a log, so it names the field and not what was typed."""
    with pytest.raises(ValidationError) as refused:
        told(story="secret" * 5_000)
    assert "secret" not in str(refused.value)


def test_blanks_around_a_line_are_not_kept():
    """What looks the same is the same."""
    assert told(employer="  Acme \n").employer == "Acme"


class TestStages:
    """The way it went is a history that only grows."""

    @given(st.lists(reached, max_size=8))
    def test_nothing_is_taken_out_of_it(self, lines):
        """Each new line leaves all earlier ones as they were, and is the one noted last."""
        case = told()
        for stage, on in lines:
            later = case.reached(stage, on, NOW)
            assert later.stages[: len(case.stages)] == case.stages
            assert (later.stage, later.stages[-1].on) == (stage, on)
            case = later

    @given(st.lists(reached, max_size=8))
    def test_a_line_is_not_repeated(self, lines):
        """Saving the same stage again adds nothing."""
        case = told()
        for stage, on in lines:
            case = case.reached(stage, on, NOW)
            assert case.reached(stage, on, NOW + timedelta(hours=1)) is case
        told_apart = [(each.stage, each.on) for each in case.stages]
        assert all(a != b for a, b in pairwise(told_apart))

    def test_a_day_found_out_later_is_a_line_of_its_own(self):
        """Learning the day does not rewrite that it was once unknown."""
        case = told().reached(Stage.TASK, None, NOW).reached(Stage.TASK, DAY, NOW)
        assert [each.on for each in case.stages] == [None, DAY]

    def test_going_back_a_stage_is_noted_too(self):
        """The stage is the one noted last, not the furthest."""
        case = told().reached(Stage.FINAL, None, NOW).reached(Stage.TASK, None, NOW)
        assert case.stage is Stage.TASK
        assert case.stages[0] == StageReached(stage=Stage.FINAL, noted_at=NOW)

    def test_saying_no_to_an_offer_means_there_was_one(self):
        """Nobody is asked how far it got when the answer is plain."""
        offered = {each for each in Direction if stage_at_start(each) is Stage.OFFER}
        assert offered == {Direction.I_SAID_NO, Direction.SECOND_THOUGHTS}
        assert all(stage_at_start(each) is None for each in set(Direction) - offered)


class TestQuestions:
    """Only what matters after the first answer is asked."""

    @pytest.mark.parametrize("direction", Direction)
    def test_the_stage_is_asked_where_it_is_not_plain(self, direction):
        """After every answer the stage is known or asked for, and never both."""
        assert ("stage" in asks(direction)) is (stage_at_start(direction) is None)

    @pytest.mark.parametrize("direction", Direction)
    def test_my_reasons_are_asked_for_my_no_only(self, direction):
        """Nobody is asked for reasons of a choice that was not theirs."""
        mine = {Direction.I_SAID_NO, Direction.SECOND_THOUGHTS, Direction.WITHDREW}
        assert ("reasons" in asks(direction)) is (direction in mine)
        assert ("protected" in asks(direction)) is (direction in mine)

    def test_silence_asks_nothing_about_news(self):
        """Where no word came, nobody is asked how it came or how the door stands."""
        assert not asks(Direction.SILENCE) & {"told_by", "door", "goal", "deadline", "reasons"}

    @pytest.mark.parametrize("direction", Direction)
    def test_what_appealed_and_who_was_there_is_always_asked(self, direction):
        """The good of it and the people are worth keeping, however it ended."""
        assert asks(direction) >= {"employer", "role", "happened_on", "story", "pulls"}
        assert asks(direction) >= {"contact", "referrer"}


class TestAlive:
    """What is not at rest, the one touched last first."""

    def test_the_order_is_that_of_the_last_touch(self):
        """Not of the news: an old case can be the one in hand."""
        cases = [told(id=str(n), updated_at=NOW + timedelta(hours=n)) for n in (2, 3, 1)]
        assert [each.id for each in alive(cases)] == ["3", "2", "1"]

    def test_what_is_at_rest_is_out_of_sight(self):
        """Put to rest, it is not shown among those alive; brought back, it is."""
        resting = told(rested_at=NOW)
        assert alive([resting]) == ()
        assert alive([resting.model_copy(update={"rested_at": None})]) != ()

    def test_saved_at_the_same_moment_the_latest_news_comes_first(self):
        """After a restore many cases have one moment: the newest of them is in hand."""
        same = [told(id=str(n), updated_at=NOW, happened_on=DAY - timedelta(n)) for n in (5, 0, 9)]
        assert [each.id for each in alive(same)] == ["0", "5", "9"]

    def test_travelling_changes_no_order(self):
        """Moments told in the time of two places are compared as moments."""
        tokyo = timezone(timedelta(hours=9))
        earlier = told(id="tokyo", updated_at=NOW.astimezone(tokyo))
        later = told(id="home", updated_at=NOW + timedelta(minutes=1))
        assert [each.id for each in alive([earlier, later])] == ["home", "tokyo"]

    def test_a_case_without_a_moment_comes_last(self):
        """An odd record hides no other."""
        assert alive([told(id="odd"), told(id="sound", updated_at=NOW)])[-1].id == "odd"
