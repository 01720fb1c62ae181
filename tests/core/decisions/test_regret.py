"""Regret: each of the six kinds at the edge of its rule, which two are told, and when it rests."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.regret import regret_words
from core.decisions.regret import (
    REST,
    Facts,
    Kind,
    Known,
    is_contrast,
    is_hindsight,
    is_luck,
    is_process_gap,
    is_rosy,
    is_shifted,
    kinds,
    known_as,
    revisit_day,
    top_kinds,
)

THEN, LATER, GUESS = Known
DAY = date(2026, 3, 12)
sortings = st.lists(st.sampled_from(Known), max_size=9)
values = st.lists(st.sampled_from("abcdef"), unique=True, max_size=3)
facts = st.builds(
    Facts,
    known=sortings,
    process=st.none() | st.integers(0, 12),
    outcome=st.none() | st.integers(-5, 5),
    then=values,
    now=values,
    facets=st.lists(st.integers(0, 10), max_size=5),
    hard=st.integers(0, 5),
    thought=st.booleans(),
)


class TestHindsight:
    """Half of the sorted thoughts or more were known only later."""

    @pytest.mark.parametrize(
        ("known", "holds"),
        [
            ([], False),
            ([LATER], True),
            ([GUESS], False),
            ([LATER, THEN], True),
            ([LATER, THEN, GUESS], False),
            ([LATER, LATER, THEN, GUESS], True),
            ([LATER, LATER, THEN, GUESS, THEN], False),
        ],
    )
    def test_half_is_enough(self, known, holds):
        """A guess was sorted too, and counts among all of them."""
        assert is_hindsight(Facts(known=known)) is holds

    @given(sortings)
    def test_one_more_that_was_known_later_never_ends_it(self, known):
        """What came later cannot make it less of a hindsight."""
        if is_hindsight(Facts(known=known)):
            assert is_hindsight(Facts(known=[*known, LATER]))

    @given(sortings)
    def test_one_more_that_was_known_then_never_begins_it(self, known):
        """What was known that day speaks against it."""
        if known and not is_hindsight(Facts(known=known)):
            assert not is_hindsight(Facts(known=[*known, THEN]))

    def test_a_thought_that_was_not_sorted_is_left_out(self):
        """Nobody decides for the person, and what a newer version wrote is no answer here."""
        assert known_as([None, "later", "", "someday", "guess"]) == (LATER, GUESS)


class TestLuckAndProcess:
    """How it was decided, apart from how it turned out."""

    @pytest.mark.parametrize(
        ("process", "outcome", "luck", "gap"),
        [
            (8, -1, True, False),
            (12, -5, True, False),
            (8, 0, False, False),
            (8, 5, False, False),
            (8, None, False, False),
            (7, -5, False, False),
            (6, -1, False, True),
            (6, 5, False, True),
            (0, None, False, True),
            (None, -5, False, False),
        ],
    )
    def test_from_eight_it_was_luck_and_up_to_six_a_gap(self, process, outcome, luck, gap):
        """Seven is neither, a good or an even outcome is no bad luck, unknown is nothing."""
        told = Facts(process=process, outcome=outcome)
        assert (is_luck(told), is_process_gap(told)) == (luck, gap)


class TestShifted:
    """Two values moved between then and now."""

    @pytest.mark.parametrize(
        ("then", "now", "holds"),
        [
            ("ab", "ab", False),
            ("ab", "ba", False),
            ("ab", "ac", False),
            ("ab", "cd", True),
            ("a", "abc", True),
            ("abc", "a", True),
            ("abc", "ad", True),
            ("", "abc", False),
            ("abc", "", False),
        ],
    )
    def test_two_that_came_or_two_that_went(self, then, now, holds):
        """Their order says nothing, and one side alone says nothing either."""
        assert is_shifted(Facts(then=then, now=now)) is holds

    @given(values, values)
    def test_then_and_now_can_change_places(self, then, now):
        """What came is what went, seen from the other side."""
        one, other = Facts(then=then, now=now), Facts(then=now, now=then)
        assert is_shifted(one) == is_shifted(other)
        assert one.came == other.went


class TestContrast:
    """Today's spot colours the past."""

    @pytest.mark.parametrize(
        ("facets", "holds"),
        [
            ([4, 4, 4, 4, 4], True),
            ([4, 4, 4, 4, 5], False),
            ([0, 2, 10], True),
            ([3, 4, 6], False),
            ([0, 0], False),
            ([], False),
        ],
    )
    def test_a_mean_of_four_is_low(self, facets, holds):
        """Of three ratings or more; two are too few."""
        assert is_contrast(Facts(facets=facets)) is holds

    def test_guesses_make_the_old_role_no_better_known(self):
        """Three facts are firm: sorted ones, and days that were named (S0-13)."""
        assert Facts(known=[THEN, LATER, GUESS, GUESS]).is_thin
        assert not Facts(known=[THEN, LATER, GUESS], hard=1).is_thin
        assert Facts().is_thin


