"""Experiments: one change, counted along with the log, that ends by itself."""

from datetime import date, timedelta

import pytest

from core.applications import Application, Experiment, Outcome
from core.applications import Tests as Change
from core.cases import Stage, StageReached
from core.content.cases import case_words
from core.experiments import before_and_since, current, past, progress, recent_since, sent_in
from core.shares import Compared, Count

BEGUN = date(2026, 2, 1)
WAITS = case_words().waits


def trying(**told):
    """An experiment of the first of February."""
    return Experiment(tests=Change.CONTACT, begun_on=BEGUN, **told)


def sent(days, *, talk=False, outcome=Outcome.NO):
    """An application sent so many days after the experiment was begun."""
    stages = (StageReached(stage=Stage.FIRST_TALK),) if talk else ()
    day = BEGUN + timedelta(days=days)
    return Application(role=f"Day {days}", sent_on=day, stages=stages, outcome=outcome)


class TestWhatBelongsToIt:
    """From the day it was begun, the first so many."""

    def test_the_first_day_counts_and_the_day_before_does_not(self):
        """Nor what has no day."""
        every = [sent(-1), sent(0), sent(3), Application(role="No day")]
        assert [each.role for each in sent_in(trying(), every)] == ["Day 0", "Day 3"]

    def test_no_more_than_it_was_meant_for(self):
        """The first ones by day, in whatever order they came in."""
        every = [sent(day) for day in (5, 1, 4, 2, 3)]
        assert [each.role for each in sent_in(trying(count=2), every)] == ["Day 1", "Day 2"]

    @pytest.mark.parametrize(
        "told", [{"stop_on": BEGUN + timedelta(3)}, {"ended_on": BEGUN + timedelta(3)}]
    )
    def test_none_after_its_last_day(self, told):
        """The last day itself still counts."""
        every = [sent(2), sent(3), sent(4)]
        assert len(sent_in(trying(**told), every)) == 2


class TestHowFarItIs:
    """It is over when the last one is sent, or when its day has passed."""

    def test_four_of_ten_so_far(self):
        """And not over."""
        stands = progress(trying(), [sent(day) for day in range(4)], BEGUN + timedelta(9))
        assert (stands.sent, stands.of, stands.is_over) == (4, 10, False)

    def test_the_tenth_ends_it(self):
        """An eleventh does not count any more."""
        every = [sent(day) for day in range(11)]
        stands = progress(trying(), every, BEGUN + timedelta(20))
        assert (stands.sent, stands.is_over) == (10, True)

    @pytest.mark.parametrize(("days", "over"), [(7, False), (8, True)])
    def test_the_day_after_its_last_day_ends_it(self, days, over):
        """Also with nothing sent at all."""
        stands = progress(trying(stop_on=BEGUN + timedelta(7)), [], BEGUN + timedelta(days))
        assert (stands.sent, stands.is_over) == (0, over)


class TestBeforeAndSince:
    """Told with counts, and never too early."""

    def test_by_hand(self):
        """Since: three of four; before: none of five."""
        since = [sent(day, talk=day < 3) for day in range(4)]
        before = [sent(-day) for day in range(1, 6)]
        pair = before_and_since(trying(), [*since, *before], WAITS, BEGUN + timedelta(30))
        assert (pair.one.count, pair.other.count) == (Count(3, 4), Count(0, 5))
        assert pair.says is Compared.FIRST

    def test_what_is_too_recent_stays_out(self):
        """A day later nothing can be said yet."""
        every = [sent(0, outcome=None), sent(-90)]
        pair = before_and_since(trying(), every, WAITS, BEGUN + timedelta(1))
        assert pair.says is Compared.NOTHING

    def test_a_talk_of_yesterday_is_no_proof(self):
        """Ten sent a day ago and one talk, against ten old ones without: not the better way."""
        every = [sent(0, talk=True, outcome=None), *[sent(0, outcome=None) for _ in range(9)]]
        before = [sent(-90) for _ in range(10)]
        at = BEGUN + timedelta(1)
        assert before_and_since(trying(), [*every, *before], WAITS, at).says is Compared.NOTHING
        assert recent_since(trying(), [*every, *before], WAITS, at) == Count(1, 10)

    def test_few_on_both_sides_are_too_early(self):
        """One of two against one of three."""
        every = [sent(0, talk=True), sent(1), sent(-1, talk=True), sent(-2), sent(-3)]
        pair = before_and_since(trying(), every, WAITS, BEGUN + timedelta(30))
        assert pair.says is Compared.EARLY


class TestOneAtATime:
    """The one that is not ended is the current one."""

    def test_the_one_begun_last(self):
        """Should there ever be two of them."""
        early, late = trying(), Experiment(tests=Change.LEVEL, begun_on=BEGUN + timedelta(1))
        assert current([late, early]) is late
        assert current([]) is None

    def test_ended_ones_are_past(self):
        """The one begun last first."""
        ended = [
            Experiment(tests=Change.LEVEL, begun_on=day, ended_on=day)
            for day in (BEGUN, BEGUN + timedelta(5))
        ]
        assert past([*ended, trying()]) == (ended[1], ended[0])
        assert current(ended) is None
