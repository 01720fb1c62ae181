"""Shares: what counts say of them, held against scipy as a second opinion."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import integrate, stats

from core.shares import EVEN, Beta, Compared, Count, chance_higher, compared

SHAPES = st.floats(0.1, 3000)
COUNTS = st.integers(0, 300).flatmap(lambda of: st.integers(0, of).map(lambda yes: Count(yes, of)))


class TestBeta:
    """Which shares are plausible."""

    @settings(max_examples=50)
    @given(a=SHAPES, b=SHAPES, share=st.floats(0, 1))
    def test_the_chance_below_a_share_is_that_of_scipy(self, a, b, share):
        """Own arithmetic, to twelve digits."""
        assert Beta(a, b).below(share) == pytest.approx(stats.beta.cdf(share, a, b), abs=1e-12)

    @settings(max_examples=50)
    @given(a=SHAPES, b=SHAPES, chance=st.sampled_from([0.1, 0.5, 0.9]))
    def test_the_ends_of_a_range_are_those_of_scipy(self, a, b, chance):
        """For one application and for thousands."""
        theirs = stats.beta.ppf(chance, a, b)
        assert Beta(a, b).quantile(chance) == pytest.approx(theirs, abs=1e-9)

    @given(count=COUNTS)
    def test_a_range_holds_its_mean_and_stays_within_0_and_1(self, count):
        """All yes and all no as well."""
        low, high = count.plausible.range
        assert 0 < low < count.plausible.mean < high < 1

    @given(count=COUNTS, more=st.integers(1, 60))
    def test_more_yeses_lift_the_whole_range(self, count, more):
        """Nobody looks worse for one more talk."""
        before, after = count.plausible, count.plausible.after(more, more)
        assert after.mean > before.mean
        assert all(new >= old for new, old in zip(after.range, before.range, strict=True))

    def test_before_there_is_a_record_each_share_counts_the_same(self):
        """So the range of nothing is that from one tenth to nine tenths."""
        assert EVEN.range == pytest.approx((0.1, 0.9))

    @given(a=st.floats(0.1, 50), b=st.floats(0.1, 200), tries=st.integers(0, 80))
    def test_no_yes_at_all_is_what_the_beta_binomial_says(self, a, b, tries):
        """The product over the tries, against scipy."""
        theirs = stats.betabinom.pmf(0, tries, a, b)
        assert Beta(a, b).none_in(tries) == pytest.approx(theirs, rel=1e-6)

    @given(a=st.floats(0.5, 50), b=st.floats(0.5, 200), target=st.sampled_from([0.5, 0.8, 0.9]))
    def test_so_many_tries_are_enough_and_one_less_is_not(self, a, b, target):
        """Beyond the limit it says so and names no number."""
        known = Beta(a, b)
        tries = known.tries_for(target)
        if tries is None:
            assert 1 - known.none_in(999) < target
        else:
            assert 1 - known.none_in(tries) >= target > 1 - known.none_in(tries - 1)


class TestComparing:
    """Which of two shares is the higher one, or that it is too early to tell."""

    @settings(max_examples=25, deadline=None)
    @given(one=COUNTS, other=COUNTS)
    def test_the_chance_is_that_of_the_integral(self, one, other):
        """The exact sum agrees with scipy's integral over both."""
        first, second = one.plausible, other.plausible
        theirs, _ = integrate.quad(
            lambda x: stats.beta.pdf(x, first.a, first.b) * stats.beta.cdf(x, second.a, second.b),
            0,
            1,
            points=[first.mean, second.mean],
            limit=200,
        )
        assert chance_higher(one, other) == pytest.approx(theirs, abs=1e-6)

    @given(one=COUNTS, other=COUNTS)
    def test_both_chances_make_one(self, one, other):
        """Swapping the two turns the answer around."""
        assert chance_higher(one, other) + chance_higher(other, one) == pytest.approx(1)

    @given(count=COUNTS)
    def test_two_of_one_kind_are_level(self, count):
        """And so it is too early to tell."""
        assert chance_higher(count, count) == pytest.approx(0.5)
        assert compared(count, count) is (Compared.EARLY if count.of else Compared.NOTHING)

    def test_with_nothing_on_one_side_there_is_nothing_to_compare(self):
        """However much there is on the other."""
        assert compared(Count(0, 0), Count(200, 200)) is Compared.NOTHING
        assert compared(Count(3, 9), Count(0, 0)) is Compared.NOTHING

    @pytest.mark.parametrize(
        ("one", "other", "says"),
        [
            ((1, 1), (0, 1), Compared.FIRST),
            ((1, 2), (1, 3), Compared.EARLY),
            ((6, 10), (1, 10), Compared.FIRST),
            ((1, 10), (6, 10), Compared.SECOND),
            ((3, 10), (2, 10), Compared.EARLY),
            ((2000, 2000), (0, 2000), Compared.FIRST),
            ((0, 2000), (0, 2000), Compared.EARLY),
        ],
    )
    def test_only_a_clear_difference_is_told(self, one, other, says):
        """One of one against none of one: five of six, worked by hand; counts always stand by."""
        assert compared(Count(*one), Count(*other)) is says

    def test_one_of_one_against_none_of_one_by_hand(self):
        """The integral of 2x times (2x - x squared) over 0 to 1 is 4/3 - 1/2."""
        assert chance_higher(Count(1, 1), Count(0, 1)) == pytest.approx(5 / 6)