class TestRosy:
    """The other life has no drawback yet."""

    def test_one_hard_day_is_enough_against_it(self):
        """None, of a thought that was told, is rosy."""
        assert is_rosy(Facts(thought=True))
        assert is_rosy(Facts(known=[THEN]))
        assert not is_rosy(Facts(thought=True, hard=1))

    def test_who_told_nothing_has_no_rosy_life(self):
        """A page that was left empty says nothing about anybody."""
        assert kinds(Facts()) == ()
        assert not Facts().tells

    def test_ratings_alone_are_no_rosy_life_either(self):
        """There is something to go by, and it speaks of today only."""
        rated = Facts(facets=[8, 8, 8])
        assert rated.tells
        assert kinds(rated) == ()


class TestWhichAreTold:
    """Two at most, from the firmest ground to the thinnest."""

    def test_all_of_them_at_once(self):
        """Luck and a gap never stand together, so that five is the most there can be."""
        every = Facts([LATER], 8, -1, "ab", "cd", [1, 1, 1], 0, thought=True)
        assert kinds(every) == (Kind.LUCK, Kind.HINDSIGHT, Kind.SHIFTED, Kind.CONTRAST, Kind.ROSY)
        assert top_kinds(every) == (Kind.LUCK, Kind.HINDSIGHT)

    def test_what_is_inferred_from_a_gap_comes_last(self):
        """Today's ratings before a missing bad week."""
        assert top_kinds(Facts(facets=[0, 0, 0], thought=True)) == (Kind.CONTRAST, Kind.ROSY)

    @given(facts)
    def test_never_more_than_two_and_never_luck_with_a_gap(self, told):
        """Whatever was answered."""
        assert len(top_kinds(told)) <= 2
        assert not {Kind.LUCK, Kind.PROCESS_GAP} <= set(kinds(told))
        assert not kinds(told) or told.tells

    def test_each_kind_has_a_name_an_action_and_a_way(self):
        """And no two of them the same."""
        words = regret_words().kinds
        assert len({each.label for each in words.values()}) == len(Kind)
        assert len({each.step for each in words.values()}) == len(Kind)
        assert all(len(each.step) <= 200 for each in words.values())


class TestTheCoin:
    """Choice and luck told apart with one coin."""

    def test_the_bet_that_it_tells_of_is_a_good_one(self):
        """Ten to win, one to lose: good on the whole, and lost half of the time."""
        told = " ".join(regret_words().coin)
        assert "you win ten" in told
        assert "you lose one" in told
        assert sum((10, -1)) / 2 > 0
        assert "Half of the time" in told

    def test_it_tells_the_other_side_too(self):
        """A win does not make a bad choice good."""
        assert "a bad bet" in regret_words().coin[3]


class TestRest:
    """When it is looked at again."""

    def test_thirty_days_unless_the_person_says_otherwise(self):
        """A day that is over, or today, is no day to look again."""
        assert revisit_day(None, DAY) == date(2026, 4, 11)
        assert revisit_day(date(2026, 5, 1), DAY) == date(2026, 5, 1)
        assert revisit_day(DAY, DAY) == date(2026, 4, 11)
        assert revisit_day(date(2020, 1, 1), DAY) == date(2026, 4, 11)

    @pytest.mark.parametrize(
        ("day", "again"),
        [
            (date(2028, 1, 31), date(2028, 3, 1)),
            (date(2027, 1, 31), date(2027, 3, 2)),
            (date(2027, 12, 15), date(2028, 1, 14)),
        ],
    )
    def test_over_leap_days_and_years(self, day, again):
        """Thirty days by the calendar."""
        assert revisit_day(None, day) == again

    @given(st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)))
    def test_it_is_always_to_come(self, given_day):
        """Nobody is asked to look again yesterday."""
        assert revisit_day(given_day, DAY) > DAY
        assert timedelta(days=30) == REST
