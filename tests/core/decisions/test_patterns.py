"""Patterns: too early below three, then counts and middles, and never a verdict."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.content.loader import case_words
from core.decisions.log import Decision, Said, reasons_for
from core.decisions.look_backs import LOOK_BACK_DAYS, LookBack
from core.decisions.patterns import Counted, RegretAt, pattern, regret_at

DAY = date(2026, 3, 1)
REASONS = list(case_words().reasons)
marks = st.sampled_from((0, *LOOK_BACK_DAYS))
regrets = st.lists(st.tuples(marks, st.one_of(st.none(), st.integers(0, 10))), max_size=5)


def decision(days=0, process=None, looks=(), **told):
    """A decision so many days after the first; `looks` are marks and regret, newest first."""
    case = Case(direction=Direction.I_SAID_NO, happened_on=DAY + timedelta(days=days), **told)
    told_at = [
        LookBack(happened_on=DAY, case_id="a", after_days=mark, regret=regret)
        for mark, regret in looks
    ]
    reasons = reasons_for(case, None)
    return Decision(case, Said(case.happened_on), reasons, tuple(told_at), process=process)


class TestTooEarly:
    """From three on there is something to see."""

    @pytest.mark.parametrize(("count", "early"), [(0, True), (2, True), (3, False)])
    def test_two_are_too_few(self, count, early):
        """Three are enough."""
        assert pattern([decision()] * count, REASONS).is_early is early

    @pytest.mark.parametrize(("count", "middle"), [(2, None), (3, Fraction(5))])
    def test_so_are_two_looks_at_one_mark(self, count, middle):
        """However many decisions there are: they are counted, and have no middle yet."""
        every = [decision(looks=[(30, 5)])] * count + [decision()] * 4
        assert regret_at(30, every) == RegretAt(30, count, middle)


class TestReasons:
    """How many decisions each reason played a part in."""

    def test_the_most_frequent_comes_first(self):
        """Ties stand as the reasons do, whichever was told first."""
        every = [
            decision(reasons_true=("mission", "hours")),
            decision(reasons_true=("hours", "pay")),
            decision(reasons_true=("hours",)),
        ]
        found = [(each.what, each.count) for each in pattern(every, REASONS).reasons]
        assert found == [("hours", 3), ("pay", 1), ("mission", 1)]

    def test_one_decision_counts_once(self):
        """A reason that is picked twice is one, and what was only said does not add to it."""
        twice = decision(reasons_true=("pay", "pay"), reasons_given=("pay", "timing"))
        assert pattern([twice] * 3, REASONS).reasons == (Counted("pay", 3),)

    def test_own_words_are_no_common_reason(self):
        """They are each time other words, and so is a reason that has no name any more."""
        told = {"reasons_true": ("old_one", "timing"), "reason_words": "My dog"}
        every = [decision(**told)] * 3
        assert [each.what for each in pattern(every, REASONS).reasons] == ["timing"]

    @given(st.lists(st.lists(st.sampled_from(REASONS), max_size=4), max_size=6))
    def test_no_count_is_above_the_decisions(self, told):
        """And the order of the decisions changes nothing."""
        every = [decision(reasons_true=tuple(each)) for each in told]
        found = pattern(every, REASONS)
        assert all(0 < each.count <= found.decisions for each in found.reasons)
        assert found.reasons == pattern(every[::-1], REASONS).reasons


class TestWhatWasKeptSafe:
    """The person's own lines, the same one told once."""

    def test_spaces_and_capitals_do_not_count(self):
        """It is shown as it was written first; what is empty is no value."""
        every = [
            decision(protected="Time with Mia"),
            decision(protected=""),
            decision(protected="Rest"),
            decision(protected="time  with mia"),
        ]
        found = pattern(every, REASONS).protected
        assert found == (Counted("Time with Mia", 2), Counted("Rest", 1))


class TestProcesses:
    """How each decision was made, in the order in which they were."""

    def test_the_oldest_comes_first_and_what_is_not_told_is_left_out(self):
        """A score of 0 is told."""
        every = [decision(9, process=7), decision(5), decision(2, process=0)]
        assert [score for _, score in pattern(every, REASONS).processes] == [0, 7]


class TestRegret:
    """The middle of the looks at each mark."""

    def test_the_middle_of_four_may_lie_between(self):
        """2, 3, 8 and 10 have 5.5 in the middle, by hand."""
        every = [decision(looks=[(90, score)]) for score in (10, 2, 8, 3)]
        assert regret_at(90, every) == RegretAt(90, 4, Fraction(11, 2))

    def test_looks_in_between_belong_to_no_mark(self):
        """And a look at another mark not to this one."""
        every = [decision(looks=[(0, 9), (30, 4)])] * 3
        found = pattern(every, REASONS).regret
        assert found == (RegretAt(30, 3, Fraction(4)), RegretAt(90, 0), RegretAt(180, 0))

    def test_of_two_at_one_mark_the_latest_that_tells_it_counts(self):
        """One that leaves the regret out does not hide the one before."""
        every = [decision(looks=[(30, None), (30, 2), (30, 9)])] * 3
        assert regret_at(30, every).middle == 2

    @given(st.lists(regrets, max_size=6))
    def test_the_middle_is_one_that_could_be_felt(self, told):
        """Between 0 and 10, from at least three decisions, and no look counts twice."""
        every = [decision(looks=each) for each in told]
        for found in pattern(every, REASONS).regret:
            assert found.looks <= len(every)
            assert (found.middle is None) == (found.looks < 3)
            assert found.middle is None or 0 <= found.middle <= 10
